"""After the families have read a sentence: what stands around and between the readings.

Each refiner takes the readings of one sentence in order and gives them back, joined, widened or bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from tuitimeline.annotate.dates import calendar, words
from tuitimeline.annotate.dates.calendar import Period
from tuitimeline.annotate.dates.families.ties import event_words
from tuitimeline.annotate.dates.reading import Context, Reading
from tuitimeline.annotate.dates.words import DAYPART
from tuitimeline.model import TimexType

_DATED = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")


def refined(readings: list[Reading], context: Context) -> Iterable[Reading]:
    """All refiners in their order."""
    for refiner in _REFINERS:
        readings = refiner(readings, context)
    return readings


_PART_AFTER = re.compile(rf"[\s-]+(?:(?i:early|late|mid)[\s-]+)?({DAYPART})\b(?!s)")
_PART_BEFORE = re.compile(rf"(?:(?i:the|late|early|mid)[\s-]+)*({DAYPART})\s+(?:(?i:of|on)\s+)?(?:the\s+)?\Z")


def parts_of_days(readings: list[Reading], context: Context) -> list[Reading]:
    """ "Tuesday morning", "the night of July 5", "the next morning": a day with a part of it is a TIME."""
    done: list[Reading] = []
    for reading in readings:
        if reading.period is not None and reading.period.unit == "day" and reading.type is TimexType.DATE:
            floor = done[-1].end if done else context.sentence.start
            if found := _PART_AFTER.match(context.text, reading.end, context.sentence.end):
                reading = _at(reading, found[1])._replace(end=found.end())
            elif found := _PART_BEFORE.search(context.text, max(floor, reading.start - 32), reading.start):
                reading = _at(reading, found[1])._replace(start=found.start())
        done.append(reading)
    return done


def _at(reading: Reading, part: str) -> Reading:
    return reading._replace(type=TimexType.TIME, value=f"{reading.value}T{words.DAYPARTS[part.lower()]}")


_BESIDE = re.compile(r"(?:,?\s+(?:on\s+)?(?:the\s+)?)\Z")


def clocks(readings: list[Reading], context: Context) -> list[Reading]:
    """A time takes the day that follows it: "6 a.m. on October 7"; with nothing between they are one."""
    done: list[Reading] = []
    for reading in readings:
        last = done[-1] if done else None
        if last is not None and _is_clock(last) and reading.period is not None and reading.period.unit == "day":
            gap = context.text[last.end : reading.start]
            if _BESIDE.fullmatch(gap):
                done[-1] = _on(last, reading.period)
                if not gap.strip():
                    done[-1] = done[-1]._replace(end=reading.end)
                    continue
        elif last is not None and _is_clock(reading) and last.period is not None and last.period.unit == "day":
            reading = _on(reading, last.period)
        done.append(reading)
    return done


def _is_clock(reading: Reading) -> bool:
    return (
        reading.type is TimexType.TIME and "T" in reading.value and reading.value.partition("T")[2][:1].isdigit()
    )


def _on(reading: Reading, period: Period) -> Reading:
    clock = reading.value.partition("T")[2]
    return reading._replace(value=f"{period.value}T{clock}", period=period)


_MODIFIER = re.compile(
    r"(?i:(?P<adverb>early|late|mid|earlier|later)(?:\s+(?:on|in|into)(?:\s+the)?)?[\s-]+"
    r"|(?:(?:the|a)\s+)?(?:very\s+)?(?P<noun>beginning|start|opening|onset|middle|mid-?point|end|close|latter\s+part|early\s+part"
    r"|late\s+part|first\s+part|early\s+days|final\s+days|last\s+days|first\s+days|remainder|rest|height|dawn|turn)\s+of\s+)\Z"
)
_MODIFIES = ("early", "late", "mid", "rlier", "later", " of", "of the", " on", " in", "into")
_THIRD = {
    "early": 0, "beginning": 0, "start": 0, "opening": 0, "onset": 0, "dawn": 0, "turn": 0, "earlier": 0,
    "mid": 1, "middle": 1, "midpoint": 1, "mid-point": 1, "height": 1,
    "late": 2, "end": 2, "close": 2, "later": 2,
}  # fmt: skip


def modifiers(readings: list[Reading], context: Context) -> list[Reading]:
    """ "Late last week", "the end of this year", "mid-March": the words belong to the expression and narrow it."""
    done: list[Reading] = []
    for reading in readings:
        if reading.type in (TimexType.DATE, TimexType.TIME) and reading.period is not None:
            floor = done[-1].end if done else context.sentence.start
            found = None
            if (
                context.text[max(floor, reading.start - 6) : reading.start]
                .rstrip(" -")
                .lower()
                .endswith(_MODIFIES)
            ):
                found = _MODIFIER.search(context.text, max(floor, reading.start - 24), reading.start)
            if found and _fits(found, reading, context):
                reading = _narrowed(reading, found)
        done.append(reading)
    return done


def _fits(found: re.Match[str], reading: Reading, context: Context) -> bool:
    adverb = (found["adverb"] or "").lower()
    if found.start() > context.sentence.start and context.text[found.start() - 1] not in " \t\n(\"'“‘-—–":
        return False
    if adverb in ("earlier", "later"):
        words_ = context.text[reading.start : reading.end].lower()
        return words_.startswith(
            ("this", "today", "that", "the ", "in the", "last", "next", "yesterday", "tomorrow")
        )
    if adverb:
        spaced = re.search(r"\s(?:on|in|into)\b", found[0])
        return not spaced
    return True


def _narrowed(reading: Reading, found: re.Match[str]) -> Reading:
    which = re.sub(r"\s+", " ", (found["adverb"] or found["noun"]).lower())
    reading = reading._replace(start=found.start())
    third, period = _THIRD.get(which), reading.period
    if third is None and which.endswith(("part", "days")):
        third = 0 if which.startswith(("early", "first")) else 2
    if third is None or period is None or period.first is None or period.last is None or period.unit == "day":
        return reading
    length = (period.last - period.first).days + 1
    first = period.first + timedelta(days=length * third // 3)
    last = period.first + timedelta(days=length * (third + 1) // 3 - 1)
    if which in ("earlier", "later", "turn"):
        return reading
    return reading._replace(period=period._replace(first=first, last=last))


_APPROXIMATELY = re.compile(r"\b(?i:about|around|circa|approximately|roughly|or\s+so)\s+\Z")
_SLACK = {"day": 3, "week": 7, "weekend": 7, "month": 30, "quarter": 90, "season": 90, "half": 180, "year": 365}


def approximations(readings: list[Reading], context: Context) -> list[Reading]:
    """ "Around March 5" is approximate in EDTF (`~`), and its bounds are as wide as its unit allows."""
    return [_approximate(r) if _is_approximate(r, context) else r for r in readings]


def _is_approximate(reading: Reading, context: Context) -> bool:
    return (
        reading.period is not None
        and reading.type is TimexType.DATE
        and bool(_APPROXIMATELY.search(context.before(reading.start, 16)))
    )


def _approximate(reading: Reading) -> Reading:
    period = reading.period
    assert period is not None
    if period.edtf is None or "/" in period.edtf or period.unit not in _SLACK:
        return reading
    slack = timedelta(days=_SLACK[period.unit])
    bounds = [period.first and _within(period.first, -slack), period.last and _within(period.last, slack)]
    return reading._replace(period=Period(period.unit, period.value, f"{period.edtf}~", *bounds))


def _within(when: date, slack: timedelta) -> date:
    try:
        return when + slack
    except OverflowError:
        return when


_SECOND_DAY = re.compile(
    r"\s?[-–—]\s?(\d{1,2})(?:st|nd|rd|th)?\b(?![-/:%\d]|[.,]\d)|\s+(?:and|to|through|until|or)\s+(\d{1,2})(?:st|nd|rd|th)?\b(?=[.,;:)]|\s+(?:in|at|for|to|on|and|by|with|when|it|he|she|they|we|the)\b|\s*\Z)(?![.,]\d)"
)
_FIRST_DAY = re.compile(
    r"(?<![\d.,$/:-])(\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–—/]\s?|\s+(?:and|to|through|until|or)\s+)\Z"
)
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
    if period is None or period.first is None or reading.type is not TimexType.DATE:
        return [reading]
    if period.unit == "year" and (found := _SECOND_YEAR.match(text, reading.end, ceiling)):
        figures = found[1] if len(found[1]) == 4 else period.value[:2] + found[1]
        if len(figures) == 4 and 0 < int(figures) - int(period.value) < 100:
            return [reading, _end(found, 1, calendar.year(int(figures)))]
    if period.unit != "day" or not text[reading.start : reading.end].strip():
        return [reading]
    words_ = text[reading.start : reading.end]
    if words_[-1].isdigit() and not re.search(r"\d{4}\Z", words_) and words_[0].isalpha():
        found = _SECOND_DAY.match(text, reading.end, ceiling)
        group = 1 if found and found[1] else 2
        if found and period.first.day < int(found[group]) <= 31:
            return [
                reading,
                _end(found, group, calendar.exact(period.first.year, period.first.month, int(found[group]))),
            ]
    if words_[0].isdigit() and "-" not in words_:
        found = _FIRST_DAY.search(text, max(floor, reading.start - 14), reading.start)
        if found and 1 <= int(found[1]) < period.first.day:
            return [_end(found, 1, calendar.exact(period.first.year, period.first.month, int(found[1]))), reading]
    return [reading]


def _end(found: re.Match[str], group: int, period: Period) -> Reading:
    return Reading(found.start(group), found.end(group), TimexType.DATE, period.value, period)


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
    if len(gap) > 16 or TimexType.DURATION in (left.type, right.type) or _is_clock(left) or _is_clock(right):
        return False
    opening = _FROM.search(context.before(left.start, 20))
    if _AND.fullmatch(gap):
        return opening is not None and "etween" in opening[0]
    return _TO.fullmatch(gap) is not None


def _joined(one: Period, left: Period, right: Period) -> Period:
    """`one` of the two ends with the EDTF and the bounds of the range from `left` to `right`."""
    if left.first and right.last and left.first > right.last:
        return one
    if not left.edtf or not right.edtf or left.unit not in _DATED:
        return one
    edtf = f"{left.edtf.partition('/')[0]}/{right.edtf.rpartition('/')[2]}"
    return Period(one.unit, one.value, edtf, left.first, right.last)


_PART_OF = re.compile(r",?\s+(?:and\s+)?")
_COUNTED = re.compile(r"P(T?)(\d+)([YMWDHS])")
_LADDER = ("Y", "M", "W", "D", "TH", "TM", "TS")


def compounds(readings: list[Reading], context: Context) -> list[Reading]:
    """ "Two hours, 24 minutes and 3 seconds" is one duration: each part a smaller unit than the last."""
    done: list[Reading] = []
    for reading in readings:
        last = done[-1] if done else None
        if last is not None and last.type is TimexType.DURATION and reading.type is TimexType.DURATION:
            joined = _compound(last.value, reading.value)
            if joined and _PART_OF.fullmatch(context.text[last.end : reading.start]):
                done[-1] = reading._replace(start=last.start, value=joined)
                continue
        done.append(reading)
    return done


def _compound(one: str, two: str) -> str | None:
    last, added = re.search(r"(T?)\d+([YMWDHS])\Z", one), _COUNTED.fullmatch(two)
    if last is None or added is None:
        return None
    clock = "T" if "T" in one else ""
    if _LADDER.index(clock + last[2]) >= _LADDER.index(added[1] + added[3]):
        return None
    return f"{one}{'' if clock else added[1]}{added[2]}{added[3]}"


_LINK = re.compile(
    r"\s+(?:(?P<after>(?i:after|since|following|into))|(?P<before>(?i:before|prior\s+to|ahead\s+of)))\b"
)


def links(readings: list[Reading], context: Context) -> list[Reading]:
    """ "Two days before the fire": a duration is tied to the event, or the date, that is named after it."""
    return [_linked(r, context) if r.type is TimexType.DURATION else r for r in readings]


def _linked(reading: Reading, context: Context) -> Reading:
    found = _LINK.match(context.text, reading.end, context.sentence.end)
    span = event_words(context, found.end()) if found else None
    if found is None or span is None:
        return reading
    return reading._replace(before=span) if found["before"] else reading._replace(after=span)


_REFINERS: tuple[Callable[[list[Reading], Context], list[Reading]], ...] = (
    second_ends,
    parts_of_days,
    clocks,
    modifiers,
    approximations,
    ranges,
    compounds,
    links,
)
