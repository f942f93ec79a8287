"""Who a source is: a named person, a body, people not named, a document, an outlet."""

from __future__ import annotations

import re
from dataclasses import replace

from tuitimeline.annotate.sourcing import coordination, counting, names
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.names import ONE, SOME, Known, Source, bare
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Count, Identity

_S = LEXICON.sources
_INSTITUTION = _S["institution.words"]
_INSTITUTIONS = _S["institution.plural"]
_SPOKES = _S["institution.spokes"]
_BODIES = _S["institution.compounds"]
_DOCUMENT = _S["document.words"]
_OUTLET = _S["outlet.nouns"]
_OUTLETS = _S["outlet.names"]
_PRESS = _S["outlet.suffixes"]
_PERSON = _S["person.words"]
_PLACES = _S["reporting_bodies.places"]
_TIME = LEXICON.time
_TITLES = _S["titles.words"]


def of(words: Words, first: int, last: int, known: Known) -> Source:
    """What the noun phrase of words `first` up to `last` is; `known` are the names it explains."""
    parts = coordination.members(words, first, last)
    if len(parts) > 1:
        return _together([_single(words, a, b, known) for a, b in parts])
    return _single(words, first, last, known)


def members(words: Words, first: int, last: int, known: Known) -> list[Source]:
    """The named members of a coordination; none where nothing is coordinated."""
    parts = coordination.members(words, first, last)
    found = [_single(words, a, b, known) for a, b in parts] if len(parts) > 1 else []
    return [source for source in found if source.name]


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


def _speaking_for(words: Words, k: int, last: int, head: str, known: Known) -> Source:
    """A spokesperson: the body's voice, unless it is a person's: "a representative for Drost"."""
    named = words.low[k + 1 : k + 2] in (["for"], ["of"]) and k + 2 < last and words.tags[k + 2] == "C"
    if named and {words.word(k + 2), words.word(last - 1)} & known.people:
        return Source(Identity.ANONYMOUS, ONE, head)
    return Source(Identity.INSTITUTION, ONE, head)


_OWNERS = frozenset("his her its their our my".split())
_POSTPOSED = frozenset("familiar close aware present available responsible involved knowledgeable".split())
_ABSTRACT = re.compile(
    r".+(?:ity|tion|tions|ment|ness|ance|ence|ship|ism|ure|cy|th|ings?)$|^(?:concerns?|reasons?|fears?|lack|need|cost|costs)$"
)


def can_speak(words: Words, first: int, last: int) -> bool:
    """Whether a noun phrase can be a source: not so in "citing commercial confidentiality"."""
    if "C" in words.tags[first:last] or "#" in words.tags[first:last]:
        return True
    head = bare(words.low[head_at(words, first, last)])
    return not _ABSTRACT.match(head)


def is_document(words: Words, first: int, last: int) -> bool:
    """Whether a noun phrase names something written or recorded: "an indictment", "the video"."""
    return words.tags[head_at(words, first, last)] == "N" and head(words, first, last) in _DOCUMENT


def head(words: Words, first: int, last: int) -> str:
    """The head noun of a noun phrase, lower-cased and without a possessive ending."""
    return bare(words.low[head_at(words, first, last)])


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
            or (tag == "J" and words.low[k] in _POSTPOSED and k > head and tags[head] == "N")
            or (tag == "I" and k > first and words.low[k - 1] not in ("more", "fewer", "least"))
            or (tag in "GE" and k > first and tags[k - 1] in "NC")
        ):
            break
        if tag == "N" and head > first and words.is_time(k):
            break  # "a poll last month"
        if tag in "NC#PDJB" or (tag == "M" and k == first) or (tag in "VEG" and k > first):
            head = k
        k += 1
    return head


