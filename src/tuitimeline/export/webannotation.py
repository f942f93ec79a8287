"""A story as W3C Web Annotations (JSON-LD): one for each place of an event, one for each attribution."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as percent_encoded

from tuitimeline.export.evidence import Told, address_of, extent, tell, words_of
from tuitimeline.export.jsontext import laid_out
from tuitimeline.export.written import Written
from tuitimeline.model import AnnotatedDocument, Document, HandEdit, Span, Spans, Story

# The standard context, and terms of our own for what it has no word for.
_TERMS = (
    "edtf",
    "kind",
    "hedged",
    "sources",
    "identity",
    "stance",
    "relay",
    "count",
    "origin",
    "event",
    "starred",
)
CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {term: f"urn:tuitimeline:{term}" for term in _TERMS},
]
_AROUND = 32


def annotation_page(story: Story) -> Written:
    """An AnnotationPage; offsets are code points, as the Web Annotation Data Model asks."""
    items = [item for told in tell(story) for item in _places(told)]
    items += [item for annotated in story.documents for item in _attributions(annotated)]
    page = {"@context": CONTEXT, "id": "urn:tuitimeline:page", "type": "AnnotationPage", "startIndex": 0}
    return Written(laid_out({**page, "items": items}))


def _places(told: Told) -> Iterator[dict[str, Any]]:
    event = told.event
    for number, quote in enumerate(told.quotes):
        yield {
            "id": f"{_urn('event', event.id)}:{number}",
            "type": "Annotation",
            "motivation": "describing",
            "body": [_text(event.headline, "describing"), *_by_hand(told)],
            "target": _target(quote.document, quote.span),
            "event": event.id,
            "edtf": event.date,
            "kind": event.kind,
            "hedged": event.hedged,
            "sources": f"{event.sources.least}/{'..' if event.sources.most is None else event.sources.most}",
            "starred": event.marks.starred,
        }


def _by_hand(told: Told) -> Iterator[dict[str, Any]]:
    marks = told.event.marks
    for tag in marks.tags:
        yield _text(tag, "tagging")
    if marks.note:
        yield _text(marks.note, "commenting")
    if marks.grade:
        yield _text(marks.grade, "assessing")
    for edit in told.edits:
        yield {**_text(_edit(edit), "editing"), "created": edit.at.isoformat(), "creator": _person(edit.user)}


def _edit(edit: HandEdit) -> str:
    return f"{edit.what}: {edit.value}" if edit.value is not None else edit.what


def _person(name: str) -> dict[str, str]:
    return {"type": "Person", "name": name}


def _attributions(annotated: AnnotatedDocument) -> Iterator[dict[str, Any]]:
    document = annotated.document
    for index, said in enumerate(annotated.attributions):
        yield {
            "id": f"{_urn('attribution', document.id)}:{index}",
            "type": "Annotation",
            "motivation": "classifying",
            "body": [_text(words_of(said.source, document.text), "identifying")] if said.source else [],
            "target": _targets(document, said.content or said.cue or (extent(said),)),
            "identity": said.identity,
            "stance": said.stance,
            "count": f"{said.count.least}/{'..' if said.count.most is None else said.count.most}",
            "relay": said.relay,
        }


def _targets(document: Document, spans: Spans) -> Any:
    targets = [_target(document, span) for span in spans]
    return targets[0] if len(targets) == 1 else targets


def _target(document: Document, span: Span) -> dict[str, Any]:
    text = document.text
    return {
        "source": address_of(document) or _urn("document", document.id),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
        ],
    }


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain"}


def _urn(sort: str, name: str) -> str:
    return f"urn:tuitimeline:{sort}:{percent_encoded(name, safe='', errors='replace')}"
