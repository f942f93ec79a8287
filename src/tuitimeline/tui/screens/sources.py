"""The sources: everyone who says anything, how often and how, and a matrix of sources by events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import Line, line
from tuitimeline.tui.messages import Filtered, Pointed
from tuitimeline.tui.pages.speakers import (
    NAME,
    heading,
    matrix_heading,
    matrix_legend,
    matrix_line,
    speaker_lines,
)
from tuitimeline.tui.screens.sheet import Sheet, top_line
from tuitimeline.tui.widgets.prose import Page, Prose
from tuitimeline.tui.widgets.rows import Rows
from tuitimeline.tui.wording import plural

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tuitimeline.model import Event, Stance
    from tuitimeline.store import SpeakerRow, StoryFile
    from tuitimeline.tui.messages import Chosen, Moved
    from tuitimeline.tui.state import State

ORDERS: dict[str, Callable[[SpeakerRow], tuple[object, ...]]] = {
    "by events": lambda row: (-row.events, row.name.casefold()),
    "by name": lambda row: (row.name.casefold(),),
    "by denials": lambda row: (-row.denies, -row.events),
}
"""The orders in which sources can stand."""

SORTED = 100_000
"""Sources up to which another order is worked out: beyond, the file's own order, by events, must do."""


class SourcesScreen(Sheet):
    """Everyone who says anything; enter shows on the timeline what a source said."""

    CSS_PATH = "sources.tcss"
    BINDINGS: ClassVar = [*keymap.SOURCES]
    AUTO_FOCUS = "#sources"

    def __init__(self, story: StoryFile, state: State) -> None:
        super().__init__(story, state)
        self._speakers: Sequence[SpeakerRow] = ()
        self._order = "by events"
        self._matrix = False
        self._events: list[Event] = []
        self._said: list[dict[str, Stance]] = []
        self._chosen = 0

    def compose(self) -> ComposeResult:
        """Head, heading, list, legend, foot."""
        yield from top_line()
        yield Prose(id="heading")
        yield Rows(id="sources")
        yield Prose(id="legend")
        yield Prose(id="foot")

    def reload(self) -> None:
        """Read the list anew."""
        rows = self.query_one("#sources", Rows)
        self._speakers = self.story.speakers()
        if self._order != "by events" and len(self._speakers) <= SORTED:
            self._speakers = sorted(self._speakers, key=ORDERS[self._order])
        if self._matrix:
            self._read_events()
        self.query_one("#heading").styles.height = 2 if self._matrix else 1
        self.query_one("#legend").display = self._matrix
        self.query_one("#legend", Prose).say(matrix_legend())
        empty = line(" ", ("Nobody says anything in these documents.", "faint"))
        rows.show(len(self._speakers), self._paint, cursor=rows.cursor, empty=empty)
        self._show_heading()
        self.foot()

    def _read_events(self) -> None:
        """The events of the matrix: as many as fit, from the one under the timeline's cursor on."""
        from tuitimeline.store.speakers import key

        events = self.story.events(self.state.wanted)
        start = (events.index_of(self.state.event) if self.state.event else None) or 0
        fits = max(1, (self.size.width - NAME) // 2)
        start = max(0, min(start, len(events) - fits))
        self._first = start
        self._events = [self.story.event(events.row(n).id) for n in range(start, min(start + fits, len(events)))]
        self._said = [{key(voice): voice.stance for voice in event.voices} for event in self._events]
        self._chosen = min(self._chosen, max(0, len(self._events) - 1))

    def _paint(self, row: int, columns: int, _tall: int, _first: bool) -> tuple[Line, ...]:
        if self._matrix:
            return (matrix_line(self._speakers[row], self._said, self._chosen, columns),)
        return speaker_lines(self._speakers[row], self.name_of, columns)

    def _show_heading(self) -> None:
        head = self.query_one("#heading", Prose)
        left = line(("Sources", "title"), "  ", (plural(len(self._speakers), "source"), "faint"))
        if self._matrix:
            numbers = [self._first + place + 1 for place in range(len(self._events))]
            head.show(lambda columns: Page(matrix_heading(numbers, self._chosen, columns)))
            if self._events:
                event = self._events[self._chosen]
                left = line(("Sources", "title"), "  ", (str(numbers[self._chosen]), "key"), " ", event.headline)
        else:
            head.show(lambda columns: Page([heading(columns)]))
        self.head(left, line((self._order, "faint")))

    def on_moved(self, message: Moved) -> None:
        """Nothing else hangs on the cursor here."""
        message.stop()

    def on_chosen(self, message: Chosen) -> None:
        """Show what the source said on the timeline; in the matrix, the event of the column."""
        message.stop()
        if self._matrix and self._events:
            self.post_message(Pointed(self._events[self._chosen].id))
        else:
            speaker = self._speakers[message.index].key
            self.post_message(Filtered(replace(self.state.wanted, speaker=speaker), show=True))

    def action_matrix(self) -> None:
        """Turn the list into a matrix of sources by events, or back."""
        self._matrix = not self._matrix
        self.reload()

    def action_column(self, by: int) -> None:
        """Choose another event of the matrix."""
        if not self._matrix:
            self.say("The matrix has columns: m shows it.")
            return
        self._chosen = max(0, min(self._chosen + by, len(self._events) - 1))
        self._show_heading()
        self.query_one("#sources", Rows).repaint()

    def action_sort(self) -> None:
        """Order by events, by name, by denials."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        if len(self._speakers) > SORTED:
            self._order = "by events"
            self.say(f"More than {SORTED:,} sources stay ordered by events.")
        self.reload()
