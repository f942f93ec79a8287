"""Lists of which only the rows on screen are read."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from tuitimeline.store.errors import StoreError, told
from tuitimeline.store.facets import YEARLESS, Facets
from tuitimeline.store.rows import EVENT_COLUMNS, EventRow, event_row

Row = TypeVar("Row")
_PAGE = 64
_PAGES = 16


class Rows(Sequence[Row], Generic[Row]):
    """Rows of one table in the order of `numbers`, read a page of 64 at a time; the last 16 pages are kept."""

    def __init__(
        self,
        path: Path | None,
        connection: sqlite3.Connection,
        table: str,
        columns: str,
        make: Callable[[tuple[Any, ...]], Row],
        numbers: Sequence[int],
    ) -> None:
        self._path, self._connection, self._make, self._numbers = path, connection, make, numbers
        self._query = f"SELECT number, {columns} FROM {table} WHERE number IN "
        self._pages: dict[int, list[Row]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        return self._page(at // _PAGE)[at % _PAGE]

    def __iter__(self) -> Iterator[Row]:
        for page in range(-(-len(self) // _PAGE)):
            yield from self._page(page)

    def row(self, index: int) -> Row:
        """The row at `index` from 0. Raises IndexError, and StoreError where the file cannot be read."""
        return self[index]

    def _page(self, page: int) -> list[Row]:
        rows = self._pages.get(page)
        if rows is None:
            numbers = list(self._numbers[page * _PAGE : (page + 1) * _PAGE])
            with told(self._path):
                read = self._connection.execute(
                    f"{self._query}({','.join('?' * len(numbers))})", numbers
                ).fetchall()
            found = {number: self._make(tuple(columns)) for number, *columns in read}
            if len(found) < len(numbers):
                raise StoreError(f"{self._path or 'story'}: it was woven anew since this list was made")
            rows = self._pages[page] = [found[number] for number in numbers]
            if len(self._pages) > _PAGES:
                del self._pages[next(iter(self._pages))]
        return rows


class EventList(Rows[EventRow]):
    """The events that one Filter lets through, in the order of the timeline.

    Dated events by their first possible day, then `after` links, then text; then those of unknown year; then
    undated ones.
    """

    def __init__(
        self, path: Path | None, connection: sqlite3.Connection, facets: Facets, numbers: Sequence[int]
    ) -> None:
        super().__init__(path, connection, "event", EVENT_COLUMNS, event_row, numbers)
        self._facets = facets
        self._all_days: array[int] | None = None
        self._edited_days = {e.number: e.day for e in facets.edited}
        self._edited_places = {e.number: e.place for e in facets.edited}

    def index_of(self, event: str) -> int | None:
        """Where the event with this id stands, None where the filter keeps it out."""
        with told(self._path):
            rows = self._connection.execute(
                "SELECT number FROM event WHERE id = coalesce((SELECT into_id FROM merged WHERE id = ?1), ?1)"
                " ORDER BY number DESC",
                (event,),
            ).fetchall()
        for (number,) in rows:
            order = self._order(number)
            at = bisect_left(range(len(self)), order, key=lambda i: self._order(self._numbers[i]))
            while at < len(self) and self._order(self._numbers[at]) == order:
                if self._numbers[at] == number:
                    return at
                at += 1
        return None

    def _order(self, number: int) -> tuple[float, bool]:
        """Where an event stands among all: an edited one before the number that is its place."""
        place = self._edited_places.get(number)
        return (number, True) if place is None else (place, False)

    def index_at(self, day: date) -> int:
        """The first event on or after `day`; the number of events where there is none."""
        return bisect_left(range(len(self)), day.toordinal(), key=self._day)

    def dated(self) -> int:
        """How many events have a day: they stand before all others."""
        return bisect_left(range(len(self)), YEARLESS, key=self._day)

    def span(self) -> tuple[date, date] | None:
        """The days of the first and of the last dated event."""
        dated = self.dated()
        if not dated:
            return None
        return date.fromordinal(self._day(0)), date.fromordinal(self._day(dated - 1))

    def density(self, buckets: int) -> tuple[int, ...]:
        """How many events begin in each of `buckets` equal parts of the span of dated events."""
        span = self.span()
        if span is None or buckets < 1:
            return (0,) * max(0, buckets)
        first, days = span[0].toordinal(), (span[1] - span[0]).days + 1
        edges = [
            bisect_left(range(len(self)), first - (-days * i // buckets), key=self._day) for i in range(buckets)
        ]
        edges.append(self.dated())
        return tuple(end - start for start, end in pairwise(edges))

    def _day(self, index: int) -> int:
        if self._all_days is None:
            with told(self._path):
                self._all_days = self._facets.days()
        number = self._numbers[index]
        return self._all_days[number] if number < self._facets.woven else self._edited_days[number]
