"""A sentence becomes words with tags; a quote is one word.

The tags, a character each, so that the grammar can be read as patterns over a string:

    D determiner   # number   P subject pronoun   M object pronoun   N noun   C capitalised   J adjective
    X auxiliary    V finite verb   E form in -ed   B base form   G form in -ing   R adverb
    I preposition  T to   H that   W wh-word   K and/or/but   U while/as/if …   Q quote
    , ; : - ( ) as themselves (every dash is "-", every bracket a round one), . for other stops
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.model import Span

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:['’]s)?|\w+s['’](?=\s+\w)|\w+(?:[-'’&.,/_]\w+)*|[$€£]\d[\d.,]*\w*|--+|[^\w\s]"
)
_PUNCTUATION = {
    ",": ",",
    ";": ";",
    ":": ":",
    "—": "-",
    "–": "-",
    "--": "-",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    "?": ".",
    "!": ".",
    "…": ".",
    "•": ";",
    "|": ";",
}
_IGNORED = frozenset(".%'’‘\"“”$€£#*`«»„@/&+=<>~^\\{}")
_NOUNS = (
    frozenset()
    .union(
        *(LEXICON.sources[kind] for kind in ("institution.words", "institution.plural", "institution.spokes")),
        *(
            LEXICON.sources[kind]
            for kind in ("document.words", "document.finders", "outlet.nouns", "person.words")
        ),
    )
    .difference(LEXICON.sources["given.words"])
)
_CONTRACTED = re.compile(r"(he|she|it|they|we|i|you|that|there|who|what)('(?:s|d|ll|re|ve|m))$")
_TWOFOLD = LEXICON.twofold
_OF_DOCUMENTS = frozenset(
    w
    for w, verb in LEXICON.verbs.items()
    if verb.form in "sb" and verb.takes <= {"doc", "np", "that"} and "doc" in verb.takes
)
_TIME = LEXICON.time
_CALENDAR = LEXICON.calendar
_TAGS = LEXICON.tags
_VERBS = LEXICON.verbs
_PROPER = LEXICON.sources["outlet.names"] | LEXICON.sources["reporting_bodies.places"]
_PEOPLE = re.compile(r".+(?:ers|ors|ists|ians|ants|ees|men|ates|ies|ents|ives|als|ics)$")
_MANY = re.compile(r".+(?:s|men|people)$|police|staff")  # what begins a sentence without an article
_COMPOUND = re.compile(
    r".+-(?:based|backed|led|born|run|owned|controlled|held|era|style|speaking|trained|made|bound)$"
)
_INITIAL_ADJECTIVE = re.compile(r".{3,}(?:[tnr]ional|rnal|[nt]al|cial|rial|ical|ative|ous|lic)$")
_ADJECTIVE = re.compile(r".+(?:ous|ful|ive|able|ible|ish|less|ical|ier|iest)$")


class Words:
    """The words of one sentence: parallel lists of their characters' bounds, lower-cased forms and tags."""

    __slots__ = ("end", "low", "quote", "sentence", "start", "tags", "text")

    def __init__(self, text: str, sentence: Span) -> None:
        self.text = text
        self.sentence = sentence
        self.start: list[int] = []
        self.end: list[int] = []
        self.low: list[str] = []
        self.quote: dict[int, int] = {}
        self.tags = ""

    def __len__(self) -> int:
        return len(self.start)

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` up to, not including, word `last`."""
        return Span(self.start[first], self.end[last - 1])

    def speech(self, i: int) -> bool:
        """Whether the quote that is word `i` reads as speech: long, or with a stop before its closing mark."""
        return self.end[i] - self.start[i] > 40 or self._last(i) in ",.?!—–-…"

    def closed_by_comma(self, i: int) -> bool:
        """Whether the quote that is word `i` has a comma before its closing mark."""
        return self._last(i) == ","

    def _last(self, i: int) -> str:
        """The last character of the quote that is word `i`, its marks left out."""
        return self.text[self.start[i] : self.end[i]][-4:].rstrip("\"”’'»")[-1:] or " "

    def is_time(self, i: int) -> bool:
        """Whether word `i` is one of days, months and the like; none where it is part of a name ("Jan", "Day")."""
        low = self.low[i]
        return low in _CALENDAR if self.tags[i] == "C" else low in _TIME and low != "may"

    def is_adverb(self, i: int) -> bool:
        """Whether word `i` is an adverb that can stand between a subject and its verb: not in "who were there"."""
        return self.tags[i] == "R" and not (self.low[i] in ("there", "here") and i > 0 and self.tags[i - 1] == "X")

    def word(self, i: int) -> str:
        """The word as it is written."""
        return self.text[self.start[i] : self.end[i]]


def read(text: str, sentence: Span, quotes: Sequence[tuple[int, int, int]], names: Collection[str] = ()) -> Words:
    """The words of `sentence`; `quotes` are (start, end, number) of the runs of quoted text that touch it.

    `names` are words that the document writes with a capital in mid-sentence.
    """
    words = Words(text, sentence)
    tags: list[str] = []
    at = sentence.start
    for start, end, number in quotes:
        _plain(words, tags, text, at, max(at, start), names)
        words.quote[len(tags)] = number
        words.start.append(max(start, sentence.start))
        words.end.append(min(end, sentence.end))
        words.low.append("“")
        tags.append("Q")
        at = end
    _plain(words, tags, text, at, sentence.end, names)
    if _is_headline(words, tags):
        tags = [_headline_tag(words.low[k], tag) for k, tag in enumerate(tags)]
    words.tags = _in_context(words, "".join(tags))
    return words


def _is_headline(words: Words, tags: list[str]) -> bool:
    """Whether a sentence is written with a capital in every word of weight, and has a verb that reports."""
    if not 4 <= len(tags) <= 24:
        return False
    long = [k for k, low in enumerate(words.low) if len(low) > 3 and low[0].isalpha()]
    capitals = sum(words.text[words.start[k]].isupper() for k in long)
    return (
        len(long) > 3
        and capitals > 0.8 * len(long)
        and not words.text[words.sentence.start : words.sentence.end].isupper()
        and any(low in _VERBS and _VERBS[low].form in "sd" for low in words.low[1:])
    )


def _headline_tag(low: str, tag: str) -> str:
    if tag != "C":
        return tag
    verb = _VERBS.get(low)
    if verb is not None and verb.form in "sdg":
        return {"s": "V", "d": "E", "g": "G"}[verb.form]
    return _TAGS.get(low, "C") if _TAGS.get(low, "C") in "DXHWUKITPV#R" else "C"


_BEFORE_NOUN = frozenset("a an the his its their my our your no any every".split())
_PLACES = frozenset(("opposite", "nearby", "outside", "inside", "below", "above"))
_NOT_SINCE = frozenset(("since", "before", "after"))


def _in_context(words: Words, tags: str) -> str:
    """Mend the tags that a word's neighbours tell better than its form."""
    low = words.low
    out = list(tags)
    size = len(out)
    for k in range(1, size):
        tag = out[k]
        after = out[k + 1] if k + 1 < size else "."
        if tag in "VBGE":
            out[k] = _verb_or_noun(low, out, k, after)
        elif tag == "H":
            out[k] = _that(low, out, k, after)
        elif low[k] == "her":
            if after in "Q,.;:DITUVXKWHP":
                out[k] = "M"
        elif low[k] == "first":
            if out[k - 1] in "XCN" and after in "EV":
                out[k] = "R"
        elif tag == "I" and low[k] in _PLACES and after in "VXE,.":
            out[k] = "R"  # "a woman who lives opposite said"
        elif tag == "U" and low[k] in _NOT_SINCE and out[k - 1] == "X":
            out[k] = "R"
    if size > 1 and out[0] in "GRJE" and out[1] in "VE" and low[1] in _SPEAKS and low[0] not in _KNOWN:
        out[0] = "C"  # an unknown name opens the sentence
    if size > 1 and out[0] == "H":
        out[0] = "P" if out[1] in "XVEB" else "D"
    return "".join(out)


_SPEAKS = frozenset(word for word, verb in _VERBS.items() if verb.takes & {"clause", "to"} and verb.form in "sd")
_KNOWN = frozenset(_TAGS) | frozenset(_VERBS) | _NOUNS


def _verb_or_noun(low: list[str], tags: list[str], k: int, after: str) -> str:
    tag, before, word = tags[k], tags[k - 1], low[k - 1]
    if word in _BEFORE_NOUN or before == "J" or (word.endswith("'s") and before in "NC"):
        if tag == "E":
            return "J" if after in "NCJVBGE#K" else "E"
        if tag == "G":
            return "J" if after in "NCJ" else "N"
        if low[k] in ("said", "told", "says"):
            return tag
        finite = before == "J" and word not in _BEFORE_NOUN and tag == "V" and low[k] not in _TWOFOLD
        return tag if finite else "N"
    if low[k] in _TWOFOLD and low[k + 1 : k + 2] == ["against"]:
        return "N"  # "charges against the owner"
    if low[k] in _OF_DOCUMENTS and (
        after not in "DCNJ#PMGQR" or (before == "N" and tag == "B" and word[-1] != "s")
    ):
        return "N"  # "low-carbon projects and", "the unemployment rate"
    if low[k] in _TWOFOLD and (after in "VXB" or tags[k + 1 : k + 3] == ["E", "I"]):
        return "N"  # "court records place him there", "land records reviewed by"
    if tag == "B" and ((after in "VX" and before in "NCJ") or (before == "V" and word in _VERBS)):
        return "N"  # "the inquiry's interim report blames", "the poll puts support at"
    compound = before == "N" and k > 1 and tags[k - 2] in "DJ#I" and not word.endswith("s") and word != "people"
    if (tag == "B" and (before in "#I" or (compound and after != "D"))) or (
        low[k] in _TWOFOLD and not _can_be_verb(before, after)
    ):
        return "N"
    return tag


def _can_be_verb(before: str, after: str) -> bool:
    """Whether "reports", "claims" and the like can be verbs between words of these tags."""
    return before in "NCPRWHQ)X" or (before == "," and after not in ",KI.;")


def _that(low: list[str], tags: list[str], k: int, after: str) -> str:
    """Whether "that" joins a clause, or is a pronoun or a determiner."""
    timed = k + 1 < len(low) and low[k + 1] in _TIME and tags[k - 1] in "VEBG#"
    if timed or (tags[k - 1] == "I" and low[k - 1] != "in" and after in "NCJ#"):
        return "D"  # "said that morning", "from that time"
    if after in ".;JE" or (after in "XV" and tags[k - 1] in "VEBGI,K") or low[k + 1 : k + 2] == ["as"]:
        return "P"
    return "H"


def _plain(words: Words, tags: list[str], text: str, start: int, end: int, names: Collection[str]) -> None:
    if start >= end:
        return
    for match in _WORD.finditer(text, start, end):
        token = match.group()
        first = token[0]
        if first in _IGNORED and len(token) == 1:
            continue
        low = token.lower().replace("’", "'")
        contracted = _CONTRACTED.match(low)
        if contracted:
            cut = match.start() + contracted.end(1)
            words.start += (match.start(), cut)
            words.end += (cut, match.end())
            words.low += contracted.groups()
            tags += ("P" if contracted[1] != "who" and contracted[1] != "what" else "W", "X")
            continue
        tag = _PUNCTUATION.get(token)
        if tag is None:
            tag = _tag(token, low, first, not tags or tags == ["Q"], names)
        words.start.append(match.start())
        words.end.append(match.end())
        words.low.append(low)
        tags.append(tag)


def _tag(token: str, low: str, first: str, initial: bool, names: Collection[str]) -> str:
    tag = _TAGS.get(low)
    if tag is not None and (first.islower() or initial or tag in "DPXHWUKTI" or low in ("he", "she")):
        if (
            first.isupper()
            and not initial
            and len(token) > 1
            and tag in "IUKR#W"
            and token.isupper()
            and token != "I"
        ):
            return "C"
        return tag
    if first.isdigit() or first in "$€£":
        return "#"
    if first.isupper():
        if _COMPOUND.match(low):
            return "J"
        if initial and token in names and low not in _VERBS and not (low in _NOUNS and _MANY.match(low)):
            return "C"
        if initial and low in _VERBS and _VERBS[low].form in "gdn":
            return "G" if _VERBS[low].form == "g" else "E"
        if initial and low.endswith("ing") and len(low) > 5:
            return "G"
        if initial and low.endswith("ly"):
            return "R"
        if low in _PROPER:
            return "C"
        if initial and _INITIAL_ADJECTIVE.match(low):
            return "J"
        if initial and (low in _NOUNS or _PEOPLE.match(low)) and (token not in names or _MANY.match(low)):
            return "N"
        return "C"
    verb = _VERBS.get(low)
    if verb is not None:
        return {"s": "V", "d": "E", "n": "E", "g": "G", "b": "B"}[verb.form]
    if low.endswith("ing") and len(low) > 4:
        return "G"
    if low.endswith("ed") and len(low) > 3:
        return "E"
    if low.endswith("ly") and len(low) > 4:
        return "R"
    if low.endswith("n't"):
        return "X"
    if low not in _NOUNS and _ADJECTIVE.match(low):
        return "J"
    return "N"


_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


def names(text: str) -> frozenset[str]:
    """The words written with a capital in mid-sentence."""
    return frozenset(_NAME.findall(text))


def covering(
    quotes: Sequence[tuple[int, int, int]], starts: Sequence[int], span: Span
) -> Sequence[tuple[int, int, int]]:
    """The runs of quoted text that touch `span`; both sequences in order."""
    first = bisect_left(starts, span.start)
    if first and quotes[first - 1][1] > span.start:
        first -= 1
    last = bisect_left(starts, span.end)
    return quotes[first:last]
