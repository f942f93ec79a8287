"""The analyst's hand in a story file: the edits that were made, and the events that stand in the place of others.

The table of edits is the truth. Rows of edited events are written beside the woven ones, after the last, and
follow from it: they are laid anew after each weaving.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from datetime import date, datetime
from functools import lru_cache
from typing import Any, cast

import msgspec

from tuitimeline.model import AnnotatedDocument, Event, Support
from tuitimeline.store import packing, reviving
from tuitimeline.store.edits import EDITS, Edit, Made, Publish, events_of
from tuitimeline.store.facets import Facets, day_of
from tuitimeline.store.laying import Laid, Overlay
from tuitimeline.store.writing import Texts, event_columns, hear_again, write_search, write_stands

_MADE, _UNDONE, _DROPPED = 0, 1, 2
_PLACES = msgspec.json.Decoder(tuple[Support | None, ...])


class Hand:
    """Makes, undoes and lays edits, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def made(self) -> tuple[Made, ...]:
        """Every edit in the order of making; those that gave way to others after an undo are left out."""
        rows = self._connection.execute(
            "SELECT number, at, user, kind, edit, state FROM edit WHERE state < ? ORDER BY number", (_DROPPED,)
        )
        return tuple(
            Made(number, datetime.fromisoformat(at), user, _edit(kind, text), state == _UNDONE)
            for number, at, user, kind, text, state in rows
        )

    def make(self, edit: Edit, user: str, at: datetime) -> bool:
        """Write an edit down and lay it; False, and nothing is written, where what it is about is not there."""
        places: tuple[Support | None, ...] = ()
        if isinstance(edit, Publish):
            if not self._connection.execute("SELECT 1 FROM document WHERE id = ?", (edit.document,)).fetchone():
                return False
        else:
            overlay = self.overlay()
            found = [overlay.find(event) for event in events_of(edit)]
            places = tuple(laid.event.headline_at if laid else None for laid in found)
            if None in found or not overlay.lay(edit, places):
                return False
        self._connection.execute("UPDATE edit SET state = ? WHERE state = ?", (_DROPPED, _UNDONE))
        self._connection.execute(
            "INSERT INTO edit (at, user, kind, edit, places, state) VALUES (?, ?, ?, ?, ?, ?)",
            (at.isoformat(), user, type(edit).__name__, packing.to_json(edit), packing.to_json(places), _MADE),
        )
        if not isinstance(edit, Publish):
            self._write(overlay)
        return True

    def undo(self) -> Edit | None:
        """Undo the last edit that stands, and return it."""
        return self._turn("SELECT max(number) FROM edit WHERE state = 0", _UNDONE)

    def redo(self) -> Edit | None:
        """Make the first edit that was undone again, and return it."""
        return self._turn("SELECT min(number) FROM edit WHERE state = 1", _MADE)

    def _turn(self, which: str, state: int) -> Edit | None:
        (number,) = self._connection.execute(which).fetchone()
        if number is None:
            return None
        self._connection.execute("UPDATE edit SET state = ? WHERE number = ?", (state, number))
        edit = _edit(
            *self._connection.execute("SELECT kind, edit FROM edit WHERE number = ?", (number,)).fetchone()
        )
        if not isinstance(edit, Publish):
            self.lay()
        return edit

    def published(self) -> dict[str, date | None]:
        """The publication dates that the analyst set, by document."""
        rows = self._connection.execute(
            "SELECT kind, edit FROM edit WHERE state = ? AND kind = ? ORDER BY number", (_MADE, Publish.__name__)
        )
        edits = [_edit(*row) for row in rows]
        return {e.document: e.published for e in edits if isinstance(e, Publish)}

    def lay(self) -> None:
        """Lay every edit that stands over what is woven now."""
        if self._connection.execute("SELECT 1 FROM edit LIMIT 1").fetchone():
            self._write(self.overlay())

    def overlay(self) -> Overlay:
        """Every edit that stands, laid."""
        overlay = Overlay(_Woven(self._connection))
        rows = self._connection.execute(
            "SELECT kind, edit, places FROM edit WHERE state = ? ORDER BY number", (_MADE,)
        ).fetchall()
        for kind, text, places in rows:
            edit = _edit(kind, text)
            if not isinstance(edit, Publish):
                overlay.lay(edit, _PLACES.decode(places))
        return overlay

    def _write(self, overlay: Overlay) -> None:
        """Rows for the laid events in place of those that are there; what is alike is left alone."""
        run = self._connection.execute
        woven = reviving.count(self._connection, "events")
        before = {
            event.id: (number, place, event)
            for number, place, event in (
                (row[0], row[1], reviving.event(row[2:]))
                for row in run(f"SELECT number, place, {reviving.EVENT} FROM event WHERE number >= ?", (woven,))
            )
        }
        days = Facets(self._connection, woven, ()).days()
        text = Texts(self._connection)
        for id_, laid in overlay.laid.items():
            place = bisect_right(days, _day(laid.event)) - 0.5 if laid.moved else laid.made_of[0]
            number, old_place, old = before.pop(id_, (None, None, None))
            if number is not None and (old_place, old) == (place, laid.event):
                continue
            if number is not None:
                self._forget(number)
            if number is None or old is None or not _reads_alike(old, laid.event):
                number = reviving.count(self._connection, "next", woven)
                run("INSERT OR REPLACE INTO meta VALUES ('next', ?)", (number + 1,))
                write_search(self._connection, number, laid.event, text)
            self._insert(number, place, laid)
        for number, _, _ in before.values():
            self._forget(number)
        run("DELETE FROM replaced")
        run("DELETE FROM merged")
        self._connection.executemany(
            "INSERT OR IGNORE INTO replaced VALUES (?)",
            ((n,) for laid in overlay.laid.values() for n in laid.made_of),
        )
        self._connection.executemany(
            "INSERT INTO merged VALUES (?, ?)", ((id_, overlay.lead(id_)) for id_ in overlay.merged)
        )

    def _insert(self, number: int, place: float, laid: Laid) -> None:
        ids = [id_ for n in laid.made_of for (id_,) in self._rows("SELECT id FROM event WHERE number = ?", n)]
        disputed = any(
            first not in ids or second not in ids
            for id_ in ids
            for first, second in self._rows("SELECT first, second FROM conflict WHERE ?1 IN (first, second)", id_)
        )
        copies = {s.document for s in laid.event.support if _Woven(self._connection).is_copy(s.document)}
        columns = event_columns(laid.event, disputed, copies)
        marks = packing.to_json(laid.event.marks)
        columns |= {"number": number, "place": place, "hidden": laid.event.marks.hidden, "marks": marks}
        self._connection.execute(
            f"INSERT INTO event ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            tuple(columns.values()),
        )
        documents = {s.document for s in laid.event.support}
        numbers = {d: n for d in documents for (n,) in self._rows("SELECT number FROM document WHERE id = ?", d)}
        write_stands(self._connection, number, laid.event, numbers)
        hear_again(self._connection, number, laid.event.voices)

    def _forget(self, number: int) -> None:
        for table, column in (("event", "number"), ("stand", "event"), ("said", "event")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))

    def _rows(self, query: str, value: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, (value,)).fetchall()


