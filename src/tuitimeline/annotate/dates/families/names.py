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
    "the night before last": -2,
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
}
_DAY = (
    "(?i)"
    rf"\b{words.any_case(words.one_of(_DAYS))}\b(?!-)"
)
_TITLE = re.compile(r"(?:[A-Z]\w*|[Tt]he|[`‘])\s?\Z")
_PART = (
    "(?i)"
    r"\b(?:tonight|(?P<which>this|last|that(?:\s+same)?|the\s+(?:very\s+)?(?:same|next|following|previous|preceding))"
    r"\s+(?:early\s+|late\s+)?(?P<part>morning|afternoon|evening|night)"
    r"|the\s+(?P<eve>night|evening)\s+before(?=\s*(?:[.,;:!?]|\Z)))\b"
)
_OVERNIGHT = r"\b[Oo]vernight(?=\s*(?:[.,;:]|\Z|\s(?:in|on|at|to|by|and|as|after|when|with|from|for)\b))"
_STEPS = {"this": 0, "last": -1, "that": 0, "same": 0, "next": 1, "following": 1, "previous": -1, "preceding": -1}


def _day(match: re.Match[str], context: Context) -> Reading | None:
    if match[0] == "Today" and _TITLE.search(context.before(match.start(), 16)):
        return None
    if context.published is None:
        return reads(match, TimexType.DATE, UNKNOWN)
    name = re.sub(r"\s+", " ", match[0].lower())
    reading = dated(match, calendar.day(context.published + timedelta(days=_DAYS[name])))
    return reading._replace(type=TimexType.TIME, value=f"{reading.value}TNI") if "night" in name else reading


def _part(match: re.Match[str], context: Context) -> Reading | None:
    which = (match["which"] or ("previous" if match["eve"] else "this")).lower().split()[-1]
    code = words.DAYPARTS[(match["part"] or match["eve"] or "night").lower()]
    told = context.day.period.first if context.day and context.day.period else None
    base = context.published if which in ("this", "last") else told or context.published
    if base is None:
        return reads(match, TimexType.TIME, f"{UNKNOWN}T{code}")
    period = calendar.day(base + timedelta(days=_STEPS[which]))
    return Reading(
        match.start(), match.end(), TimexType.TIME, f"{period.value}T{code}", period, aside=_STEPS[which] < 0
    )


def _overnight(match: re.Match[str], context: Context) -> Reading | None:
    if context.published is None:
        return reads(match, TimexType.TIME, f"{UNKNOWN}TNI")
    period = calendar.day(context.published - timedelta(days=1))
    return Reading(match.start(), match.end(), TimexType.TIME, f"{period.value}TNI", period)


FAMILIES = (
    Family(frozenset({"today"}), _DAY, _day),
    Family(frozenset({"daypart"}), _PART, _part),
    Family(frozenset({"overnight"}), _OVERNIGHT, _overnight),
)
