"""One list for everything: rows by number, of which only those in view are ever asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.geometry import Size

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import Line, Run
from tuitimeline.tui.messages import Chosen, Moved
from tuitimeline.tui.widgets.painted import Painted

PaintRow = Callable[[int, int, bool], tuple[Line, ...]]
"""(row, columns, whether it is the first in view) to the row's lines."""


class Rows(Painted, can_focus=True):
    """`count` rows of `tall` lines each, with a cursor. Posts Moved and Chosen under its own id."""

    BINDINGS: ClassVar = [*keymap.MOVING]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.count = 0
        self.tall = 1
        self.cursor = 0
        self._paint_row: PaintRow = lambda _row, _columns, _first: ()
        self._empty: Line = ()

    def show(self, count: int, paint: PaintRow, *, cursor: int = 0, tall: int = 1, empty: Line = ()) -> None:
        """Show other rows. `empty` is said where there is none."""
        self.count, self.tall, self._paint_row, self._empty = count, tall, paint, empty
        self.cursor = max(0, min(cursor, count - 1))
        self.virtual_size = Size(self.size.width, count * tall)
        self._into_view()
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

    @property
    def in_view(self) -> range:
        """The rows that are on screen, wholly or in part."""
        first = round(self.scroll_offset.y) // self.tall
        return range(first, min(first + -(-self.size.height // self.tall), self.count))

    @property
    def page(self) -> int:
        """How many rows go on one screen."""
        return max(1, self.size.height // self.tall)

    def paint(self, y: int) -> Line:
        """Line `y` of all the rows."""
        row, part = divmod(y, self.tall)
        if row >= self.count:
            return self._empty if y == 0 else ()
        lines = self._paint_row(row, self.size.width, row == self.in_view.start)
        shown = lines[part] if part < len(lines) else ()
        if row != self.cursor:
            return shown
        role = "cursor" if self.has_focus else "resting"
        return tuple(Run(run.text, (*run.roles, role)) for run in shown)

    def _fills(self, y: int) -> bool:
        return self.count > 0 and y // self.tall == self.cursor

    def _into_view(self) -> None:
        """Scroll by half a screen when the cursor leaves it: by lines, each key would send it all."""
        top, height = self.cursor * self.tall, self.size.height
        first = round(self.scroll_offset.y)
        if first <= top and top + self.tall <= first + height:
            return
        middle = top - height // 2
        self.scroll_to(y=middle - middle % self.tall, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in view when the terminal changes its size."""
        super().on_resize()
        self.virtual_size = Size(self.size.width, self.count * self.tall)
        self._into_view()

    def on_focus(self) -> None:
        """The cursor looks different in the list that has the keys."""
        self.repaint()

    def on_blur(self) -> None:
        """The cursor looks different in a list that has not the keys."""
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row, a second one on the same row opens it."""
        row = (event.y + round(self.scroll_offset.y)) // self.tall
        if row == self.cursor and self.count:
            self.post_message(Chosen(self.id or "", row))
        else:
            self.move(row)

    def action_step(self, by: int) -> None:
        """Move the cursor by rows."""
        self.move(self.cursor + by)

    def action_turn(self, pages: int) -> None:
        """Move the cursor by screens: what is seen moves with it."""
        to = max(0, min(self.cursor + pages * self.page, self.count - 1))
        first = max(0, self.in_view.start + pages * self.page) * self.tall
        self.scroll_to(y=first, animate=False, force=True)
        self.move(to)

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first row (0) or the last (1)."""
        self.move((self.count - 1) * end)

    def action_choose(self) -> None:
        """Open what the cursor stands on."""
        if self.count:
            self.post_message(Chosen(self.id or "", self.cursor))
