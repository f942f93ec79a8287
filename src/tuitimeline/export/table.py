"""The timeline as a plain table: for pipes, mails and terminals without an explorer."""

from __future__ import annotations

from tuitimeline.export.wording import count_in_words, date_in_words
from tuitimeline.export.written import Written
from tuitimeline.model import Event, Story
from tuitimeline.safe import visible


def table(story: Story) -> Written:
    """One line an event: when, what kind, how it is sourced, its headline."""
    conflicts = {id_ for c in story.timeline.conflicts for id_ in (c.first, c.second)}
    rows = [_row(event, event.id in conflicts) for event in story.timeline.events]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return Written(
        "".join("  ".join(c.ljust(w) for c, w in zip(r, [*widths, 0], strict=True)) + "\n" for r in rows)
    )


def _row(event: Event, in_conflict: bool) -> tuple[str, str, str, str]:
    sourced = count_in_words(event.sources) + (", in conflict" if in_conflict else "")
    return date_in_words(event.date), event.kind, sourced, visible(" ".join(event.headline.split()))
