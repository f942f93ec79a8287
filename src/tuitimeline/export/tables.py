"""A story as two plain tables for scholars: one row an event, one row an attribution."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tuitimeline.export.evidence import (
    Told,
    address_of,
    extent,
    name_of,
    page_of,
    sentence_around,
    shown,
    tell,
    words_of,
)
from tuitimeline.export.wording import date_in_words
from tuitimeline.export.written import Written
from tuitimeline.model import Story
from tuitimeline.safe import visible

Cell = str | int | None

# What spreadsheets take for a formula, after white space too, and in the full-width forms that some accept.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


class Table(NamedTuple):
    """Column names, and rows of as many harmless cells."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def harmless(text: str) -> str:
    """`text` as a spreadsheet cell: nothing hidden, and an apostrophe before what would be read as a formula."""
    shown_text = visible(text)
    return f"'{shown_text}" if _FORMULA.match(shown_text) else shown_text


def events_table(story: Story) -> Table:
    """One row an event. Several values in a cell are parted by " | "; offsets are code points, end exclusive."""
    columns = (
        *("id", "edtf", "date", "earliest", "latest", "after", "kind", "headline", "hedged"),
        *("sources_least", "sources_most", "identities", "stances", "sources"),
        *("documents", "published", "copies", "sentences", "places", "contradicted_by"),
        *("grade", "starred", "tags", "note", "edited", "edits"),
    )
    return _table("events", columns, map(_event_row, tell(story)))


def attributions_table(story: Story) -> Table:
    """One row an attribution of every document, with the events that it stands behind."""
    columns = (
        *("document", "name", "outlet", "published", "url", "page", "start", "end"),
        *("source", "cue", "content", "identity", "count_least", "count_most", "stance"),
        *("relay", "speaker", "reason", "origin", "events", "edtf", "sentence"),
    )
    return _table("attributions", columns, _attribution_rows(story))


def edits_table(story: Story) -> Table:
    """One row for each thing that an analyst changed by hand, in order."""
    rows = ((edit.at.isoformat(), edit.user, edit.on, edit.what, edit.value) for edit in story.edits)
    return _table("edits", ("at", "user", "on", "what", "value"), rows)


def events_csv(story: Story) -> Written:
    """The events as CSV (RFC 4180, UTF-8)."""
    return Written(_csv(events_table(story)))


def attributions_csv(story: Story) -> Written:
    """The attributions as CSV (RFC 4180, UTF-8)."""
    return Written(_csv(attributions_table(story)))


def _table(name: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    safe = (tuple(harmless(cell) if isinstance(cell, str) else cell for cell in row) for row in rows)
    return Table(name, columns, tuple(safe))


def _csv(table: Table) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return out.getvalue()


def _event_row(told: Told) -> tuple[Cell, ...]:
    event, quotes, marks = told.event, told.quotes, told.event.marks
    return (
        *(event.id, event.date, date_in_words(event.date), _iso(event.earliest), _iso(event.latest), event.after),
        *(event.kind, event.headline, int(event.hedged), event.sources.least, event.sources.most),
        _join(dict.fromkeys(voice.identity for voice in event.voices)),
        _join(dict.fromkeys(voice.stance for voice in event.voices)),
        _join(dict.fromkeys(voice.source for voice in event.voices)),
        _join(dict.fromkeys(name_of(quote.document) for quote in quotes)),
        _join(dict.fromkeys(_iso(quote.document.published) or "" for quote in quotes)),
        len({quote.document.id for quote in quotes if quote.descent.copy_of is not None}),
        _join(quote.text for quote in quotes),
        _join(f"{quote.document.id}:{quote.span.start}-{quote.span.end}" for quote in quotes),
        _join(dict.fromkeys(other.event for other in told.contradicted_by)),
        *(marks.grade, int(marks.starred), _join(marks.tags), marks.note, _join(marks.edited)),
        _join(f"{e.at.isoformat()} {e.user}: {e.what}{f' {e.value}' if e.value else ''}" for e in told.edits),
    )


def _attribution_rows(story: Story) -> Iterator[tuple[Cell, ...]]:
    events: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    dates: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    origins: dict[tuple[str, int], str] = {}
    for event in shown(story):
        for voice in event.voices:
            events[voice.document, voice.index].append(event.id)
            dates[voice.document, voice.index].append(event.date or "")
            origins[voice.document, voice.index] = voice.origin
    for annotated in story.documents:
        document = annotated.document
        for index, attribution in enumerate(annotated.attributions):
            key, span, text = (document.id, index), extent(attribution), document.text
            yield (
                *(document.id, name_of(document), document.outlet, _iso(document.published), address_of(document)),
                *(page_of(document, span.start), span.start, span.end),
                words_of(attribution.source, text),
                words_of(attribution.cue, text),
                words_of(attribution.content, text),
                *(attribution.identity, *attribution.count, attribution.stance, attribution.relay),
                attribution.speaker.of(text) if attribution.speaker else None,
                attribution.reason.of(text) if attribution.reason else None,
                *(origins.get(key), _join(events[key]), _join(dates[key])),
                sentence_around(annotated, span).of(text),
            )


def _join(parts: Iterable[str]) -> str:
    return " | ".join(parts)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
