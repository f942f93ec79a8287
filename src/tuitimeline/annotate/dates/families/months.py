"""Months and their days: March 5, 2013; 5 March; the 5th of March; March 2013; March."""

from __future__ import annotations

import re
from datetime import date

from tuitimeline.annotate.dates import calendar, words
from tuitimeline.annotate.dates.calendar import ImpossibleDateError, Period
from tuitimeline.annotate.dates.direction import lean
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated
from tuitimeline.annotate.dates.words import DAY, MONTH, MONTH_NAME, WEEKDAY, YEAR
from tuitimeline.model import TimexType

_WHICH_YEAR = r",?\s+(?:of\s+)?(?P<which>this|last|next)\s+year\b"
_WEEKDAY = rf"(?=[A-Zlnt\d])(?:(?:[Ll]ast\s+|[Nn]ext\s+|[Tt]his\s+)?{WEEKDAY},?\s+)?"
_MONTH_DAY = rf"\b{_WEEKDAY}({MONTH})\s+(?:the\s+)?({DAY})(?:(?:\s?,\s*|\s+)({YEAR}))?"
_DAY_MONTH = rf"\b{_WEEKDAY}(?:the\s+)?({DAY})(?:\s+of)?\s+({MONTH})(?:(?:\s?,\s*|\s+)({YEAR}))?"
_MONTH_YEAR = rf"\b(?=[A-Z])({MONTH}),?\s+(?:of\s+)?({YEAR})"
_MONTH_WHICH_YEAR = rf"\b(?=[A-Z])(?P<month>{MONTH}){_WHICH_YEAR}"
_MONTH = (
    r"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s+(?:past|coming))?)\s+)?"
    rf"(?P<name>{MONTH_NAME}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)(?!['’](?!s\b)\w|-(?!{MONTH}|\d)\w)"
)

_OTHER = re.compile(
    rf"\s*(?:and|or|to|through|until|,|-|–|—)\s*(?:(?:early|late|mid)[\s-]+)?"
    rf"(?P<month>{MONTH})\s+(?:{DAY},\s+)?(?P<year>{YEAR})"
)
_OTHER_DAY = re.compile(
    rf"\s*(?:and|or|to|through|until|-|–|—)\s*"
    rf"(?:(?P<month>{MONTH})\s+{DAY}|{DAY}\s+(?P<later>{MONTH})),?\s+(?P<year>{YEAR})"
)
_YEARLY = re.compile(rf"\s*(?:and|to|until|through|-|–|—)\s*{MONTH}{_WHICH_YEAR}")
_TO = re.compile(r"\s*[-–—]\s*|,?\s+(?:to|until|till|through)\s+(?:the\s+)?(?:end\s+of\s+)?")
_STEP = {"last": -1, "this": 0, "next": 1}

_JUST_OVER = 1  # months after which a plan for a month no longer means the one just past
_AMBIGUOUS = ("march", "april", "may", "june", "august")
_TEMPORAL = re.compile(
    r"\b(?:in|of|by|since|until|till|last|next|this|early|late|during|through|from|to|between|before|after|around"
    r"|and|or|each|every|for|mid|as of|past|that)[\s-]+\Z|[-–—/]\Z",
    re.IGNORECASE,
)
_NAME_FOLLOWS = re.compile(r"\s+(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-Z]")


def year_of(context: Context, month: int, day: int | None, start: int, end: int) -> int | None:
    """The year of a month, or of a day in it, that the text gives none for."""
    last = context.last
    if last is not None and last.period and last.period.first and _TO.fullmatch(context.text[last.end : start]):
        opened = last.period.first
        return opened.year + (month < opened.month)
    if context.year is not None:
        return context.year + _turned(last, context.year, month)
    today = context.published
    if today is None:
        return None
    passed = (month, day or 1) <= (today.month, today.day)
    direction = lean(context, start, end)
    if direction > 0:
        over = (month, day or 31) < (today.month, today.day)
        return today.year + (over and today.month - month > _JUST_OVER)
    if passed:
        return today.year
    if day is None or direction < 0:
        return today.year - 1
    return today.year if month - today.month < 6 else today.year - 1


