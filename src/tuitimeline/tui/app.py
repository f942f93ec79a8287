"""The explorer: it holds the state, switches between screens and does what their messages ask for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.screen import Screen
from textual.theme import Theme

from tuitimeline.tui import keymap, terminal
from tuitimeline.tui.messages import Opened, Pointed
from tuitimeline.tui.screens.sheet import Sheet
from tuitimeline.tui.screens.timeline import TimelineScreen
from tuitimeline.tui.state import State
from tuitimeline.tui.themes import THEMES, fitting

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile


class Explorer(App[int]):
    """A story on the terminal."""

    CSS_PATH: ClassVar = ["ink.tcss", "screens/timeline.tcss"]
    BINDINGS: ClassVar = [*keymap.EVERYWHERE]
    TITLE = "tuitimeline"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING: ClassVar[str] = "f2"

    def __init__(
        self, story: StoryFile, state: State | None = None, *, theme: str | None = None, forced: bool = False
    ) -> None:
        """`theme` gives way to what the terminal can show, unless it is `forced`."""
        shown = theme if forced and theme else fitting(theme, terminal.colours(os.environ))
        self.set_reactive(App.theme, shown)  # before the style sheet is read, which else is read twice
        super().__init__()
        self.story, self.state = story, state or State()
        self.keys: dict[str, str] = {}
        self.animation_level = "none"
        for known in THEMES.values():
            self.register_theme(known)

    def get_theme(self, theme_name: str) -> Theme | None:
        """Our themes first: Textual asks before they can be registered."""
        return THEMES.get(theme_name) or super().get_theme(theme_name)

    def get_default_screen(self) -> Screen[None]:
        """The timeline."""
        return TimelineScreen(self.story, self.state)

    def on_mount(self) -> None:
        """From here on a signal ends the app as a key would."""
        if not self.is_headless:
            terminal.leave_on_signals(self._leave)

    def _leave(self, status: int) -> None:
        self.call_later(self.exit, status)

    # What screens ask for ---------------------------------------------------------------------------------------

    def on_opened(self, message: Opened) -> None:
        """Read a document."""
        from tuitimeline.tui.screens.reader import ReaderScreen

        self.push_screen(ReaderScreen(self.story, self.state, message.document, message.at))

    def on_pointed(self, message: Pointed) -> None:
        """Show an event on the timeline."""
        self.state.event = message.event
        self._to_timeline()

    def _to_timeline(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, Sheet):
            self.screen.reload()

    def action_visit(self, name: str) -> None:
        """Go to one of the screens."""
        from tuitimeline.tui.screens.help import HelpScreen

        if name == "timeline":
            self._to_timeline()
        elif name == "help" and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.story, self.state, self.keys))

    async def action_back(self) -> None:
        """Leave the screen that lies on top."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    async def action_quit(self) -> None:
        """Quit: everything is saved already."""
        self.exit(0)
