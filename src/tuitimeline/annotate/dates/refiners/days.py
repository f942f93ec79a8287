"""Parts of days and times of the clock, joined with the days they belong to."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import words
from tuitimeline.annotate.dates.calendar import Period
from tuitimeline.annotate.dates.reading import Context, Reading
from tuitimeline.annotate.dates.words import DAYPART
from tuitimeline.model import TimexType

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
        if last is not None and is_clock(last) and reading.period is not None and reading.period.unit == "day":
            gap = context.text[last.end : reading.start]
            if _BESIDE.fullmatch(gap):
                done[-1] = _on(last, reading.period)
                if not gap.strip():
                    done[-1] = done[-1]._replace(end=reading.end)
                    continue
        elif last is not None and is_clock(reading) and last.period is not None and last.period.unit == "day":
            reading = _on(reading, last.period)
        done.append(reading)
    return done


def is_clock(reading: Reading) -> bool:
    """Whether it is a time of the clock: T18:40, not TMO."""
    return (
        reading.type is TimexType.TIME and "T" in reading.value and reading.value.partition("T")[2][:1].isdigit()
    )


def _on(reading: Reading, period: Period) -> Reading:
    clock = reading.value.partition("T")[2]
    return reading._replace(value=f"{period.value}T{clock}", period=period)
