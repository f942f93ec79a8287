"""A story file: what it holds, read as the app and the exports need it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from tuitimeline.model import Conflict, Descent, Timeline
from tuitimeline.store import reviving
from tuitimeline.store.alone import writing_alone
from tuitimeline.store.connecting import connect
from tuitimeline.store.edits import Edit, Made, Publish, check, in_history
from tuitimeline.store.errors import StoreError, told
from tuitimeline.store.facets import Facets, edited
from tuitimeline.store.filters import EVERYTHING, Filter, select
from tuitimeline.store.lists import EventList, Rows
from tuitimeline.store.numbers import numbers
from tuitimeline.store.progress import Progress
from tuitimeline.store.rows import (
    DOCUMENT_COLUMNS,
    SPEAKER_COLUMNS,
    DocumentRow,
    Mention,
    SpeakerRow,
    document_row,
    speaker_row,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tuitimeline.model import AnnotatedDocument, Event, Story
    from tuitimeline.store.hand import Hand


def open_story(path: Path | None) -> StoryFile:
    """The story at `path`, or a new one in memory for None. Raises StoreError."""
    return StoryFile(path)


class StoryFile:
    """One story, on disk or in memory. Every method raises StoreError, a line for a person, and nothing else.

    It may be used from several threads; close it, or use it in a `with`.
    """

    def __init__(self, path: Path | None, *, create: bool = False) -> None:
        self.path = path
        self._connection = connect(path, create=create)
        self._writer: sqlite3.Connection | None = None
        self._one_writer, self._building = Lock(), Lock()
        with told(path):
            migrated = reviving.count(self._connection, "migrated")
        if migrated:
            self._weave_anew()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Fold the log into the file and let go of it."""
        if self._writer is not None:
            self._writer.close()
        self._connection.close()

    @property
    def woven(self) -> int:
        """How often this story was woven: lists made before the last time are stale."""
        with told(self.path):
            return reviving.count(self._connection, "woven")

    # Lists ------------------------------------------------------------------------------------------------------

    def events(self, wanted: Filter = EVERYTHING) -> EventList:
        """The events that `wanted` lets through; rows are read when asked for."""
        with told(self.path):
            facets = self._facets()
            return EventList(self.path, self._connection, facets, select(self._connection, facets, wanted))

    def documents(self) -> Sequence[DocumentRow]:
        """Every document in the order of reading."""
        return self._rows(
            "document",
            DOCUMENT_COLUMNS,
            document_row,
            "SELECT number AS n FROM document INDEXED BY document_file ORDER BY n",
        )

    def speakers(self) -> Sequence[SpeakerRow]:
        """Everyone who says anything, those behind most events first."""
        query = "SELECT number AS n FROM speaker ORDER BY events DESC, number"
        return self._rows("speaker", SPEAKER_COLUMNS, speaker_row, query)

    def conflicts(self) -> Sequence[Conflict]:
        """Pairs of events (ids) that contradict each other."""
        query = "SELECT number AS n FROM dispute ORDER BY n"
        return self._rows("dispute", "first, second, over", reviving.conflict, query)

    def kinds(self) -> tuple[tuple[str, int], ...]:
        """Every kind and how many events are of it, the most frequent first."""
        with told(self.path):
            return tuple(self._connection.execute("SELECT name, events FROM kind ORDER BY events DESC, name"))

    # One of them ------------------------------------------------------------------------------------------------

    def event(self, event: str) -> Event:
        """The event with this id, with the analyst's edits laid over. Raises KeyError where there is none.

        An event that was merged into another leads to that.
        """
        with told(self.path):
            row = self._connection.execute(
                f"SELECT {reviving.EVENT} FROM event"
                " WHERE id = coalesce((SELECT into_id FROM merged WHERE id = ?1), ?1) ORDER BY number DESC",
                (event,),
            ).fetchone()
        if row is None:
            raise KeyError(event)
        return reviving.event(row)

    def document(self, document: str) -> AnnotatedDocument:
        """The document with this id. Raises KeyError where there is none."""
        from tuitimeline.store.packing import unpack

        annotated, *capture = self._of_document(document, "annotated, at, sha256, body")
        return unpack(annotated, capture)

    def speaker(self, key: str) -> SpeakerRow:
        """The speaker with this key. Raises KeyError where there is none."""
        with told(self.path):
            row = self._connection.execute(
                f"SELECT {SPEAKER_COLUMNS} FROM speaker WHERE key = ?", (key,)
            ).fetchone()
        if row is None:
            raise KeyError(key)
        return speaker_row(row)

    def descent(self, document: str) -> Descent:
        """What the document with this id copies and relays. Raises KeyError where there is none."""
        import json

        copy_of, relays = self._of_document(document, "copy_of, relays")
        return Descent(document, copy_of, tuple(json.loads(relays)))

    def mentions_of(self, document: str) -> tuple[Mention, ...]:
        """The events that stand on a document, by offset: for the margin. Raises KeyError where there is none."""
        (number,) = self._of_document(document, "number")
        with told(self.path):
            rows = self._connection.execute(
                "SELECT start, end, id, kind, headline FROM stand JOIN event ON event = event.number"
                " WHERE document = ? AND NOT hidden AND event NOT IN (SELECT event FROM replaced)"
                " ORDER BY start, end, event",
                (number,),
            ).fetchall()
        return tuple(Mention(*row) for row in rows)

    def conflicts_of(self, event: str) -> tuple[Conflict, ...]:
        """The conflicts in which the event with this id stands."""
        with told(self.path):
            rows = self._connection.execute(
                "WITH ids AS (SELECT ?1 AS id UNION SELECT id FROM merged WHERE into_id = ?1)"
                " SELECT first, second, over FROM dispute WHERE number IN (SELECT number FROM conflict WHERE first"
                " IN ids UNION SELECT number FROM conflict WHERE second IN ids) ORDER BY number",
                (event,),
            ).fetchall()
        return tuple(reviving.conflict(row) for row in rows)

    # The analyst's hand -----------------------------------------------------------------------------------------

    def edit(
        self,
        edit: Edit,
        *,
        user: str | None = None,
        at: datetime | None = None,
        progress: Callable[[Progress], None] = lambda _: None,
    ) -> None:
        """Make an edit, and keep who made it and when: the login name and the time now, unless told otherwise.

        A Publish weaves the whole story anew, and `progress` hears how far that is. Lists made before are stale.
        Raises StoreError where the edit means nothing or what it is about is not there.
        """
        from tuitimeline.store.hand import Hand

        try:
            check(edit)
        except ValueError as error:
            raise StoreError(str(error)) from error
        with self.alone() if isinstance(edit, Publish) else nullcontext():
            with self.writing() as connection:
                if not Hand(connection).make(edit, user or _login_name(), at or datetime.now(UTC)):
                    raise StoreError(
                        "nothing was changed: what this is about is not in the story, or is so already"
                    )
            self._after(edit, progress)

    def undo(self, progress: Callable[[Progress], None] = lambda _: None) -> Edit | None:
        """Undo the last edit and return it; None where there is none."""
        return self._turn(lambda hand: hand.undo(), progress)

    def redo(self, progress: Callable[[Progress], None] = lambda _: None) -> Edit | None:
        """Make the edit again that was undone last and return it; None where there is none."""
        return self._turn(lambda hand: hand.redo(), progress)

    def _turn(self, turn: Callable[[Hand], Edit | None], progress: Callable[[Progress], None]) -> Edit | None:
        from tuitimeline.store.hand import Hand

        with ExitStack() as stack:
            with self.writing() as connection:
                edit = turn(Hand(connection))
                if isinstance(edit, Publish):
                    stack.enter_context(self.alone())
            self._after(edit, progress)
        return edit

    def edits(self) -> tuple[Made, ...]:
        """Every edit in the order of making, those that are undone too."""
        from tuitimeline.store.hand import Hand

        with told(self.path):
            return Hand(self._connection).made()

    def tags(self) -> tuple[str, ...]:
        """Every tag that is set, by name."""
        with told(self.path):
            marks = (e.marks for e in self._facets().edited)
            return tuple(sorted({tag for m in marks for tag in m.tags}))

    def _after(self, edit: Edit | None, progress: Callable[[Progress], None]) -> None:
        if isinstance(edit, Publish):
            self._weave_anew(progress)

    def _weave_anew(self, progress: Callable[[Progress], None] = lambda _: None) -> None:
        from tuitimeline.store.weaving import weave_anew

        weave_anew(self, progress)

    # All of it --------------------------------------------------------------------------------------------------

    def story(self) -> Story:
        """Everything that is not hidden, edits applied and told, for the exports. It holds all texts in memory."""
        from tuitimeline.model import Story
        from tuitimeline.store.writing import documents

        with told(self.path):
            annotated = tuple(documents(self._connection))
            events = tuple(self._each_event(self.events()._numbers))
            shown = {e.id for e in events}
            conflicts = tuple(c for c in self.conflicts() if c.first in shown and c.second in shown)
            merged = dict(self._connection.execute("SELECT id, into_id FROM merged"))
            events = tuple(replace(e, after=merged[e.after]) if e.after in merged else e for e in events)
            descents = tuple(self.descent(a.document.id) for a in annotated)
            edits = tuple(in_history(made) for made in self.edits() if not made.undone)
        return Story(annotated, Timeline(events, conflicts, descents), edits)

    def fill(self, documents: Iterable[AnnotatedDocument], timeline: Timeline) -> None:
        """Add `documents`, and put `timeline`, woven from all, in the place of what was woven before."""
        from tuitimeline.store.hand import Hand
        from tuitimeline.store.packing import pack
        from tuitimeline.store.writing import write_document, write_timeline

        with self.writing() as connection:
            for annotated in documents:
                write_document(connection, pack(annotated))
            write_timeline(connection, timeline)
            Hand(connection).lay()

    @contextmanager
    def writing(self, *, seen: bool = True) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is written, or nothing. Readers see what was until it ends.

        It runs on a connection of its own. A story in memory is written to a second one, and copied over where
        readers are to see it.
        """
        with self._one_writer, told(self.path):
            writer = self._writer = self._writer or self._second()
            writer.execute("BEGIN IMMEDIATE")
            try:
                yield writer
                writer.execute("COMMIT")
            except BaseException:
                if writer.in_transaction:
                    writer.execute("ROLLBACK")
                raise
            if self.path is None and seen:
                writer.backup(self._connection)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others, threads and programs, from building this story. Raises StoreError where one is at it."""
        if not self._building.acquire(blocking=False):
            raise StoreError(f"{self.path or 'story'}: it is being built; wait until that has ended")
        try:
            with writing_alone(self.path):
                yield
        finally:
            self._building.release()

    def files(self) -> dict[str, str]:
        """The fingerprint of each file that was read whole, by path."""
        with told(self.path):
            connection = self._writer or self._connection
            return dict(connection.execute("SELECT path, fingerprint FROM file WHERE fingerprint IS NOT NULL"))

    def each_document(self) -> Iterator[AnnotatedDocument]:
        """Every document in the order of reading, those a build has just written too."""
        from tuitimeline.store.writing import documents

        with told(self.path):
            yield from documents(self._writer or self._connection)

    def unwoven(self) -> int:
        """How many documents there are to weave: 0 where nothing has changed since it was done."""
        with told(self.path):
            connection = self._writer or self._connection
            if not connection.execute("SELECT 1 FROM meta WHERE name = 'unwoven'").fetchone():
                return 0
            return int(connection.execute("SELECT count(*) FROM document").fetchone()[0])

    def _second(self) -> sqlite3.Connection:
        writer = connect(self.path)
        if self.path is None:
            self._connection.backup(writer)
        return writer

    def _facets(self) -> Facets:
        woven = reviving.count(self._connection, "events")
        return Facets(self._connection, woven, edited(self._connection, woven))

    def _rows(self, table: str, columns: str, make: Any, query: str) -> Rows[Any]:
        with told(self.path):
            found = numbers(self._connection, query)
        return Rows(self.path, self._connection, table, columns, make, found)

    def _of_document(self, document: str, columns: str) -> tuple[Any, ...]:
        with told(self.path):
            row: tuple[Any, ...] | None = self._connection.execute(
                f"SELECT {columns} FROM document LEFT JOIN capture ON document = number WHERE id = ?", (document,)
            ).fetchone()
        if row is None:
            raise KeyError(document)
        return row

    def _each_event(self, numbers: Iterable[int]) -> Iterator[Event]:
        for number in numbers:
            yield reviving.event(
                self._connection.execute(
                    f"SELECT {reviving.EVENT} FROM event WHERE number = ?", (number,)
                ).fetchone()
            )


def _login_name() -> str:
    """Who runs this; their number where the system has no name for it, as in a container."""
    import getpass
    import os

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return f"user {os.getuid()}"


__all__ = ["StoreError", "StoryFile", "open_story"]
