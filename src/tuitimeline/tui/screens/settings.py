"""Settings: theme and mouse, kept in a file, and where the keys can be changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tuitimeline.tui.lines import Line, Run, clip, line
from tuitimeline.tui.messages import Preferred
from tuitimeline.tui.screens.sheet import Sheet, top_line
from tuitimeline.tui.settings import Settings, folder
from tuitimeline.tui.themes import THEMES
from tuitimeline.tui.widgets.prose import Page, Prose
from tuitimeline.tui.widgets.rows import Rows
from tuitimeline.tui.wording import path_words

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile
    from tuitimeline.tui.messages import Chosen, Moved
    from tuitimeline.tui.state import State

THEME_WORDS = {
    "night": "newsprint by night",
    "day": "newsprint by day",
    "contrast": "high contrast",
    "sixteen": "the terminal’s own 16 colours",
    "plain": "no colour",
}


class SettingsScreen(Sheet):
    """A line for each thing that can be set; enter sets it."""

    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = "#settings"

    def __init__(self, story: StoryFile, state: State, settings: Settings) -> None:
        super().__init__(story, state)
        self.settings = settings

    def compose(self) -> ComposeResult:
        """Head, list, where the files are, foot."""
        yield from top_line()
        yield Rows(id="settings")
        yield Prose(id="files")
        yield Prose(id="foot")

    def reload(self) -> None:
        """Show the settings as they are."""
        rows = self.query_one("#settings", Rows)
        rows.show(len(THEMES) + 1, self._paint, cursor=rows.cursor)
        kept, keys = path_words(folder() / "settings.toml"), path_words(folder() / "keys.toml")
        self.query_one("#files", Prose).show(
            lambda columns: Page(
                [
                    line("   ", ("kept in ", "faint"), clip(kept, columns - 12).rstrip()),
                    line("   ", ("keys in ", "faint"), clip(keys, columns - 12).rstrip()),
                    line("   ", ('as in  "timeline.star" = "asterisk"; the help (?) lists the ids', "faint")),
                ]
            )
        )
        self.head(line(("Settings", "title")), line(("enter sets", "faint")))
        self.foot()

    def _paint(self, row: int, _columns: int, _tall: int, _first: bool) -> tuple[Line, ...]:
        themes = list(THEMES)
        if row < len(themes):
            on = themes[row] == self.app.theme
            part, name, words = "theme" if not row else "", themes[row], THEME_WORDS[themes[row]]
        else:
            on, part, name, words = (
                self.settings.mouse,
                "mouse",
                "taken",
                "from the next start on; Shift selects text",
            )
        box = Run("[x] " if on else "[ ] ", ("key",) if on else ("faint",))
        return ((*line("   ", (clip(part, 8), "faint")), box, *line(clip(name, 10), "  ", (words, "faint"))),)

    def on_moved(self, message: Moved) -> None:
        """Nothing hangs on the cursor here."""
        message.stop()

    def on_chosen(self, message: Chosen) -> None:
        """Set what the cursor stands on."""
        message.stop()
        themes = list(THEMES)
        if message.index < len(themes):
            self.settings = replace(self.settings, theme=themes[message.index])
        else:
            self.settings = replace(self.settings, mouse=not self.settings.mouse)
        self.post_message(Preferred(self.settings))
