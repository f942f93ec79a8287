"""To what an anchored expression ("two days later", "that month", "the same day") is tied.

A step backwards ("a day earlier") looks aside from the story and leaves its anchor where it was; a step forwards
("two days later") carries the anchor along.
"""

from __future__ import annotations

from datetime import date

from tuitimeline.annotate.dates.calendar import Period, around
from tuitimeline.annotate.dates.reading import Context, Reading

_FINENESS = {
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
}
_NEAR = 400  # characters back in which a quarter still is what a report speaks of


def anchor(context: Context, unit: str) -> Reading | None:
    """The last dated reading exact enough to count `unit`s from: a day for days, a month or a day for months."""
    for reading in (context.last, context.day):
        period = reading.period if reading else None
        if period and period.first and _FINENESS.get(period.unit, 9) <= _FINENESS.get(unit, 9):
            return None if _has_gone_on(context, period.last) else reading
    return None


def _has_gone_on(context: Context, day: date | None) -> bool:
    """Whether the story has since come to a later month or year, too coarse to count from."""
    last = context.last.period if context.last else None
    return bool(day and last and last.first and last.first > day)


def period(context: Context, unit: str) -> Period | None:
    """The period of `unit` that was spoken of last ("that month"), else the one of the publication date."""
    reading = anchor(context, unit)
    if reading is not None and reading.period is not None and reading.period.first is not None:
        return around(unit, reading.period.first) if reading.period.unit != unit else reading.period
    return around(unit, context.published) if context.published else None


def quarter(context: Context) -> Period | None:
    """The quarter, or half, that the sentences just before speak of, as earnings copy does."""
    reading = context.quarter
    if reading is None or reading.start < context.sentence.start - _NEAR:
        return None
    return reading.period
