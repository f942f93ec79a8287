"""Help: what the keys do, where, and under which ids they can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import line
from tuitimeline.tui.pages.help import help_lines
from tuitimeline.tui.screens.sheet import Sheet, top_line
from tuitimeline.tui.widgets.prose import Page, Prose

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile
    from tuitimeline.tui.state import State


class HelpScreen(Sheet):
    """Every key, built from the bindings."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#keys"

    def __init__(self, story: StoryFile, state: State, keys: dict[str, str]) -> None:
        super().__init__(story, state)
        self._changed = keys

    def compose(self) -> ComposeResult:
        """Head, keys, foot."""
        yield from top_line()
        yield Prose(id="keys", reads=True)
        yield Prose(id="foot")

    def reload(self) -> None:
        """Write the help."""
        self.query_one("#keys", Prose).show(
            lambda columns: Page(help_lines(keymap.TABLES, self._changed, columns))
        )
        self.head(line(("Help", "title")), line(("escape leaves", "faint")))
        self.foot()
