"""Units named from today or from the story: last week, next month, the same day, the following year."""

from __future__ import annotations

import re
from datetime import date

from tuitimeline.annotate.dates import anchor, words
from tuitimeline.annotate.dates.calendar import Period, around, step
from tuitimeline.annotate.dates.direction import lean
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated, reads
from tuitimeline.annotate.dates.words import DAY, MONTH, YEAR, listed, spelled
from tuitimeline.model import TimexType

_UNITS = rf"(?P<unit>{spelled(words.PERIODS)})"
_AHEAD = r"(?:(?:fiscal|calendar|financial|business|school|academic|full)\s+)?"
_FROM_TODAY = {
    "this": 0, "the current": 0, "the present": 0, "last": -1, "this past": -1, "the last": -1, "the past": -1,
    "next": 1, "this coming": 1, "the coming": 1,
}  # fmt: skip
_TODAY = (
    rf"\b(?P<which>{spelled(_FROM_TODAY)})\s+"
    rf"{_AHEAD}{_UNITS}\b(?!['’]s\s+(?:first|second|third|fourth|final)\b)"
)
_FROM_STORY = {
    "that": 0, "that same": 0, "the same": 0, "the very same": 0, "the following": 1, "the next": 1,
    "the ensuing": 1, "the subsequent": 1, "the previous": -1, "the preceding": -1, "the prior": -1,
}  # fmt: skip
_STORY = (
    rf"\b(?:(?P<which>{spelled(_FROM_STORY)})\s+{_AHEAD}{_UNITS}"
    r"(?P<yearly>,?\s+(?:(?:a\s+year\s+(?:ago|earlier|before)|last\s+year|the\s+(?:previous|prior)\s+year)"
    r"|(?:of|in)\s+\d{4}))?"
    r"|[Tt]he\s+(?P<noun>day|week|month|year)\s+(?P<post>before|after|previous|earlier|prior|following))\b"
)
_BARE = (
    r"the\s+(?P<unit>day|week|month|quarter|year)\b"
    r"(?!['’-]|\s+(?:of|to|that|when|before|after|he|she|it|they|we|I|which|since|in\s+which|\d{4})\b)"
)
_YEAR_END = r"\b(?:(?i:the)\s+)?(?i:year(?:[\s-]end|['’]s\s+end)|mid-?year)\b"
_CLOSED = re.compile(
    rf",?\s+(?:that\s+|which\s+)?(?:ended|ending)\s+(?:on\s+)?"
    rf"(?P<month>{MONTH})(?:\s+(?P<day>{DAY}))?(?:,?\s+(?P<year>{YEAR}))?"
)
_CLOSING = (
    r"\b[Tt]he\s+(?:fiscal\s+)?(?P<unit>week|month|quarter|year)"
    r"(?=,?\s+(?:that\s+|which\s+)?end(?:ed|ing)\s)"
)
_WEEKEND = r"\b(?i:the)\s+(?i:weekend)\b(?!\s+of\b|\s+[A-Z]{2})"
_WHOSE = re.compile(r"\s+of\s+(?:the|his|her|its|their|a|my|our)\b")
_THROUGHOUT = re.compile(r"\b(?i:over|in|for|during|within|throughout|of)\s+\Z")
_JUST_ENDED = re.compile(r"\s+just\s+ended")
_AT_HAND = re.compile(rf"\b(?P<words>{listed('at_hand')})\s+\Z")
_NOT_OF_A_DAY = ("in", "during", "over", "throughout", "by", "of")
_CONTINUES = re.compile(
    r"\s+(?!(?:in|at|on|with|by|to|for|when|as|and|or|but|because|from)\b)[a-z]|\s+[A-Z]|\s+the\b"
)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower())


def _today(match: re.Match[str], context: Context) -> Reading | None:
    which, unit = _squeezed(match["which"]), words.unit(match["unit"])
    if unit == "day":
        return None
    if context.published is None:
        return dated(match, None)
    if which in ("the last", "the past") and unit in ("week", "month", "year", "decade", "century"):
        return _past_unit(match, context, unit)
    steps = _FROM_TODAY[which]
    if unit == "weekend" and which == "this" and context.published.weekday() < 2:
        steps = min(0, lean(context, match.start(), match.end()))
    if unit == "weekend" and steps == 1 and context.published.weekday() < 5:
        steps = 0
    return dated(match, step(around(unit, context.published), unit, steps))


