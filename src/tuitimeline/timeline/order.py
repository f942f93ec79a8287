"""The order in which events are told: by date, then by what follows what, then by the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """By what an event finds its place: its EDTF date, the ordinal of its first day, the number it follows."""

    date: str | None
    first: int | None
    after: int | None


def ordered(places: Sequence[Place]) -> list[int]:
    """Numbers of events: dated ones by day, then those of an unknown year, then undated; followers follow."""

    def key(number: int) -> tuple[object, ...]:
        date, first, _ = places[number]
        lane = 0 if first else 1 if date else 2
        return (lane, first or 0, date or "" if lane == 1 else "", _depth(places, number), number)

    return sorted(range(len(places)), key=key)


def _depth(places: Sequence[Place], number: int) -> int:
    """How many events stand one after another before this one."""
    seen: set[int] = set()
    after = places[number].after
    while after is not None and number not in seen:
        seen.add(number)
        number = after
        after = places[number].after
    return len(seen)
