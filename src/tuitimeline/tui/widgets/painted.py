"""A widget painted line by line, of which only what changed is sent to the terminal."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuitimeline.tui.lines import Line, width
from tuitimeline.tui.roles import ROLES


class Painted(ScrollView):
    """Lines with roles in a scrolling view. A descendant says what line `y` of the whole is.

    The strips on screen are kept, so that `repaint` refreshes nothing but the columns that differ: over a slow
    line the cost of a key is what has really changed.
    """

    COMPONENT_CLASSES: ClassVar = set(ROLES)
    DEFAULT_CSS = "Painted { scrollbar-size: 0 0; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._shown: dict[int, Strip] = {}
        self._styles: dict[tuple[str, ...], Style] = {}

    def paint(self, y: int) -> Line:
        """Line `y` of everything that can be scrolled to, at most `self.size.width` columns wide."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """The strip on screen at line `y` of the viewport."""
        if y not in self._shown:
            self._shown[y] = self._strip(y + round(self.scroll_offset.y))
        return self._shown[y]

    def repaint(self) -> None:
        """Show the lines anew, sending those columns alone that changed."""
        changes = []
        for y in range(self.size.height):
            before = self._shown.get(y)
            self._shown[y] = after = self._strip(y + round(self.scroll_offset.y))
            if before is None:
                changes.append(Region(0, y, self.size.width, 1))
            elif differs := _difference(before, after):
                changes.append(Region(differs[0], y, differs[1] - differs[0], 1))
        if changes:
            self.refresh(*changes)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolling changes every line, yet blank ends of lines stay as they are."""
        if round(old_value) != round(new_value):
            self.repaint()

    def on_resize(self) -> None:
        """Another width folds every line anew."""
        self._shown.clear()

    def notify_style_update(self) -> None:
        """A theme gives the roles another look."""
        super().notify_style_update()
        self._styles.clear()
        self._shown.clear()

    def _strip(self, y: int) -> Strip:
        segments, used = [], 0
        for run in self.paint(y):
            segments.append(Segment(run.text, self._style(run.roles)))
            used += width(run.text)
        room = self.size.width
        if used < room:
            last = segments[-1].style if segments and self._fills(y) else self._style(())
            segments.append(Segment(" " * (room - used), last))
        strip = Strip(segments, max(used, room))
        return strip if used <= room else strip.crop(0, room)

    def _fills(self, y: int) -> bool:  # noqa: ARG002
        """Whether the look of the line's last run goes on to the widget's edge."""
        return False

    def _style(self, roles: tuple[str, ...]) -> Style:
        if roles not in self._styles:
            style = self.rich_style
            for role in roles:
                style += self.get_component_rich_style(role, partial=True)
            self._styles[roles] = style
        return self._styles[roles]


def _difference(before: Strip, after: Strip) -> tuple[int, int] | None:
    """The columns, first and past the last, in which two strips of one length differ; None where they do not."""
    if before.cell_length != after.cell_length:
        return 0, after.cell_length
    start = _shared(list(before), list(after), from_end=False)
    if start == after.cell_length:
        return None
    end = after.cell_length - _shared(list(before), list(after), from_end=True)
    return (start, end) if start < end else (0, after.cell_length)


def _shared(before: list[Segment], after: list[Segment], *, from_end: bool) -> int:
    """How many columns two strips share at one end."""
    if from_end:
        before, after = before[::-1], after[::-1]
    columns = 0
    for old, new in zip(before, after, strict=False):
        if old == new:
            columns += width(new.text)
            continue
        if old.style == new.style and old.text.isascii() and new.text.isascii():
            texts = (old.text[::-1], new.text[::-1]) if from_end else (old.text, new.text)
            for a, b in zip(*texts, strict=False):
                if a != b:
                    break
                columns += 1
        break
    return columns
