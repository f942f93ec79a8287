"""Text with roles, folded into lines: what every screen is made of. Nothing here knows Textual or a colour.

A role names what a run of text *is* ("source", "date", "headline"); roles.py says how that looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tuitimeline.safe import visible

_ASCII = re.compile(r"[\x20-\x7e]*")
_WORD = re.compile(r"\S+")


class Run(NamedTuple):
    """A run of text that has the same roles all along. Later roles win where styles differ."""

    text: str
    roles: tuple[str, ...] = ()


Line = tuple[Run, ...]


class Mark(NamedTuple):
    """Characters of a text (code points, end exclusive) that have a role."""

    start: int
    end: int
    role: str


def line(*parts: str | Run | tuple[str, str]) -> Line:
    """A line from strings, runs and (text, role) pairs; empty ones are left out and every text is made safe."""
    runs = []
    for part in parts:
        if isinstance(part, str):
            part = Run(part)
        elif not isinstance(part, Run):
            text, role = part
            part = Run(text, (role,))
        if part.text:
            runs.append(Run(shown(part.text), part.roles))
    return tuple(runs)


def width(text: str) -> int:
    """Columns that `text` takes on a terminal: wide characters two, combining ones none."""
    return len(text) if _ASCII.fullmatch(text) else cell_len(text)


def line_width(folded: Line) -> int:
    """Columns that a line takes."""
    return sum(width(run.text) for run in folded)


def clip(text: str, columns: int) -> str:
    """`text` in exactly `columns` columns: padded with spaces, or cut with an ellipsis."""
    columns = max(columns, 0)
    if width(text) <= columns:
        return text + " " * (columns - width(text))
    if columns == 0:
        return ""
    return set_cell_size(text, columns - 1) + "…"


def clip_line(runs: Line, columns: int) -> Line:
    """A line cut to at most `columns` columns, with an ellipsis where something is lost."""
    if line_width(runs) <= columns:
        return runs
    kept, left = [], columns
    for run in runs:
        here = width(run.text)
        if here >= left:
            kept.append(Run(clip(run.text + "…", left) if here == left else clip(run.text, left), run.roles))
            break
        kept.append(run)
        left -= here
    return tuple(kept)


def spread(left: Line, right: Line, columns: int) -> Line:
    """`left` and `right` at the two ends of a line; where both do not fit, `left` is cut."""
    room = columns - line_width(right) - (1 if right else 0)
    left = clip_line(left, max(room, 0))
    gap = columns - line_width(left) - line_width(right)
    return (*left, Run(" " * max(gap, 0)), *right)


@lru_cache(maxsize=512)
def fold(text: str, columns: int) -> tuple[tuple[int, int], ...]:
    """Where `text` breaks into lines of at most `columns` columns: offsets without the space at the break.

    Breaks stand at white space and at line breaks; a word that is too long is broken where it must be.
    """
    columns = max(columns, 1)
    breaks: list[tuple[int, int]] = []
    offset = 0
    for paragraph in text.split("\n"):
        breaks.extend(
            (offset + start, offset + end)
            for start, end in _fold_paragraph(shown(paragraph.rstrip("\r")), columns)
        )
        offset += len(paragraph) + 1
    return tuple(breaks)


def _fold_paragraph(text: str, columns: int) -> Iterable[tuple[int, int]]:
    start, end, used = 0, 0, 0
    for found in _WORD.finditer(text):
        here = width(found.group())
        gap = width(text[end : found.start()])
        begun = end > start  # by its characters: a combining mark alone has no width
        if begun and used + gap + here <= columns:
            end, used = found.end(), used + gap + here
            continue
        if begun:
            yield start, end
        start = found.start()
        while here > columns:
            piece = len(set_cell_size(text[start : found.end()], columns).rstrip()) or 1
            yield start, start + piece
            start += piece
            here = width(text[start : found.end()])
        end, used = found.end(), here
    yield start, end


def shown(text: str) -> str:
    """Text as it is put on a screen, character for character: tabs as spaces, what is hostile as symbols."""
    return visible(text.replace("\t", " "))


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Line:
    """The characters from `start` to `end` as runs, each with the roles of the marks over it.

    >>> marked("two sources said", 0, 16, [Mark(0, 11, "source"), Mark(12, 16, "cue")])[0]
    Run(text='two sources', roles=('source',))
    """
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    cuts = sorted({start, end, *(min(max(at, start), end) for mark in inside for at in (mark.start, mark.end))})
    runs = []
    for left, right in pairwise(cuts):
        roles = tuple(mark.role for mark in inside if mark.start <= left and right <= mark.end)
        runs.append(Run(shown(text[left:right]), roles))
    return tuple(runs)


def folded(text: str, columns: int, marks: Sequence[Mark] = (), indent: str = "") -> list[Line]:
    """`text` with its marks, folded into lines that each begin with `indent`."""
    return [
        ((Run(indent),) if indent else ()) + marked(text, start, end, marks)
        for start, end in fold(text, columns - width(indent))
    ]
