"""Years in figures."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import calendar, words
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated, reads
from tuitimeline.annotate.dates.words import DAY, MONTH, listed
from tuitimeline.model import TimexType

_YEAR = (
    r"(?:(?<![\w$£€¥#.,/:+-])|(?<=[Mm]id-))"
    r"(?P<year_of>(?i:(?:the\s+)?(?:fiscal|calendar)(?:\s+year)?\s+|the\s+(?:fiscal\s+)?year\s+))?"
    r"(?P<year>1[5-9]\d\d|20\d\d)(?![\w%:]|[-/](?!(?:1[5-9]|20)?\d\d\b|\s)|[.,]\d)"
)
_NAME = re.compile(r"[A-Z][\w&.]*\s+\Z")
_OPENS = re.compile(rf"{listed('opening_a_year')}\s+\Z")
_SURELY = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil)\s+\Z")
_COUNTED = re.compile(rf"\s+{listed('counted')}\b")
_STREET = re.compile(rf"(?:\s+[A-Z][\w.]*){{1,3}}\s+{listed('streets')}\b")
_ERA = (
    rf"(?<![\w.,])(?:(?:(?P<day>{DAY})\s+)?(?P<month>{MONTH})\s+)?"
    r"(?:(?P<year>\d{1,4})\s?(?:(?P<bc>BCE?\b|B\.\s?C\.)|(?:AD\b|A\.\s?D\.|CE\b))"
    r"|(?:AD|A\.\s?D\.)\s?(?P<ad>\d{1,4})\b)"
)


_SHORT = (
    r"\b(?:in|since|of|by|until|from|for|to|and|the|late|early|summer|fall|spring|autumn|winter)\s+"
    r"(?P<words>['’‘](?P<year>\d\d))(?![\w-]|['’](?!s\b)|[.,]\d)"
)


def _short(match: re.Match[str], context: Context) -> Reading | None:
    """ "Since '82": the year of this century or the last that is not far ahead."""
    ahead = (context.published.year if context.published else 2029) % 100 + 5
    year = int(match["year"]) + (2000 if int(match["year"]) <= ahead % 100 else 1900)
    return dated(match, calendar.year(year))._replace(start=match.start("words"))


def _year(match: re.Match[str], context: Context) -> Reading | None:
    before = context.before(match.start(), 24)
    if match["year_of"]:
        return dated(match, calendar.year(int(match["year"])))
    if _NAME.search(before) and not _OPENS.search(before):
        return None
    beyond = context.beyond(match.end())
    counts = _COUNTED.match(beyond) and not (_SURELY.search(before) and int(match["year"]) % 100)
    if counts or _STREET.match(beyond):
        return None
    return dated(match, calendar.year(int(match["year"])))


def _era(match: re.Match[str], _: Context) -> Reading | None:
    number = int(match["year"] or match["ad"])
    month = words.month(match["month"]) if match["month"] else None
    day = words.day_number(match["day"]) if match["day"] else None
    if match["bc"]:
        rest = f"-{month:02}" if month else ""
        return reads(match, TimexType.DATE, f"BC{number:04}{rest}{f'-{day:02}' if day else ''}")
    if month is None:
        return dated(match, calendar.year(number))
    return dated(match, calendar.exact(number, month, day) if day else calendar.month(number, month))


FAMILIES = (
    Family(frozenset({"year"}), _YEAR, _year),
    Family(frozenset({"era"}), _ERA, _era),
    Family(frozenset({"figure"}), _SHORT, _short),
)
