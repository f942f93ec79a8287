"""Times of the day: 6:40 p.m., 18:00 UTC, noon, 5 o'clock."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import words
from tuitimeline.annotate.dates.reading import Context, Family, Reading
from tuitimeline.annotate.dates.words import NUMBER
from tuitimeline.model import TimexType

_ZONE = (
    r"(?P<zone>\s*\(?(?:UTC|GMT|BST|CES?T|E[DS]?T|C[DS]T|M[DS]T|P[DS]?T|AEST|IST|JST|local(?:\s+time)?"
    r"|(?i:eastern|pacific|central)(?:\s+time)?)(?:\s*[+-]\s?\d{1,2}(?::?\d\d)?)?\)?)?"
)
_HALF_DAY = (
    "(?i)"
    rf"(?<![\w$.,:-])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\.|m\b){_ZONE}"
)
_CLOCK = (
    r"(?<![\w$.,:/-])(?P<hour>[01]?\d|2[0-3])(?P<mark>[:.])(?P<minute>[0-5]\d)(?::[0-5]\d)?"
    rf"(?![\w:/%]|-\d|\.\d){_ZONE}"
)
_SAID = re.compile(
    r"\b(?:at|by|until|till|around|about|from|to|before|after|since|between|and|of|at\s+the)\s+\Z|[-–—(,]\s*\Z",
    re.IGNORECASE,
)
_HUNDRED = r"(?<![\w$.,:-])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:\s(?P<zone>UTC|GMT)|\s(?:hours|hrs)\b)"
_OCLOCK = rf"\b(?P<hour>{NUMBER})\s+o['’]clock\b"
_MOMENT = rf"(?<![\w-])(?P<name>{words.spelled(words.MOMENTS)})(?![\w-]){_ZONE}"
_UNIVERSAL = ("utc", "gmt")


def _at(match: re.Match[str], context: Context, hour: int, minute: str, zone: str = "") -> Reading | None:
    if hour > 24:
        return None
    return _time(match, context, f"T{hour:02}:{minute}{'Z' if zone.strip(' ()').lower() in _UNIVERSAL else ''}")


def _time(match: re.Match[str], context: Context, clock: str) -> Reading:
    period = None
    day = context.day if context.day and context.day.end > context.sentence.start - 200 else None
    if day is not None and day.period is not None:
        period = day.period
    date = period.value if period else context.published.isoformat() if context.published else "XXXX-XX-XX"
    return Reading(match.start(), match.end(), TimexType.TIME, f"{date}{clock}", period)


def _half_day(match: re.Match[str], context: Context) -> Reading | None:
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return _at(match, context, hour, match["minute"] or "00", match["zone"] or "")


def _clock(match: re.Match[str], context: Context) -> Reading | None:
    if not match["zone"] and (match["mark"] == "." or not _SAID.search(context.before(match.start(), 16))):
        return None
    return _at(match, context, int(match["hour"]), match["minute"], match["zone"] or "")


def _hundred(match: re.Match[str], context: Context) -> Reading | None:
    return _at(match, context, int(match["hour"]), match["minute"], match["zone"] or "")


def _oclock(match: re.Match[str], context: Context) -> Reading | None:
    return _at(match, context, int(words.number(match["hour"])), "00")


def _moment(match: re.Match[str], context: Context) -> Reading | None:
    if match[0][0].isupper() and match.start() != context.sentence.start:
        return None
    return _time(match, context, words.MOMENTS[match["name"].lower()])


FAMILIES = (
    Family(frozenset({"clock"}), _HALF_DAY, _half_day),
    Family(frozenset({"figure"}), _CLOCK, _clock),
    Family(frozenset({"clock"}), _HUNDRED, _hundred),
    Family(frozenset({"clock"}), _OCLOCK, _oclock),
    Family(frozenset({"moment"}), _MOMENT, _moment),
)
