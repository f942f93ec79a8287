"""A page of lines to read, with places to stop at: sentences in the evidence, mentions in a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import Line, Run
from tuitimeline.tui.messages import Chosen, Moved
from tuitimeline.tui.widgets.painted import Painted


@dataclass(frozen=True, slots=True)
class Page:
    """Lines, and the stops among them: for each its first line and the one past its last.

    The reader stands at `stop` when the page is opened, with line `top` at the top (None: where it was).
    """

    lines: Sequence[Line] = ()
    stops: Sequence[tuple[int, int]] = ()
    stop: int | None = None
    top: int | None = None


class Prose(Painted):
    """Lines that scroll. Where the page has stops, the keys go from one to the next and the margin marks it.

    The page is a function of the width, called anew when the width changes. The first column of every line is the
    margin.
    """

    BINDINGS: ClassVar = [*keymap.MOVING]

    def __init__(self, *, id: str, reads: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self.can_focus = reads
        self.page = Page()
        self.stop = 0
        self._fold: Callable[[int], Page] = lambda _columns: Page()

    def show(self, fold: Callable[[int], Page]) -> None:
        """Show the page that `fold` makes for a number of columns, from its beginning."""
        self._fold = fold
        self.stop = self.top = 0
        self.fit_again()
        self.repaint_all()

    def say(self, shown: Line) -> None:
        """Show one line."""
        self.show(lambda _columns: Page([shown]))

    def repaint_all(self) -> None:
        """Fold the page and send what of it changed."""
        if self.size:
            kept = dict(self._shown)
            self._fit()
            self._shown = kept
            self.repaint()

    def fit(self) -> None:
        """Fold the page to the width."""
        self.page = self._fold(self.size.width)
        if self.page.stop is not None:
            self.stop = self.page.stop
        self.stop = max(0, min(self.stop, len(self.page.stops) - 1))
        self.scroll_lines(self.top if self.page.top is None else self.page.top)

    def go(self, stop: int) -> None:
        """Stand at another stop and bring it into view."""
        if not self.page.stops:
            return
        stop = max(0, min(stop, len(self.page.stops) - 1))
        moved, self.stop = stop != self.stop, stop
        first, last = self.page.stops[stop]
        height = self.size.height
        if first < self.top or min(last, first + height) > self.top + height:
            self.scroll_lines(first - height // 3)
        self.repaint()
        if moved:
            self.post_message(Moved(self.id or "", stop))

    @property
    def extent(self) -> int:
        """How many lines the page has."""
        return len(self.page.lines)

    def paint(self, y: int) -> Line:
        """Line `y` of the page."""
        if y >= len(self.page.lines):
            return ()
        shown = self.page.lines[y]
        if self.has_focus and self.page.stops:
            first, last = self.page.stops[self.stop]
            if first <= y < last:
                return (Run("▌", ("key",)), *_without_margin(shown))
        return shown

    def on_focus(self) -> None:
        """The margin marks the stop while the page has the keys."""
        self.repaint()

    def on_blur(self) -> None:
        """Without the keys there is no mark."""
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """A click stands at the stop under it, a second one opens it."""
        line = event.y + self.top
        for number, (first, last) in enumerate(self.page.stops):
            if first <= line < last:
                if number == self.stop and self.has_focus:
                    self.post_message(Chosen(self.id or "", number))
                else:
                    self.go(number)

    def action_step(self, by: int) -> None:
        """Go to the next stop, or scroll a line where there are none or the stop is taller than the screen."""
        stops, height = self.page.stops, self.size.height
        if stops:
            first, last = stops[self.stop]
            beyond = last > self.top + height if by > 0 else first < self.top
            if not beyond and 0 <= self.stop + by < len(stops):
                self.go(self.stop + by)
                return
        self.scroll_lines(self.top + by)
        self.repaint()

    def action_turn(self, pages: int) -> None:
        """Scroll by screens."""
        self.scroll_lines(self.top + pages * self.size.height)
        self.repaint()

    def action_edge(self, end: int) -> None:
        """Go to the top (0) or the bottom (1)."""
        self.scroll_lines(end * self.extent)
        self.repaint()
        self.go(end * (len(self.page.stops) - 1))

    def action_choose(self) -> None:
        """Open what the reader stands at."""
        if self.page.stops:
            self.post_message(Chosen(self.id or "", self.stop))


def _without_margin(shown: Line) -> Line:
    if not shown:
        return ()
    first, *rest = shown
    return (Run(first.text[1:], first.roles), *rest)
