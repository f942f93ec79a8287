"""What every screen has: the story, the state, a line at the head and one at the foot."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import Line, Run, clip_line, line, line_width, spread
from tuitimeline.tui.pages.help import key_words
from tuitimeline.tui.widgets.prose import Page, Prose
from tuitimeline.tui.wording import span_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding

    from tuitimeline.store import Filter, StoryFile
    from tuitimeline.tui.state import State


WIDE, TALL = 110, 15
"""Columns from which two things stand side by side, rows from which one stands below the other."""


class Sheet(Screen[None]):
    """A screen over a story. It reads the story and the state, and changes neither: it posts messages."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]  # noqa: RUF012

    def __init__(self, story: StoryFile, state: State) -> None:
        super().__init__()
        self.story, self.state = story, state
        self._words: Line = ()
        self._read_at = -1

    def reload(self) -> None:
        """Show what the story holds now."""

    def catch_up(self) -> None:
        """Read anew where something has changed since the last time."""
        if self._read_at != self.state.changes:
            self._read_at = self.state.changes
            self.reload()

    def on_screen_resume(self) -> None:
        """Another screen may have changed what this one shows."""
        self.catch_up()

    def on_mount(self) -> None:
        """Show what there is before the first paint, laid out for the size that Textual tells of only later."""
        width, height = self.app.size
        self.set_class(width >= WIDE, "-wide").set_class(width < WIDE, "-narrow")
        self.set_class(height >= TALL, "-tall").set_class(height < TALL, "-short")
        self.catch_up()

    def head(self, left: Line, right: Line = ()) -> None:
        """Write the line at the head: the two are apart, so that a place that moves is all that is sent."""
        self.query_one("#head", Prose).show(lambda columns: Page([clip_line((Run(" "), *left), columns)]))
        self.query_one("#place", Prose).show(
            lambda columns: Page([spread((), (*right, Run(" ")), columns)] if right else [])
        )

    def name_of(self, document: str) -> str:
        """What a document goes by; its id where there is none of it."""
        from tuitimeline.tui.pages.evidence import name_of

        try:
            return name_of(self.story.document(document).document)
        except KeyError:
            return document

    def read_as(self, words: str) -> str:
        """How dates that are typed would be taken, "" while they are none; examples while nothing is typed."""
        from tuitimeline.annotate.dates import typed

        try:  # an empty line too: what reads dates is imported while the first is typed
            read = span_words(*typed.span(words.strip() or "today", self.state.today))
        except ValueError:
            return ""
        return read if words.strip() else "“March”, “since 2025-02”"

    def names_of(self, wanted: Filter) -> dict[str, str]:
        """What the document and the source of a filter are called."""
        names = {}
        if wanted.document:
            names["document"] = f"in {self.name_of(wanted.document)}"
        if wanted.speaker:
            with suppress(KeyError):
                names["speaker"] = f"said by {self.story.speaker(wanted.speaker).name}"
        return names

    def say(self, text: str, *, alarm: bool = False) -> None:
        """Write a line for the person at the foot, in place of the keys; "" brings the keys back."""
        self._words = line((text, "alarm" if alarm else "badge")) if text else ()
        self.foot()

    def foot(self) -> None:
        """Write what was said, or the keys that matter here, as many as fit."""
        self.query_one("#foot", Prose).show(
            lambda columns: Page([clip_line((Run(" "), *(self._words or self._keys(columns - 1))), columns)])
        )

    def on_key(self) -> None:
        """What was said has been read: the next key brings the keys back."""
        if self._words:
            self.say("")

    def _keys(self, columns: int) -> Line:
        """The keys, in `columns` columns where they can: those of this screen give way to those of all."""
        told: dict[str, Binding] = {}
        for active in self.active_bindings.values():
            if active.binding.show and active.enabled:
                told.setdefault(active.binding.action, active.binding)
        if len(self.app.screen_stack) == 1:
            told.pop("back", None)
        everywhere = [binding for binding in told.values() if binding.id in keymap.ids(keymap.EVERYWHERE)]
        here = [binding for binding in told.values() if binding not in everywhere]
        while here and line_width(_told([*here, *everywhere])) > columns:
            here.pop()
        return _told([*here, *everywhere])


def _told(bindings: Sequence[Binding]) -> Line:
    """Keys and what they do in a word, three spaces apart."""
    told: Line = ()
    for binding in bindings:
        gap = "   " if told else ""
        told = (*told, Run(gap + key_words(binding.key), ("key",)), Run(f" {binding.description}", ("faint",)))
    return told


def top_line() -> ComposeResult:
    """The head of a screen: where one is, and at the right how far."""
    with Horizontal(id="top"):
        yield Prose(id="head")
        yield Prose(id="place")
