"""The two JSON contracts (docs/contracts.md): the annotation of one document, and a whole story."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, cast

from tuitimeline.export.evidence import shown
from tuitimeline.export.jsontext import dumps, laid_out
from tuitimeline.export.written import Written
from tuitimeline.model import AnnotatedDocument, Attribution, Capture, Descent, Event, Marks, Story, TimeExpression

FORMAT = "tuitimeline/1"


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a contract: "annotation" or "timeline"."""
    text = (files(__package__) / "schema" / f"{name}.json").read_text(encoding="utf-8")
    return cast(dict[str, Any], json.loads(text))


def annotation_line(annotated: AnnotatedDocument) -> str:
    """Contract 1: what one document says, as one line of JSON."""
    return dumps(
        {
            "id": annotated.document.id,
            "sentences": annotated.sentences,
            "hedges": annotated.hedges,
            "dates": [_date(d) for d in annotated.dates if d.value],
            "attributions": [_attribution(a) for a in annotated.attributions],
            "within": [_attribution(a) for a in annotated.within],
        }
    )


def story_json(story: Story) -> Written:
    """Contract 2: documents, events and conflicts of a story, and what an analyst changed by hand."""
    events = shown(story)
    ids = {event.id for event in events}
    return Written(
        laid_out(
            {
                "format": FORMAT,
                "documents": _documents(story),
                "events": [_event(e) for e in events],
                "conflicts": [
                    [c.first, c.second] for c in story.timeline.conflicts if c.first in ids and c.second in ids
                ],
                "edits": [{**e._asdict(), "at": e.at.isoformat()} for e in story.edits],
            }
        )
    )


def _documents(story: Story) -> list[dict[str, Any]]:
    descents = {d.document: d for d in story.timeline.descents}
    rows = []
    for annotated in story.documents:
        document = annotated.document
        descent = descents.get(document.id, Descent(document.id))
        rows.append(
            {
                "id": document.id,
                "path": document.path,
                "title": document.title,
                "outlet": document.outlet,
                "url": document.url,
                "published": document.published.isoformat() if document.published else None,
                "published_from": document.published_from,
                "language": document.language,
                "pages": document.pages,
                "capture": _capture(document.capture),
                "copy_of": descent.copy_of,
                "relays": descent.relays,
                "text": document.text,
                "boilerplate": [[p.start, p.end] for p in document.paragraphs if p.boilerplate],
            }
        )
    return rows


def _capture(capture: Capture | None) -> dict[str, str] | None:
    return {"at": capture.at.isoformat(), "sha256": capture.sha256} if capture else None


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "date": event.date,
        "earliest": event.earliest.isoformat() if event.earliest else None,
        "latest": event.latest.isoformat() if event.latest else None,
        "after": event.after,
        "kind": event.kind,
        "headline": event.headline,
        "hedged": event.hedged,
        "sources": event.sources,
        "support": [s._asdict() for s in event.support],
        "attributions": [
            {
                "document": v.document,
                "index": v.index,
                "source": v.source,
                "identity": v.identity,
                "stance": v.stance,
                "origin": v.origin,
                "count": v.count,
            }
            for v in event.voices
        ],
        "reckoning": event.reckoning,
        "marks": _marks(event.marks),
    }


def _marks(marks: Marks) -> dict[str, Any]:
    return {
        "grade": marks.grade,
        "note": marks.note,
        "tags": marks.tags,
        "starred": marks.starred,
        "edited": marks.edited,
    }


def _date(timex: TimeExpression) -> dict[str, Any]:
    row: dict[str, Any] = {"start": timex.start, "end": timex.end, "type": timex.type, "value": timex.value}
    if timex.edtf is not None:
        row["edtf"] = timex.edtf
    return row


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "source": attribution.source,
        "cue": attribution.cue,
        "content": attribution.content,
        "identity": attribution.identity,
        "count": attribution.count,
        "stance": attribution.stance,
        "relay": attribution.relay,
        "speaker": attribution.speaker,
        "reason": attribution.reason,
    }
