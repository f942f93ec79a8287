"""Who a source is: a named person, a body, people not named, a document, an outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tuitimeline.annotate.sourcing import counting
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Count, Identity

_S = LEXICON.sources
_INSTITUTION = _S["institution.words"]
_INSTITUTIONS = _S["institution.plural"]
_SPOKES = _S["institution.spokes"]
_DOCUMENT = _S["document.words"]
_OUTLET = _S["outlet.nouns"]
_OUTLETS = _S["outlet.names"]
_PRESS = _S["outlet.suffixes"]
_PERSON = _S["person.words"]
_PLACES = _S["reporting_bodies.places"]
_TIME = LEXICON.time
_TITLES = _S["titles.words"]
_BODY = re.compile(
    r"^(?:ministry|department|office|agency|bureau|commission|committee|council|court|police|party|union|bank|house|"
    r"university|college|institute|inc|corp|ltd|llc|plc|company|co|group|holdings|partners|motors|freight|airlines|"
    r"airways|army|navy|force|guard|association|federation|foundation|center|centre|society|service|services|authority|"
    r"board|administration|senate|congress|parliament|treasury|embassy|league|club|coalition|alliance|"
    r"fund|trust|organization|organisation|network|hospital|school|church|museum|industries|systems|technologies|"
    r"energy|motors|airline|cross|nations|campaign|watch|international|project|resources|rail|security|"
    r"republicans|democrats|live|command|corps|front|brigade|movement|assembly|cabinet|customs|capital)$"
)


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a source: its identity, its count, and whether a pronoun stands for it as "it" or "they".

    `name` is the last capitalised word of a name, `head` the lower-cased head noun.
    """

    identity: Identity
    count: Count
    head: str
    name: str = ""


ONE = Count(1, 1)
SOME = Count(2, None)


def of(words: Words, first: int, last: int, people: set[str]) -> Source:
    """What the noun phrase of words `first` up to `last` is; `people` are surnames known from the document."""
    parts = _coordinated(words, first, last)
    if len(parts) > 1:
        return _together([_single(words, a, b, people) for a, b in parts])
    return _single(words, first, last, people)


def _together(parts: list[Source]) -> Source:
    least = sum(1 if p.count == SOME else p.count.least for p in parts)
    most: int | None = 0
    for p in parts:
        most = None if most is None or p.count.most is None else most + p.count.most
    identities = [p.identity for p in parts]
    identity = max(set(identities), key=lambda i: (identities.count(i), -identities.index(i)))
    if Identity.NAMED in identities and Identity.ANONYMOUS in identities:
        identity = Identity.NAMED
    return Source(identity, Count(least, most), parts[-1].head, parts[-1].name)


