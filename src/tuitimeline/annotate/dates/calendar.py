"""Periods of the calendar: days, weeks, months, quarters, … with TIMEX3 value, EDTF and bounds."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple


class Period(NamedTuple):
    """A stretch of the calendar. `first` and `last` are its days, None where unknown or open."""

    unit: str
    value: str
    edtf: str | None
    first: date | None
    last: date | None


class ImpossibleDateError(ValueError):
    """A date that no calendar has; the message says why, in one line for people."""


SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


@lru_cache(maxsize=4096)
def day(when: date) -> Period:
    """One day."""
    return Period("day", when.isoformat(), when.isoformat(), when, when)


def _days_in(year_number: int, month_number: int) -> int:
    """How many days a month has; `calendar` says so too, but loads the locale first, for which screens wait."""
    leap = year_number % 4 == 0 and (year_number % 100 != 0 or year_number % 400 == 0)
    return 29 if month_number == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month_number - 1]


def _interval(unit: str, value: str, first: date, last: date) -> Period:
    return Period(unit, value, f"{first.isoformat()}/{last.isoformat()}", first, last)


@lru_cache(maxsize=4096)
def week(when: date) -> Period:
    """The ISO week of a day; EDTF has no weeks, so an interval."""
    iso = when.isocalendar()
    monday = when - timedelta(days=iso.weekday - 1)
    return _interval("week", f"{iso.year:04}-W{iso.week:02}", monday, monday + timedelta(days=6))


def weekend(when: date) -> Period:
    """The Saturday and Sunday of a day's ISO week."""
    monday = week(when).first
    assert monday is not None
    saturday = monday + timedelta(days=5)
    return _interval("weekend", f"{week(when).value}-WE", saturday, saturday + timedelta(days=1))


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Period:
    """A month, 1 to 12."""
    text = f"{year:04}-{number:02}"
    return Period("month", text, text, date(year, number, 1), _end(year, number))


def quarter(year: int, number: int) -> Period:
    """A quarter of a calendar year, 1 to 4."""
    return _months("quarter", f"{year:04}-Q{number}", year, 3 * number - 2, 3)


def half(year: int, number: int) -> Period:
    """A half of a calendar year, 1 or 2."""
    return _months("half", f"{year:04}-H{number}", year, 6 * number - 5, 6)


def season(year: int, code: str) -> Period:
    """A season (SP, SU, FA, WI) as the meteorologists have it; winter begins in the December of `year`."""
    start = SEASON_MONTH[code]
    first, ends = date(year, start, 1), (year + 1, 2) if code == "WI" else (year, start + 2)
    return Period("season", f"{year:04}-{code}", f"{year:04}-{_SEASON_EDTF[code]}", first, _end(*ends))


@lru_cache(maxsize=1024)
def year(number: int) -> Period:
    """A year."""
    text = f"{number:04}"
    return Period("year", text, text, date(number, 1, 1), date(number, 12, 31))


def decade(start: int) -> Period:
    """The ten years from a year that ends in 0."""
    digits = f"{start // 10:03}"
    return Period("decade", digits, f"{digits}X", date(max(start, 1), 1, 1), date(start + 9, 12, 31))


def century(start: int) -> Period:
    """The hundred years from a year that ends in 00."""
    digits = f"{start // 100:02}"
    return Period("century", digits, f"{digits}XX", date(max(start, 1), 1, 1), date(start + 99, 12, 31))


def around(unit: str, when: date) -> Period:
    """The period of that unit which holds a day. Raises KeyError for a unit without a calendar (hour, …)."""
    return {
        "day": lambda: day(when),
        "week": lambda: week(when),
        "weekend": lambda: weekend(when),
        "month": lambda: month(when.year, when.month),
        "quarter": lambda: quarter(when.year, (when.month + 2) // 3),
        "half": lambda: half(when.year, 1 if when.month < 7 else 2),
        "year": lambda: year(when.year),
        "decade": lambda: decade(when.year // 10 * 10),
        "century": lambda: century(when.year // 100 * 100),
    }[unit]()


def moved(when: date, unit: str, count: int) -> date:
    """The day `count` units later (earlier where negative); the last of the month where the month is too short.

    Raises OverflowError or ValueError outside the years 1 to 9999.
    """
    if unit in ("day", "week", "weekend", "fortnight"):
        return when + timedelta(days=count * {"day": 1, "fortnight": 14}.get(unit, 7))
    months = count * {"month": 1, "quarter": 3, "half": 6, "season": 12, "decade": 120, "century": 1200}.get(
        unit, 12
    )
    year_number, month_number = divmod(when.year * 12 + when.month - 1 + months, 12)
    if not 1 <= year_number <= 9999:
        raise OverflowError(f"year {year_number}")
    return date(year_number, month_number + 1, min(when.day, _days_in(year_number, month_number + 1)))


def step(period: Period, unit: str, count: int) -> Period:
    """A known period moved by `count` units and kept as exact as it was: 2013-Q3 less a year is 2012-Q3."""
    if period.first is None:
        raise ValueError("unknown year")
    if period.unit == "season":
        return season(period.first.year + count, period.value[-2:])
    return around(period.unit, moved(period.first, unit, count))


def exact(year_number: int | None, month_number: int, day_number: int) -> Period:
    """A day by its numbers; the year may be unknown. Raises ImpossibleDateError for no such day."""
    longest = _days_in(year_number or 2000, month_number) if 1 <= month_number <= 12 else 0
    if not longest:
        raise ImpossibleDateError(f"there is no month {month_number}")
    if not 1 <= day_number <= longest:
        name = date(2000, month_number, 1).strftime("%B")
        which = f" {year_number}" if year_number and month_number == 2 and day_number == 29 else ""
        raise ImpossibleDateError(f"{name}{which} has no day {day_number}")
    if year_number is None:
        text = f"XXXX-{month_number:02}-{day_number:02}"
        return Period("day", text, text, None, None)
    return day(date(year_number, month_number, day_number))


def unknown_month(month_number: int) -> Period:
    """A month whose year nothing gives."""
    text = f"XXXX-{month_number:02}"
    return Period("month", text, text, None, None)


def _months(unit: str, value: str, year_number: int, start: int, count: int) -> Period:
    first, last = f"{year_number:04}-{start:02}", f"{year_number:04}-{start + count - 1:02}"
    return Period(
        unit, value, f"{first}/{last}", date(year_number, start, 1), _end(year_number, start + count - 1)
    )


def _end(year_number: int, month_number: int) -> date:
    return date(year_number, month_number, _days_in(year_number, month_number))
