"""A story as iCalendar (RFC 5545): an all-day entry for each event whose day is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from tuitimeline.export.evidence import Told, address_of, name_of, tell
from tuitimeline.export.wording import count_in_words, day_of, voices_in_words
from tuitimeline.export.written import Written, leaving_out
from tuitimeline.model import Story
from tuitimeline.safe import visible


def calendar(story: Story) -> Written:
    """Events that are certain to the day. Approximate, uncertain, coarser and undated ones are counted instead."""
    told = tell(story)
    placed = [(one, day) for one in told if (day := day_of(one.event))]
    book = Calendar()
    book.add("prodid", "-//tuitimeline//tuitimeline 1//EN")
    book.add("version", "2.0")
    for one, day in placed:
        book.add_component(_entry(one, day))
    return leaving_out(
        book.to_ical().decode(), len(told) - len(placed), "a calendar takes only days that are certain"
    )


def _entry(told: Told, day: date) -> Event:
    event = told.event
    entry = Event()
    entry.add("uid", f"{visible(event.id)}@tuitimeline")
    entry.add("dtstamp", _stamp(told, day))
    entry.add("dtstart", day)
    if day < date.max:
        entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", visible(event.headline))
    entry.add("description", _description(told))
    entry.add("categories", [visible(event.kind), *map(visible, event.marks.tags)])
    entry.add("transp", "TRANSPARENT")
    entry.add("status", "TENTATIVE" if event.hedged else "CONFIRMED")
    entry.add("x-edtf", visible(event.date or ""))
    if told.edits:
        entry.add("last-modified", max(edit.at for edit in told.edits).astimezone(UTC))
    addresses = [address for quote in told.quotes if (address := address_of(quote.document))]
    if addresses:
        entry.add("url", addresses[0])
    return entry


def _stamp(told: Told, day: date) -> datetime:
    """When the information was last revised (RFC 5545, 3.8.7.2), without a clock.

    That is the newest publication among the documents that tell it: nothing was known of it later than that. Where
    none is known, the day itself, so that the same story always gives the same bytes.
    """
    published = [q.document.published for q in told.quotes if q.document.published]
    return datetime.combine(max(published, default=day), time(), UTC)


def _description(told: Told) -> str:
    event, marks = told.event, told.event.marks
    paragraphs = [f"{event.kind}; {count_in_words(event.sources)}{'; hedged' if event.hedged else ''}"]
    for quote in told.quotes:
        voices = "; ".join(voices_in_words(quote))
        place = f"{name_of(quote.document)}, characters {quote.span.start}–{quote.span.end}"
        paragraphs.append(f"{quote.text} ({f'{voices}; ' if voices else ''}{place})")
    paragraphs += [f"Set by hand: {', '.join(marks.edited)}"] if marks.edited else []
    paragraphs += [f"Grade: {marks.grade}"] if marks.grade else []
    paragraphs += [f"Note: {marks.note}"] if marks.note else []
    return "\n".join(map(visible, paragraphs))