def _coordinated(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """The members of "A, B and C"; one run where nothing is coordinated."""
    tags = words.tags
    low = words.low
    start = first + 1 if low[first] in ("both", "neither", "either") else first
    stop = start
    # a relative or participial tail is no part of the list
    while stop < last and tags[stop] not in "WHGE-(":
        stop += 1
    if stop < last and tags[stop] in "GE":
        # "two scientists involved in the trial and an official"
        stop = next((k + 1 for k in range(stop, last - 1) if tags[k] == "K" and tags[k + 1] in "D#"), stop)
    conjunctions = [
        k for k in range(start + 1, stop) if tags[k] == "K" and not (tags[k - 1] == "#" == tags[k + 1 : k + 2])
    ]
    if not conjunctions:
        return [(first, last)]
    k = conjunctions[-1]
    if k + 1 >= last:
        return [(first, last)]
    left, right = tags[start:k], tags[k + 1 : last]
    # "current and former employees", "foreign and defence ministers": modifiers, not members
    if right[:1] in ("J", "E") and left[-1:] in "JE#" and "N" not in left and "C" not in left:
        return [(first, last)]
    if not ("C" in left or "D" in left or "#" in left or tags[k - 1] in "NC"):
        return [(first, last)]
    if "I" in left and not re.search(r"[D#C].*I.*", left):
        return [(first, last)]
    # inside an of-phrase: "the president of France and Germany" stays one
    opened = [i for i in range(start, k) if tags[i] == "I"]
    if opened and tags[k + 1] not in "D#C":
        return [(first, last)]
    if opened and tags[k + 1] == "C" and tags[k - 1] == "C":
        return [(first, last)]
    members = []
    at = start
    for i in range(start, k + 1):
        if tags[i] == "," or i == k:
            if i > at:
                members.append((at, i))
            at = i + 1
    members.append((at, last))
    # an apposition before the "and": "Smith, the mayor, and Jones"
    if len(members) == 3 and tags[k - 1] == "," and low[members[1][0]] in ("the", "a", "an"):
        members = [(members[0][0], members[1][1]), members[2]]
    return members


_ABSTRACT = re.compile(
    r".+(?:ity|tion|tions|ment|ness|ance|ence|ship|ism|ure|cy|th|ings?)$|^(?:concerns?|reasons?|fears?|lack|need|cost|costs)$"
)


def can_speak(words: Words, first: int, last: int) -> bool:
    """Whether a noun phrase can be a source: not so in "citing commercial confidentiality"."""
    if "C" in words.tags[first:last] or "#" in words.tags[first:last]:
        return True
    head = _bare(words.low[head_at(words, first, last)])
    return not _ABSTRACT.match(head)


def head_at(words: Words, first: int, last: int) -> int:
    """The head noun's place: the last noun before a preposition, a relative, a participle or a comma."""
    tags = words.tags
    k = first
    if tags[k] == "I":  # "at least two"
        k += 1
    head = first
    while k < last:
        tag = tags[k]
        if (
            tag in ",WHK(-XVT"
            or (tag == "J" and k > head and tags[head] == "N")
            or (tag == "I" and k > first and words.low[k - 1] not in ("more", "fewer", "least"))
            or (tag in "GE" and k > first and tags[k - 1] in "NC")
        ):
            break
        if tag in "NC#PMDJB" or (tag in "VEG" and k > first):
            head = k
        k += 1
    return head


def _single(words: Words, first: int, last: int, people: set[str]) -> Source:
    tags = words.tags
    low = words.low
    k = head_at(words, first, last)
    head = _bare(low[k])
    stated = counting.stated(low[first:last])
    core = low[first : k + 1]
    if head in _SPOKES and tags[k] != "C":
        named = _apposed_name(words, k, last)
        if named:
            return Source(Identity.NAMED, ONE, head, named)
        if low[first] in ("his", "her"):
            return Source(Identity.ANONYMOUS, stated or ONE, head)
        return Source(Identity.INSTITUTION, ONE, head)
    if tags[k] == "C":
        return _named(words, first, k, last, people)
    if head in _OUTLET or (head == "agency" and "news" in core):
        count = Count(1, None) if head in ("media", "outlets") else stated or (SOME if head.endswith("s") else ONE)
        return Source(Identity.OUTLET, count, head)
    named = _apposed_name(words, k, last)
    if head in _DOCUMENT:
        return Source(Identity.DOCUMENT, stated or (SOME if plural(head) and head not in _ONE_BODY else ONE), head)
    if head in _INSTITUTIONS:
        return Source(Identity.INSTITUTION, stated if stated and stated.least > 1 else SOME, head)
    if head in _INSTITUTION:
        if stated and stated.least > 1:
            return Source(Identity.INSTITUTION, stated, head)
        if head.endswith("s") and head in ("forces", "authorities", "services"):
            return Source(Identity.INSTITUTION, ONE, head)
        return Source(Identity.INSTITUTION, ONE, head, named or "")
    if named:
        body = _BODY.match(named.lower()) is not None
        return Source(Identity.INSTITUTION if body else Identity.NAMED, ONE, head, named)
    if stated is None:
        stated = SOME if plural(head) and low[first] not in ("a", "an") else ONE
    elif (
        stated == ONE
        and plural(head)
        and low[first] not in ("a", "an", "one", "another", "each", "this")
        and low[first] not in ("first",)
    ):
        pass
    return Source(Identity.ANONYMOUS, stated, head)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word


def plural(head: str) -> bool:
    """Whether a lower-cased noun is plural."""
    return (head.endswith("s") and not head.endswith(("ss", "us", "is", "news"))) or head in (
        "people",
        "men",
        "women",
        "children",
        "police",
        "media",
        "data",
        "those",
        "they",
        "footage-s",
        "minutes",
        "others",
        "spokesmen",
    )


def _apposed_name(words: Words, k: int, last: int) -> str | None:
    """The name in apposition to a head noun: "the mayor, Alice Reed," gives Reed."""
    tags = words.tags
    for i in range(k + 1, min(last, k + 24)):
        if tags[i] == "," and i + 1 < last:
            j = i + 1
            if words.low[j] in _TITLES or tags[j] == "C":
                while j < last and tags[j] == "C":
                    j += 1
                if (j == last or tags[j] in ",I") and j - 1 > i and not words.is_time(j - 1):
                    return words.word(j - 1)
            return None
        if tags[i] in "W-":
            return None
    return None


def is_outlet(run: list[str], definite: bool) -> bool:
    """Whether a run of lower-cased capitalised words names a news organisation; `definite` after "the"."""
    head = _bare(run[-1])
    if head in _OUTLETS or (run[0] in _OUTLETS and len(run) <= 2) or (head == "press" and run[0] == "associated"):
        return True
    if head.endswith(("-post", "-times", "-gazette", "-tribune")) or run[0] == "channel":
        return True
    return head in _PRESS and (len(run) > 1 or definite)


def names_body(run: list[str]) -> bool:
    """Whether a run of lower-cased capitalised words names a body or an outlet rather than a person."""
    head = run[-1]
    if set(run[:-1]) & _TITLES and not _BODY.match(head):
        return False
    return any(_BODY.match(w) for w in run) or is_outlet(run, False) or head in _PLACES


# plural in form, but one document: "figures from the statistics office"
_ONE_BODY = frozenset(("figures", "data", "minutes", "statistics", "results", "findings"))


def _named(words: Words, first: int, k: int, last: int, people: set[str]) -> Source:
    """A phrase headed by a capitalised word: a person, a body, a place that speaks, an outlet."""
    tags = words.tags
    low = words.low
    head = _bare(low[k])
    n = k
    while n > first and tags[n - 1] == "C":
        n -= 1
    run = [_bare(w) for w in low[n : k + 1]]
    modifiers = low[first:n]
    name = words.word(k)
    if name in people:
        return Source(Identity.NAMED, ONE, head, name)
    if is_outlet(run, "the" in modifiers[:1]):
        return Source(Identity.OUTLET, ONE, head, name)
    if head in _DOCUMENT and len(run) == 1:
        return Source(Identity.DOCUMENT, SOME if plural(head) else ONE, head)
    if any(_BODY.match(w) for w in (head, run[0])) or (
        len(run) > 1 and any(_BODY.match(w) for w in run) and not set(run[:-2]) & _TITLES
    ):
        return Source(Identity.INSTITUTION, ONE, head, name)
    if any(w in _OUTLET and w != "paper" for w in modifiers) or modifiers[-2:] == ["news", "agency"]:
        return Source(Identity.OUTLET, ONE, head, name)
    if any(
        w in _INSTITUTION and w not in ("defence", "police", "party", "company", "church", "club", "union", "bank")
        for w in modifiers[-1:]
    ):
        return Source(Identity.INSTITUTION, ONE, head, name)
    titled = any(w in _TITLES or w in _PERSON for w in run[:-1]) or any(
        w in _PERSON or w in _TITLES for w in modifiers
    )
    if titled:
        return Source(Identity.NAMED, ONE, head, name)
    if head in _PLACES:
        return Source(Identity.INSTITUTION, ONE, head, name)
    if head in _PERSON and len(run) > 1 and plural(head):
        return Source(Identity.ANONYMOUS, SOME, head)
    after = words.low[k + 2 : last]
    if (
        tags[k + 1 : k + 2] == ","
        and any(w in _INSTITUTION for w in after[1:6])
        and not any(w in _PERSON for w in after[:8])
    ):
        return Source(Identity.INSTITUTION, ONE, head, name)
    if modifiers[:1] == ["the"] and len(run) >= 1 and not any(w in _PERSON for w in modifiers):
        return Source(Identity.INSTITUTION, ONE, head, name)
    if len(run) == 1 and name.isupper() and len(name) > 1:
        return Source(Identity.INSTITUTION, ONE, head, name)
    return Source(Identity.NAMED, ONE, head, name)