class _Woven:
    """laying.Woven, read from the file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._events = reviving.count(connection, "events")
        self.document = lru_cache(maxsize=100)(self._document)

    def number(self, event: str) -> int | None:
        row = self._connection.execute(
            "SELECT number FROM event WHERE id = ? AND number < ?", (event, self._events)
        ).fetchone()
        return int(row[0]) if row else None

    def standing(self, place: Support) -> int | None:
        row = self._connection.execute(
            "SELECT event FROM stand WHERE document = (SELECT number FROM document WHERE id = ?)"
            " AND start < ? AND end > ? AND event < ? ORDER BY abs(start - ?) + abs(end - ?)",
            (place.document, place.end, place.start, self._events, place.start, place.end),
        ).fetchone()
        return int(row[0]) if row else None

    def event(self, number: int) -> Event:
        query = f"SELECT {reviving.EVENT} FROM event WHERE number = ?"
        return reviving.event(self._connection.execute(query, (number,)).fetchone())

    def is_copy(self, document: str) -> bool:
        query = "SELECT copy_of FROM document WHERE id = ?"
        return self._connection.execute(query, (document,)).fetchone() not in (None, (None,))

    def _document(self, document: str) -> AnnotatedDocument:
        query = "SELECT annotated FROM document WHERE id = ?"
        return packing.unpack(*self._connection.execute(query, (document,)).fetchone())


def _day(event: Event) -> int:
    return day_of(event.earliest, event.latest, event.date is not None)


def _reads_alike(one: Event, two: Event) -> bool:
    return (one.headline, one.support) == (two.headline, two.support)


def _edit(kind: str, text: str) -> Edit:
    return cast(Edit, msgspec.json.decode(text, type=EDITS[kind]))
