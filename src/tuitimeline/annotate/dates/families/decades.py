"""Decades and centuries: the 1980s, the '90s, the eighties, the 19th century."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import calendar, words
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated
from tuitimeline.annotate.dates.words import ORDINAL
from tuitimeline.model import TimexType

_FIGURES = r"(?<![\w$£€.,-])(?:(?i:the)\s+)?(?:(?i:early|late|mid)[\s-]+)?(?P<year>1[0-9]\d0|20\d0)['’]?s\b"
_SHORT = r"(?<![\w$])(?:(?i:the)\s+)?(?:(?i:early|late|mid)[\s-]+)?['’‘](?P<decade>[1-9]0)['’]?s\b"
_WORDS = (
    r"\b(?:(?i:the)\s+)(?:(?i:early|late|mid)[\s-]+)?"
    rf"(?:(?P<century>(?i:nineteen|eighteen))[\s-])?(?P<decade>{words.spelled(words.DECADES)})\b"
)
_CENTURY = (
    rf"\b(?:(?i:the)\s+)?(?:(?i:early|late|mid)[\s-]+)?(?P<nth>{ORDINAL})[\s-](?i:century)\b(?:\s+(?P<bc>BCE?))?"
)


def _figures(match: re.Match[str], _: Context) -> Reading | None:
    year = int(match["year"])
    if year % 100 == 0 and year not in (1900, 2000):
        return dated(match, calendar.century(year))
    return dated(match, calendar.decade(year))


def _short(match: re.Match[str], _: Context) -> Reading | None:
    return dated(match, calendar.decade(1900 + int(match["decade"])))


def _words(match: re.Match[str], _: Context) -> Reading | None:
    century = {"eighteen": 1800}.get((match["century"] or "").lower(), 1900)
    return dated(match, calendar.decade(century + 10 * words.DECADES[match["decade"].lower()]))


def _century(match: re.Match[str], _: Context) -> Reading | None:
    nth = words.ordinal(match["nth"])
    if match["bc"]:
        return Reading(match.start(), match.end(), TimexType.DATE, f"BC{nth - 1:02}")
    return dated(match, calendar.century(100 * (nth - 1)))


FAMILIES = (
    Family(frozenset({"tens"}), _FIGURES, _figures),
    Family(frozenset({"tens"}), _SHORT, _short),
    Family(frozenset({"decade"}), _WORDS, _words),
    Family(frozenset({"century"}), _CENTURY, _century),
)
