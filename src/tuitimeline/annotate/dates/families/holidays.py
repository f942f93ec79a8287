"""Feasts and holidays by name: Christmas Eve, Thanksgiving, Good Friday 1998."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tuitimeline.annotate.dates import calendar, words
from tuitimeline.annotate.dates.direction import lean
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated
from tuitimeline.annotate.dates.words import YEAR
from tuitimeline.model import TimexType

_NAMES = {name.lower().replace("’", "'"): rule for name, rule in words.HOLIDAYS.items()}
_NAME = words.one_of(words.HOLIDAYS).replace("'", "['’]")
_THING = r"['’]?s?[\s-](?:Island|Parade|party|eggs?|tree|card|bonus|Carol)"
_HOLIDAY = rf"\b(?P<name>{_NAME})\b(?!{_THING})(?:,?\s+(?P<year>{YEAR}))?"


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year, by the anonymous algorithm (Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def on(rule: str, year: int) -> date:
    """The day on which a holiday falls in a year, by its rule in words.toml."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.split()[1]))
    if "-" in rule and " " not in rule:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    nth, weekday, month, *later = rule.split()
    first = date(year, int(month), 1)
    first += timedelta(days=(words.weekday(weekday) - first.weekday()) % 7)
    if int(nth) > 0:
        return first + timedelta(weeks=int(nth) - 1, days=sum(map(int, later)))
    last = first + timedelta(weeks=4)
    return last if last.month == int(month) else last - timedelta(weeks=1)


def _holiday(match: re.Match[str], context: Context) -> Reading | None:
    rule = _NAMES[match["name"].lower().replace("’", "'")]
    if match["year"]:
        return dated(match, calendar.day(on(rule, int(match["year"]))))
    if context.year is not None:
        return dated(match, calendar.day(on(rule, context.year)))
    today = context.published
    if today is None:
        return dated(match, calendar.exact(None, *map(int, rule.split("-"))) if rule[2:3] == "-" else None)
    direction = lean(context, match.start(), match.end())
    days = [on(rule, year) for year in (today.year - 1, today.year, today.year + 1) if 1 <= year <= 9999]
    return dated(match, calendar.day(min(days, key=lambda d: _distance((d - today).days, direction))))


def _distance(days: int, direction: int) -> float:
    return abs(days) * (3 if days * direction < 0 else 1)


_ATTACKS = (
    r"\b(?:(?:Sept\.|September)\s+11(?:th)?|9/11)(?=\s+(?:(?:terror(?:ist)?|suicide|al-Qaeda)\s+)*"
    r"(?:attacks?|hijack\w+|terror\w*|bombings?|tragedy|victims?|memorial|commission|conspir\w+|plot\w*|families)\b)"
    r"|(?<![\w/])9/11\b(?!/)"
)


def _attacks(match: re.Match[str], context: Context) -> Reading | None:
    """A day that has become the name of what happened on it: it says nothing of when anything else was."""
    if context.published is not None and context.published < date(2001, 9, 11):
        return None
    reading = Reading(match.start(), match.end(), TimexType.DATE, "2001-09-11")
    return reading._replace(note="names the attacks of that day")


FAMILIES = (
    Family(frozenset({"holiday"}), _HOLIDAY, _holiday),
    Family(frozenset({"eleven"}), _ATTACKS, _attacks),
)
