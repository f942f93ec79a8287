"""A line to type in. Its cursor does not blink: over SSH a blink is 400 bytes a second."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding
from textual.widgets import Input

from tuitimeline.safe import visible
from tuitimeline.tui.messages import Entered, Left, Typed


class Prompt(Input):
    """An Input that says what is typed, entered or left in the explorer's own messages."""

    BINDINGS: ClassVar = [Binding("escape", "leave", "leave", show=False)]

    def __init__(self, value: str = "", *, placeholder: str = "", id: str = "prompt") -> None:  # noqa: A002
        super().__init__(value, placeholder=placeholder, id=id, compact=True)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """What stands in the line is shown as it is: a document's words, or what was pasted, may be hostile."""
        return visible(value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what the line reads now."""
        event.stop()
        self.post_message(Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say that it is done."""
        event.stop()
        self.post_message(Entered(event.value))

    def action_leave(self) -> None:
        """Say that it is left as it was."""
        self.post_message(Left())
