"""A story as TimelineJS JSON (Knight Lab): a slide for each event that has a place in time."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from tuitimeline.export.evidence import Quote, Told, address_of, name_of, tell
from tuitimeline.export.jsontext import laid_out
from tuitimeline.export.wording import count_in_words, date_in_words, day_of, voices_in_words
from tuitimeline.export.written import Written, leaving_out
from tuitimeline.model import Story
from tuitimeline.safe import visible


def slides(story: Story) -> Written:
    """Dated events as slides; `display_date` says in words what is uncertain about a date."""
    told = tell(story)
    placed = [one for one in told if one.event.earliest or one.event.latest]
    text = laid_out({"scale": "human", "events": [_slide(one) for one in placed]})
    return leaving_out(text, len(told) - len(placed), "TimelineJS has no place for an event without a year")


def _slide(told: Told) -> dict[str, Any]:
    event = told.event
    first, last = event.earliest or event.latest, event.latest or event.earliest
    assert first is not None
    assert last is not None
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _date(first),
        "display_date": _html(date_in_words(event.date)),
        "text": {"headline": _html(event.headline), "text": _text(told)},
        "group": _html(event.kind.partition(".")[0]),
        "edtf": event.date,
        "sources": event.sources,
        "support": [
            {"document": q.document.id, "start": q.span.start, "end": q.span.end, "sentence": visible(q.text)}
            for q in told.quotes
        ],
        "edited": event.marks.edited,
    }
    if day_of(event) is None and last != first:
        slide["end_date"] = _date(last)
    return slide


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(told: Told) -> str:
    event, marks = told.event, told.event.marks
    facts = [event.kind, count_in_words(event.sources)]
    facts += ["hedged"] if event.hedged else []
    facts += [f"{what} set by hand" for what in marks.edited]
    facts += [f"grade {marks.grade}"] if marks.grade else []
    facts += [f"#{tag}" for tag in marks.tags]
    facts += [f"note: {marks.note}"] if marks.note else []
    return f"<p>{_html('; '.join(facts))}</p>" + "".join(map(_quote, told.quotes))


def _quote(quote: Quote) -> str:
    voices = "; ".join(voices_in_words(quote))
    name, address = _html(name_of(quote.document)), address_of(quote.document)
    cited = f'<a href="{escape(address)}">{name}</a>' if address else name
    place = f"characters {quote.span.start}–{quote.span.end}"
    said = f"{_html(voices)}. " if voices else ""
    return f"<blockquote>{_html(quote.text)}</blockquote><p>{said}{cited}, {place}</p>"


def _html(text: str) -> str:
    return escape(visible(text))