def _turned(last: Reading | None, year: int, month: int) -> bool:
    """Whether a story that was at the end of a year has come to the start of the next."""
    first = last.period.first if last and last.period and last.period.unit in ("day", "week", "month") else None
    return first is not None and first.year == year and first.month - month >= 8


def _day(match: re.Match[str], context: Context, month: int, day: int, year: str | None) -> Reading | None:
    number = int(year) if year else _year_of_other(match, context, month)
    number = number or year_of(context, month, day, match.start(), match.end())
    try:
        return dated(match, calendar.exact(number, month, day))
    except ImpossibleDateError as error:
        return Reading(match.start(), match.end(), TimexType.DATE, "XXXX-XX-XX", note=str(error))


def _year_of_other(match: re.Match[str], context: Context, month: int) -> int | None:
    """The year named once for both: "between Sept. 4 and Sept. 8, 2002"."""
    found = _OTHER_DAY.match(context.text, match.end(), context.sentence.end)
    return int(found["year"]) - (month > words.month(found["month"] or found["later"])) if found else None


def _month_day(match: re.Match[str], context: Context) -> Reading | None:
    return _day(match, context, words.month(match[1]), words.day_number(match[2]), match[3])


def _day_month(match: re.Match[str], context: Context) -> Reading | None:
    return _day(match, context, words.month(match[2]), words.day_number(match[1]), match[3])


def _month_which_year(match: re.Match[str], context: Context) -> Reading | None:
    if context.published is None:
        return dated(match, calendar.unknown_month(words.month(match["month"])))
    return dated(
        match, calendar.month(context.published.year + _STEP[match["which"]], words.month(match["month"]))
    )


def _month_year(match: re.Match[str], _: Context) -> Reading | None:
    return dated(match, calendar.month(int(match[2]), words.month(match[1])))


def _month(match: re.Match[str], context: Context) -> Reading | None:
    name = match["name"].rstrip(".").lower()
    if (
        not match["which"]
        and name in _AMBIGUOUS
        and not _TEMPORAL.search(context.before(match.start(), 12))
        and (name in ("may", "march") or _NAME_FOLLOWS.match(context.beyond(match.end())))
    ):
        return None
    month = words.month(name)
    if match["which"] and context.published:
        return dated(match, _named_from(context.published, month, match["which"].lower()))
    shared = _shared_year(match, context)
    if shared is not None:
        return dated(match, calendar.month(shared, month))
    return dated(match, _month_period(context, month, match.start(), match.end()))


def _named_from(today: date, month: int, which: str) -> Period:
    """ "Last June" is the latest that is over, "next June" the first to come, "this June" this year's."""
    if which.startswith("last") or which.endswith("past"):
        return calendar.month(today.year - (month >= today.month), month)
    if which.startswith("next") or which.endswith("coming"):
        return calendar.month(today.year + (month <= today.month), month)
    return calendar.month(today.year, month)


def _shared_year(match: re.Match[str], context: Context) -> int | None:
    """The year named once for both: "October and November 2012", "October of next year"."""
    beyond = context.beyond(match.end(), 48)
    if (found := _YEARLY.match(beyond)) and context.published:
        return context.published.year + _STEP[found["which"].lower()]
    if found := _OTHER.match(beyond):
        crosses = words.month(match["name"]) > words.month(found["month"])
        return int(found["year"]) - crosses
    return None


def _month_period(context: Context, month: int, start: int, end: int) -> Period:
    year = year_of(context, month, None, start, end)
    return calendar.unknown_month(month) if year is None else calendar.month(year, month)


FAMILIES = (
    Family(frozenset({"month", "figure"}), _MONTH_DAY, _month_day),
    Family(frozenset({"month", "figure"}), _DAY_MONTH, _day_month),
    Family(frozenset({"month", "year"}), _MONTH_YEAR, _month_year),
    Family(frozenset({"month", "unit"}), _MONTH_WHICH_YEAR, _month_which_year),
    Family(frozenset({"month"}), _MONTH, _month),
)