def _past_unit(match: re.Match[str], context: Context, unit: str) -> Reading | None:
    """ "Over the past year" is how long; "in the last week of" is no unit counted from today."""
    if _WHOSE.match(context.beyond(match.end(), 10)):
        return None
    before = _THROUGHOUT.search(context.before(match.start(), 12))
    if before is None or (before[0].lower().startswith("in") and unit in ("decade", "century")):
        return dated(match, step(around(unit, context.published), unit, -1)) if context.published else None
    return reads(match, TimexType.DURATION, f"P1{words.CODES[unit]}")


def _story(match: re.Match[str], context: Context) -> Reading | None:
    if match["post"]:
        return _noun(match, context)
    which, unit = _squeezed(match["which"]), words.unit(match["unit"])
    period = anchor.quarter(context) if unit == "quarter" else None
    period = period or anchor.period(context, unit)
    steps = _FROM_STORY[which]
    if period is not None:
        period = _of_year(step(period, unit, steps), match["yearly"], context)
    return dated(match, period)._replace(aside=steps < 0)


def _of_year(period: Period, yearly: str | None, context: Context) -> Period:
    if not yearly or period.first is None:
        return period
    figures = re.search(r"\d{4}", yearly)
    if figures:
        return step(period, "year", int(figures[0]) - period.first.year)
    if "last" in yearly.lower() and context.published:
        return step(period, "year", context.published.year - 1 - period.first.year)
    return step(period, "year", -1)


def _noun(match: re.Match[str], context: Context) -> Reading | None:
    post, unit = match["post"].lower(), words.unit(match["noun"])
    if post in ("before", "after") and _CONTINUES.match(context.beyond(match.end(), 12)):
        return None
    period = anchor.period(context, unit)
    steps = 1 if post in ("after", "following") else -1
    return dated(match, step(period, unit, steps) if period else None)._replace(aside=steps < 0)


def _bare(match: re.Match[str], context: Context) -> Reading | None:
    unit, opening = match["unit"], _AT_HAND.search(context.before(match.start(), 20))
    if opening is None or (unit == "day" and _squeezed(opening["words"]) in _NOT_OF_A_DAY):
        return None
    return dated(match, _bare_period(match, context, unit))


def _bare_period(match: re.Match[str], context: Context, unit: str) -> Period | None:
    if closed := closing(context, match.end(), unit):
        return closed
    told = anchor.quarter(context) if unit == "quarter" else None
    over = _JUST_ENDED.match(context.beyond(match.end(), 12)) or (unit == "quarter" and not context.historical)
    if told is None and over and context.published:
        return step(around(unit, context.published), unit, -1)
    return told or _at_hand(context, unit)


def _at_hand(context: Context, unit: str) -> Period | None:
    """ "The month" is the one that its own sentence names, else the one of the publication date."""
    here = context.last is not None and context.last.start >= context.sentence.start
    if here or unit == "day" or context.historical or context.published is None:
        return anchor.period(context, unit)
    return around(unit, context.published)


def closing(context: Context, at: int, unit: str) -> Period | None:
    """The quarter, week or year that the words after it date: "the quarter ended Dec. 31"."""
    found = _CLOSED.match(context.text, at, context.sentence.end)
    if found is None:
        return None
    number = words.month(found["month"])
    today = context.published
    told = int(found["year"]) if found["year"] else None
    year_number = told or (today.year - (number > today.month) if today else None)
    if year_number is None:
        return None
    return around(unit, date(year_number, number, words.day_number(found["day"] or "1")))


def _closing(match: re.Match[str], context: Context) -> Reading | None:
    period = closing(context, match.end(), match["unit"])
    return dated(match, period) if period else None


def _weekend(match: re.Match[str], context: Context) -> Reading | None:
    if context.published is None:
        return dated(match, None)
    this = around("weekend", context.published)
    ahead = context.published.weekday() >= 5 or lean(context, match.start(), match.end()) > 0
    return dated(match, this if ahead else step(this, "week", -1))


def _year_end(match: re.Match[str], context: Context) -> Reading | None:
    period = _at_hand(context, "year")
    today = context.published
    if period is not None and today and period.first and period.first.year == today.year and today.month <= 3:
        period = step(period, "year", min(0, lean(context, match.start(), match.end())))
    return dated(match, period)


FAMILIES = (
    Family(frozenset({"unit"}), _TODAY, _today),
    Family(frozenset({"unit"}), _STORY, _story),
    Family(frozenset({"unit"}), _BARE, _bare),
    Family(frozenset({"unit", "month", "ended"}), _CLOSING, _closing),
    Family(frozenset({"weekend"}), _WEEKEND, _weekend),
    Family(frozenset({"end"}), _YEAR_END, _year_end),
)
