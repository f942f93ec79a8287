"""Documents and a woven timeline become rows, in one transaction each."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from tuitimeline.model import (
    AnnotatedDocument,
    Count,
    Descent,
    Event,
    Identity,
    Stance,
    Support,
    Timeline,
    Unreadable,
    Voice,
)
from tuitimeline.store import packing
from tuitimeline.store.facets import Columns
from tuitimeline.store.packing import Packed
from tuitimeline.store.reading import Reading
from tuitimeline.store.rows import IDENTITIES, STANCES, bits
from tuitimeline.store.speakers import Speakers, key

if TYPE_CHECKING:
    from tuitimeline.timeline import Told

_WOVEN = ("event", "conflict", "stand", "speaker", "said", "facet", "kind", "replaced", "merged")


def write_document(connection: sqlite3.Connection, packed: Packed, file: int | None = None) -> None:
    """One document of the file with this number."""
    *columns, annotated, capture = packed
    number = connection.execute(
        "INSERT INTO document (file, id, path, title, outlet, published, published_from, language, annotated,"
        " read_published, read_published_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?6, ?7)",
        (file, *columns, annotated),
    ).lastrowid
    if capture is not None:
        connection.execute(
            "INSERT INTO capture VALUES (?, ?, ?, ?)",
            (number, capture.at.isoformat(), capture.sha256, capture.body),
        )


def forget_documents(connection: sqlite3.Connection, file: int) -> None:
    """Every document of the file with this number, gone."""
    connection.execute(
        "DELETE FROM capture WHERE document IN (SELECT number FROM document WHERE file = ?)", (file,)
    )
    connection.execute("DELETE FROM document WHERE file = ?", (file,))


def write_reading(connection: sqlite3.Connection, reading: Reading) -> None:
    """What was read of a file, in place of what was read of it before."""
    (file,) = connection.execute(
        "INSERT INTO file (path) VALUES (?) ON CONFLICT (path) DO UPDATE SET fingerprint = NULL RETURNING number",
        (reading.path,),
    ).fetchone()
    if reading.first:
        forget_documents(connection, file)
        connection.execute("UPDATE file SET unreadable = '[]' WHERE number = ?", (file,))
    for packed in reading.documents:
        write_document(connection, _distinct(connection, packed), file)
    if reading.unreadable:
        complaints = unreadable_of(connection, reading.path) + list(reading.unreadable)
        connection.execute(
            "UPDATE file SET unreadable = ? WHERE number = ?",
            (json.dumps([(u.path, u.reason) for u in complaints], ensure_ascii=False), file),
        )
    if reading.last:
        connection.execute("UPDATE file SET fingerprint = ? WHERE number = ?", (reading.fingerprint, file))
    connection.execute("INSERT OR IGNORE INTO meta VALUES ('unwoven', 1)")


def unreadable_of(connection: sqlite3.Connection, path: str) -> list[Unreadable]:
    """What could not be read of a file."""
    (complaints,) = connection.execute("SELECT unreadable FROM file WHERE path = ?", (path,)).fetchone()
    return [Unreadable(*complaint) for complaint in json.loads(complaints)]


def _distinct(connection: sqlite3.Connection, packed: Packed) -> Packed:
    """The same document, under a name of its own where its text is there already."""
    name, n = packed.id, 1
    while connection.execute("SELECT 1 FROM document WHERE id = ?", (name,)).fetchone():
        n += 1
        name = f"{packed.id}-{n}"
    return packed if n == 1 else packing.renamed(packed, name)


def documents(connection: sqlite3.Connection) -> Iterator[AnnotatedDocument]:
    """Every document in the order of reading, a hundred read at a time: no cursor stays open between them."""
    last = -1
    while rows := connection.execute(
        "SELECT number, annotated, at, sha256, body FROM document LEFT JOIN capture ON document = number"
        " WHERE number > ? ORDER BY number LIMIT 100",
        (last,),
    ).fetchall():
        for last, annotated, *capture in rows:  # noqa: B007
            yield packing.unpack(annotated, capture)


def write_timeline(
    connection: sqlite3.Connection, timeline: Timeline | Told, progress: Callable[[int], None] = lambda _: None
) -> None:
    """All that was woven, in place of what was, in the caller's transaction. `progress` hears of some."""
    for table in _WOVEN:
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    count = _write_events(connection, timeline, progress)
    connection.executemany(
        "INSERT INTO conflict (first, second, over) VALUES (?, ?, ?)",
        [(c.first, c.second, c.over) for c in timeline.conflicts],
    )
    for name in ("events", "next"):
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, count))
    connection.execute("DELETE FROM meta WHERE name IN ('unwoven', 'migrated')")
    connection.execute("INSERT INTO meta VALUES ('woven', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1")


def _write_events(
    connection: sqlite3.Connection, timeline: Timeline | Told, progress: Callable[[int], None]
) -> int:
    numbers = dict(connection.execute("SELECT id, number FROM document"))
    copies = {d.document for d in timeline.descents if d.copy_of is not None}
    disputed = {id_ for c in timeline.conflicts for id_ in (c.first, c.second)}
    columns, speakers, kinds, shares = Columns(), Speakers(), _Kinds(), _Shares()
    text = Texts(connection)
    count = 0
    for number, event in enumerate(timeline.events):
        count += 1
        row = event_columns(event, event.id in disputed, copies)
        connection.execute(_INSERT_EVENT, (number, *row.values()))
        write_search(connection, number, event, text)
        write_stands(connection, number, event, numbers)
        for speaker, stances in speakers.hear(event.voices):
            connection.execute("INSERT INTO said VALUES (?, ?, ?)", (speaker, number, stances))
        columns.add(kinds.code(event.kind), row, event.earliest, event.latest)
        shares.add(event)
        if number % 500 == 0:
            progress(number)
    columns.write(connection)
    speakers.write(connection)
    kinds.write(connection)
    shares.write(connection, timeline.descents)
    return count


