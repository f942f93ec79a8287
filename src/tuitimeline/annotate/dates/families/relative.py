"""This, last and next week, month, quarter, year."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import words
from tuitimeline.annotate.dates.calendar import around, step
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated
from tuitimeline.model import TimexType

_UNIT = re.compile(
    r"\b(this\s+coming|this|last|next|the\s+coming)\s+(week|weekend|month|quarter|year|decade|century)\b",
    re.IGNORECASE,
)
_STEPS = {"this": 0, "last": -1, "next": 1, "this coming": 1, "the coming": 1}


def _unit(match: re.Match[str], context: Context) -> Reading | None:
    if context.today is None:
        return Reading(match.start(), match.end(), TimexType.DATE, "XXXX-XX-XX")
    unit = words.unit(match[2])
    which = re.sub(r"\s+", " ", match[1].lower())
    return dated(match, step(around(unit, context.today), unit, _STEPS[which]))


FAMILIES = (Family(frozenset({"unit"}), _UNIT, _unit),)
