"""Days of the week: Tuesday, last Friday, next Monday, the following Thursday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tuitimeline.annotate.dates import calendar, words
from tuitimeline.annotate.dates.direction import lean
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated, reads
from tuitimeline.annotate.dates.words import WEEKDAY_NAME, spelled
from tuitimeline.model import TimexType

_BACK = ("last", "past", "this past")
_ON = ("next", "coming", "this coming")
_IN_STORY = {"the following": 1, "the next": 1, "that": 0, "that same": 0, "the same": 0, "the previous": -1}
_PAPER = r"(?:Times|Telegraph|Mirror|Mail|Herald|Post|Express|Night\s+Live|Night\s+Football|Club)\b"
_AROUND = 3_000
_NAMED = re.compile(r"\b(?:Black|Bloody|Super|Cyber|Ruby|Fat|Good|Palm|Holy|Maundy|Shrove|Giving|Easter|Ash)\s+\Z")
_WEEKDAY = (
    rf"\b(?:(?P<which>{spelled((*_BACK, *_ON, 'this', *_IN_STORY))})\s+)?"
    rf"(?P<day>{WEEKDAY_NAME})\b(?!\s+{_PAPER})"
)
_JOINED = re.compile(r"\s*(?:,|-|–|—|,?\s(?:and|or|to|through|until|till))\s*(?:on\s+|early\s+|late\s+)*")


def latest(today: date, weekday: int) -> date:
    """The last such day of the week on or before `today`."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def soonest(today: date, weekday: int) -> date:
    """The first such day of the week on or after `today`."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _weekday(match: re.Match[str], context: Context) -> Reading | None:
    weekday, which = words.weekday(match["day"]), re.sub(r"\s+", " ", (match["which"] or "").lower())
    if _NAMED.search(context.before(match.start(), 8)) or _is_title(match, context):
        return None
    told = context.day.period.first if context.day and context.day.period else None
    if which in _IN_STORY and told is not None:
        return dated(match, calendar.day(_in_story(told, weekday, _IN_STORY[which])))
    if told is not None and not which and (context.historical or _is_joined(match, context)):
        return dated(match, calendar.day(soonest(told, weekday)))
    if context.published is None:
        return reads(match, TimexType.DATE, f"XXXX-WXX-{weekday + 1}")
    return dated(match, calendar.day(_from_today(match, context, context.published, weekday, which)))


def _is_title(match: re.Match[str], context: Context) -> bool:
    """ "The Sunday Argus" is a paper, "the Friday vote" is not."""
    article = re.search(r"\bthe\s\Z", context.before(match.start(), 5), re.IGNORECASE)
    return article is not None and re.match(r"\s+[A-Z][a-z]+\b", context.beyond(match.end(), 24)) is not None


def _is_joined(match: re.Match[str], context: Context) -> bool:
    """Whether it goes on a run of days: "Monday and Tuesday", "Friday through Sunday"."""
    last = context.day
    if last is None or context.text[last.end - 3 : last.end] != "day" or last.start < context.sentence.start:
        return False
    return _JOINED.fullmatch(context.text[last.end : match.start()]) is not None


def _in_story(told: date, weekday: int, way: int) -> date:
    if way > 0:
        return soonest(told + timedelta(days=1), weekday)
    return latest(told - timedelta(days=1), weekday) if way < 0 else latest(told, weekday)


def _from_today(match: re.Match[str], context: Context, today: date, weekday: int, which: str) -> date:
    if which in _BACK:
        return latest(
            today - timedelta(days=2 if which == "last" and _says_yesterday(match, context) else 1), weekday
        )
    if which in _ON:
        return soonest(today + timedelta(days=1), weekday)
    direction = lean(context, match.start(), match.end())
    if direction > 0 or (which == "this" and direction == 0):
        return soonest(today, weekday)
    return latest(today, weekday)


def _says_yesterday(match: re.Match[str], context: Context) -> bool:
    """Whether a text around calls yesterday so: then "last Saturday" is not yesterday."""
    near = context.text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    return "yesterday" in near or "Yesterday" in near


FAMILIES = (Family(frozenset({"weekday"}), _WEEKDAY, _weekday),)
