"""Words before an expression that narrow it ("late last week") or make it vague ("around March 5")."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tuitimeline.annotate.dates.calendar import Period
from tuitimeline.annotate.dates.reading import Context, Reading
from tuitimeline.model import TimexType

_MODIFIER = re.compile(
    r"(?i:(?P<adverb>early|late|mid|earlier|later)(?:\s+(?:on|in|into)(?:\s+the)?)?[\s-]+"
    r"|(?:(?:the|a)\s+)?(?:very\s+)?(?P<noun>beginning|start|opening|onset|middle|mid-?point|end|close|remainder|rest"
    r"|height|dawn|turn|(?:latter|early|late|first)\s+part|(?:early|final|last|first)\s+days)\s+of\s+)\Z"
)
_SPACED = re.compile(r"\s(?:on|in|into)\b")
_COUNTED_FROM = ("this", "today", "that", "the ", "last", "next", "yesterday", "tomorrow")
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
            near = context.text[max(floor, reading.start - 6) : reading.start].rstrip(" -").lower()
            if not near.endswith(_MODIFIES):
                done.append(reading)
                continue
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
        return context.text[reading.start : reading.end].lower().startswith(_COUNTED_FROM)
    return not adverb or _SPACED.search(found[0]) is None


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
