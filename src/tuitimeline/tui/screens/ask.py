"""One question at the foot of the screen, answered in a line."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.worker import get_current_worker

from tuitimeline.tui.lines import line
from tuitimeline.tui.messages import Counted, Entered, Typed
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
        """Work out in a thread what is to be said, so that typing never waits for it."""
        if (live := self._live) is not None:
            self.run_worker(lambda: self._told(live(text)), thread=True, exclusive=True)

    def _told(self, words: str) -> None:
        if not get_current_worker().is_cancelled:
            self.post_message(Counted(words))

    def on_counted(self, message: Counted) -> None:
        """Say what was worked out."""
        self.query_one("#live", Prose).say(line((message.words, "badge")))

    def on_typed(self, message: Typed) -> None:
        """Say something about the line."""
        self._say(message.text)

    def on_entered(self, message: Entered) -> None:
        """Take the answer."""
        self._leave_with(message.text)

    def on_left(self) -> None:
        """Take none."""
        self._leave_with(None)

    def _leave_with(self, answer: str | None) -> None:
        if self.is_active:  # two keys may come before the first is answered, and another question on top of this
            self.dismiss(answer)
