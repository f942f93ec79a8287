"""The documents: what was read, what it lacks, and where its words come from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.geometry import Size

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import Line, line
from tuitimeline.tui.messages import Dated, Filtered, Opened
from tuitimeline.tui.pages.documents import document_lines, heading
from tuitimeline.tui.screens.sheet import Sheet, top_line
from tuitimeline.tui.widgets.prose import Page, Prose
from tuitimeline.tui.widgets.rows import Rows
from tuitimeline.tui.wording import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tuitimeline.store import DocumentRow, StoryFile
    from tuitimeline.tui.messages import Chosen, Moved
    from tuitimeline.tui.state import State


class DocumentsScreen(Sheet):
    """Every document of the story; enter reads it."""

    CSS_PATH = "documents.tcss"
    BINDINGS: ClassVar = [*keymap.DOCUMENTS]
    AUTO_FOCUS = "#documents"

    def __init__(self, story: StoryFile, state: State) -> None:
        super().__init__(story, state)
        self._documents: Sequence[DocumentRow] = ()

    def compose(self) -> ComposeResult:
        """Head, heading, list, foot."""
        yield from top_line()
        yield Prose(id="heading")
        yield Rows(id="documents")
        yield Prose(id="foot")

    def reload(self) -> None:
        """Read the list anew; the cursor stays where it was."""
        rows = self.query_one("#documents", Rows)
        self._documents = self.story.documents()
        self.query_one("#heading", Prose).show(lambda columns: Page([heading(columns)]))
        empty = line(" ", ("Nothing was read.", "faint"))
        rows.show(len(self._documents), self._paint, cursor=rows.cursor, tall=_two_lines, empty=empty)
        self._show_head()
        self.foot()

    def _paint(self, row: int, columns: int, _tall: int, _first: bool) -> tuple[Line, ...]:
        return document_lines(self._documents[row], self.name_of, columns)

    def _show_head(self) -> None:
        rows = self.query_one("#documents", Rows)
        without = sum(1 for row in self._documents if row.published is None) if len(self._documents) < 5000 else 0
        left = line(("Documents", "title"), "  ", (plural(len(self._documents), "document"), "faint"))
        if without:
            left = (*left, *line("  ", (f"{without:,} without a publication date", "alarm")))
        self.head(left, line((f"{rows.cursor + 1:,} of {rows.count:,}" if rows.count else "", "faint")))

    def on_moved(self, message: Moved) -> None:
        """Say which document the cursor stands on."""
        message.stop()
        self._show_head()

    def on_chosen(self, message: Chosen) -> None:
        """Read the document."""
        message.stop()
        self.post_message(Opened(self._documents[message.index].id))

    def action_only(self) -> None:
        """Let the timeline show the events of this document alone."""
        if self._documents:
            row = self._documents[self.query_one("#documents", Rows).cursor]
            self.post_message(Filtered(replace(self.state.wanted, document=row.id), show=True))

    def action_set_published(self) -> None:
        """Ask for the publication date; every date that is counted from it moves."""
        if self._documents:
            row = self._documents[self.query_one("#documents", Rows).cursor]
            self.post_message(Dated(row.id, row.published))


def _two_lines(_size: Size) -> int:
    return 2
