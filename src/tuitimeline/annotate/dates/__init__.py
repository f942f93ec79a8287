"""Time expressions of news text: TIMEX3 types and values, and EDTF where there is a calendar date.

A cheap scan finds the sentences that hold a trigger word; the families whose triggers a sentence holds are matched
in it, the leftmost and longest match first; each is read in the light of what was read before it; refiners then
join what belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tuitimeline.annotate.dates import story, triggers
from tuitimeline.annotate.dates.families import FAMILIES
from tuitimeline.annotate.dates.reading import Context, Family, Reading
from tuitimeline.annotate.dates.refiners import refined
from tuitimeline.model import Sentence, TimeExpression

_Match = tuple[re.Match[str], Family]


def find(text: str, sentences: tuple[Sentence, ...], published: date | None) -> tuple[TimeExpression, ...]:
    """The time expressions of `sentences`, in order; a year that nothing gives is left unknown."""
    return tuple(_expression(reading) for reading in _readings(text, sentences, published))


def _readings(text: str, sentences: tuple[Sentence, ...], published: date | None) -> Iterator[Reading]:
    matched = [(s, m) for s in sentences if (kinds := triggers.kinds(text, s)) and (m := _matches(text, s, kinds))]
    historical = story.is_historical((match for _, matches in matched for match, _ in matches), published)
    context = Context(text, Sentence(0, 0), published, historical)
    for sentence, matches in matched:
        readings, context = _read(story.entered(context, sentence), matches)
        yield from refined(readings, context)


def _matches(text: str, sentence: Sentence, kinds: frozenset[str]) -> list[_Match]:
    found = [
        (match.start(), -match.end(), order, match, family)
        for order, family in enumerate(FAMILIES)
        if not kinds.isdisjoint(family.kinds)
        for match in family.pattern.finditer(text, sentence.start, sentence.end)
    ]
    found.sort(key=lambda m: m[:3])
    return [(match, family) for *_, match, family in found]


def _read(context: Context, matches: list[_Match]) -> tuple[list[Reading], Context]:
    readings: list[Reading] = []
    reached = context.sentence.start
    for match, family in matches:
        if match.start() < reached:
            continue
        try:
            reading = family.read(match, context)
        except (OverflowError, ValueError):
            continue
        if reading is not None and reading.start >= reached:
            reached = reading.end
            context = story.after(context, reading)
            readings.append(reading)
    return readings, context


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
