"""A document as pages of lines, folded once and marked only where it is on screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import overload

from tuitimeline.model import AnnotatedDocument
from tuitimeline.tui.lines import Line, Mark, Run, fold, marked
from tuitimeline.tui.pages.marks import marks_of

MARGIN = 3
"""Columns before the text: the place of the keys, the mark of an event, a space."""


class Reading(Sequence[Line]):
    """The lines of a document in `columns` columns.

    `mentions` are where events stand on it (start, end): their lines bear a mark in the margin. `here` is the
    sentence that was opened, `found` the places of words that were searched for.
    """

    def __init__(
        self,
        annotated: AnnotatedDocument,
        columns: int,
        mentions: Sequence[tuple[int, int]] = (),
        here: tuple[int, int] | None = None,
        found: Sequence[tuple[int, int]] = (),
    ) -> None:
        self._text = annotated.document.text
        self._breaks = fold(self._text, max(columns - MARGIN - 1, 10))
        self._starts = [start for start, _end in self._breaks]
        marks = list(marks_of(annotated))
        if here is not None:
            marks.append(Mark(*here, "here"))
        marks.extend(Mark(*place, "found") for place in found)
        self._marks = sorted(marks, key=lambda mark: mark.start)
        self._order = {id(mark): number for number, mark in enumerate(marks)}
        self._longest = max((mark.end - mark.start for mark in marks), default=0)
        self._mentioned = {
            n for start, end in mentions for n in range(self.line_of(start), self.line_of(end - 1) + 1)
        }

    def __len__(self) -> int:
        return len(self._breaks)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        start, end = self._breaks[index]
        mark = Run("┃ ", ("key",)) if index in self._mentioned else Run("  ")
        return (Run(" "), mark, *marked(self._text, start, end, self._around(start, end)))

    def line_of(self, offset: int) -> int:
        """The line on which the character at `offset` stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def lines_of(self, start: int, end: int) -> tuple[int, int]:
        """The lines, first and past the last, over which characters run."""
        return self.line_of(start), self.line_of(max(start, end - 1)) + 1

    def _around(self, start: int, end: int) -> list[Mark]:
        first = bisect_right(self._marks, start - self._longest - 1, key=lambda mark: mark.start)
        last = bisect_right(self._marks, end, key=lambda mark: mark.start)
        near = [mark for mark in self._marks[first:last] if mark.end > start]
        return sorted(near, key=lambda mark: self._order[id(mark)])
