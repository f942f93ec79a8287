"""Help: what the keys do, where, and under which ids they can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import line
from tuitimeline.tui.pages.help import help_lines
from tuitimeline.tui.screens.sheet import Sheet
from tuitimeline.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile
    from tuitimeline.tui.state import State


class HelpScreen(Sheet):
    """Every key, built from the bindings."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#keys"

    def __init__(self, story: StoryFile, state: State, keys: dict[str, str]) -> None:
        super().__init__(story, state)
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Head, keys, foot."""
        yield Prose(id="head")
        yield Prose(id="keys", reads=True)
        yield Prose(id="foot")

    def reload(self) -> None:
        """Write the help to the width."""
        page = self.query_one("#keys", Prose)
        page.show(help_lines(keymap.TABLES, self._keys, page.size.width), top=None)
        self.head(line(("Help", "title")), line(("escape leaves", "faint")))
        self.foot()
