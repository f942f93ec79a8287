"""What the person is looking at: one plain object. Screens show it and post messages; the app alone changes it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from typing import Any

from tuitimeline.store import Filter


class Zoom(IntEnum):
    """What a row of the timeline stands for."""

    EVENTS = 0
    MONTHS = 1
    YEARS = 2


@dataclass(slots=True)
class State:
    """`event` is the id of the one under the cursor, `merging` of the one marked to be merged with another.

    `changes` counts what made the lists other than they were: a screen that shows an older one reads anew.
    `today` is what "yesterday" is counted from when a date is typed.
    """

    wanted: Filter = field(default_factory=Filter)
    search: str = ""
    event: str | None = None
    zoom: Zoom = Zoom.EVENTS
    unfolded: bool = False
    merging: str | None = None
    changes: int = 0
    reading: bool = False
    today: date = field(default_factory=date.today)

    def zoomed(self, by: int) -> Zoom:
        """The zoom `by` steps further out, as far as there is one."""
        return Zoom(max(Zoom.EVENTS, min(Zoom.YEARS, self.zoom + by)))


PARTS = (
    "text",
    "kinds",
    "stances",
    "identities",
    "sources_at_least",
    "since",
    "until",
    "document",
    "speaker",
    "tag",
    "starred",
    "conflicts_only",
    "hidden",
)
"""The parts of a filter in the order of their chips."""


def parts_on(wanted: Filter) -> tuple[str, ...]:
    """The parts of a filter that hold something back, or show what is hidden."""
    return tuple(part for part in PARTS if getattr(wanted, part) != getattr(Filter(), part))


def without(wanted: Filter, part: str) -> Filter:
    """The filter without one of its parts."""
    return replace(wanted, **{part: getattr(Filter(), part)})


def flipped(wanted: Filter, flag: str) -> Filter:
    """The filter with one of its flags the other way."""
    flags: dict[str, Any] = {flag: not getattr(wanted, flag)}
    return replace(wanted, **flags)


@dataclass(frozen=True, slots=True)
class Buckets:
    """The months or the years of a span, in order: the rows of a timeline that is zoomed out."""

    first: date
    last: date
    zoom: Zoom

    def __len__(self) -> int:
        return self._number(self.last) - self._number(self.first) + 1

    def start(self, row: int) -> date:
        """The first day of bucket `row`; one past the last bucket is the end of the last."""
        number = self._number(self.first) + row
        return date(number // 12, number % 12 + 1, 1) if self.zoom is Zoom.MONTHS else date(number, 1, 1)

    def end(self, row: int) -> date:
        """The last day of bucket `row`."""
        start = self.start(row)
        if self.zoom is Zoom.YEARS:
            return date(start.year, 12, 31)
        return start.replace(day=calendar.monthrange(start.year, start.month)[1])

    def row_of(self, day: date) -> int:
        """The bucket in which `day` lies: the nearest one where it lies outside."""
        return max(0, min(len(self) - 1, self._number(day) - self._number(self.first)))

    def _number(self, day: date) -> int:
        return day.year * 12 + day.month - 1 if self.zoom is Zoom.MONTHS else day.year
