"""A document, read: boilerplate dimmed, what the annotator found marked, events in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import line
from tuitimeline.tui.messages import Moved, Pointed
from tuitimeline.tui.pages.evidence import name_of
from tuitimeline.tui.pages.marks import sentence_at
from tuitimeline.tui.pages.reading import Reading
from tuitimeline.tui.screens.sheet import Sheet
from tuitimeline.tui.widgets.prose import Prose, Stop
from tuitimeline.tui.wording import day_words, plural

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile
    from tuitimeline.tui.state import State


class ReaderScreen(Sheet):
    """One document, opened at an offset."""

    CSS_PATH = "reader.tcss"
    BINDINGS: ClassVar = [*keymap.READER]
    AUTO_FOCUS = "#text"

    def __init__(self, story: StoryFile, state: State, document: str, at: int | None = None) -> None:
        super().__init__(story, state)
        self.document, self.at = document, at

    def compose(self) -> ComposeResult:
        """Head, text, foot."""
        yield Prose(id="head")
        yield Prose(id="text", reads=True)
        yield Prose(id="foot")

    def reload(self) -> None:
        """Fold the document to the width and stand at the event nearest to where it was opened."""
        annotated = self.story.document(self.document)
        mentions = self.story.mentions_of(self.document)
        here = sentence_at(annotated, self.at) if self.at is not None else None
        text = self.query_one("#text", Prose)
        self._mentions = mentions
        reading = Reading(annotated, text.size.width, [(m.start, m.end) for m in mentions], here)
        stops = [Stop(*reading.lines_of(m.start, m.end)) for m in mentions]
        stop = sum(1 for m in mentions if m.start < (self.at or 0)) if mentions else 0
        top = max(0, reading.line_of(self.at) - text.size.height // 3) if self.at is not None else 0
        text.show(reading, stops, stop=stop, top=top)
        self._show_head()
        self.foot()

    def _show_head(self) -> None:
        document = self.story.document(self.document).document
        when = day_words(document.published) if document.published else "no publication date"
        left = line((name_of(document), "title"), "  ", (when, "faint"))
        stop = self.query_one("#text", Prose).stop
        count = plural(len(self._mentions), "event")
        self.head(left, line((f"{stop + 1} of {count}" if self._mentions else count, "faint")))

    def on_moved(self, message: Moved) -> None:
        """Say at which event the reader stands."""
        message.stop()
        self._show_head()

    def on_chosen(self) -> None:
        """Show the event on the timeline."""
        self.action_point()

    def action_mention(self, by: int) -> None:
        """Go to the next event that stands on this document."""
        text = self.query_one("#text", Prose)
        text.go((text.stop + by) % max(1, len(text.stops)))
        self.at = self._mentions[text.stop].start if self._mentions else None

    def action_point(self) -> None:
        """Show the event at the margin mark on the timeline."""
        if self._mentions:
            self.post_message(Pointed(self._mentions[self.query_one("#text", Prose).stop].event))
        else:
            self.say("No event stands on this document.")
