"""So many units ago, earlier or later: two days ago, a year earlier, three weeks later, five years from now."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tuitimeline.annotate.dates import anchor, words
from tuitimeline.annotate.dates.calendar import Period, around, day, exact, moved, step
from tuitimeline.annotate.dates.families.duration import ABOUT, COUNT
from tuitimeline.annotate.dates.families.weekdays import soonest
from tuitimeline.annotate.dates.reading import UNKNOWN, Context, Family, Reading, dated, reads
from tuitimeline.annotate.dates.words import UNIT, UNITS_ONLY, WEEKDAY_NAME
from tuitimeline.model import Span, TimexType

_SHIFT = (
    rf"(?<![\w$£€.,-]){ABOUT}(?P<count>{COUNT})(?P<half>\s+and\s+a\s+half)?[\s-]+(?:(?:full|whole|short|or\s+so)\s+)?"
    rf"(?P<unit>{UNIT})(?:\s+or\s+so)?[\s-]+(?:(?P<now>ago|AGO)|(?P<back>earlier|before|previously|EARLIER|BEFORE)"
    r"|(?P<on>later|afterwards?|after|hence|LATER|AFTER|from\s+(?:now|today)))\b"
)
_BARE = rf"\b(?P<unit>{UNITS_ONLY})\s+(?:(?P<now>ago)|(?P<back>earlier)|(?P<on>later))\b"
_YEAR_AGO = (
    r"\b(?:(?:[Tt]he|[Ii]ts|[Aa])\s+)?(?:(?:comparable|corresponding|same)\s+)?[Yy]ear[\s-](?:ago|earlier)"
    r"(?:[\s-](?:first|second|third|fourth|fiscal))?(?:\s+(?:quarter|period|half|month))?\b"
)
_THAN = re.compile(r"\s+than\b")
_FROM_DAY = (
    rf"\b(?P<count>{COUNT})\s+(?P<unit>[Dd]ays?|[Ww]eeks?)\s+from\s+(?:next\s+|this\s+)?"
    rf"(?P<day>{WEEKDAY_NAME}|tomorrow)\b"
)
_HALF = {"century": ("year", "50"), "decade": ("year", "5"), "year": ("month", "6")}
_ENDS = re.compile(r"\s*(?:[.,;:!?)\"”'’—–-]|\Z|(?:in|at|on|to|by|when|with|for|as|and|or|because|from)\b)")


def _shift(match: re.Match[str], context: Context) -> Reading | None:
    unit, sign = words.unit(match["unit"]), 1 if match["on"] else -1
    ending = match[0].lower()
    adverb = bool(_ENDS.match(context.beyond(match.end(), 12)))
    if (ending.endswith((" before", " after")) and not adverb) or _THAN.match(context.beyond(match.end(), 6)):
        return None
    told = re.sub(r"\s+", " ", match["count"].lower())
    count = words.VAGUE.get(told) or words.figures(words.number(told))
    if unit == "half":
        return None
    from_now = match["now"] is not None or ending.endswith(("now", "today", "hence"))
    if count == "X" or unit in ("second", "minute", "hour", "millennium"):
        return _vague(match, context, unit, sign, from_now)
    if "half" in match["count"].lower():
        if unit not in _HALF:
            return None
        unit, count = _HALF[unit]
    size = -round(float(count)) if sign < 0 else round(float(count))
    if unit == "fortnight":
        unit, size = "week", 2 * size
    if unit == "year" and size == -1 and (quarter := anchor.quarter(context)):
        return dated(match, step(quarter, "year", -1))._replace(aside=True)
    if from_now:
        return dated(match, _from_now(context, unit, size))
    tie = anchor.anchor(context, unit)
    if tie is None and unit == "year" and not context.historical and context.day is None:
        return dated(match, _from_now(context, unit, size))._replace(aside=size < 0)
    if tie is None or tie.period is None or tie.period.first is None:
        return _from_unknown_year(match, context.day, unit, size)
    if unit == "year" and tie.period.unit == "month" and size == -1:
        return dated(match, step(tie.period, "year", size))._replace(aside=True)
    base = tie.period.first if size < 0 else tie.period.last
    return dated(match, around(unit, moved(base or tie.period.first, unit, size)))._replace(aside=size < 0)


def _from_unknown_year(match: re.Match[str], last: Reading | None, unit: str, size: int) -> Reading:
    """Two days after any June 3 is June 5; two days after a February 27 is not known, but after it."""
    if last is None or last.period is None or last.period.first is not None:
        return reads(match, TimexType.DATE, UNKNOWN)._replace(aside=size < 0)
    month, number = map(int, last.period.value[5:10].split("-"))
    ends = [moved(date(year, month, number), unit, size) for year in (2004, 2005)] if number < 29 else []
    reading = reads(match, TimexType.DATE, UNKNOWN)
    if unit == "day" and ends and (ends[0].month, ends[0].day) == (ends[1].month, ends[1].day):
        reading = dated(match, exact(None, ends[1].month, ends[1].day))
    span = Span(last.start, last.end)
    return reading._replace(before=span, aside=True) if size < 0 else reading._replace(after=span)


def _from_now(context: Context, unit: str, size: int) -> Period | None:
    if context.published is None:
        return None
    return around(unit, moved(context.published, unit, size))


def _vague(match: re.Match[str], context: Context, unit: str, sign: int, from_now: bool) -> Reading:
    kind = TimexType.TIME if unit in ("second", "minute", "hour") else TimexType.DATE
    if from_now and kind is TimexType.TIME and context.published:
        return reads(match, kind, f"{context.published.isoformat()}TXX")
    reading = reads(match, TimexType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF")._replace(aside=True)
    tie = None if from_now else anchor.anchor(context, unit)
    if tie is None:
        return reading
    span = Span(tie.start, tie.end)
    if kind is TimexType.TIME and tie.period is not None and tie.period.unit == "day":
        reading = reading._replace(type=kind, value=f"{tie.period.value}TXX", period=tie.period)
    return reading._replace(before=span) if sign < 0 else reading._replace(after=span)


def _from_day(match: re.Match[str], context: Context) -> Reading | None:
    """ "A week from Sunday": counted from the Sunday to come."""
    today = context.published
    if today is None:
        return reads(match, TimexType.DATE, UNKNOWN)
    tomorrow = today + timedelta(days=1)
    start = tomorrow if match["day"] == "tomorrow" else soonest(tomorrow, words.weekday(match["day"]))
    return dated(match, day(moved(start, words.unit(match["unit"]), int(words.number(match["count"])))))


def _bare(match: re.Match[str], context: Context) -> Reading | None:
    return _vague(match, context, words.unit(match["unit"]), 1 if match["on"] else -1, match["now"] is not None)


def _year_ago(match: re.Match[str], context: Context) -> Reading | None:
    quarter = anchor.quarter(context)
    if quarter is not None:
        return dated(match, step(quarter, "year", -1))._replace(aside=True)
    if context.published is None:
        return reads(match, TimexType.DATE, UNKNOWN)
    return dated(match, around("year", moved(context.published, "year", -1)))._replace(aside=True)


FAMILIES = (
    Family(frozenset({"shift", "unit"}), _SHIFT, _shift),
    Family(frozenset({"unit", "from", "nth"}), _FROM_DAY, _from_day),
    Family(frozenset({"shift", "units"}), _BARE, _bare),
    Family(frozenset({"shift", "unit"}), _YEAR_AGO, _year_ago),
)
