"""Dates that people and programs write down."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_FIGURES = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})(?!\d)")
_LANGUAGES = ["en", "es", "fr", "de", "pt", "it", "nl"]  # trying all that dateparser knows takes seconds
_LONGEST = 60  # characters: "Wednesday, September 30th, 2024 at 11:59 p.m. GMT+02:00" has 55
_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


@lru_cache(maxsize=10_000)
def day(written: str) -> date | None:
    """The day of a date as ISO 8601, RFC 5322 or whatever dateparser understands; None where it is none.

    All of day, month and year must be written, nothing is filled in from today; "03/05/2024" is March here and May
    there, so it is none.
    """
    try:
        if m := _FIGURES.match(written):
            return _in_figures(int(m[1]), m[2], int(m[3]), int(m[4]))
        if m := _ISO.match(written):
            return date(int(m[1]), int(m[2]), int(m[3]))
        if re.match(r"\s*(?:\w{3},\s*)?\d{1,2} \w{3} \d{4} \d", written):
            from email.utils import parsedate_to_datetime

            return parsedate_to_datetime(written).date()
    except ValueError:
        return None
    if len(written) > _LONGEST or not any(c.isdigit() for c in written):
        return None
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"]}
    found = dateparser.parse(written, languages=_LANGUAGES, settings=settings)
    return found.date() if found else None


def _in_figures(first: int, mark: str, second: int, year: int) -> date | None:
    """Day and month in the only order that they can have. Raises ValueError."""
    if mark == "." or first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None
