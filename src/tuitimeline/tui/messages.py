"""Everything that widgets and screens tell each other. One that a newer one makes idle can be replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from datetime import date

    from tuitimeline.store import Edit, Filter
    from tuitimeline.store.background import Ended
    from tuitimeline.store.progress import Progress
    from tuitimeline.tui.settings import Settings


class Moved(Message):
    """The cursor of a list or a page stands somewhere else."""

    def __init__(self, widget: str, index: int) -> None:
        super().__init__()
        self.widget, self.index = widget, index

    def can_replace(self, message: Message) -> bool:
        """A newer place makes an older one idle."""
        return isinstance(message, Moved) and message.widget == self.widget


class Viewed(Message):
    """Other rows of a list are in view: its size changed."""

    def __init__(self, widget: str) -> None:
        super().__init__()
        self.widget = widget


class Chosen(Message):
    """Enter, or a second click, on what the cursor stands on."""

    def __init__(self, widget: str, index: int) -> None:
        super().__init__()
        self.widget, self.index = widget, index


class Typed(Message):
    """The line of a prompt reads differently."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def can_replace(self, message: Message) -> bool:
        """Only the newest line matters."""
        return isinstance(message, Typed)


class Counted(Message):
    """What is to be said about the line of a prompt has been worked out."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def can_replace(self, message: Message) -> bool:
        """Only the newest matters."""
        return isinstance(message, Counted)


class Entered(Message):
    """Enter in a prompt."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Left(Message):
    """Escape in a prompt."""


class Filtered(Message):
    """Events shall be shown that pass another filter, on the timeline at once where `show` says so."""

    def __init__(self, wanted: Filter, *, show: bool = False) -> None:
        super().__init__()
        self.wanted, self.show = wanted, show


class Opened(Message):
    """A document shall be read, at an offset (code points) where one is given."""

    def __init__(self, document: str, at: int | None = None) -> None:
        super().__init__()
        self.document, self.at = document, at


class Visited(Message):
    """Another screen shall be shown, by its name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class Pointed(Message):
    """An event shall be shown on the timeline."""

    def __init__(self, event: str) -> None:
        super().__init__()
        self.event = event


class Edited(Message):
    """The analyst changes something; `words` say what, for the foot of the screen."""

    def __init__(self, edit: Edit, words: str) -> None:
        super().__init__()
        self.edit, self.words = edit, words


class Dated(Message):
    """The publication date of a document shall be asked for; `published` is the one it has."""

    def __init__(self, document: str, published: date | None) -> None:
        super().__init__()
        self.document, self.published = document, published


class Wrote(Message):
    """A longer edit has ended, with `words` for the person, or with a `failure`."""

    def __init__(self, words: str, failure: str) -> None:
        super().__init__()
        self.words, self.failure = words, failure


class Copied(Message):
    """`text` shall be copied; `what` it is, for the foot of the screen."""

    def __init__(self, text: str, what: str) -> None:
        super().__init__()
        self.text, self.what = text, what


class Preferred(Message):
    """The person prefers other settings."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings


class Reported(Message):
    """The build that goes on beside the app says how far it is."""

    def __init__(self, report: Progress | Ended) -> None:
        super().__init__()
        self.report = report
