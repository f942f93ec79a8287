"""Time expressions of news text: TIMEX3 types and values, and EDTF where there is a calendar date.

A cheap scan finds the sentences that hold a trigger word; the families whose triggers a sentence holds are matched
in it, the leftmost and longest match first; each is read in the light of what was read before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tuitimeline.annotate.dates import triggers
from tuitimeline.annotate.dates.families import FAMILIES
from tuitimeline.annotate.dates.reading import Context, Reading
from tuitimeline.model import Sentence, TimeExpression


def find(text: str, sentences: tuple[Sentence, ...], published: date | None) -> tuple[TimeExpression, ...]:
    """The time expressions of `sentences`, in order; a year that nothing gives is left unknown."""
    return tuple(_expression(r) for r in _readings(text, sentences, published))


def _readings(text: str, sentences: tuple[Sentence, ...], published: date | None) -> Iterator[Reading]:
    for sentence in sentences:
        kinds = triggers.kinds(text, sentence)
        if kinds:
            yield from _read(Context(text, sentence, published), kinds)


def _read(context: Context, kinds: frozenset[str]) -> Iterator[Reading]:
    start, end = context.sentence
    matches = [
        (match.start(), -match.end(), order, match, family)
        for order, family in enumerate(FAMILIES)
        if kinds & family.kinds
        for match in family.pattern.finditer(context.text, start, end)
    ]
    matches.sort(key=lambda m: m[:3])
    reached = start
    for begin, _, _, match, family in matches:
        if begin < reached:
            continue
        try:
            reading = family.read(match, context)
        except (OverflowError, ValueError):
            continue
        if reading is not None:
            reached = reading.end
            yield reading


def _expression(reading: Reading) -> TimeExpression:
    period = reading.period
    return TimeExpression(
        reading.start,
        reading.end,
        reading.type,
        reading.value,
        period.edtf if period else None,
        period.first if period else None,
        period.last if period else None,
        reading.after,
        reading.before,
        reading.note,
    )
