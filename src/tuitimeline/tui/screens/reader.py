"""A document, read: boilerplate dimmed, what the annotator found marked, events in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from tuitimeline.model import Support
from tuitimeline.tui import keymap
from tuitimeline.tui.lines import line
from tuitimeline.tui.messages import Copied, Dated, Moved, Pointed
from tuitimeline.tui.pages.evidence import name_of
from tuitimeline.tui.pages.marks import places_of, sentence_at
from tuitimeline.tui.pages.reading import Reading
from tuitimeline.tui.screens.sheet import Sheet, top_line
from tuitimeline.tui.widgets.prose import Page, Prose
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
        self._annotated = story.document(document)
        self._mentions = story.mentions_of(document)
        self._stop = 0
        self._words_sought = ""

    def compose(self) -> ComposeResult:
        """Head, text, foot."""
        yield from top_line()
        yield Prose(id="text", reads=True)
        yield Prose(id="foot")

    def reload(self) -> None:
        """Read the document anew, and stand at the event nearest to where it was opened."""
        self._annotated = self.story.document(self.document)
        self._mentions = self.story.mentions_of(self.document)
        self._stop = sum(1 for mention in self._mentions if mention.start < (self.at or 0))
        self._stop = max(0, min(self._stop, len(self._mentions) - 1))
        self.query_one("#text", Prose).show(self._fold)
        self._show_head()
        self.foot()

    def _fold(self, columns: int) -> Page:
        places = [(mention.start, mention.end) for mention in self._mentions]
        here = sentence_at(self._annotated, self.at) if self.at is not None else None
        found = places_of(self._annotated.document.text, self._words_sought)
        reading = Reading(self._annotated, columns, places, here, found)
        height = self.query_one("#text", Prose).size.height
        top = max(0, reading.line_of(self.at) - height // 3) if self.at is not None else 0
        return Page(reading, [reading.lines_of(*place) for place in places], self._stop, top)

    def _show_head(self) -> None:
        document = self._annotated.document
        when = day_words(document.published) if document.published else "no publication date"
        count = plural(len(self._mentions), "event")
        place = f"{self._stop + 1} of {count}" if self._mentions else count
        self.head(line((name_of(document), "title"), "  ", (when, "faint")), line((place, "faint")))

    def on_moved(self, message: Moved) -> None:
        """Say at which event the reader stands."""
        message.stop()
        self._stop = message.index
        self._show_head()

    def on_chosen(self) -> None:
        """Show the event on the timeline."""
        self.action_point()

    def action_mention(self, by: int) -> None:
        """Go to the next event that stands on this document."""
        text = self.query_one("#text", Prose)
        text.go((text.stop + by) % max(1, len(text.page.stops)))
        self.at = self._mentions[text.stop].start if self._mentions else None

    def action_search(self) -> None:
        """Ask for words and go to the first place from here on that has them."""
        from tuitimeline.tui.screens.ask import Ask

        def live(words: str) -> str:
            return plural(len(places_of(self._annotated.document.text, words.strip())), "place")

        self.app.push_screen(Ask("Search this document", self._words_sought, live), self._search)

    def _search(self, words: str | None) -> None:
        if words is None:
            return
        self._words_sought = words.strip()
        places = places_of(self._annotated.document.text, self._words_sought)
        if not places:
            self.say(f"“{words}” does not stand in this document." if words.strip() else "")
        else:
            here = self.at if self.at is not None else -1
            self.at = next((start for start, _end in places if start > here), places[0][0])
        self.query_one("#text", Prose).show(self._fold)

    def action_set_published(self) -> None:
        """Ask for the publication date; every date that is counted from it moves."""
        self.post_message(Dated(self.document, self._annotated.document.published))

    def action_cite(self) -> None:
        """Copy the sentence of the event at which the reader stands, or that was opened."""
        from tuitimeline.tui.pages.copying import citation

        if self._mentions:
            mention = self._mentions[self._stop]
            place = Support(self.document, mention.start, mention.end)
        elif self.at is not None:
            place = Support(self.document, self.at, self.at + 1)
        else:
            self.say("No event stands on this document.")
            return
        self.post_message(Copied(citation(self._annotated, place), "Citation"))

    def action_point(self) -> None:
        """Show the event at the margin mark on the timeline."""
        if self._mentions:
            self.post_message(Pointed(self._mentions[self.query_one("#text", Prose).stop].event))
        else:
            self.say("No event stands on this document.")
