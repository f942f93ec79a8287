"""What an export comes to."""

from __future__ import annotations

from typing import NamedTuple


class Written(NamedTuple):
    """A story in one format: text or bytes, and what it had to leave out, in one line for a person."""

    content: str | bytes
    left_out: str | None = None


def leaving_out(content: str | bytes, count: int, why: str) -> Written:
    """`content`, saying that `count` events were left out of it, and why."""
    events = "1 event is" if count == 1 else f"{count} events are"
    return Written(content, f"{events} left out: {why}" if count else None)
