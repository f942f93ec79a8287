"""Quote marks become quotes: pairs, nested, left open over paragraphs; an odd number of them breaks nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tuitimeline.model import Paragraph, Span

# Double marks first; a single mark opens before a word and closes after one, else it is an apostrophe.
_MARK = re.compile(r"''|``|[\"“”„«»]|(?<![\w.,!?…;])[‘'](?=\w)|(?<=[\w.,!?…;])[’'](?!\w)")
_OPENING = frozenset(("“", "„", "«", "``"))
_CLOSING = frozenset(("”", "»"))


_OPENERS = ('"', "“", "„", "«", "''", "``")


class Quote(NamedTuple):
    """A run of quoted text, marks included. `open` is true where no mark closes it in its own paragraph.

    `parts` is more than one run where the quote goes on over paragraphs, each opened by a mark of its own.
    """

    parts: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.parts[0].start


def _is_opening(text: str, at: int, mark: str) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if mark in _OPENING:
        return not (before in ",.?!" and after.isspace())  # typed the wrong way round
    if mark in _CLOSING:
        return False
    return (before.isspace() or before in "([{—–-") and not after.isspace()


def _in_paragraph(text: str, paragraph: Paragraph) -> tuple[list[Span], int | None]:
    """The closed quotes of one paragraph, outermost only, and where a quote stands open at its end."""
    found: list[Span] = []
    opened: re.Match[str] | None = None
    single: int | None = None
    nested = False
    marks = _MARK.finditer(text, paragraph.start, paragraph.end)
    curly_end = text.rfind("”", paragraph.start, paragraph.end)
    straight_end = text.rfind('"', paragraph.start, paragraph.end)
    for match in marks:
        mark, at = match.group(), match.start()
        if mark in "‘’'" and len(mark) == 1:
            if opened is None:
                single = _single(text, match, single, found)
            continue
        if opened is None:
            if _is_opening(text, at, mark) or (mark == '"' and at == paragraph.start):
                opened, single, nested = match, None, False
            continue
        if (opened.group() == '"') != (mark == '"') and "''" not in (mark, opened.group()):
            last = straight_end if opened.group() == '"' else curly_end
            inner = _is_opening(text, at, mark) or (nested and at < last)
            if inner:
                nested = not nested
                continue  # a quote of the other kind within this one
        if not _is_opening(text, at, mark):
            found.append(Span(opened.start(), match.end()))
            opened = None
        elif opened.group() not in _OPENING or mark not in _OPENING:
            found.append(Span(opened.start(), at))  # never closed
            opened = match
    return found, None if opened is None else opened.start()


def _single(text: str, match: re.Match[str], opened: int | None, found: list[Span]) -> int | None:
    """Where a quote in single marks stands open after the mark `match`; a closed one is added to `found`."""
    at, mark = match.start(), match.group()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "‘" or (mark == "'" and not before.isalnum() and _is_opening(text, at, mark)):
        return at if opened is None else opened
    if opened is None or not (before in ".,!?…;" or text[opened] == "‘"):
        return opened
    if before == "s" and after not in ("", ",", ".", ")", ";"):
        return opened  # a plural's possessive
    found.append(Span(opened, at + 1))
    return None


def find(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quote, ...]:
    """The outermost quotes of the article itself, in order."""
    out: list[Quote] = []
    going: list[Span] = []
    article = [p for p in paragraphs if p.boilerplate is None and p.start < p.end]
    for n, paragraph in enumerate(article):
        closed, opened = _in_paragraph(text, paragraph)
        if opened is not None:
            tail = Span(opened, _rstrip(text, paragraph))
            follows = n + 1 < len(article) and text[article[n + 1].start] in '"“„«'
            if not follows and tail.start > paragraph.start + 1:
                end = _sentence_end(text, tail)
                closed.append(Span(tail.start, end))
            else:
                closed.append(tail)
        else:
            follows = False
        for k, span in enumerate(closed):
            if going and k == 0 and span.start == paragraph.start:
                going.append(span)
            else:
                if going:
                    out.append(Quote(tuple(going)))
                going = [span]
            if not (follows and k == len(closed) - 1):
                out.append(Quote(tuple(going)))
                going = []
        if going and not closed:
            out.append(Quote(tuple(going)))
            going = []
    if going:
        out.append(Quote(tuple(going)))
    return tuple(out)


def _rstrip(text: str, span: Span | Paragraph) -> int:
    end = span.end
    while end > span.start + 1 and text[end - 1].isspace():
        end -= 1
    return end


_STOP = re.compile(r"[.!?](?=\s|$)")


def _sentence_end(text: str, span: Span) -> int:
    """An unclosed mark in mid-paragraph quotes no more than its own sentence."""
    stop = _STOP.search(text, span.start, span.end)
    return stop.end() if stop else span.end
