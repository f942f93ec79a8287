"""So many units ago, counted from the day of publication."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import words
from tuitimeline.annotate.dates.calendar import around, moved
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated
from tuitimeline.annotate.dates.words import NUMBER_WORD
from tuitimeline.model import TimexType

_AGO = re.compile(
    rf"\b((?i:an?)|\d+|{NUMBER_WORD}(?:[\s-]{NUMBER_WORD})?)\s+((?i:day|week|month|quarter|year|decade)s?)\s+(?i:ago)\b"
)


def _ago(match: re.Match[str], context: Context) -> Reading | None:
    if context.today is None:
        return Reading(match.start(), match.end(), TimexType.DATE, "XXXX-XX-XX")
    unit = words.unit(match[2])
    return dated(match, around(unit, moved(context.today, unit, -words.number(match[1]))))


FAMILIES = (Family(frozenset({"ago"}), _AGO, _ago),)
