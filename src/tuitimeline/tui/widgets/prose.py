"""A page of lines to read, with places to stop at: sentences in the evidence, mentions in a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.geometry import Size

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import Line, Run
from tuitimeline.tui.messages import Chosen, Moved
from tuitimeline.tui.widgets.painted import Painted


class Stop(NamedTuple):
    """Lines at which a reader may stop: the first, and the one past the last."""

    first: int
    last: int


class Prose(Painted):
    """Lines that scroll. Where the page has stops, the keys go from one to the next and the margin marks it.

    The first column of every line is the margin.
    """

    BINDINGS: ClassVar = [*keymap.MOVING]

    def __init__(self, *, id: str, reads: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self.can_focus = reads
        self.lines: Sequence[Line] = ()
        self.stops: Sequence[Stop] = ()
        self.stop = 0

    def show(
        self, lines: Sequence[Line], stops: Sequence[Stop] = (), *, stop: int = 0, top: int | None = 0
    ) -> None:
        """Show another page from line `top`; None keeps the place. `stop` is the one the reader stands at."""
        self.lines, self.stops = lines, stops
        self.stop = max(0, min(stop, len(stops) - 1))
        if self.virtual_size.height != len(lines):
            self.virtual_size = Size(self.size.width, len(lines))
        if top is not None:
            self.scroll_to(y=top, animate=False, force=True)
        self.repaint()

    def go(self, stop: int) -> None:
        """Stand at another stop and bring it into view."""
        if not self.stops:
            return
        stop = max(0, min(stop, len(self.stops) - 1))
        moved, self.stop = stop != self.stop, stop
        self.bring_into_view()
        self.repaint()
        if moved:
            self.post_message(Moved(self.id or "", stop))

    def bring_into_view(self) -> None:
        """Scroll so that the stop is on screen, a third from the top when it was not."""
        if not self.stops:
            return
        first, last = self.stops[self.stop]
        top, height = round(self.scroll_offset.y), self.size.height
        if first < top or min(last, first + height) > top + height:
            self.scroll_to(y=max(0, first - height // 3), animate=False, force=True)

    def paint(self, y: int) -> Line:
        """Line `y` of the page."""
        if y >= len(self.lines):
            return ()
        shown = self.lines[y]
        if self.has_focus and self.stops:
            first, last = self.stops[self.stop]
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
        line = event.y + round(self.scroll_offset.y)
        for number, (first, last) in enumerate(self.stops):
            if first <= line < last:
                if number == self.stop and self.has_focus:
                    self.post_message(Chosen(self.id or "", number))
                else:
                    self.go(number)

    def action_step(self, by: int) -> None:
        """Go to the next stop, or scroll a line where there are none or the stop is taller than the screen."""
        top, height = round(self.scroll_offset.y), self.size.height
        if self.stops:
            first, last = self.stops[self.stop]
            beyond = last > top + height if by > 0 else first < top
            if not beyond and 0 <= self.stop + by < len(self.stops):
                self.go(self.stop + by)
                return
        self.scroll_to(y=top + by, animate=False, force=True)

    def action_turn(self, pages: int) -> None:
        """Scroll by screens."""
        self.scroll_to(y=round(self.scroll_offset.y) + pages * self.size.height, animate=False, force=True)

    def action_edge(self, end: int) -> None:
        """Go to the top (0) or the bottom (1)."""
        self.scroll_to(y=end * len(self.lines), animate=False, force=True)
        if self.stops:
            self.go(end * (len(self.stops) - 1))

    def action_choose(self) -> None:
        """Open what the reader stands at."""
        if self.stops:
            self.post_message(Chosen(self.id or "", self.stop))


def _without_margin(shown: Line) -> Line:
    if not shown:
        return ()
    first, *rest = shown
    return (Run(first.text[1:], first.roles), *rest)
