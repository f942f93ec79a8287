"""A sentence is cut into runs that the same attributions stand behind."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from tuitimeline.annotate.events.indexing import Indexed
from tuitimeline.annotate.events.said import TELLING
from tuitimeline.annotate.events.tokens import Words
from tuitimeline.model import Attribution, Span


class Run(NamedTuple):
    """Words first..last-1 of a sentence that the same attributions stand behind."""

    first: int
    last: int
    behind: tuple[int, ...]


def runs(row: Words, attributions: Indexed) -> list[Run]:
    """The sentence cut at the edges of sources and contents, without cues and without what is denied or declined.

    A source without a content of its own ("citing two officials") stands behind all that the sentence attributes.
    """
    behind: list[tuple[int, ...] | None] = [()] * len(row)
    edges = {0, len(row)}
    for index, attribution in attributions:
        telling = attribution.stance in TELLING
        inserted = tuple(c for c in attribution.cue if _inserted(attribution, c))
        for span in (*attribution.content, *inserted):
            for i in range(row.at(span.start), row.at(span.end)):
                before = behind[i]
                behind[i] = (*before, index) if telling and before is not None else None
        for span in attribution.source:
            edges |= {row.at(span.start), row.at(span.end)}
    for _, attribution in attributions:
        for span in attribution.cue:
            if not _inserted(attribution, span):
                behind[row.at(span.start) : row.at(span.end)] = [None] * (row.at(span.end) - row.at(span.start))
    cited = tuple(i for i, a in attributions if a.source and not a.content and a.stance in TELLING)
    edges |= {i for i in range(1, len(row)) if behind[i] != behind[i - 1]}
    found = []
    marks = sorted(edges)
    for first, last in pairwise(marks):
        some = behind[first] if first < len(row) else None
        if some is not None:
            found.append(Run(first, last, (*some, *cited) if some else ()))
    return found


def _inserted(attribution: Attribution, cue: Span) -> bool:
    """Whether a cue is an adverb amid its content: "a meeting reportedly took place"."""
    content = attribution.content
    return not attribution.source and bool(content) and content[0].start < cue.start < content[-1].end
