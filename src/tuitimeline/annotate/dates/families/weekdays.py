"""Days of the week: Tuesday, last Friday, next Monday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tuitimeline.annotate.dates import calendar, words
from tuitimeline.annotate.dates.direction import lean
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated
from tuitimeline.annotate.dates.words import WEEKDAY_NAME
from tuitimeline.model import TimexType

_PAPER = r"(?:Times|Telegraph|Mirror|Mail|Herald|Post|Express|Night\s+Live|Night\s+Football|Club)\b"
_NAMED = re.compile(
    r"\b(?:Black|Bloody|Super|Cyber|Ruby|Fat|Good|Palm|Holy|Maundy|Shrove|Giving|Easter|Ash|Ruby)\s+\Z"
)
_WEEKDAY = rf"\b(?:((?i:last|past|next|this|this past|this coming|coming))\s+)?({WEEKDAY_NAME})\b(?!\s+{_PAPER})"


def latest(today: date, weekday: int) -> date:
    """The last such day of the week on or before `today`."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def soonest(today: date, weekday: int) -> date:
    """The first such day of the week on or after `today`."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _weekday(match: re.Match[str], context: Context) -> Reading | None:
    weekday, which = words.weekday(match[2]), (match[1] or "").lower()
    if _NAMED.search(context.before(match.start(), 8)):
        return None
    today = context.published
    if today is None:
        return Reading(match.start(), match.end(), TimexType.DATE, f"XXXX-WXX-{weekday + 1}")
    if which in ("last", "past", "this past"):
        when = latest(today - timedelta(days=1), weekday)
    elif which in ("next", "coming", "this coming"):
        when = soonest(today + timedelta(days=1), weekday)
    elif which == "this" or lean(context, match.start(), match.end()) > 0:
        when = soonest(today, weekday)
    else:
        when = latest(today, weekday)
    return dated(match, calendar.day(when))


FAMILIES = (Family(frozenset({"weekday"}), _WEEKDAY, _weekday),)