def _single(words: Words, first: int, last: int, known: Known) -> Source:
    k = head_at(words, first, last)
    head = bare(words.low[k])
    core = words.low[first : k + 1]
    stated = counting.stated(words.low[first:last])
    if _share(words, first, k):
        stated = SOME
    if head in _AMOUNTS and words.low[k + 1 : k + 2] == ["of"] and k + 2 < last:
        return replace(_single(words, k + 2, last, known), count=stated if stated and stated != ONE else SOME)
    if words.tags[k] == "C":
        who = names.of_name(words, first, k, last, known)
        return replace(who, count=stated) if stated and who.identity is Identity.ANONYMOUS else who  # "Two MPs"
    if head in _SPOKES:
        return _spokesperson(words, first, k, last, stated, known)
    compound = "-".join(core[-2:])
    owned = head in _DOCUMENT and (any(w.endswith("'s") or w in _OWNERS for w in core[:-1]))
    if (head in _OUTLET and not owned and compound not in _BODIES) or compound in _S["outlet.compounds"]:
        count = Count(1, None) if head in ("media", "outlets") else stated or (SOME if head.endswith("s") else ONE)
        return Source(Identity.OUTLET, count, head)
    if head in _DOCUMENT and not (head == "survey" and "geological" in core):
        many = plural(head) and head not in _ONE_BODY
        return Source(Identity.DOCUMENT, stated or (SOME if many else ONE), head)
    more = stated is not None and stated != ONE
    if head in _INSTITUTIONS:
        return Source(Identity.INSTITUTION, stated if stated is not None and more else SOME, head)
    if head in _INSTITUTION or head == "survey" or compound in _BODIES:
        named = _apposed_name(words, k, last)
        return Source(Identity.INSTITUTION, stated if stated is not None and more else ONE, head, named or "")
    named = None if more or plural(head) else _apposed_name(words, k, last)
    if named:
        body = "&" in named or names.is_body(named)
        return Source(Identity.INSTITUTION if body else Identity.NAMED, ONE, head, named)
    several = plural(head) and words.low[first] not in ("a", "an")
    return Source(Identity.ANONYMOUS, stated or (SOME if several else ONE), head)


_AMOUNTS = frozenset("group number crowd majority host string series handful couple pair half dozens".split())


def _share(words: Words, first: int, k: int) -> bool:
    """Whether the phrase counts a share, which is no number of sources: "40% of voters", "half of them"."""
    for i in range(first, k + 1):
        if words.low[i][0].isdigit() and (
            words.text[words.end[i] : words.end[i] + 1] == "%"
            or words.low[i + 1 : i + 2] in (["percent"], ["per"])
        ):
            return True
    return words.low[first] == "half" and words.low[first + 1 : first + 2] == ["of"]


def _spokesperson(words: Words, first: int, k: int, last: int, stated: Count | None, known: Known) -> Source:
    """A named one speaks as a person, "his spokesman" is not named; else the body speaks."""
    head = words.low[k]
    named = _apposed_name(words, k, last)
    if named:
        return Source(Identity.NAMED, ONE, head, named)
    if words.low[first] in ("his", "her"):
        return Source(Identity.ANONYMOUS, stated or ONE, head)
    return _speaking_for(words, k, last, head, known)


_PLURAL = frozenset(
    "people men women children police media data those they others spokesmen staff crew troops clergy both".split()
)


def plural(head: str) -> bool:
    """Whether a lower-cased noun is plural."""
    return (
        head in _PLURAL
        or (head.endswith("s") and head[:-1] in _PERSON)
        or (head.endswith("s") and not head.endswith(("ss", "us", "is", "news")))
    )


def _apposed_name(words: Words, k: int, last: int) -> str | None:
    """The name in apposition to a head noun: "the mayor, Alice Reed," gives Reed; a body's with its "&"."""
    tags = words.tags
    comma = k + 1
    while comma < min(last, k + 24) and tags[comma] not in ",W-":
        comma += 1
    j = comma + 1
    if j >= last or tags[comma] != ",":
        return None
    if words.low[j] == "the" and words.low[j + 1 : j + 2] and words.low[j + 1] in _TITLES:
        j += 1  # "the Rt Rev Paul Oakes"
    if words.low[j] not in _TITLES and tags[j] != "C":
        return None
    start = j
    while j < last and (tags[j] == "C" or words.low[j] in _TITLES):
        j += 1
    if j == start or (j < last and tags[j] not in ",I") or words.is_time(j - 1):
        return None
    written = words.text[words.start[start] : words.end[j - 1]]
    return written if "&" in written else words.word(j - 1)


# plural in form, but one document: "figures from the statistics office"
_ONE_BODY = frozenset(("figures", "data", "minutes", "statistics", "results", "findings"))
