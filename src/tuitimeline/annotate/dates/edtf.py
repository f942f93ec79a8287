"""EDTF (ISO 8601-2) as far as this project writes it: the days that a date can mean."""

from __future__ import annotations

import re
from datetime import date

from tuitimeline.annotate.dates import calendar

_DATE = re.compile(r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?[?~%]?")
_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
Days = tuple[date | None, date | None]


def bounds(edtf: str) -> Days:
    """The first and the last day, each None where it is open or the year is unknown.

    Days, months, years, `199X`, `19XX`, `XXXX-02-27`, seasons (`2025-21`), intervals, open too (`2025-02/..`),
    each with `?`, `~` or `%`. Raises ValueError, with one line for people, for anything else.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _days(first, edtf)
    started = None if first in ("..", "") else _days(first, edtf)[0]
    ended = None if last in ("..", "") else _days(last, edtf)[1]
    if (first in ("..", "") and last in ("..", "")) or (started and ended and started > ended):
        raise ValueError(f'"{edtf}" is no stretch of time')
    return started, ended


def _days(text: str, whole: str) -> Days:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(f'"{whole}" is no date in EDTF: write 2025-02-27, 2025-02, 2025 or XXXX-02-27')
    year, month, day = found.groups()
    try:
        if "X" in year:
            return _unknown(year, month, day)
        if month is None:
            return calendar.year(int(year))[3:]
        if int(month) in _SEASONS and day is None:
            return calendar.season(int(year), _SEASONS[int(month)])[3:]
        if day is None:
            return calendar.month(int(year), int(month))[3:]
        return calendar.exact(int(year), int(month), int(day))[3:]
    except (ValueError, OverflowError) as error:
        raise ValueError(f'"{whole}" is no date: {error}') from error


def _unknown(year: str, month: str | None, day: str | None) -> Days:
    if year == "XXXX" and month is not None:
        calendar.exact(None, int(month), int(day or 1))
        return None, None
    known = year.rstrip("X")
    if month is not None or not known.isdigit() or len(known) < 2:
        raise ValueError("its year cannot be told")
    scale = 10 ** (4 - len(known))
    start = int(known) * scale
    return date(max(start, 1), 1, 1), date(start + scale - 1, 12, 31)
