"""What is marked in a document's sentences: sources, cues, contents, dates and hedges."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import NamedTuple

from tuitimeline.model import AnnotatedDocument, Span


class Run(NamedTuple):
    """Characters of a sentence, and what they are: any of source, cue, content, date, hedge."""

    text: str
    marks: str


class Marked(NamedTuple):
    """A document's text and its marks by their start. `reach` is the farthest end of a mark and all before it."""

    text: str
    marks: tuple[tuple[Span, str], ...]
    reach: tuple[int, ...]

    def runs(self, sentence: Span) -> tuple[Run, ...]:
        """A sentence cut wherever a mark begins or ends."""
        inside = self._inside(sentence)
        cuts = sorted({*sentence, *(cut for span, _ in inside for cut in span)})
        found: list[list[str]] = [[] for _ in cuts]
        for span, mark in inside:
            for at in range(bisect_left(cuts, span.start), bisect_left(cuts, span.end)):
                if mark not in found[at]:
                    found[at].append(mark)
        return tuple(
            Run(self.text[start:end], " ".join(sorted(marks)))
            for (start, end), marks in zip(pairwise(cuts), found, strict=False)
        )

    def _inside(self, sentence: Span) -> list[tuple[Span, str]]:
        """The parts of marks that stand in `sentence`; marks that end before it are never looked at."""
        at = bisect_left(self.marks, sentence.end, key=lambda mark: mark[0].start)
        inside = []
        while at and self.reach[at - 1] > sentence.start:
            at -= 1
            span, mark = self.marks[at]
            if span.end > sentence.start:
                inside.append((Span(max(span.start, sentence.start), min(span.end, sentence.end)), mark))
        return inside


def marked(annotated: AnnotatedDocument) -> Marked:
    """A document with all its marks."""
    marks = [(Span(date.start, date.end), "date") for date in annotated.dates]
    marks += [(hedge, "hedge") for hedge in annotated.hedges]
    for attribution in annotated.attributions:
        marks += [(span, "source") for span in attribution.source]
        marks += [(span, "cue") for span in attribution.cue]
        marks += [(span, "content") for span in attribution.content]
    marks.sort()
    return Marked(annotated.document.text, tuple(marks), tuple(accumulate((s.end for s, _ in marks), max)))
