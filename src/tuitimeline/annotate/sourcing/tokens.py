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

from tuitimeline.annotate.sourcing import context
from tuitimeline.annotate.sourcing import tags as by_form
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
_CONTRACTED = re.compile(r"(he|she|it|they|we|i|you|that|there|who|what)('(?:s|d|ll|re|ve|m))$")


_TIME = LEXICON.time
_CALENDAR = LEXICON.calendar
_TAGS = LEXICON.tags
_VERBS = LEXICON.verbs


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
    words.tags = context.mend(words.low, tags)
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
            tag = by_form.of(token, low, not tags or tags == ["Q"], names)
        words.start.append(match.start())
        words.end.append(match.end())
        words.low.append(low)
        tags.append(tag)


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
