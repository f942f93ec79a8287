"""A definite noun that dates what was told before: "It sent £2m. The transfers ran from January to June"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tuitimeline.annotate.events.happened import Telling
from tuitimeline.model import EventMention, Sentence

_SORTS = {
    **dict.fromkeys(("Justice.Sentence", "Justice.Fine", "Justice.Convict", "Justice.Acquit"), "a judgment"),
    **dict.fromkeys(("Life.Die", "Life.Injure", "Conflict.Attack", "Event"), "a mishap"),
}
"""What one noun can name of several kinds: "the verdict", "the accident"."""

REACH = 3
"""Sentences over which a noun points back to what has no date yet."""


def reminded(tellings: Sequence[Telling], sentences: Sequence[Sentence]) -> list[EventMention]:
    """The mentions; one without a date has that of the next definite noun of its kind."""
    starts = [s.start for s in sentences]
    found = [t.mention for t in tellings]
    waiting: dict[str, list[int]] = {}
    for i, telling in enumerate(tellings):
        mention = telling.mention
        sort = _SORTS.get(mention.kind, mention.kind)
        if mention.date is None:
            waiting.setdefault(sort, []).append(i)
        elif telling.definite:
            here = bisect_right(starts, mention.start)
            for earlier in waiting.pop(sort, []):
                if 0 < here - bisect_right(starts, found[earlier].start) <= REACH:
                    found[earlier] = replace(found[earlier], date=mention.date)
    return found