class _Kinds:
    """Kinds of event by their codes, and how many events are of each."""

    def __init__(self) -> None:
        self._events = Counter[str]()
        self._codes: dict[str, int] = {}

    def code(self, kind: str) -> int:
        """One more event of a kind; its code."""
        self._events[kind] += 1
        return self._codes.setdefault(kind, len(self._codes))

    def write(self, connection: sqlite3.Connection) -> None:
        rows = [(code, kind, self._events[kind]) for kind, code in self._codes.items()]
        connection.executemany("INSERT INTO kind VALUES (?, ?, ?)", rows)


class _Shares:
    """What each document has in the events: how many stand on it, its voices, and those of them unnamed."""

    def __init__(self) -> None:
        self._events, self._voices, self._unnamed = Counter[str](), Counter[str](), Counter[str]()

    def add(self, event: Event) -> None:
        self._events.update({s.document for s in event.support})
        self._voices.update(v.document for v in event.voices)
        self._unnamed.update(v.document for v in event.voices if v.identity is Identity.ANONYMOUS)

    def write(self, connection: sqlite3.Connection, descents: Iterable[Descent]) -> None:
        connection.executemany(
            "UPDATE document SET copy_of = ?, relays = ?, events = ?, voices = ?, anonymous = ? WHERE id = ?",
            (
                (d.copy_of, json.dumps(d.relays), *(c[d.document] for c in self._counts()), d.document)
                for d in descents
            ),
        )

    def _counts(self) -> tuple[Counter[str], ...]:
        return self._events, self._voices, self._unnamed


def hear_again(connection: sqlite3.Connection, number: int, voices: Iterable[Voice]) -> None:
    """Who said what of an edited event: speakers that are known already."""
    stances: dict[str, set[Stance]] = {}
    for voice in voices:
        stances.setdefault(key(voice), set()).add(voice.stance)
    connection.executemany(
        "INSERT INTO said SELECT number, ?, ? FROM speaker WHERE key = ?",
        [(number, bits(heard, STANCES), speaker) for speaker, heard in stances.items()],
    )


class Texts:
    """The texts and sentences of documents, the last thousand kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        def read(document: str) -> packing.Page:
            (packed,) = connection.execute("SELECT annotated FROM document WHERE id = ?", (document,)).fetchone()
            return packing.page(packed)

        self._read = lru_cache(maxsize=1000)(read)

    def around(self, place: Support) -> Iterator[str]:
        """The sentences that `place` touches."""
        page = self._read(place.document)
        for sentence in page.sentences:
            if sentence.start < place.end and place.start < sentence.end:
                yield sentence.of(page.document.text)


def write_search(connection: sqlite3.Connection, number: int, event: Event, text: Texts) -> None:
    """The event's headline and sentences into the index, each sentence once."""
    sentences = dict.fromkeys(s for place in event.support for s in text.around(place))
    connection.execute(
        "INSERT INTO search (rowid, headline, sentences) VALUES (?, ?, ?)",
        (number, event.headline, "\n".join(sentences)),
    )


def write_stands(connection: sqlite3.Connection, number: int, event: Event, documents: dict[str, int]) -> None:
    """Where the event stands."""
    connection.executemany(
        "INSERT OR IGNORE INTO stand VALUES (?, ?, ?, ?)",
        [(documents[s.document], s.start, s.end, number) for s in event.support],
    )


def event_columns(event: Event, conflict: bool, copies: Container[str]) -> dict[str, object]:
    """The row of an event, without its number."""
    anonymous = _at_most(_anonymous(event.voices), event.sources)
    return {
        "id": event.id,
        "date": event.date,
        "earliest": event.earliest.isoformat() if event.earliest else None,
        "latest": event.latest.isoformat() if event.latest else None,
        "after": event.after,
        "kind": event.kind,
        "headline": event.headline,
        "hedged": event.hedged,
        "least": event.sources.least,
        "most": event.sources.most,
        "anonymous_least": anonymous.least,
        "anonymous_most": anonymous.most,
        "identities": bits((v.identity for v in event.voices), IDENTITIES),
        "stances": bits((v.stance for v in event.voices), STANCES),
        "conflict": conflict,
        "copies": len({s.document for s in event.support if s.document in copies}),
        "told": packing.to_json(packing.telling(event)),
    }


_NAMES = (
    "id, date, earliest, latest, after, kind, headline, hedged, least, most, anonymous_least, anonymous_most,"
    " identities, stances, conflict, copies, told"
)
_INSERT_EVENT = f"INSERT INTO event (number, {_NAMES}) VALUES (?{', ?' * (_NAMES.count(',') + 1)})"


def _anonymous(voices: Iterable[Voice]) -> Count:
    """How many of `voices` are unnamed: each group of an origin once, and at least as many as the largest says."""
    groups = {(v.origin, v.source): v.count for v in voices if v.identity is Identity.ANONYMOUS}
    if not groups:
        return Count(0, 0)
    most = None if any(c.most is None for c in groups.values()) else sum(c.most or 0 for c in groups.values())
    return Count(max(c.least for c in groups.values()), most)


def _at_most(part: Count, whole: Count) -> Count:
    """A count of some of the sources, which are no more than all of them."""
    if whole.most is None:
        return Count(min(part.least, whole.least), part.most)
    most = whole.most if part.most is None else min(part.most, whole.most)
    return Count(min(part.least, whole.least), most)
