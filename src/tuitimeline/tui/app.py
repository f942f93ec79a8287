"""The explorer: it holds the state, switches between screens and does what their messages ask for."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import App
from textual.screen import Screen
from textual.theme import Theme
from textual.widgets import Input

from tuitimeline.safe import visible
from tuitimeline.tui import keymap, terminal
from tuitimeline.tui.messages import (
    Copied,
    Dated,
    Edited,
    Filtered,
    Opened,
    Pointed,
    Preferred,
    Reported,
    Visited,
    Wrote,
)
from tuitimeline.tui.screens.ask import Ask
from tuitimeline.tui.screens.sheet import Sheet
from tuitimeline.tui.screens.timeline import TimelineScreen
from tuitimeline.tui.settings import Settings
from tuitimeline.tui.state import State
from tuitimeline.tui.themes import THEMES, fitting
from tuitimeline.tui.wording import path_words

if TYPE_CHECKING:
    from textual.command import Provider

    from tuitimeline.store import StoryFile
    from tuitimeline.store.background import Background, Ended

Export = Callable[["StoryFile", Path], object]
"""Writes a story to a file, in the format that its name's end says. Raises ValueError or OSError."""


def _actions() -> type[Provider]:
    from tuitimeline.tui.palette import Actions

    return Actions


