"""Values to JSON and back. msgspec reads an AnnotatedDocument about 20 times as fast as json and dataclasses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from tuitimeline.model import AnnotatedDocument, Capture, Event, Marks, Sentence, Support, Voice


@dataclass(frozen=True, slots=True)
class _Text:
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """As much of an AnnotatedDocument as a search index needs: its text and its sentences."""

    document: _Text
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What of an Event only those who open it need."""

    headline_at: Support
    support: tuple[Support, ...]
    voices: tuple[Voice, ...]
    reckoning: tuple[str, ...]


_encoder = msgspec.json.Encoder()
_document = msgspec.json.Decoder(AnnotatedDocument)
_page = msgspec.json.Decoder(Page)
_told = msgspec.json.Decoder(Told)
_marks = msgspec.json.Decoder(Marks)


class Packed(NamedTuple):
    """An AnnotatedDocument ready to be written: its columns, all of it as JSON, and apart what was captured."""

    id: str
    path: str | None
    title: str | None
    outlet: str | None
    published: str | None
    published_from: str | None
    language: str
    annotated: str
    capture: Capture | None


def pack(annotated: AnnotatedDocument) -> Packed:
    """`annotated` ready to be written."""
    document = annotated.document
    if document.capture is not None:
        annotated = replace(annotated, document=replace(document, capture=None))
    return Packed(
        document.id,
        document.path,
        document.title,
        document.outlet,
        document.published.isoformat() if document.published else None,
        document.published_from,
        document.language,
        to_json(annotated),
        document.capture,
    )


def unpack(annotated: str, capture: Sequence[Any] = (None,)) -> AnnotatedDocument:
    """The AnnotatedDocument that `pack` took, from its JSON and its row of captures."""
    unpacked = _document.decode(annotated)
    if capture[0] is None:
        return unpacked
    at, sha256, body = capture
    return replace(
        unpacked, document=replace(unpacked.document, capture=Capture(datetime.fromisoformat(at), sha256, body))
    )


def renamed(packed: Packed, document: str) -> Packed:
    """`packed` under another id."""
    annotated = unpack(packed.annotated)
    renamed = replace(annotated, document=replace(annotated.document, id=document))
    return packed._replace(id=document, annotated=to_json(renamed))


def to_json(value: object) -> str:
    """A value as JSON text."""
    return _encoder.encode(value).decode()


def page(packed: str) -> Page:
    """The text and sentences of the AnnotatedDocument that `to_json` wrote."""
    return _page.decode(packed)


def told(packed: str) -> Told:
    """The part of an Event that `to_json` wrote."""
    return _told.decode(packed)


def marks(packed: str) -> Marks:
    """The Marks that `to_json` wrote."""
    return _marks.decode(packed)


def telling(event: Event) -> Told:
    """What of `event` is not a column."""
    return Told(event.headline_at, event.support, event.voices, event.reckoning)
