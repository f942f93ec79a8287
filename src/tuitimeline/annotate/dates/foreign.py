"""Dates in Spanish, French, German, Portuguese and Italian: calendar dates, weekdays, yesterday and today.

The few forms in which news prints its dates are matched, linear in the text. dateparser's search takes a hundred
times as long, takes "27 de febrero en" for a date and counts a later "lunes" from it, not from today.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Any

from tuitimeline.model import Sentence, TimeExpression, TimexType
from tuitimeline.tables import read_table

LANGUAGES = ("es", "fr", "de", "pt", "it")


def find(
    text: str, sentences: tuple[Sentence, ...], published: date | None, language: str
) -> tuple[TimeExpression, ...]:
    """The dates of `sentences`, in order; a year that nothing gives is left unknown. None in other languages."""
    if language not in LANGUAGES:
        return ()
    found = (
        _read(match, published, language)
        for sentence in sentences
        for match in _pattern(language).finditer(text, sentence.start, sentence.end)
    )
    return tuple(timex for timex in found if timex is not None)


def _read(match: re.Match[str], published: date | None, language: str) -> TimeExpression | None:
    words = _data()[language]
    part = match.groupdict()
    if part["word"]:
        return _relative(match, published, words["days"][part["word"].casefold()])
    if part["weekday"]:
        return _weekday(match, published, _place(part["weekday"], words["weekdays"]))
    if part["m2"]:
        return _expression(match, f"{part['y2']}-{_place(part['m2'], words['months']) + 1:02}")
    day = int(part["d1"] or part["d3"])
    month = _place(part["m1"], words["months"]) + 1 if part["m1"] else int(part["n3"])
    year = part["y1"] or part["y3"]
    try:
        exact = date(int(year), month, day) if year else _last(month, day, published)
        return _expression(match, exact.isoformat()) if exact else _expression(match, f"XXXX-{month:02}-{day:02}")
    except ValueError:
        return None


def _last(month: int, day: int, published: date | None) -> date | None:
    """The last such day by the day of publication. Raises ValueError where no calendar has it."""
    date(2000, month, day)
    if published is None:
        return None
    this = date(published.year, month, day)
    return this if this <= published else date(published.year - 1, month, day)


def _relative(match: re.Match[str], published: date | None, days: int) -> TimeExpression:
    if published is None:
        return TimeExpression(*match.span(), TimexType.DATE, "PRESENT_REF" if days == 0 else "XXXX-XX-XX")
    return _expression(match, (published + timedelta(days)).isoformat())


def _weekday(match: re.Match[str], published: date | None, weekday: int) -> TimeExpression:
    """The last such day; today where the article is printed on it."""
    if published is None:
        return TimeExpression(*match.span(), TimexType.DATE, f"XXXX-WXX-{weekday + 1}")
    back = (published.weekday() - weekday) % 7
    return _expression(match, (published - timedelta(back)).isoformat())


def _expression(match: re.Match[str], value: str) -> TimeExpression:
    """A day or a month, its bounds where its year is known."""
    earliest = latest = None
    if not value.startswith("X"):
        earliest = date.fromisoformat(value if len(value) == 10 else f"{value}-01")
        latest = earliest if len(value) == 10 else (earliest + timedelta(31)).replace(day=1) - timedelta(1)
    return TimeExpression(*match.span(), TimexType.DATE, value, value, earliest, latest)


def _place(word: str, names: list[str]) -> int:
    """Which of `names` a word is; each may have other spellings after a bar."""
    return next(i for i, name in enumerate(names) if word.casefold() in name.split("|"))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = _data()[language]
    months, weekdays = "|".join(words["months"]), "|".join(words["weekdays"])
    days = "|".join(sorted(map(re.escape, words["days"]), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:"
        rf"(?P<d1>\d{{1,2}})(?:er|º|°|ème|\.)?\s+(?:de\s+)?(?P<m1>{months})\b(?:\.(?=\s+\d))?(?:\s+(?:de\s+|del\s+)?(?P<y1>\d{{4}})\b)?"
        rf"|(?P<m2>{months})\s+(?:de\s+|del\s+)?(?P<y2>[12]\d{{3}})\b"
        rf"|(?P<d3>\d{{1,2}})[./](?P<n3>\d{{1,2}})[./](?P<y3>\d{{4}})(?!\d)"
        rf"|(?P<word>{days})(?![\w-])|(?P<weekday>{weekdays})(?![\w-])"
        rf")",
        re.IGNORECASE,
    )


@cache
def _data() -> dict[str, Any]:
    return read_table(__file__, "foreign.toml")
