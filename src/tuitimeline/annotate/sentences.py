"""Paragraphs become sentences."""

from __future__ import annotations

import re

from tuitimeline.model import Paragraph, Sentence
from tuitimeline.tables import read_table

_DATA = read_table(__file__, "abbreviations.toml")
_LEADING, _CLOSING, _NUMBERED, _SMALL, _STARTERS = (
    frozenset(_DATA[name].split()) for name in ("leading", "closing", "numbered", "small", "starters")
)
# A stop (the first of its run, so that a long run is read once), what closes with it, what may begin a sentence.
_STOP = re.compile(r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+(\s++)(?=["'“‘«(\[¡¿—–-]{0,3}[^\W_a-zß-ÿ])""")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’()\[\]]+$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[¡¿—–-]*([\w.’']+)")
_DASH = re.compile(r"—|(?<=\d)[-–]")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_REACH = 24


def split(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """The sentences of the article itself, in order; none crosses a paragraph or stands in boilerplate."""
    sentences = []
    for paragraph in paragraphs:
        if paragraph.boilerplate is not None:
            continue
        start = paragraph.start
        for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
            if _abbreviates(text, start, stop.start(), stop.end()):
                continue
            sentences.append(Sentence(start, stop.start(1)))
            start = stop.end()
        if start < paragraph.end:
            sentences.append(Sentence(start, paragraph.end))
    return tuple(sentences)


def _abbreviates(text: str, start: int, stop: int, following: int) -> bool:
    """Whether the stop at `stop` belongs to a word, and no sentence ends there; the next begins at `following`."""
    if text[stop] != "." or text[stop + 1] in ".!?…":
        return False
    last = _LAST_WORD.search(text, max(start, stop - _REACH), stop)
    if last is None:
        return False
    written = _DASH.split(last.group())[-1]
    word = written.lower()
    capital = written[:1].isupper()
    if word in _NUMBERED and text[following].isdigit():
        return True
    if _INITIAL.match(written) and capital and word not in _CLOSING:
        return len(written) == 1 or not _begins(text, following)
    if not (capital or word in _SMALL):
        return False
    if word in _LEADING:
        return True
    if word not in _CLOSING:
        return False
    if not text[stop + 1].isspace():  # a quote closes with it: "…in the U.S.”"
        return False
    return not _begins(text, following)


def _begins(text: str, at: int) -> bool:
    """Whether what stands at `at` begins a sentence: a quote, or a word that sentences begin with."""
    if text[at] in "\"“‘'«":
        return True
    word = _NEXT_WORD.match(text, at, at + _REACH)
    return word is not None and word.group(1).lower().rstrip(".") in _STARTERS