class Explorer(App[int]):
    """A story on the terminal."""

    CSS_PATH: ClassVar = ["ink.tcss", "screens/timeline.tcss"]
    BINDINGS: ClassVar = [*keymap.EVERYWHERE]
    TITLE = "tuitimeline"
    COMMANDS: ClassVar = {_actions}
    COMMAND_PALETTE_BINDING: ClassVar[str] = "f2"

    def __init__(
        self,
        story: StoryFile,
        state: State | None = None,
        *,
        settings: Settings | None = None,
        keys: Mapping[str, str] | None = None,
        forced: bool = False,
        export: Export | None = None,
        complaint: str = "",
        building: Background | None = None,
    ) -> None:
        """The theme of `settings` gives way to what the terminal can show, unless it is `forced`.

        `complaint` is said at once. `building` is the build that still adds to the story.
        """
        self.settings = settings or Settings()
        wished = self.settings.theme
        shown = wished if forced else fitting(wished, terminal.colours(os.environ))
        self.set_reactive(App.theme, shown)  # before the style sheet is read, which else is read twice
        super().__init__()
        self.story, self.state, self.keys, self.exporting = story, state or State(), dict(keys or {}), export
        self.animation_level = "none"
        self._complaint = complaint
        self._before = terminal.attributes()
        self._building = building
        self.state.reading = building is not None
        for known in THEMES.values():
            self.register_theme(known)
        self.set_keymap(self.keys)

    def get_theme(self, theme_name: str) -> Theme | None:
        """Our themes first: Textual asks before they can be registered."""
        return THEMES.get(theme_name) or super().get_theme(theme_name)

    def get_default_screen(self) -> Screen[None]:
        """The timeline."""
        return TimelineScreen(self.story, self.state)

    def on_mount(self) -> None:
        """From here on a signal ends the app as a key would."""
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            terminal.leave_on_signals(lambda status: loop.call_soon_threadsafe(self.exit, status), self._before)
        if self._complaint:
            self.call_after_refresh(self._say, self._complaint, alarm=True)
        if self._building is not None:
            self.run_worker(self._follow, thread=True, group="building")

    def _handle_exception(self, error: Exception) -> None:
        """A story file that cannot be read any more is a line for a person; else the fault is ours."""
        from tuitimeline.store import StoreError

        if self.return_code is not None:  # it is being left: a key that came after has nothing to act on
            return
        if isinstance(error, StoreError):
            self.exit(2, message=Text(visible(f"tuitimeline: {error}")))
        else:
            super()._handle_exception(error)

    # What is still being read -----------------------------------------------------------------------------------

    def _follow(self) -> None:
        """In a thread: hand on what the build says, until it has ended."""
        assert self._building is not None
        for report in self._building.reports():
            self.post_message(Reported(report))

    def on_reported(self, message: Reported) -> None:
        """Say how far the build is; show more each time it has written more."""
        from tuitimeline.store.progress import Progress, Stage, line

        report = message.report
        if not isinstance(report, Progress):
            self._read_all(report)
        elif report.stage is Stage.WRITING and report.done == report.total:
            self._changed()
        else:
            self._say(line(report))

    def _read_all(self, ended: Ended) -> None:
        self.state.reading = False
        self._changed()
        if not self.story.documents():
            self.exit(2)
        files = len(ended.unreadable)
        unread = (
            f"{files} {'file' if files == 1 else 'files'} could not be read: named when you leave" if files else ""
        )
        self._say(ended.failure or unread, alarm=bool(ended.failure or unread))

    # What screens ask for ---------------------------------------------------------------------------------------

    def on_opened(self, message: Opened) -> None:
        """Read a document."""
        from tuitimeline.tui.screens.reader import ReaderScreen

        while not isinstance(self.screen, Sheet):  # a question that a faster key has asked meanwhile
            self.pop_screen()
        self.push_screen(ReaderScreen(self.story, self.state, message.document, message.at))

    def on_visited(self, message: Visited) -> None:
        """Go to another screen."""
        self.action_visit(message.name)

    def on_pointed(self, message: Pointed) -> None:
        """Show an event on the timeline, without the filters if they keep it out."""
        from tuitimeline.store import Filter
        from tuitimeline.tui.state import Zoom

        self.state.event, self.state.zoom = message.event, Zoom.EVENTS
        if self.story.events(self.state.wanted).index_of(message.event) is None:
            self.state.wanted = Filter(hidden=True)
        self.state.changes += 1
        self._to_timeline()

    def on_filtered(self, message: Filtered) -> None:
        """Let other events through."""
        self.state.wanted = message.wanted
        if message.show:
            self._to_timeline()
        self._changed()

    def on_edited(self, message: Edited) -> None:
        """Make an edit: it is in the file before this returns."""
        self._write(lambda: self.story.edit(message.edit), f"{message.words}; u undoes it")

    def on_dated(self, message: Dated) -> None:
        """Ask for a publication date, and weave anew what is counted from it."""
        before = message.published.isoformat() if message.published else ""
        self.push_screen(Ask("Publication date", before), lambda words: self._publish(message.document, words))

    def _publish(self, document: str, words: str | None) -> None:
        from tuitimeline.annotate.dates import typed
        from tuitimeline.store import Publish

        if words is None:
            return
        try:
            published = typed.day(words, self.state.today) if words.strip() else None
        except ValueError as error:
            self._say(str(error), alarm=True)
            return
        self._say("Reading every date of the story afresh …")
        self.run_worker(
            lambda: self._weave(
                lambda: self.story.edit(Publish(document, published)), "The dates have moved; u undoes it"
            ),
            thread=True,
            group="weaving",
            exclusive=True,
        )

    def _weave(self, write: Callable[[], object], words: str) -> None:
        """In a thread: write, and tell the app, which alone touches the screen."""
        self.post_message(Wrote(words, _failure(write)))

    def on_wrote(self, message: Wrote) -> None:
        """A longer edit has ended."""
        self._changed()
        self._say(message.failure or message.words, alarm=bool(message.failure))

    def on_copied(self, message: Copied) -> None:
        """Send text to the clipboard, and keep it in a file: whether it arrived nobody can know."""
        from platformdirs import user_cache_path

        path = user_cache_path("tuitimeline") / "copied.txt"
        self.copy_to_clipboard(message.text)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(message.text, encoding="utf-8")
        except OSError as error:
            self._say(f"{message.what} sent to the clipboard; no file was written: {error.strerror}")
            return
        self._say(f"{message.what} sent to the clipboard and written to {path_words(path)}")

    def on_preferred(self, message: Preferred) -> None:
        """Keep settings, and show those that can be seen."""
        from tuitimeline.tui.settings import folder, write

        self.settings = message.settings
        self.theme = message.settings.theme
        self._changed()
        try:
            write(message.settings, folder() / "settings.toml")
        except OSError as error:
            self._say(f"The settings could not be kept: {error.strerror}", alarm=True)

    # What happens to all screens --------------------------------------------------------------------------------

    def _write(self, write: Callable[[], object], words: str) -> None:
        failure = _failure(write)
        if failure:
            self._say(failure, alarm=True)
            return
        self._changed()
        self._say(words)

    def _changed(self) -> None:
        self.state.changes += 1
        if isinstance(self.screen, Sheet):
            self.screen.catch_up()

    def _say(self, text: str, *, alarm: bool = False) -> None:
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Sheet):
                screen.say(text, alarm=alarm)
                return

    def _to_timeline(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, Sheet):
            self.screen.catch_up()

    # Keys -------------------------------------------------------------------------------------------------------

    def action_visit(self, name: str) -> None:
        """Go to one of the screens: it lies on the timeline, whatever lay there before."""
        if name not in ("help", "settings"):
            self._to_timeline()
        if name != "timeline":
            self.push_screen(self._screen_named(name))

    def _screen_named(self, name: str) -> Sheet:
        """A new screen; its module is imported when it is first shown."""
        if name == "settings":
            from tuitimeline.tui.screens.settings import SettingsScreen

            return SettingsScreen(self.story, self.state, self.settings)
        if name == "help":
            from tuitimeline.tui.screens.help import HelpScreen

            return HelpScreen(self.story, self.state, self.keys)
        module = import_module(f"tuitimeline.tui.screens.{name}")
        screen: Sheet = getattr(module, f"{name.capitalize()}Screen")(self.story, self.state)
        return screen

    def action_undo(self) -> None:
        """Undo the last edit."""
        self._turn(self.story.undo, "Undone; U makes it again", "There is nothing to undo.")

    def action_redo(self) -> None:
        """Make again what was undone."""
        self._turn(self.story.redo, "Made again; u undoes it", "There is nothing to redo.")

    def _turn(self, turn: Callable[[], object], words: str, nothing: str) -> None:
        turned: list[object] = []
        failure = _failure(lambda: turned.append(turn()))
        if failure or turned[0] is None:
            self._say(failure or nothing, alarm=bool(failure))
            return
        self._changed()
        self._say(words)

    def action_picture(self) -> None:
        """Ask where, and save this screen as a picture."""
        from tuitimeline.tui.screenshot import svg_of

        svg = svg_of(self)
        self.push_screen(
            Ask("Save the picture as (.svg, .png)", "tuitimeline.svg"), lambda to: self._picture(svg, to)
        )

    def _picture(self, svg: str, to: str | None) -> None:
        from tuitimeline.tui.screenshot import ScreenshotError, save

        def write(path: Path) -> None:
            try:
                save(svg, path)
            except ScreenshotError as error:
                raise ValueError(str(error)) from error

        self._to_file(to, write)

    def action_export(self) -> None:
        """Ask where, and write the story in the format that the name's end says."""
        if self.exporting is None:
            self._say("This story was opened without the exports.")
            return
        self.push_screen(
            Ask("Export to (.md, .html, .csv, .json, .xlsx, .ics)", "story.md"),
            lambda to: self._to_file(to, lambda path: self.exporting(self.story, path)),  # type: ignore[misc]
        )

    def _to_file(self, to: str | None, write: Callable[[Path], object]) -> None:
        """Write to the file that was typed; where it exists, only if overwriting it is asked for.

        Served to a browser there is no login, so nobody may write files on the machine that serves.
        """
        if not to or not to.strip():
            return
        if self.is_web:
            self._say("From a browser no files are written: open the story in a terminal.", alarm=True)
            return
        path = Path(to.strip()).expanduser()
        if not path.exists():
            self._write(lambda: write(path), f"Written to {path}")
            return
        self.push_screen(
            Ask(f"{path.name} exists: type “overwrite” to write over it"),
            lambda word: (
                self._write(lambda: write(path), f"Written to {path}")
                if word and word.strip() == "overwrite"
                else self._say("Nothing was written.")
            ),
        )

    async def action_back(self) -> None:
        """Leave the screen that lies on top."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif isinstance(self.screen, Sheet):
            self.screen.say("")

    def action_command_palette(self) -> None:
        """Open the palette."""
        from tuitimeline.tui.palette import Palette

        if isinstance(self.screen, Sheet):
            self.push_screen(Palette(id="--command-palette"))

    def on_command_palette_opened(self) -> None:
        """A cursor that blinks costs 400 bytes a second over ssh."""
        for prompt in self.screen.query(Input):
            prompt.cursor_blink = False

    async def action_quit(self) -> None:
        """Quit: everything is saved already."""
        self.exit(0)


def _failure(write: Callable[[], object]) -> str:
    """What went wrong when writing, in a line for a person; "" where nothing did."""
    from tuitimeline.store import StoreError

    try:
        write()
    except (StoreError, ValueError, KeyError) as error:
        return str(error)
    except OSError as error:
        return f"{error.filename}: {error.strerror}"
    return ""
