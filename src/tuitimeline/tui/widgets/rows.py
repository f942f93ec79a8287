"""One list for everything: rows by number, of which only those in view are ever asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.geometry import Size

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import Line, Run
from tuitimeline.tui.messages import Chosen, Moved, Viewed
from tuitimeline.tui.widgets.painted import Painted

PaintRow = Callable[[int, int, int, bool], tuple[Line, ...]]
"""(row, columns, lines it may take, whether it is the first in view) to the row's lines."""


def one_line(_size: Size) -> int:
    """Rows of one line at every size."""
    return 1


class Rows(Painted, can_focus=True):
    """`count` rows with a cursor. Posts Moved, Chosen and Viewed under its own id."""

    BINDINGS: ClassVar = [*keymap.MOVING]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.count = 0
        self.tall = 1
        self.cursor = 0
        self._paint_row: PaintRow = lambda _row, _columns, _tall, _first: ()
        self._lines_at: Callable[[Size], int] = one_line
        self._empty: Line = ()

    def show(
        self,
        count: int,
        paint: PaintRow,
        *,
        cursor: int = 0,
        tall: Callable[[Size], int] = one_line,
        empty: Line = (),
    ) -> None:
        """Show other rows; `tall` says the lines of each at a size, `empty` what to say where there is none."""
        self.count, self._paint_row, self._lines_at, self._empty = count, paint, tall, empty
        self.cursor = max(0, min(cursor, count - 1))
        if self.size:
            self.fit()
            self.repaint()

    def move(self, to: int) -> None:
        """Put the cursor on a row: the nearest one where there is none of that number."""
        to = max(0, min(to, self.count - 1))
        if to == self.cursor or not self.count:
            return
        self.cursor = to
        self._into_view()
        self.repaint()
        self.post_message(Moved(self.id or "", to))

    def fit(self) -> None:
        """Keep the cursor in view at a new size."""
        self.tall = self._lines_at(self.size)
        self._into_view()
        self.post_message(Viewed(self.id or ""))

    @property
    def extent(self) -> int:
        """How many lines all the rows take."""
        return self.count * self.tall

    @property
    def in_view(self) -> range:
        """The rows that are on screen, wholly or in part."""
        first = self.top // self.tall
        return range(first, min(first + -(-self.size.height // self.tall), self.count))

    @property
    def turn(self) -> int:
        """How many rows go on one screen."""
        return max(1, self.size.height // self.tall)

    def paint(self, y: int) -> Line:
        """Line `y` of all the rows."""
        row, part = divmod(y, self.tall)
        if row >= self.count:
            return self._empty if y == 0 else ()
        lines = self._paint_row(row, self.size.width, self.tall, row == self.in_view.start)
        shown = lines[part] if part < len(lines) else ()
        if row != self.cursor:
            return shown
        role = "cursor" if self.has_focus else "resting"
        return tuple(Run(run.text, (*run.roles, role)) for run in shown)

    def _fills(self, y: int) -> bool:
        return self.count > 0 and y // self.tall == self.cursor

    def _into_view(self) -> None:
        """Scroll by half a screen when the cursor leaves it: by lines, each key would send it all."""
        line, height = self.cursor * self.tall, self.size.height
        if self.top <= line and line + self.tall <= self.top + height:
            self.scroll_lines(self.top)
            return
        middle = line - height // 2
        self.scroll_lines(middle - middle % self.tall)

    def scroll_lines(self, top: int) -> None:
        """Bring the row on line `top` to the top, whole."""
        super().scroll_lines(top)
        self.top -= self.top % self.tall

    def on_focus(self) -> None:
        """The cursor looks different in the list that has the keys."""
        self.repaint()

    def on_blur(self) -> None:
        """The cursor looks different in a list that has not the keys."""
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row, a second one on the same row opens it."""
        row = (event.y + self.top) // self.tall
        if row == self.cursor and self.count:
            self.post_message(Chosen(self.id or "", row))
        elif row < self.count:
            self.move(row)

    def action_step(self, by: int) -> None:
        """Move the cursor by rows."""
        self.move(self.cursor + by)

    def action_turn(self, pages: int) -> None:
        """Move the cursor by screens: what is seen moves with it."""
        self.scroll_lines(self.top + pages * self.turn * self.tall)
        self.move(self.cursor + pages * self.turn)

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first row (0) or the last (1)."""
        self.move((self.count - 1) * end)

    def action_choose(self) -> None:
        """Open what the cursor stands on."""
        if self.count:
            self.post_message(Chosen(self.id or "", self.cursor))
