"""The filters as switches: each shows at once how many events are left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import Line, line
from tuitimeline.tui.messages import Filtered
from tuitimeline.tui.pages.chips import chips
from tuitimeline.tui.pages.filters import Switch, switch_lines, switches
from tuitimeline.tui.screens.ask import Ask
from tuitimeline.tui.screens.sheet import Sheet, top_line
from tuitimeline.tui.widgets.prose import Prose
from tuitimeline.tui.widgets.rows import Rows
from tuitimeline.tui.wording import plural

if TYPE_CHECKING:
    from tuitimeline.store import Filter, StoryFile
    from tuitimeline.tui.messages import Chosen, Moved
    from tuitimeline.tui.state import State


class FiltersScreen(Sheet):
    """Every filter; they combine, and the timeline shows them as chips."""

    CSS_PATH = "filters.tcss"
    BINDINGS: ClassVar = [*keymap.FILTERS]
    AUTO_FOCUS = "#switches"

    def __init__(self, story: StoryFile, state: State) -> None:
        super().__init__(story, state)
        self._switches: tuple[Switch, ...] = ()

    def compose(self) -> ComposeResult:
        """Head, chips, list, foot."""
        yield from top_line()
        yield Prose(id="chips")
        yield Rows(id="switches")
        yield Prose(id="foot")

    def reload(self) -> None:
        """Show the switches as they are."""
        rows = self.query_one("#switches", Rows)
        names = self.names_of(self.state.wanted)
        self._switches = switches(self.state.wanted, self.story.kinds(), self.story.tags(), names)
        rows.show(len(self._switches), self._paint, cursor=rows.cursor)
        self.query_one("#chips", Prose).say(chips(self.state.wanted, names))
        count = plural(len(self.story.events(self.state.wanted)), "event")
        self.head(line(("Filters", "title")), line((count, "badge")))
        self.foot()

    def _paint(self, row: int, columns: int, _tall: int, first: bool) -> tuple[Line, ...]:
        switch = self._switches[row]
        return switch_lines(switch, first or not row or self._switches[row - 1].part != switch.part, columns)

    def on_moved(self, message: Moved) -> None:
        """Nothing else hangs on the cursor here."""
        message.stop()

    def on_chosen(self, message: Chosen) -> None:
        """Press a switch, or ask what it needs to know."""
        message.stop()
        switch = self._switches[message.index]
        if switch.then is not None:
            self._apply(switch.then)
        elif switch.part == "text":
            self.app.push_screen(Ask("With words", self.state.wanted.text, self._count), self._with_text)
        else:
            self.app.push_screen(Ask("Dates", "", self.read_as), self._with_dates)

    def action_press(self) -> None:
        """Press the switch under the cursor."""
        self.query_one("#switches", Rows).action_choose()

    def action_unfilter(self) -> None:
        """Drop every filter."""
        from tuitimeline.store import Filter

        self._apply(Filter())

    def _count(self, words: str) -> str:
        return plural(len(self.story.events(replace(self.state.wanted, text=words.strip()))), "event")

    def _with_text(self, words: str | None) -> None:
        if words is not None:
            self._apply(replace(self.state.wanted, text=words.strip()))

    def _with_dates(self, words: str | None) -> None:
        from tuitimeline.annotate.dates import typed

        if words is None:
            return
        try:
            since, until = typed.span(words, self.state.today) if words.strip() else (None, None)
        except ValueError as error:
            self.say(str(error), alarm=True)
            return
        self._apply(replace(self.state.wanted, since=since, until=until))

    def _apply(self, wanted: Filter) -> None:
        self.post_message(Filtered(wanted))
