"""Days named from the day of publication: today, yesterday, tomorrow, the day before yesterday; this morning."""

from __future__ import annotations

import re
from datetime import timedelta

from tuitimeline.annotate.dates import calendar, words
from tuitimeline.annotate.dates.reading import UNKNOWN, Context, Family, Reading, dated, reads
from tuitimeline.model import TimexType

_DAYS = {
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
}
_DAY = re.compile(rf"\b{words.any_case(words.one_of(_DAYS))}\b(?!-)", re.IGNORECASE)
_TITLE = re.compile(r"(?:\bUSA|\bRussia|\bChristianity|\bIndia|\bPsychology|\bHistory|\bPhysics|[Tt]he|`|‘)\s?\Z")
_PART = re.compile(r"\b(?:tonight|(this|last)\s+(morning|afternoon|evening|night))\b", re.IGNORECASE)


def _day(match: re.Match[str], context: Context) -> Reading | None:
    if match[0].istitle() and _TITLE.search(context.before(match.start(), 16)):
        return None
    if context.published is None:
        return reads(match, TimexType.DATE, UNKNOWN)
    name = re.sub(r"\s+", " ", match[0].lower())
    return dated(match, calendar.day(context.published + timedelta(days=_DAYS[name])))


def _part(match: re.Match[str], context: Context) -> Reading | None:
    code = words.DAYPARTS[match[2].lower()] if match[2] else "NI"
    if context.published is None:
        return reads(match, TimexType.TIME, f"{UNKNOWN}T{code}")
    back = timedelta(days=1 if (match[1] or "").lower() == "last" else 0)
    period = calendar.day(context.published - back)
    return Reading(match.start(), match.end(), TimexType.TIME, f"{period.value}T{code}", period)


FAMILIES = (
    Family(frozenset({"today"}), _DAY, _day),
    Family(frozenset({"today", "daypart"}), _PART, _part),
)
