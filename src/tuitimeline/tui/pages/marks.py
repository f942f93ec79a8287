"""What the annotator found in a document, as marks on its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tuitimeline.model import AnnotatedDocument, Span
from tuitimeline.tui.lines import Mark


def marks_of(annotated: AnnotatedDocument) -> tuple[Mark, ...]:
    """Every mark of a document in the order in which looks are laid over each other: content lies lowest."""
    marks: list[Mark] = []
    voices = (*annotated.attributions, *annotated.within)
    for attribution in voices:
        marks.extend(Mark(*span, "content") for span in attribution.content)
    for attribution in voices:
        marks.extend(Mark(*span, "source") for span in attribution.source)
        marks.extend(Mark(*span, "cue") for span in attribution.cue)
    marks.extend(Mark(date.start, date.end, "date") for date in annotated.dates)
    marks.extend(Mark(*span, "hedge") for span in annotated.hedges)
    marks.extend(
        Mark(paragraph.start, paragraph.end, "furniture")
        for paragraph in annotated.document.paragraphs
        if paragraph.boilerplate
    )
    return tuple(marks)


def sentence_at(annotated: AnnotatedDocument, offset: int) -> Span:
    """The sentence in which `offset` lies, or the paragraph where no sentence was found there."""
    return _around(annotated.sentences, offset) or paragraph_at(annotated, offset)


def paragraph_at(annotated: AnnotatedDocument, offset: int) -> Span:
    """The paragraph in which `offset` lies, or its line where the document has no paragraphs."""
    spans = [Span(paragraph.start, paragraph.end) for paragraph in annotated.document.paragraphs]
    if found := _around(spans, offset):
        return found
    text = annotated.document.text
    end = text.find("\n", offset)
    return Span(text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end)


def _around(spans: Sequence[Span], offset: int) -> Span | None:
    place = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    if place >= 0 and spans[place][0] <= offset < max(spans[place][1], spans[place][0] + 1):
        return Span(*spans[place][:2])
    return None


def sentences_over(annotated: AnnotatedDocument, start: int, end: int) -> Span:
    """From the first character of the sentence at `start` to the last of the one in which `end` lies."""
    first = bisect_right(annotated.sentences, start, key=lambda span: span[0]) - 1
    last = bisect_left(annotated.sentences, end, key=lambda span: span[0]) - 1
    if first < 0 or last < first:
        return sentence_at(annotated, start)
    return Span(min(annotated.sentences[first].start, start), max(annotated.sentences[last].end, end))


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """Where `words` stand in `text`, in whatever case."""
    low, wanted = text.lower(), words.lower()
    if not wanted or len(low) != len(text):
        return []
    places, at = [], low.find(wanted)
    while at >= 0:
        places.append((at, at + len(wanted)))
        at = low.find(wanted, at + len(wanted))
    return places
