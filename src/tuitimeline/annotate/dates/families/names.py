"""Days named from the day of publication: today, yesterday, tomorrow, the day before yesterday."""

from __future__ import annotations

import re
from datetime import timedelta

from tuitimeline.annotate.dates import calendar
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated
from tuitimeline.model import TimexType

_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_DAY = re.compile(
    r"\b(?:the day before yesterday|the day after tomorrow|today|yesterday|tomorrow)\b", re.IGNORECASE
)


def _day(match: re.Match[str], context: Context) -> Reading | None:
    if context.today is None:
        return Reading(match.start(), match.end(), TimexType.DATE, "XXXX-XX-XX")
    name = re.sub(r"\s+", " ", match[0].lower())
    return dated(match, calendar.day(context.today + timedelta(days=_DAYS[name])))


FAMILIES = (Family(frozenset({"today"}), _DAY, _day),)
