"""The conflicts: claim and denial side by side, the sentences of both in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import Line, line
from tuitimeline.tui.messages import Opened, Pointed
from tuitimeline.tui.pages.conflicts import conflict_lines
from tuitimeline.tui.pages.evidence import Evidence, side
from tuitimeline.tui.screens.sheet import Sheet, top_line
from tuitimeline.tui.widgets.prose import Page, Prose
from tuitimeline.tui.widgets.rows import Rows
from tuitimeline.tui.wording import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tuitimeline.model import Conflict
    from tuitimeline.store import StoryFile
    from tuitimeline.tui.messages import Chosen, Moved
    from tuitimeline.tui.state import State

PANES = ("conflicts", "first", "second")


class ConflictsScreen(Sheet):
    """Pairs of events that contradict each other."""

    CSS_PATH = "conflicts.tcss"
    BINDINGS: ClassVar = [*keymap.CONFLICTS]
    AUTO_FOCUS = "#conflicts"

    def __init__(self, story: StoryFile, state: State) -> None:
        super().__init__(story, state)
        self._conflicts: Sequence[Conflict] = ()
        self._sides: dict[str, Evidence] = {}

    def compose(self) -> ComposeResult:
        """Head, list, the two sides, foot."""
        yield from top_line()
        yield Rows(id="conflicts")
        with Container(id="sides"):
            yield Prose(id="first", reads=True)
            yield Prose(id="second", reads=True)
        yield Prose(id="foot")

    def reload(self) -> None:
        """Read the list anew."""
        rows = self.query_one("#conflicts", Rows)
        self._conflicts = self.story.conflicts()
        empty = line(" ", ("Nothing contradicts anything else in these documents.", "faint"))
        rows.show(len(self._conflicts), self._paint, cursor=rows.cursor, tall=_two_lines, empty=empty)
        self.query_one("#sides").display = bool(self._conflicts)
        self._show_sides()
        self.foot()

    def _paint(self, row: int, columns: int, _tall: int, _first: bool) -> tuple[Line, ...]:
        conflict = self._conflicts[row]
        first, second = self.story.event(conflict.first), self.story.event(conflict.second)
        return conflict_lines(conflict.over, first, second, columns)

    def _show_sides(self) -> None:
        rows = self.query_one("#conflicts", Rows)
        left = line(("Conflicts", "title"), "  ", (plural(len(self._conflicts), "conflict"), "faint"))
        self.head(left, line((f"{rows.cursor + 1:,} of {rows.count:,}" if rows.count else "", "faint")))
        if self._conflicts:
            conflict = self._conflicts[rows.cursor]
            self.query_one("#first", Prose).show(lambda columns: self._fold("first", conflict.first, columns))
            self.query_one("#second", Prose).show(lambda columns: self._fold("second", conflict.second, columns))

    def _fold(self, pane: str, event: str, columns: int) -> Page:
        told = self.story.event(event)
        shown = self._sides[pane] = side(
            told, self.story.document, self.story.descent, columns, self._date_of(told.after)
        )
        return Page(shown.lines, shown.stops)

    def _date_of(self, event: str | None) -> str | None:
        try:
            return self.story.event(event).date if event else None
        except KeyError:  # it is hidden from the story by now
            return None

    def on_moved(self, message: Moved) -> None:
        """Show both sides of the conflict under the cursor."""
        message.stop()
        if message.widget == "conflicts":
            self._show_sides()

    def on_chosen(self, message: Chosen) -> None:
        """Go into the sides, or read the document of a sentence."""
        message.stop()
        if message.widget == "conflicts":
            self.query_one("#first").focus()
        else:
            place = self._sides[message.widget].places[message.index]
            self.post_message(Opened(place.document, place.start))

    def action_pane(self, by: int) -> None:
        """Give the keys to the next part of the screen, or the one before."""
        focused = self.focused.id if self.focused else None
        at = PANES.index(focused) if focused in PANES else 0
        self.query_one(f"#{PANES[max(0, min(at + by, 2))]}").focus()

    def action_point(self) -> None:
        """Show the side that has the keys on the timeline, the first one from the list."""
        if not self._conflicts:
            self.say("There is no conflict to show.")
            return
        conflict = self._conflicts[self.query_one("#conflicts", Rows).cursor]
        second = self.focused is not None and self.focused.id == "second"
        self.post_message(Pointed(conflict.second if second else conflict.first))


def _two_lines(_size: Size) -> int:
    return 2
