"""One question at the foot of the screen, answered in a line."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen

from tuitimeline.tui.lines import line
from tuitimeline.tui.messages import Entered, Typed
from tuitimeline.tui.widgets.prompt import Prompt
from tuitimeline.tui.widgets.prose import Prose


class Ask(ModalScreen[str | None]):
    """Asks; its result is the answer, None where it was left. `live` says something about each line typed."""

    CSS_PATH = "ask.tcss"

    def __init__(self, question: str, value: str = "", live: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self._question, self._value, self._live = question, value, live

    def compose(self) -> ComposeResult:
        """The question, the line, and what is to be said about it."""
        with Horizontal(id="ask"):
            yield Prose(id="question")
            yield Prompt(self._value)
            yield Prose(id="live")

    def on_mount(self) -> None:
        """Take as many columns as the question has."""
        question = self.query_one("#question", Prose)
        question.styles.width = len(self._question) + 3
        question.say(line(" ", (self._question, "title"), " "))
        if self._live is None:
            self.query_one("#live").display = False
        else:
            self._say(self._value)

    def _say(self, text: str) -> None:
        if self._live is not None:
            self.query_one("#live", Prose).say(line((self._live(text), "badge")))

    def on_typed(self, message: Typed) -> None:
        """Say something about the line."""
        self._say(message.text)

    def on_entered(self, message: Entered) -> None:
        """Take the answer."""
        self.dismiss(message.text)

    def on_left(self) -> None:
        """Take none."""
        self.dismiss(None)
