"""The timeline as a plain table: for pipes, mails and terminals without an explorer."""

from __future__ import annotations

from tuitimeline.export.evidence import Told, tell
from tuitimeline.export.wording import count_in_words, date_in_words
from tuitimeline.export.written import Written
from tuitimeline.model import Story
from tuitimeline.safe import visible


def table(story: Story) -> Written:
    """One line an event: when, what kind, how it is sourced, its headline."""
    rows = [_row(told) for told in tell(story)]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return Written(
        "".join("  ".join(c.ljust(w) for c, w in zip(r, [*widths, 0], strict=True)) + "\n" for r in rows)
    )


def _row(told: Told) -> tuple[str, str, str, str]:
    event = told.event
    sourced = count_in_words(event.sources) + (", in conflict" if told.contradicted_by else "")
    headline = " ".join(event.headline.split())
    return visible(date_in_words(event.date)), visible(event.kind), sourced, visible(headline)
