"""Rows become values of the model."""

from __future__ import annotations

import sqlite3
from typing import Any

from tuitimeline.model import UNMARKED, Conflict, Count, Event, Quarrel
from tuitimeline.store.rows import day

EVENT = "id, date, earliest, latest, after, kind, headline, hedged, least, most, told, marks"


def event(columns: tuple[Any, ...]) -> Event:
    """The Event that the columns of EVENT hold."""
    from tuitimeline.store import packing

    id_, date, earliest, latest, after, kind, headline, hedged, least, most, telling, marks = columns
    rest = packing.told(telling)
    return Event(
        id_,
        kind,
        headline,
        rest.headline_at,
        rest.support,
        date,
        day(earliest),
        day(latest),
        after,
        bool(hedged),
        Count(least, most),
        rest.voices,
        rest.reckoning,
        packing.marks(marks) if marks else UNMARKED,
    )


def conflict(columns: tuple[Any, ...]) -> Conflict:
    """The Conflict that its row holds: first, second, over."""
    first, second, over = columns
    return Conflict(first, second, Quarrel(over))


def count(connection: sqlite3.Connection, name: str, otherwise: int = 0) -> int:
    """A number that the story keeps about itself."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else otherwise
