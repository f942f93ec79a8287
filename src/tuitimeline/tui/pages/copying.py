"""What leaves by the clipboard: a sentence as a citation, an event as Markdown. All words are the documents'."""

from __future__ import annotations

from collections.abc import Callable

from tuitimeline.model import AnnotatedDocument, Document, Event, Support
from tuitimeline.safe import visible
from tuitimeline.tui.pages.evidence import name_of
from tuitimeline.tui.pages.marks import sentences_over
from tuitimeline.tui.wording import count_words, day_words, when_words


def citation(annotated: AnnotatedDocument, place: Support) -> str:
    """The sentence with where it stands: “…” (Reuters, Jun 12, 2025, a.txt, characters 10-90)."""
    span = sentences_over(annotated, place.start, place.end)
    sentence = visible(" ".join(span.of(annotated.document.text).split()))
    return f"“{sentence}” ({_source(annotated.document)}, characters {span.start}-{span.end})"


def _source(document: Document) -> str:
    parts = [name_of(document)]
    if document.published:
        parts.append(day_words(document.published))
    parts += [part for part in (document.url or document.path,) if part and part != parts[0]]
    return visible(", ".join(parts))


def event_markdown(event: Event, follows: str | None, document: Callable[[str], AnnotatedDocument]) -> str:
    """An event as Markdown: headline, date, kind, count and reasons, and every sentence it stands on."""
    lines = [
        f"## {_escaped(event.headline)}",
        "",
        f"{when_words(event.date, follows)} · {event.kind} · sources: {count_words(event.sources)}",
        "",
        *(f"- {_escaped(reason)}" for reason in event.reckoning),
        *([""] if event.reckoning else []),
        *(f"> {_escaped(citation(document(place.document), place))}\n" for place in event.support),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _escaped(text: str) -> str:
    plain = visible(" ".join(text.split()))
    for mark in "\\`*_[]<>#":
        plain = plain.replace(mark, f"\\{mark}")
    return plain
