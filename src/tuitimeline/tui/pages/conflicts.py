"""The rows of the conflicts: over what, and what each side says."""

from __future__ import annotations

from tuitimeline.model import Event, Quarrel
from tuitimeline.tui.lines import Line, clip, line


def conflict_lines(over: Quarrel, first: Event, second: Event, columns: int) -> tuple[Line, ...]:
    """The two lines of a conflict: what is claimed, and what stands against it."""
    left = min(28, columns * 2 // 5)
    room = max(columns - left - 4, 8)
    return (
        line("   ", (clip(over.value, left - 3), "alarm"), (clip(_words(first), room), "headline")),
        line("   ", (clip("", left - 5), "faint"), ("↔ ", "alarm"), (clip(_words(second), room), "headline")),
    )


def _words(event: Event) -> str:
    return " ".join(event.headline.split())
