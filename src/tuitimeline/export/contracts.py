"""The two JSON contracts (docs/contracts.md): the annotation of one document, and a whole story."""

from __future__ import annotations

import json
from typing import Any

from tuitimeline.model import AnnotatedDocument, Attribution, Event, Story, TimeExpression

FORMAT = "tuitimeline/1"


def annotation_line(annotated: AnnotatedDocument) -> str:
    """Contract 1: what one document says, as one line of JSON."""
    return json.dumps(
        {
            "id": annotated.document.id,
            "sentences": annotated.sentences,
            "hedges": annotated.hedges,
            "dates": [_date(d) for d in annotated.dates],
            "attributions": [_attribution(a) for a in annotated.attributions],
            "within": [_attribution(a) for a in annotated.within],
        },
        ensure_ascii=False,
    )


def story_json(story: Story) -> str:
    """Contract 2: documents, events and conflicts of a story."""
    return json.dumps(
        {
            "format": FORMAT,
            "documents": _documents(story),
            "events": [_event(e) for e in story.timeline.events],
            "conflicts": [[c.first, c.second] for c in story.timeline.conflicts],
        },
        ensure_ascii=False,
        indent=1,
    )


def _documents(story: Story) -> list[dict[str, Any]]:
    descents = {d.document: d for d in story.timeline.descents}
    rows = []
    for annotated in story.documents:
        document, descent = annotated.document, descents[annotated.document.id]
        rows.append(
            {
                "id": document.id,
                "path": document.path,
                "title": document.title,
                "outlet": document.outlet,
                "published": document.published.isoformat() if document.published else None,
                "copy_of": descent.copy_of,
                "relays": descent.relays,
                "text": document.text,
                "boilerplate": [[p.start, p.end] for p in document.paragraphs if p.boilerplate],
            }
        )
    return rows


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
        "attributions": [{"document": v.document, "source": v.source} for v in event.voices],
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
