"""Dates in figures: 2013-03-05, 3/5/2013, 10-29-98, 5.3.2013. Where a year stands last, the month stands first."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates.calendar import ImpossibleDateError, exact
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated

_EDGE = r"(?<![\w./$-])"
_ISO = _EDGE + r"(\d{4})-(\d{2})-(\d{2})(?![\d/-])"
_FIGURES = _EDGE + r"(\d{1,2})([/.-])(\d{1,2})\2((?:1[5-9]|20)\d\d|\d\d)(?![\w/%-]|[.,]\d)"


def _iso(match: re.Match[str], _: Context) -> Reading | None:
    try:
        return dated(match, exact(int(match[1]) or 1, int(match[2]), int(match[3])))
    except ImpossibleDateError:
        return None


def _figures(match: re.Match[str], context: Context) -> Reading | None:
    month, day, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." and len(match[4]) == 2:
        return None
    if month > 12 or match[2] == ".":
        month, day = day, month
    if len(match[4]) == 2:
        year += 2000 if year <= (context.published.year if context.published else 2029) % 100 + 10 else 1900
    try:
        return dated(match, exact(year, month, day))
    except ImpossibleDateError:
        return None


FAMILIES = (
    Family(frozenset({"figure"}), _ISO, _iso),
    Family(frozenset({"figure"}), _FIGURES, _figures),
)
