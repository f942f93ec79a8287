"""What stands in a sentence, found without reading the whole document for each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tuitimeline.model import Attribution, Sentence, Spans, TimeExpression

Indexed = list[tuple[int, Attribution]]
"""Attributions with their place among the document's."""


def by_sentence(sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> dict[Sentence, Indexed]:
    """For every sentence the attributions that have words in it."""
    rows: dict[Sentence, Indexed] = {s: [] for s in sentences}
    starts = [s.start for s in sentences]
    for index, attribution in enumerate(attributions):
        seen = set()
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            i = max(0, bisect_right(starts, span.start) - 1)
            while i < len(sentences) and sentences[i].start < span.end:
                if i not in seen and sentences[i].end > span.start:
                    seen.add(i)
                    rows[sentences[i]].append((index, attribution))
                i += 1
    return rows


def expressions_in(days: Sequence[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    """The time expressions that start within text[start:end]; `days` are in order."""
    first = bisect_left(days, start, key=lambda d: d.start)
    last = bisect_left(days, end, key=lambda d: d.start)
    return list(days[first:last])


def holds(spans: Spans, start: int, end: int) -> bool:
    """Whether one of `spans`, which are in order, starts within text[start:end]."""
    at = bisect_left(spans, start, key=lambda s: s.start)
    return at < len(spans) and spans[at].start < end
