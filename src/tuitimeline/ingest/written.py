"""Dates that people and programs write down."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


@lru_cache(maxsize=10_000)
def day(written: str) -> date | None:
    """The day of a date as ISO 8601, RFC 5322 or whatever dateparser understands; None where it is none.

    All of day, month and year must be written: nothing is filled in from today.
    """
    try:
        if m := _ISO.match(written):
            return date(int(m[1]), int(m[2]), int(m[3]))
        if re.match(r"\s*(?:\w{3},\s*)?\d{1,2} \w{3} \d{4} \d", written):
            from email.utils import parsedate_to_datetime

            return parsedate_to_datetime(written).date()
    except ValueError:
        return None
    import dateparser

    found = dateparser.parse(written[:100], settings={"REQUIRE_PARTS": ["day", "month", "year"]})
    return found.date() if found else None
