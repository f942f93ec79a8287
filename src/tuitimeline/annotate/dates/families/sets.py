"""How often: every Tuesday, each year, daily, annual, twice a week."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import words
from tuitimeline.annotate.dates.families.duration import amount
from tuitimeline.annotate.dates.reading import Context, Family, Reading, reads
from tuitimeline.annotate.dates.words import (
    DAYPART,
    MONTH_NAME,
    NAMES_OF_DAYS,
    NUMBER,
    SEASON,
    UNIT,
    VAGUE_NUMBER,
    WEEKDAY_NAME,
    one_of,
)
from tuitimeline.model import TimexType

_EVERY = (
    rf"\b(?i:(?:almost\s+|nearly\s+)?(?:every|each))\s+(?:(?P<other>(?i:other|second))\s+|(?P<count>{NUMBER})\s+)?"
    rf"(?:(?P<weekday>{WEEKDAY_NAME})|(?P<month>{MONTH_NAME})|(?P<unit>{UNIT})|(?P<season>{SEASON})|(?P<part>{DAYPART}))\b"
)
_PLURAL = rf"\b(?:[Oo]n\s+)?(?P<weekday>{one_of(NAMES_OF_DAYS)})s\b|\b(?P<part>{DAYPART})s\b"
_COUNTED = re.compile(rf"\b(?:{NUMBER}|{VAGUE_NUMBER})\s+\Z")
_LY = rf"(?<![\w-]){words.any_case(words.one_of(words.SETS))}\b(?!-)"


def _every(match: re.Match[str], context: Context) -> Reading | None:
    if match["unit"]:
        unit = words.unit(match["unit"])
        if unit in ("second", "half") and context.beyond(match.end(), 3).startswith(" "):
            return None
        return reads(
            match,
            TimexType.SET,
            amount(match["count"] or ("two" if match["other"] else "one"), False, unit) or "P1D",
        )
    if match["weekday"]:
        return reads(match, TimexType.SET, f"XXXX-WXX-{words.weekday(match['weekday']) + 1}")
    if match["month"]:
        return reads(match, TimexType.SET, f"XXXX-{words.month(match['month']):02}")
    if match["season"]:
        return reads(match, TimexType.SET, f"XXXX-{words.SEASONS[match['season'].lower()]}")
    return reads(match, TimexType.SET, f"XXXX-XX-XXT{words.DAYPARTS[match['part'].lower()]}")


def _plural(match: re.Match[str], context: Context) -> Reading | None:
    if _COUNTED.search(context.before(match.start(), 16)):
        return None
    if match["weekday"]:
        start = match.start("weekday")
        return Reading(start, match.end(), TimexType.SET, f"XXXX-WXX-{words.weekday(match['weekday']) + 1}")
    return reads(match, TimexType.SET, f"XXXX-XX-XXT{words.DAYPARTS[match['part'].lower()]}")


def _ly(match: re.Match[str], context: Context) -> Reading | None:
    if match[0][0].isupper() and match.start() != context.sentence.start:
        return None
    return reads(match, TimexType.SET, words.SETS[match[0].lower()])


FAMILIES = (
    Family(frozenset({"each"}), _EVERY, _every),
    Family(frozenset({"nights"}), _PLURAL, _plural),
    Family(frozenset({"set"}), _LY, _ly),
)
