"""What an expression tied to an event says, once that event is dated.

`find` ties expressions to words: `after` or `before` is the span of the dated expression, or of the words of the
clause, that an expression counts from. Where those words name an event ("two days before the fire", "shortly after
the hearing"), only whoever knows the event's date can place the expression: `place` does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from tuitimeline.annotate.dates.calendar import Period, around, moved
from tuitimeline.model import TimeExpression, TimexType

_AMOUNT = re.compile(r"P(\d+)(D|W|M|Y|DE|CE)")
_CLOCK = re.compile(r"PT[\dX.]+[HMS]")
_NEXT = re.compile(r"the\s+(?:day|morning|afternoon|evening|night)\s+(?:after|before)", re.IGNORECASE)
_UNIT = {"D": "day", "W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century"}


def place(text: str, expression: TimeExpression, event: TimeExpression) -> TimeExpression:
    """An expression tied by `after` or `before` to an event, with the dates that follow from that event's date.

    `text` is what both stand in. "Two days" before a fire of 2023-08-19 is 2023-08-17; "a month" before a sale of
    2023-06 is 2023-05; some hours away is the same day, "the morning after" the next one. A tie without a count
    ("shortly after", "several weeks after") is open on its far side: `2023-08-19/..`. Type and value stay what
    TIMEX3 makes of the words. Where the event has no known date, or nothing is tied, the expression comes back
    unchanged.
    """
    if (expression.after is None) == (expression.before is None) or not event.earliest or not event.latest:
        return expression
    sign = 1 if expression.after is not None else -1
    if expression.type is TimexType.DURATION and _CLOCK.fullmatch(expression.value):
        return replace(expression, edtf=event.edtf, earliest=event.earliest, latest=event.latest)
    counted = _AMOUNT.fullmatch("P1D" if _NEXT.match(text, expression.start, expression.end) else expression.value)
    if counted:
        period = _counted(event, _UNIT[counted[2]], sign * int(counted[1]))
        return (
            replace(expression, edtf=period.edtf, earliest=period.first, latest=period.last)
            if period
            else expression
        )
    return _open(expression, event, sign)


def _counted(event: TimeExpression, unit: str, count: int) -> Period | None:
    assert event.earliest is not None
    assert event.latest is not None
    try:
        first, last = moved(event.earliest, unit, count), moved(event.latest, unit, count)
        if event.earliest == event.latest:
            return around("day" if unit in ("day", "week") else unit, first)
        whole = around("month" if unit in ("day", "week") else unit, first)
    except (OverflowError, ValueError):
        return None
    if unit in ("day", "week"):
        return Period("day", "", f"{first.isoformat()}/{last.isoformat()}", first, last)
    return whole


def _open(expression: TimeExpression, event: TimeExpression, sign: int) -> TimeExpression:
    edge: date | None = event.earliest if sign > 0 else event.latest
    known = event.edtf if event.edtf and "/" not in event.edtf else edge.isoformat() if edge else None
    if known is None:
        return expression
    if sign > 0:
        return replace(expression, edtf=f"{known}/..", earliest=edge, latest=None)
    return replace(expression, edtf=f"../{known}", earliest=None, latest=edge)
