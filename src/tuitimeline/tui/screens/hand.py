"""What an analyst's hand does to the event under the cursor: each key asks what it must and posts an edit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from tuitimeline.tui.messages import Copied, Edited
from tuitimeline.tui.screens.sheet import Sheet

if TYPE_CHECKING:
    from tuitimeline.model import AnnotatedDocument, Support
    from tuitimeline.store import Edit, EventRow


class ByHand(Sheet):
    """A screen on which an event stands under the cursor, with the sentences of its evidence."""

    def row_here(self) -> EventRow | None:
        """The event under the cursor; where there is none, that is said."""
        raise NotImplementedError

    @property
    def places_here(self) -> tuple[Support, ...]:
        """The sentences of the evidence, the one at which it stands first."""
        raise NotImplementedError

    def document(self, document: str) -> AnnotatedDocument:
        """The document with this id."""
        raise NotImplementedError

    def date_before(self, event: EventRow) -> str | None:
        """The date (EDTF) of the event that `event` comes after."""
        raise NotImplementedError

    def _edit(self, edit: Edit, words: str) -> None:
        self.post_message(Edited(edit, words))

    def action_star(self) -> None:
        """Star the event, or take the star off."""
        from tuitimeline.store import Star

        if row := self.row_here():
            self._edit(Star(row.id, not row.starred), "The star is off" if row.starred else "Starred")

    def action_hide(self) -> None:
        """Hide the event, or show it again."""
        from tuitimeline.store import Hide

        if row := self.row_here():
            self._edit(Hide(row.id, not row.hidden), "Shown again" if row.hidden else "Hidden")

    def _ask(self, question: str, value: str, edit: Callable[[str], None]) -> None:
        from tuitimeline.tui.screens.ask import Ask

        def take(words: str | None) -> None:
            if words is None:
                return
            try:
                edit(words.strip())
            except ValueError as error:
                self.say(str(error), alarm=True)

        self.app.push_screen(Ask(question, value), take)

    def action_set_date(self) -> None:
        """Ask for the date: EDTF, or a day in words; an empty answer takes it away."""
        from tuitimeline.store import SetDate

        if row := self.row_here():
            self._ask(
                "Date",
                row.date or "",
                lambda words: self._edit(SetDate(row.id, edtf_of(words, self.state.today)), "Date set"),
            )

    def action_set_headline(self) -> None:
        """Ask for the headline."""
        from tuitimeline.store import Rename

        if row := self.row_here():
            headline = " ".join(row.headline.split())
            self._ask("Headline", headline, lambda words: self._edit(Rename(row.id, words), "Headline set"))

    def action_tag(self) -> None:
        """Ask for the tags, with commas between."""
        if row := self.row_here():
            self._ask("Tags, with commas between", ", ".join(row.tags), lambda words: self._tag(row, words))

    def _tag(self, row: EventRow, words: str) -> None:
        from tuitimeline.store import Tag

        tags = {tag.strip().lstrip("#") for tag in words.split(",")} - {""}
        for tag in sorted(set(row.tags) - tags):
            self._edit(Tag(row.id, tag, on=False), f"#{tag} is off")
        for tag in sorted(tags - set(row.tags)):
            self._edit(Tag(row.id, tag), f"Tagged #{tag}")

    def action_note(self) -> None:
        """Ask for the note."""
        from tuitimeline.store import Note

        if row := self.row_here():
            self._ask("Note", row.note or "", lambda words: self._edit(Note(row.id, words or None), "Note kept"))

    def action_grade(self) -> None:
        """Ask for the grade."""
        from tuitimeline.store import Grade

        if row := self.row_here():
            self._ask(
                "Admiralty grade, such as B2",
                row.grade or "",
                lambda words: self._edit(Grade(row.id, words.upper() or None), "Graded"),
            )

    def action_mark(self) -> None:
        """Mark the event for merging; on another event, merge the two."""
        from tuitimeline.store import Merge

        row = self.row_here()
        if row is None:
            return
        if self.state.merging in (None, row.id):
            self.state.merging = None if self.state.merging else row.id
            self.say("Marked: m on another event merges the two." if self.state.merging else "No longer marked.")
            return
        marked, self.state.merging = self.state.merging or "", None
        self.state.event = marked
        self._edit(Merge((marked, row.id)), "Merged")

    def action_split(self) -> None:
        """Let the sentence that the evidence stands at be an event of its own."""
        from tuitimeline.store import Split

        row = self.row_here()
        if row is None:
            return
        if len(self.places_here) < 2:
            self.say("There is but one sentence: nothing can be split off.")
            return
        self._edit(Split(row.id, self.places_here[:1]), "Split off")

    def action_cite(self) -> None:
        """Copy the sentence as a citation."""
        from tuitimeline.tui.pages.copying import citation

        if self.row_here() and self.places_here:
            place = self.places_here[0]
            self.post_message(Copied(citation(self.document(place.document), place), "Citation"))

    def action_copy_event(self) -> None:
        """Copy the event as Markdown."""
        from tuitimeline.tui.pages.copying import event_markdown

        if row := self.row_here():
            event = self.story.event(row.id)
            text = event_markdown(event, self.date_before(row), self.document)
            self.post_message(Copied(text, "Event"))


def edtf_of(words: str, today: date) -> str | None:
    """A date as EDTF: as it is typed where it is EDTF, else the day in words. Raises ValueError."""
    from tuitimeline.annotate.dates import edtf, typed

    if not words:
        return None
    try:
        edtf.bounds(words)
    except ValueError:
        return typed.day(words, today).isoformat()
    return words
