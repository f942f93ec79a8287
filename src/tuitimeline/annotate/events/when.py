"""Which time expression says when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tuitimeline.model import Span, TimeExpression, TimexType

_DEADLINE = re.compile(r"\b(?:until|till|due|next|(?:by|before) the end of)\s+$", re.I)
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|added|confirmed)\s+(?:\w+\s+)?(?:on\s+)?$")
_CENTURY = re.compile(r"^\dXXX|^\d\dXX")
_SINCE = re.compile(r"\bsince\s+(?:[^,.]{0,30}\b(?:of|in|on)\s+)?$", re.I)
_EVE = re.compile(r"\bthe eve of\b[^,.]*$", re.I)
_NAMING = re.compile(r"\b(?:over|for|about|of|into|after|since)\s+(?:a|an|the|its|his|her|their)\s+$", re.I)
_WEEKDAY = re.compile(r"\d,\s+an?\s+$")
_OWNED = re.compile(r"['’]s?\s+\w")
_RELATIVE = re.compile(r",\s*(?:who|which|whose|where|when)\b[^,]*$")
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.I)
_JOINED = re.compile(r"^\s*(?:and|to|until|through|till|[-–—])\s*$|\band ended (?:in|on)\s*$", re.I)


def dated(expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Those that say on which day, month or year something was."""
    return [
        e
        for e in expressions
        if e.type in (TimexType.DATE, TimexType.TIME)
        and (e.edtf or e.earliest)
        and not _CENTURY.search(e.edtf or "")
    ]


def choose(
    text: str,
    start: int,
    end: int,
    trigger: Span,
    expressions: Sequence[TimeExpression],
    lasting: bool = False,
) -> TimeExpression | None:
    """The date of the event that `trigger` tells of, in the clause text[start:end].

    A range in two expressions ("between January and April") becomes one. What follows the trigger comes before
    what precedes it; a deadline ("until the end of the month") is no date of what happened. `lasting` says that
    the event goes on, so that "since Monday" dates it.
    """
    inside = [
        e
        for e in expressions
        if start <= e.start and e.end <= end and not _apart(text, start, trigger, e, lasting)
    ]
    if not inside:
        return None
    best = min(inside, key=lambda e: (e.earliest is None, _distance(e, trigger)))
    return _range(text, best, inside) or best


def _apart(text: str, start: int, trigger: Span, day: TimeExpression, lasting: bool) -> bool:
    """Whether a day is a deadline, another noun's ("Sunday's election"), a beginning, or in an insertion."""
    before = max(start, day.start - 50)
    inner = max(before, trigger.end) if trigger.end <= day.start else before
    if _DEADLINE.search(text, before, day.start) or _WEEKDAY.search(text, before, day.start):
        return True
    if _EVE.search(text, inner, day.start) or (_SINCE.search(text, inner, day.start) and not lasting):
        return True
    if day.start < trigger.start and _SAID.search(text, before, day.start):
        return True
    if trigger.end <= day.start and (_OWNED.match(text, day.end) or _names_another(text, before, day)):
        return True
    return (
        day.start < trigger.end
        and _RELATIVE.search(text, start, day.start) is not None
        and "," in text[day.end : trigger.start]
    )


def _names_another(text: str, before: int, day: TimeExpression) -> bool:
    """Whether a year is a modifier of a noun that the event is about: "fined over a 2017 spill"."""
    return _NAMING.search(text, before, day.start) is not None and text[day.end : day.end + 2].strip().islower()


def _distance(day: TimeExpression, trigger: Span) -> int:
    if trigger.start <= day.start < trigger.end:
        return 0
    return day.start - trigger.end if day.start >= trigger.end else 60 + trigger.start - day.end


def _range(text: str, best: TimeExpression, inside: Sequence[TimeExpression]) -> TimeExpression | None:
    for one, two in pairwise(inside):
        if best not in (one, two) or not one.edtf or not two.edtf or "/" in one.edtf + two.edtf:
            continue
        between = text[one.end : two.start]
        opened = (
            _BETWEEN.search(text, max(0, one.start - 12), one.start)
            or "began in" in text[max(0, one.start - 10) : one.start]
        )
        if opened and len(between) < 24 and _JOINED.search(between) and (one.earliest or two.earliest):
            if one.earliest and two.latest and one.earliest > two.latest:
                continue
            edtf = f"{one.edtf}/{two.edtf}"
            return replace(one, end=two.end, value=edtf, edtf=edtf, earliest=one.earliest, latest=two.latest)
    return None
