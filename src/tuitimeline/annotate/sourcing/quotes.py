"""Quote marks become quotes: pairs, nested, left open over paragraphs; an odd number of them breaks nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tuitimeline.model import Paragraph, Span

_MARK = re.compile(r"[\"“”„«»]|(?<![\w.,!?…;])[‘'](?=\w)|(?<=[\w.,!?…;])[’'](?!\w)|''|``")
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")


class Quote(NamedTuple):
    """A run of quoted text, marks included. `open` is true where no mark closes it in its own paragraph.

    `parts` is more than one run where the quote goes on over paragraphs, each opened by a mark of its own.
    """

    parts: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.parts[0].start


def _is_opening(text: str, at: int, width: int) -> bool:
    mark = text[at]
    before = text[at - 1] if at else " "
    after = text[at + width] if at + width < len(text) else " "
    if mark in _OPENING:
        return not (before in ",.?!" and after.isspace())  # typed the wrong way round
    if mark in _CLOSING:
        return False
    return (before.isspace() or before in "([{—–-") and not after.isspace()


def _in_paragraph(text: str, paragraph: Paragraph) -> tuple[list[Span], int | None]:
    """The closed quotes of one paragraph, outermost only, and where a quote stands open at its end."""
    found: list[Span] = []
    opened: int | None = None
    singles: int | None = None
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, width = mark.start(), len(mark.group())
        if text[at] in "‘’'" and width == 1:
            if opened is not None:
                continue
            opening = text[at] == "‘" or (
                text[at] == "'" and (at == 0 or not text[at - 1].isalnum()) and _is_opening(text, at, 1)
            )
            if opening and singles is None:
                singles = at
            elif (
                not opening
                and singles is not None
                and (text[at - 1] in ".,!?…;" or text[singles] == "‘")
                and (text[at - 1] != "s" or text[at + 1 : at + 2] in ("", ",", ".", ")", ";"))
            ):
                found.append(Span(singles, at + 1))
                singles = None
            continue
        if opened is None:
            if _is_opening(text, at, width) or (text[at] == '"' and at == paragraph.start):
                if singles is not None:
                    singles = None
                opened = at
        elif _is_opening(text, at, width):
            if text[at] in _OPENING and text[opened] in _OPENING:
                continue
            found.append(Span(opened, at))
            opened = at
        else:
            found.append(Span(opened, at + width))
            opened = None
    return found, opened


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
