"""A widget painted line by line, of which only what changed is sent to the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tuitimeline.tui.lines import Line, Run, clip_line, line_width, shown, width
from tuitimeline.tui.themes import style_of


class Painted(Widget):
    """Lines with roles, of which those from `top` on are in view. A descendant says how many, and line `y`.

    The strips on screen are kept, so that `repaint` refreshes nothing but the columns that differ: over a slow
    line the cost of a key is what has really changed.
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.top = 0
        self._fitted = Size(0, 0)
        self._shown: dict[int, Strip] = {}

    @property
    def extent(self) -> int:
        """How many lines there are, on screen and off it."""
        raise NotImplementedError

    def paint(self, y: int) -> Line:
        """Line `y` of all there are, at most `self.size.width` columns wide."""
        raise NotImplementedError

    def fit(self) -> None:
        """Fold what is shown to a size that is new. Nothing is to be sent: the painting follows."""

    def fit_again(self) -> None:
        """Let what is shown be folded anew before it is next painted."""
        self._fitted = Size(0, 0)

    def render_line(self, y: int) -> Strip:
        """The strip on screen at line `y` of the viewport."""
        self._fit()
        if y not in self._shown:
            self._shown[y] = self._strip(y + self.top)
        return self._shown[y]

    def repaint(self) -> None:
        """Show the lines anew, sending those columns alone that changed."""
        if not self.size:
            return
        self._fit()
        changes = []
        for y in range(self.size.height):
            before = self._shown.get(y)
            self._shown[y] = after = self._strip(y + self.top)
            if before is None:
                changes.append(Region(0, y, self.size.width, 1))
            elif differs := _difference(before, after):
                changes.append(Region(differs[0], y, differs[1] - differs[0], 1))
        if changes:
            self.refresh(*changes)

    def scroll_lines(self, top: int) -> None:
        """Bring line `top` to the top, or as near to it as there are lines. Nothing is sent before `repaint`."""
        self.top = max(0, min(top, self.extent - self.size.height))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves three lines."""
        event.stop()
        self.scroll_lines(self.top + 3)
        self.repaint()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves three lines."""
        event.stop()
        self.scroll_lines(self.top - 3)
        self.repaint()

    def notify_style_update(self) -> None:
        """A theme gives the roles another look."""
        super().notify_style_update()
        self._shown.clear()

    def _fit(self) -> None:
        if self._fitted != self.size:
            self._fitted = self.size
            self._shown.clear()
            self.fit()

    def _strip(self, y: int) -> Strip:
        room = self.size.width
        runs = clip_line(tuple(Run(shown(run.text), run.roles) for run in self.paint(y)), room)
        segments = [(run.text, self._style(run.roles)) for run in runs]
        if (used := line_width(runs)) < room:
            last = segments[-1][1] if segments and self._fills(y) else self._style(())
            segments.append((" " * (room - used), last))
        return Strip(_thrifty(segments), room)

    def _fills(self, y: int) -> bool:  # noqa: ARG002
        """Whether the look of the line's last run goes on to the widget's edge."""
        return False

    def _style(self, roles: tuple[str, ...]) -> Style:
        return style_of(self.app.theme, roles)


def _thrifty(pieces: Sequence[tuple[str, Style]]) -> list[Segment]:
    """Pieces as segments, with as few changes of style as look the same: blanks take on that of a neighbour."""
    segments: list[Segment] = []
    text, style = "", Style.null()
    blank = True
    for more, looks in pieces:
        if not more:
            continue
        more_blank = more.isspace() and not _drawn(looks)
        if looks == style or (text and more_blank and not _drawn(style) and looks.bgcolor == style.bgcolor):
            text += more
        elif text and blank and looks.bgcolor == style.bgcolor and not _drawn(looks):
            text, style = text + more, looks
        else:
            if text:
                segments.append(Segment(text, style))
            text, style, blank = more, looks, True
        blank = blank and more_blank
    if text:
        segments.append(Segment(text, style))
    return segments


def _drawn(style: Style) -> bool:
    """Whether a blank in this style can be seen, its background apart."""
    return bool(style.underline or style.reverse or style.strike)


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
    """How many columns two strips share at one end. Blanks are alike where their backgrounds are."""
    if from_end:
        before, after = before[::-1], after[::-1]
    columns = 0
    for old, new in zip(before, after, strict=False):
        if old == new:
            columns += width(new.text)
            continue
        if not (old.text.isascii() and new.text.isascii() and old.style and new.style):
            break
        texts = (old.text[::-1], new.text[::-1]) if from_end else (old.text, new.text)
        alike = old.style == new.style
        blanks = old.style.bgcolor == new.style.bgcolor and not _drawn(old.style) and not _drawn(new.style)
        for a, b in zip(*texts, strict=False):
            if a != b or not (alike or (blanks and a == " ")):
                break
            columns += 1
        break
    return columns
