"""The order in which events are told: by date, then by what follows what, then by the text."""

from __future__ import annotations

from collections.abc import Sequence

from tuitimeline.model import Event


def ordered(events: Sequence[Event]) -> list[Event]:
    """Dated events by day, then those of an unknown year, then undated ones; a follower after what it follows."""
    place = {event.id: i for i, event in enumerate(events)}
    by_id = {event.id: event for event in events}

    def key(event: Event) -> tuple[object, ...]:
        lane = 0 if event.earliest else 1 if event.date else 2
        depth, seen, at = 0, set(), event
        while at.after and at.after in by_id and at.id not in seen:
            seen.add(at.id)
            at, depth = by_id[at.after], depth + 1
        return (
            lane,
            event.earliest.toordinal() if event.earliest else 0,
            event.date or "" if lane == 1 else "",
            depth,
            place[event.id],
        )

    return sorted(events, key=key)
