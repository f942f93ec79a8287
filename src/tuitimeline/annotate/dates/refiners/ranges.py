"""Ranges: the bare figure at one end, and the EDTF interval of both."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import calendar
from tuitimeline.annotate.dates.calendar import ImpossibleDateError, Period
from tuitimeline.annotate.dates.reading import Context, Reading
from tuitimeline.annotate.dates.refiners.days import is_clock
from tuitimeline.model import TimexType

_FOLLOWS = r"(?:[.,;:)]|\s+(?:in|at|for|to|on|and|by|with|when|it|he|she|they|we|the)\b|\s*\Z)"
_SECOND_DAY = re.compile(
    r"\s?[-–—]\s?(\d{1,2})(?:st|nd|rd|th)?\b(?![-/:%\d]|[.,]\d)"
    rf"|\s+(?:and|to|through|until|or)\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?={_FOLLOWS})(?![.,]\d)"
)
_FIRST_DAY = re.compile(
    r"(?<![\d.,$/:-])(\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–—/]\s?|\s+(?:and|to|through|until|or)\s+)\Z"
)
_FULL = re.compile(r"\d{4}\Z")
_SECOND_YEAR = re.compile(r"\s?[-–—/]\s?((?:1[5-9]|20)\d\d|\d\d)\b(?![-–—/:%\d]|[.,]\d)")


def second_ends(readings: list[Reading], context: Context) -> list[Reading]:
    """The bare figure of a range is an expression too: "March 3-5", "3-5 March", "1914-18"."""
    done: list[Reading] = []
    for index, reading in enumerate(readings):
        floor = done[-1].end if done else context.sentence.start
        ceiling = readings[index + 1].start if index + 1 < len(readings) else context.sentence.end
        done.extend(_with_ends(reading, context, floor, ceiling))
    return done


def _with_ends(reading: Reading, context: Context, floor: int, ceiling: int) -> list[Reading]:
    period, text = reading.period, context.text
    if period is None or reading.type is not TimexType.DATE:
        return [reading]
    if period.unit == "year":
        found = _SECOND_YEAR.match(text, reading.end, ceiling)
        return [reading, *(_end(found, 1, _year_after(period, found[1])) if found else ())]
    if period.unit != "day":
        return [reading]
    printed = text[reading.start : reading.end]
    if printed[0].isalpha() and printed[-1].isdigit() and not _FULL.search(printed):
        found = _SECOND_DAY.match(text, reading.end, ceiling)
        group = 1 if found and found[1] else 2
        return [reading, *(_end(found, group, _same_month(period, int(found[group]), 1)) if found else ())]
    if printed[0].isdigit() and "-" not in printed:
        found = _FIRST_DAY.search(text, max(floor, reading.start - 14), reading.start)
        return [*(_end(found, 1, _same_month(period, int(found[1]), -1)) if found else ()), reading]
    return [reading]


def _year_after(period: Period, figures: str) -> Period | None:
    """The second year of "1914-18", "1914-1918"."""
    year = int(figures if len(figures) == 4 else period.value[:2] + figures)
    return calendar.year(year) if 0 < year - int(period.value) < 100 else None


def _same_month(period: Period, day: int, way: int) -> Period | None:
    """Another day of the month of a day, after it (`way` 1) or before it (-1); None where there is no such day."""
    year, month, own = period.value.split("-")
    if (day - int(own)) * way <= 0:
        return None
    try:
        return calendar.exact(int(year) if year.isdigit() else None, int(month), day)
    except ImpossibleDateError:
        return None


def _end(found: re.Match[str], group: int, period: Period | None) -> tuple[Reading, ...]:
    if period is None:
        return ()
    return (Reading(found.start(group), found.end(group), TimexType.DATE, period.value, period),)


_TO = re.compile(r"\s*[-–—/]\s*|\s+(?:to|until|till|through|thru)\s+(?:the\s+)?")
_AND = re.compile(r"\s+and\s+")
_FROM = re.compile(r"\b(?i:from|between)\s+(?:the\s+)?(?:about\s+)?\Z")


def ranges(readings: list[Reading], context: Context) -> list[Reading]:
    """Each end of "from … to …" keeps its value and carries the whole range as its EDTF and its bounds."""
    done = list(readings)
    for index in range(len(done) - 1):
        left, right = done[index], done[index + 1]
        if left.period is not None and right.period is not None and _are_ends(left, right, context):
            done[index] = left._replace(period=_joined(left.period, left.period, right.period))
            done[index + 1] = right._replace(period=_joined(right.period, left.period, right.period))
    return done


def _are_ends(left: Reading, right: Reading, context: Context) -> bool:
    gap = context.text[left.end : right.start]
    if len(gap) > 16 or TimexType.DURATION in (left.type, right.type) or is_clock(left) or is_clock(right):
        return False
    opening = _FROM.search(context.before(left.start, 20))
    if _AND.fullmatch(gap):
        return opening is not None and "etween" in opening[0]
    return _TO.fullmatch(gap) is not None


def _joined(one: Period, left: Period, right: Period) -> Period:
    """`one` of the two ends with the EDTF and the bounds of the range from `left` to `right`."""
    if left.first and right.last and left.first > right.last:
        return one
    if not left.edtf or not right.edtf:
        return one
    edtf = f"{left.edtf.partition('/')[0]}/{right.edtf.rpartition('/')[2]}"
    return Period(one.unit, one.value, edtf, left.first, right.last)
