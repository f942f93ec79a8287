"""What every screen has: the story, the state, a line at the head and one at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from tuitimeline.tui.lines import Line, Run, clip_line, line, line_width, spread
from tuitimeline.tui.pages.help import key_words
from tuitimeline.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile
    from tuitimeline.tui.state import State


class Sheet(Screen[None]):
    """A screen over a story. It reads the story and the state, and changes neither: it posts messages."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (15, "-tall")]  # noqa: RUF012

    def __init__(self, story: StoryFile, state: State) -> None:
        super().__init__()
        self.story, self.state = story, state
        self._words: Line = ()

    def reload(self) -> None:
        """Show what the story holds now."""

    def head(self, left: Line, right: Line = ()) -> None:
        """Write the line at the head."""
        self.query_one("#head", Prose).show([spread((Run(" "), *left), (*right, Run(" ")), self.size.width)])

    def say(self, text: str, *, alarm: bool = False) -> None:
        """Write a line for the person at the foot, in place of the keys; "" brings the keys back."""
        self._words = line((text, "alarm" if alarm else "badge")) if text else ()
        self.foot()

    def foot(self) -> None:
        """Write what was said, or the keys that matter here, as many as fit."""
        shown: Line = self._words
        if not shown:
            told = set()
            for _node, binding, enabled, _tooltip in self.active_bindings.values():
                if not binding.show or not enabled or binding.action in told:
                    continue
                told.add(binding.action)
                longer = (
                    *shown,
                    Run(key_words(binding.key), ("key",)),
                    Run(f" {binding.description}   ", ("faint",)),
                )
                if line_width(longer) > self.size.width:
                    break
                shown = longer
        self.query_one("#foot", Prose).show([clip_line((Run(" "), *shown), self.size.width)])

    def on_resize(self) -> None:
        """Head and foot go by the width."""
        self.call_after_refresh(self.reload)
