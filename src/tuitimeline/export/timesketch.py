"""A story as Timesketch JSONL: one line a dated event, with the three fields that Timesketch asks for."""

from __future__ import annotations

from datetime import date
from typing import Any

from tuitimeline.export.evidence import Told, name_of, tell
from tuitimeline.export.jsontext import dumps
from tuitimeline.export.wording import day_of
from tuitimeline.export.written import Written, leaving_out
from tuitimeline.model import Story
from tuitimeline.safe import visible


def lines(story: Story) -> Written:
    """Dated events, each at the first moment it can have happened (midnight UTC), which `timestamp_desc` says."""
    told = tell(story)
    placed = [(one, day) for one in told if (day := one.event.earliest or one.event.latest)]
    text = "".join(dumps(_line(one, day)) + "\n" for one, day in placed)
    return leaving_out(text, len(told) - len(placed), "Timesketch has no place for an event without a year")


def _line(told: Told, day: date) -> dict[str, Any]:
    event, quotes, marks = told.event, told.quotes, told.event.marks
    return {
        "message": visible(event.headline),
        "datetime": f"{day.isoformat()}T00:00:00+00:00",
        "timestamp_desc": _meaning(told),
        "edtf": event.date,
        "event_id": event.id,
        "kind": event.kind,
        "hedged": event.hedged,
        "sources_least": event.sources.least,
        "sources_most": event.sources.most,
        "source_names": [visible(voice.source) for voice in event.voices],
        "stances": list(dict.fromkeys(voice.stance for voice in event.voices)),
        "sentences": [visible(quote.text) for quote in quotes],
        "documents": [visible(name_of(quote.document)) for quote in quotes],
        "places": [f"{quote.document.id}:{quote.span.start}-{quote.span.end}" for quote in quotes],
        "contradicted_by": list(dict.fromkeys(other.event for other in told.contradicted_by)),
        "tag": [visible(tag) for tag in marks.tags],
        "note": visible(marks.note) if marks.note else None,
        "grade": marks.grade,
        "starred": marks.starred,
        "edited": marks.edited,
    }


def _meaning(told: Told) -> str:
    if day_of(told.event) is not None:
        return "Day of the event"
    return "Earliest day of the event" if told.event.earliest else "Latest day of the event"
