"""What every format shows of an event: the sentences it stands on, and who says it there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from tuitimeline.model import (
    AnnotatedDocument,
    Attribution,
    Descent,
    Document,
    Event,
    HandEdit,
    Quarrel,
    Span,
    Spans,
    Story,
    Voice,
)
from tuitimeline.safe import HOSTILE

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f]+", re.IGNORECASE | re.ASCII)


class Quote(NamedTuple):
    """A place on which an event stands: its own span, the sentences around it, and the voices heard there."""

    annotated: AnnotatedDocument
    descent: Descent
    span: Span
    sentence: Span
    voices: tuple[tuple[Voice, Attribution], ...]

    @property
    def document(self) -> Document:
        """The document it stands in."""
        return self.annotated.document

    @property
    def text(self) -> str:
        """The sentences around it, as they were read."""
        return self.sentence.of(self.document.text)


class Contradiction(NamedTuple):
    """The event (id) that contradicts another, and over what."""

    event: str
    over: Quarrel


class Told(NamedTuple):
    """An event, its quotes (original reporting before copies), what contradicts it, and what was edited."""

    event: Event
    quotes: tuple[Quote, ...]
    contradicted_by: tuple[Contradiction, ...]
    edits: tuple[HandEdit, ...]


def tell(story: Story) -> tuple[Told, ...]:
    """Every event that the analyst has not hidden, in the order of the timeline, with its evidence."""
    documents = {d.document.id: d for d in story.documents}
    descents = {d.document: d for d in story.timeline.descents}
    against: defaultdict[str, list[Contradiction]] = defaultdict(list)
    events = shown(story)
    ids = {event.id for event in events}
    for conflict in story.timeline.conflicts:
        if conflict.first not in ids or conflict.second not in ids:
            continue
        against[conflict.first].append(Contradiction(conflict.second, conflict.over))
        against[conflict.second].append(Contradiction(conflict.first, conflict.over))
    edits: defaultdict[str, list[HandEdit]] = defaultdict(list)
    for edit in story.edits:
        edits[edit.on].append(edit)
    return tuple(
        Told(
            event,
            tuple(_quotes(event, documents, descents)),
            tuple(against[event.id]),
            tuple(edits[event.id]),
        )
        for event in events
    )


def shown(story: Story) -> tuple[Event, ...]:
    """The events of the timeline that the analyst has not hidden."""
    return tuple(event for event in story.timeline.events if not event.marks.hidden)


def extent(attribution: Attribution) -> Span:
    """From the first to the last character of an attribution's source, cue and content."""
    spans = attribution.source + attribution.cue + attribution.content
    return Span(min((s.start for s in spans), default=0), max((s.end for s in spans), default=0))


def sentence_around(annotated: AnnotatedDocument, span: Span) -> Span:
    """The sentences that hold `span`, or `span` itself where it stands outside every sentence."""
    first = bisect_right(annotated.sentences, span.start, key=lambda s: s.start) - 1
    last = bisect_right(annotated.sentences, max(span.start, span.end - 1), key=lambda s: s.start) - 1
    if first < 0 or annotated.sentences[first].end <= span.start:
        return span
    return Span(annotated.sentences[first].start, max(annotated.sentences[last].end, span.end))


def words_of(spans: Spans, text: str) -> str:
    """The text of several runs, an ellipsis between them."""
    return " … ".join(span.of(text) for span in spans)


def page_of(document: Document, offset: int) -> int | None:
    """The page, counted from 1, on which a character stands; None where the format has no pages."""
    return bisect_right(document.pages, offset) if document.pages else None


def name_of(document: Document) -> str:
    """What a reader calls a document: its outlet and title, or the name of its file, or its id."""
    known = ", ".join(part for part in (document.outlet, document.title) if part)
    return known or (document.path or document.id).replace("\\", "/").rsplit("/", 1)[-1]


def address_of(document: Document) -> str | None:
    """The document's address where it is one of the web (http or https), so that nothing else becomes a link."""
    url = document.url
    return url if url and _ADDRESS.fullmatch(url) and not HOSTILE.search(url) else None


def _quotes(
    event: Event, documents: dict[str, AnnotatedDocument], descents: dict[str, Descent]
) -> Iterable[Quote]:
    """The places of an event, each voice at the place of its document that is nearest to it."""
    places = [(support.document, Span(support.start, support.end)) for support in event.support]
    standing: defaultdict[str, list[int]] = defaultdict(list)
    for number, (name, _) in enumerate(places):
        standing[name].append(number)
    heard: defaultdict[int, list[tuple[Voice, Attribution]]] = defaultdict(list)
    for voice in event.voices:
        attribution = documents[voice.document].attributions[voice.index]
        at = extent(attribution)
        if not standing[voice.document]:
            standing[voice.document].append(len(places))
            places.append((voice.document, at))
        nearest = min(standing[voice.document], key=lambda i: abs(places[i][1].start - at.start))
        heard[nearest].append((voice, attribution))
    quotes = [
        Quote(
            documents[name],
            descents.get(name, Descent(name)),
            span,
            sentence_around(documents[name], span),
            tuple(heard[i]),
        )
        for i, (name, span) in enumerate(places)
    ]
    return sorted(quotes, key=lambda quote: quote.descent.copy_of is not None)
