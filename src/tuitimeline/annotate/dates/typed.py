"""Dates that people type: "12 June 2025", "yesterday", "since March", "2025-02..2025-05", "last week".

dateparser reads them, in the languages of the documents; it is imported when first needed.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

from tuitimeline.annotate.dates.calendar import Period, around
from tuitimeline.annotate.dates.calendar import day as one_day
from tuitimeline.annotate.dates.calendar import month as one_month
from tuitimeline.annotate.dates.calendar import year as one_year

LANGUAGES = ("en", "es", "fr", "de", "pt", "it")

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_BETWEEN = re.compile(r"(?:from|between)\s+(.+?)\s+(?:to|until|till|and)\s+(.+)", re.IGNORECASE)
_RANGE = re.compile(r"(.*?)\s*(?:\.\.\.?|…|\s[-–—]\s|/(?=\d{4}-)|\s+(?:to|until|till)\s+)\s*(.*)", re.IGNORECASE)
_SINCE = re.compile(r"(?:since|from|after|>=?)\s+(.+)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|to|through|up to|by|<=?)\s+(.+)", re.IGNORECASE)
_BEFORE = re.compile(r"before\s+(.+)", re.IGNORECASE)


def day(text: str, today: date) -> date:
    """The one day that is typed. Raises ValueError (one line, for people) where it is none or several."""
    period = _period(text, today)
    if period.unit != "day" or period.first is None:
        raise ValueError(
            f'"{text.strip()}" is a {period.unit}, not a day: write a day, such as {today.isoformat()}'
        )
    return period.first


def span(text: str, today: date) -> tuple[date | None, date | None]:
    """The first and the last day of what is typed, None where a side is open ("since March").

    Both days are inside. "after" and "since" begin with the first day of what they name, "until" ends with its
    last, "before" ends on the eve. Raises ValueError, with one line for people, where it cannot be read or runs
    backwards.
    """
    words = text.strip()
    if match := _BEFORE.fullmatch(words):
        first = _period(match[1], today).first
        return None, date.fromordinal(first.toordinal() - 1) if first else None
    if match := _BETWEEN.fullmatch(words) or _RANGE.fullmatch(words):
        first = _period(match[1], today).first if match[1] else None
        last = _period(match[2], today).last if match[2] else None
        if first and last and first > last:
            raise ValueError(f'"{words}" runs backwards: {first.isoformat()} is after {last.isoformat()}')
        if match[1] or match[2]:
            return first, last
    if match := _SINCE.fullmatch(words):
        return _period(match[1], today).first, None
    if match := _UNTIL.fullmatch(words):
        return None, _period(match[1], today).last
    period = _period(words, today)
    return period.first, period.last


def _period(text: str, today: date) -> Period:
    words = text.strip()
    period = _iso(words) or _spoken(words, today)
    if period is None:
        raise ValueError(f'"{words}" is not a date: write a day, a month or a year, such as {today.isoformat()}')
    return period


def _iso(words: str) -> Period | None:
    match = _ISO.fullmatch(words)
    if match is None:
        return None
    try:
        if match[3]:
            return one_day(date(int(match[1]), int(match[2]), int(match[3])))
        return one_month(int(match[1]), int(match[2])) if match[2] else one_year(int(match[1]))
    except ValueError as error:
        raise ValueError(f'"{words}" is not a date: {error}') from None


def _spoken(words: str, today: date) -> Period | None:
    from dateparser.date import DateDataParser

    if not words:
        return None
    settings = {"RELATIVE_BASE": datetime.combine(today, time.min), "PREFER_DATES_FROM": "past"}
    found = DateDataParser(languages=list(LANGUAGES), settings=settings).get_date_data(words)
    if found.date_obj is None:
        return None
    unit = found.period if found.period in ("day", "week", "month", "quarter", "year") else "day"
    return around(unit, found.date_obj.date())
