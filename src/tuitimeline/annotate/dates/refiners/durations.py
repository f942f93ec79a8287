"""Durations of several parts, and those that are counted from an event."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates.families.ties import event_words
from tuitimeline.annotate.dates.reading import Context, Reading
from tuitimeline.model import TimexType

_PART_OF = re.compile(r",?\s+(?:and\s+)?")
_COUNTED = re.compile(r"P(T?)(\d+)([YMWDHS])")
_LADDER = {"Y": 0, "M": 1, "W": 2, "D": 3, "TH": 4, "TM": 5, "TS": 6}


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
    if _LADDER.get(clock + last[2], 6) >= _LADDER.get(added[1] + added[3], 0):
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
