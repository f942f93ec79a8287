"""Days as they are printed at the head of an article: "Sunday 16 March 2025", "Oct. 10, 2024", "14/04/2019"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from tuitimeline.tables import read_table


class Day(NamedTuple):
    """A day as it is printed; `year` is None where none stands there."""

    year: int | None
    month: int
    day: int

    def full(self) -> date | None:
        """The calendar day, None without a year."""
        return self.in_year(self.year) if self.year else None

    def in_year(self, year: int) -> date | None:
        """This day of that year, None where the year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def latest_by(self, limit: date) -> date | None:
        """The last such day not after `limit`; with a year of its own, that day."""
        if self.year:
            return self.full()
        found = self.in_year(limit.year)
        return found if found and found <= limit else self.in_year(limit.year - 1)


class Printed(NamedTuple):
    """A day and the words of its line that stand before and after it, weekdays left out."""

    day: Day
    before: str
    after: str


def find(line: str) -> Printed | None:
    """The first day in a line. Days in figures alone count only where they can be read in one way."""
    for pattern in _patterns():
        if m := pattern.search(line):
            if (day := _day(m.groupdict())) is None:
                return None
            return Printed(day, without_weekdays(line[: m.start()]), without_weekdays(line[m.end() :]))
    return None


def without_weekdays(words: str) -> str:
    """A line with bars in the place of weekdays."""
    return _weekday().sub(" | ", words)


def _day(part: dict[str, str | None]) -> Day | None:
    day, year = int(part.get("day") or 0), int(part.get("year") or 0) or None
    if word := part.get("word"):
        month = _months()[word.casefold().rstrip(".")]
    else:
        month = int(part.get("month") or 0)
        if part.get("slash") == "/" and day != month:
            if month > 12 >= day:
                day, month = month, day
            elif day <= 12:  # 04/05/2024 is April here and May there
                return None
    found = Day(year, month, day)
    return found if found.in_year(year or 2000) else None


@cache
def _data() -> dict[str, Any]:
    return read_table(__file__, "printed.toml")


@cache
def _months() -> dict[str, int]:
    return {name: int(n) for n, names in _data()["months"].items() for name in names}


def any_of(names: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))


@cache
def _weekday() -> re.Pattern[str]:
    other = rf"(?!\s+(?!(?:{any_of(_months())})\b)(?-i:[A-Z]))"  # "The Sunday Argus" is no day
    return re.compile(rf"(?<!\w)(?:{any_of(_data()['weekdays'])})\b{other}\.?,?\s*", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    word = rf"(?P<word>{any_of(_months())})\b\.?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
    year = r"(?P<year>(?:1[5-9]|20)\d{2})"
    return (
        re.compile(rf"(?<!\d){year}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?!\d)"),
        re.compile(rf"(?<![\d:]){day}(?:\s+(?:de|of|d[ei]))?\s+{word}(?:,?\s+(?:de\s+|of\s+)?{year}\b)?", re.I),
        re.compile(rf"\b{word}\s+{day}(?![\d:])(?:,?\s+{year}\b)?", re.I),
        re.compile(rf"(?<![\d/.])(?P<day>\d{{1,2}})(?P<slash>[/.])(?P<month>\d{{1,2}})(?P=slash){year}(?!\d)"),
    )
