"""Days, weeks and weekends of a month by their number: the first week of March, the week of May 5."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tuitimeline.annotate.dates import calendar, words
from tuitimeline.annotate.dates.families.months import year_of
from tuitimeline.annotate.dates.families.weekdays import latest, soonest
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated
from tuitimeline.annotate.dates.words import DAY, MONTH, ORDINAL, WEEKDAY_NAME, YEAR

_NTH = (
    rf"\b(?:[Tt]he\s+)(?P<nth>last|final|{ORDINAL})\s+(?P<unit>day|week|weekend|{WEEKDAY_NAME})\s+(?:of|in)\s+"
    rf"(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?"
)

_OF_DAY = (
    rf"\b[Tt]he\s+(?P<unit>week|weekend)\s+of\s+"
    rf"(?:(?P<month>{MONTH})\s+(?P<day>{DAY})|(?P<first>{DAY})\s+(?P<later>{MONTH}))"
    rf"(?:,?\s+(?P<year>{YEAR}))?"
)


def _of_day(match: re.Match[str], context: Context) -> Reading | None:
    month, day = words.month(match["month"] or match["later"]), words.day_number(match["day"] or match["first"])
    year = int(match["year"]) if match["year"] else year_of(context, month, day, match.start(), match.end())
    return dated(match, calendar.around(match["unit"], date(year, month, day))) if year else None


def _nth(match: re.Match[str], context: Context) -> Reading | None:
    month, unit = words.month(match["month"]), match["unit"]
    year = int(match["year"]) if match["year"] else year_of(context, month, None, match.start(), match.end())
    nth = -1 if match["nth"] in ("last", "final") else words.ordinal(match["nth"])
    if year is None or not (nth == -1 or 1 <= nth <= (31 if unit == "day" else 5)):
        return None
    whole = calendar.month(year, month)
    assert whole.first is not None
    assert whole.last is not None
    day = _day(whole.first, whole.last, unit, nth)
    if day.month != month:
        return None
    return dated(match, calendar.around(unit if unit in ("week", "weekend") else "day", day))


def _day(first: date, last: date, unit: str, nth: int) -> date:
    if unit in ("day", "week"):
        days = 1 if unit == "day" else 7
        return first + timedelta(days=days * (nth - 1)) if nth > 0 else last
    weekday = 5 if unit == "weekend" else words.weekday(unit)
    return soonest(first, weekday) + timedelta(weeks=nth - 1) if nth > 0 else latest(last, weekday)


FAMILIES = (
    Family(frozenset({"month", "nth"}), _NTH, _nth),
    Family(frozenset({"month", "nth", "figure"}), _OF_DAY, _of_day),
)
