"""Time expressions of news text: TIMEX3 types and values, and EDTF where there is a calendar date.

A cheap scan finds the sentences that hold a trigger word; the families whose triggers a sentence holds are matched
in it, the leftmost and longest match first; each is read in the light of what was read before it; refiners then
join what belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from operator import itemgetter

from tuitimeline.annotate.dates import story, triggers
from tuitimeline.annotate.dates.families import FAMILIES
from tuitimeline.annotate.dates.reading import Context, Family, Reading
from tuitimeline.annotate.dates.refiners import refined
from tuitimeline.model import Sentence, TimeExpression

_Match = tuple[int, int, int, re.Match[str], Family]
_PLACE = itemgetter(0, 1, 2)
_WORDS = "words"  # the group of a pattern that is the expression, where it matches more
_LONGEST = 4000  # characters of a sentence that are read at once, so that the cost stays linear in its length


def find(text: str, sentences: tuple[Sentence, ...], published: date | None) -> tuple[TimeExpression, ...]:
    """The time expressions of `sentences`, in order, none overlapping another.

    `published` is the day that "today" means; without it, or another date to count from, what is relative has an
    unknown value and a year that nothing gives stays `XXXX`. `after` and `before` of an expression are the span of
    the expression it is counted from ("two days later"), or of the words that name an event ("shortly after the
    hearing"): `ordering.place` dates those. An empty value is a tie that TIMEX3 does not mark. Never raises.
    """
    return tuple(_expression(reading) for reading in _readings(text, sentences, published))


def _readings(text: str, sentences: tuple[Sentence, ...], published: date | None) -> Iterator[Reading]:
    historical = story.is_historical(text, sentences, published)
    context = Context(text, Sentence(0, 0), published, historical)
    for sentence in sentences:
        for piece in _pieces(text, sentence):
            kinds = triggers.kinds(text, piece)
            if kinds and (matches := _matches(text, piece, kinds)):
                readings, context = _read(story.entered(context, piece), matches)
                yield from refined(readings, context)


def _pieces(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence itself, or where it is endless the runs of words that it is cut into."""
    start, end = sentence
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        yield Sentence(start, cut)
        start = cut
    yield Sentence(start, end)


def _matches(text: str, sentence: Sentence, kinds: frozenset[str]) -> list[_Match]:
    found = [
        (match.start(group), -match.end(), order, match, family)
        for order, pattern, group, family in _families(kinds)
        for match in pattern.finditer(text, sentence.start, sentence.end)
    ]
    found.sort(key=_PLACE)
    return found


@lru_cache(maxsize=4096)
def _families(kinds: frozenset[str]) -> tuple[tuple[int, re.Pattern[str], str | int, Family], ...]:
    """The families that can stand where these kinds of words do: place, compiled pattern, group, family."""
    held = ((i, _compiled(f.pattern), f) for i, f in enumerate(FAMILIES) if f.kinds <= kinds)
    return tuple((i, pattern, _WORDS if _WORDS in pattern.groupindex else 0, f) for i, pattern, f in held)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _read(context: Context, matches: list[_Match]) -> tuple[list[Reading], Context]:
    readings: list[Reading] = []
    reached = context.sentence.start
    for start, *_, match, family in matches:
        if start < reached:
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
