"""The events' properties as columns: a byte (a day: four) for each event, in the order of their numbers.

Most events have one day. Those whose last possible day is another than the first are listed apart: "spanning".
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import accumulate, compress
from typing import Any, NamedTuple

from tuitimeline.model import Marks
from tuitimeline.store.rows import day as iso_day

YEARLESS = date.max.toordinal() + 1
UNDATED = YEARLESS + 1
_BYTES = ("kind", "stances", "identities", "least", "conflict")


class Edited(NamedTuple):
    """An edited event: its number, the number at which it stands, its properties and marks."""

    number: int
    place: float
    kind: int
    stances: int
    identities: int
    least: int
    conflict: int
    day: int
    last: int
    marks: Marks


def day_of(earliest: date | None, latest: date | None, dated: bool) -> int:
    """The day by which an event stands in the timeline, a proleptic ordinal; beyond all without a year."""
    known = earliest or latest
    return known.toordinal() if known else YEARLESS if dated else UNDATED


class Columns:
    """Gathers the facets of events while they are written, in their order."""

    def __init__(self) -> None:
        self._bytes = {name: bytearray() for name in _BYTES}
        self._days, self._lasts = array("i"), array("i")

    def add(self, kind: int, row: Mapping[str, Any], earliest: date | None, latest: date | None) -> None:
        """One event: its kind's code, its row and its days."""
        self._bytes["kind"].append(kind)
        for name in _BYTES[1:]:
            self._bytes[name].append(min(row[name], 255))
        dated = row["date"] is not None
        day = day_of(earliest, latest, dated)
        self._days.append(day)
        self._lasts.append(latest.toordinal() if latest else day)

    def write(self, connection: sqlite3.Connection) -> None:
        """All of them, in place of what was there."""
        columns = [(name, bytes(column)) for name, column in self._bytes.items()]
        # An event that stands among others without a day of its own takes that of the next: days never go back.
        days = array("i", accumulate(reversed(self._days), min))
        days.reverse()
        spanning = array(
            "i", (n for n, (day, last) in enumerate(zip(days, self._lasts, strict=True)) if last > day)
        )
        lasts = array("i", map(self._lasts.__getitem__, spanning))
        columns += [("day", _little(days)), ("spanning", _little(spanning)), ("last", _little(lasts))]
        connection.executemany("INSERT OR REPLACE INTO facet VALUES (?, ?)", columns)


class Facets:
    """What filters read: the columns of the `woven` events and, after them, of the `edited` ones."""

    def __init__(self, connection: sqlite3.Connection, woven: int, edited: tuple[Edited, ...]) -> None:
        self._connection = connection
        self.woven, self.edited = woven, edited
        self.total = max((e.number + 1 for e in edited), default=woven)

    def shown(self, hidden: bool) -> bytes:
        """1 for every event that stands in the timeline; hidden ones too where `hidden`."""
        mask = bytearray(b"\1" * self.woven + bytes(self.total - self.woven))
        if self.edited or self.total:
            for (number,) in self._connection.execute("SELECT event FROM replaced WHERE event < ?", (self.woven,)):
                mask[number] = 0
        for event in self.edited:
            mask[event.number] = hidden or not event.marks.hidden
        return bytes(mask)

    def where(self, name: str, fits: Callable[[int], bool]) -> bytes:
        """1 for every event whose `name` fits."""
        table = bytes(fits(value) for value in range(256))
        mask = self._column(name).translate(table)
        if not self.edited:
            return mask
        rest = bytearray(self.total - self.woven)
        for event in self.edited:
            rest[event.number - self.woven] = table[min(getattr(event, name), 255)]
        return mask + bytes(rest)

    def only(self, numbers: Iterable[int]) -> bytes:
        """1 for each of `numbers`."""
        mask = bytearray(self.total)
        for number in numbers:
            mask[number] = 1
        return bytes(mask)

    def between(self, since: date | None, until: date | None) -> bytes:
        """1 for every dated event that can lie between the two days, both included."""
        first = since.toordinal() if since else 0
        last = until.toordinal() if until else YEARLESS - 1
        days, spanning = self.days(), self._integers("spanning")
        begun, ended = bisect_left(days, first), bisect_right(days, last)
        mask = bytearray(self.total)
        mask[begun:ended] = b"\1" * (ended - begun)
        earlier = spanning[: bisect_left(spanning, min(begun, ended))]
        for number in compress(earlier, map(first.__le__, self._integers("last"))):
            mask[number] = 1
        for event in self.edited:
            mask[event.number] = event.day <= last and event.last >= first and event.day < YEARLESS
        return bytes(mask)

    def days(self) -> array[int]:
        """The day of each woven event; they never go back."""
        return self._integers("day")

    def _integers(self, name: str) -> array[int]:
        values = array("i", self._column(name))
        if sys.byteorder == "big":
            values.byteswap()
        return values

    def _column(self, name: str) -> bytes:
        row = self._connection.execute("SELECT bytes FROM facet WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else b""


def edited(connection: sqlite3.Connection, woven: int) -> tuple[Edited, ...]:
    """The edited events: those after the `woven` ones."""
    rows = connection.execute(
        "SELECT number, place, coalesce((SELECT code FROM kind WHERE name = kind), 0), stances, identities, least,"
        " conflict, earliest, latest, date, marks FROM event WHERE number >= ? ORDER BY number",
        (woven,),
    ).fetchall()
    found = []
    for *columns, earliest, latest, dated, marks in rows:
        from tuitimeline.store import packing

        first, last = iso_day(earliest), iso_day(latest)
        day = day_of(first, last, dated is not None)
        found.append(Edited._make((*columns, day, last.toordinal() if last else day, packing.marks(marks))))
    return tuple(found)


def _little(values: array[int]) -> bytes:
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values.tobytes()
