"""What one row of a list needs, nothing more."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from tuitimeline.model import Count, Identity, Stance

_E = TypeVar("_E", bound=StrEnum)

IDENTITIES = tuple(Identity)
STANCES = tuple(Stance)


class EventRow(NamedTuple):
    """One event of a list: what its line and its badges need.

    `identities` and `stances` are those of the voices behind it, `anonymous` how many of them are unnamed,
    `copies` how many documents it stands on that copy another. What the analyst set: `starred`, `hidden`, `edited`
    (it differs from what the texts gave), `grade` (Admiralty), `tags`.
    """

    id: str
    date: str | None
    earliest: datetime.date | None
    latest: datetime.date | None
    after: str | None
    kind: str
    headline: str
    hedged: bool
    sources: Count
    identities: frozenset[Identity]
    stances: frozenset[Stance]
    anonymous: Count
    conflict: bool
    copies: int
    starred: bool = False
    hidden: bool = False
    edited: bool = False
    grade: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None


class DocumentRow(NamedTuple):
    """One document of a list.

    `name` is the last part of its path. `events` counts those that stand on it, `anonymous_share` is the share of
    its voices that are unnamed (0 to 1, None without voices), `missing` says in words what it lacks.
    """

    id: str
    path: str | None
    name: str
    title: str | None
    outlet: str | None
    published: datetime.date | None
    published_from: str | None
    copy_of: str | None
    relays: tuple[str, ...]
    events: int
    anonymous_share: float | None
    missing: tuple[str, ...]


class SpeakerRow(NamedTuple):
    """Someone who says something. `document` is the id of the only document an unnamed group is known from.

    `events` counts the events it stands behind; the others, how many of them with each stance.
    """

    key: str
    name: str
    identity: Identity
    document: str | None
    events: int
    asserts: int
    confirms: int
    denies: int
    declines: int
    no_response: int
    unverified: int


class Mention(NamedTuple):
    """An event's place in a document, for the margin: code points, end exclusive."""

    start: int
    end: int
    event: str
    kind: str
    headline: str


EVENT_COLUMNS = (
    "id, date, earliest, latest, after, kind, headline, hedged, least, most, identities, stances,"
    " anonymous_least, anonymous_most, conflict, copies, marks"
)
DOCUMENT_COLUMNS = (
    "id, path, title, outlet, published, published_from, language, copy_of, relays, events, voices, anonymous"
)
SPEAKER_COLUMNS = "key, name, identity, document, events, stances"


def event_row(columns: tuple[Any, ...]) -> EventRow:
    """The row that EVENT_COLUMNS hold."""
    (id_, date_, earliest, latest, after, kind, headline, hedged, least, most, identities, stances,
     anonymous_least, anonymous_most, conflict, copies, marks) = columns  # fmt: skip
    row = EventRow(
        id_,
        date_,
        day(earliest),
        day(latest),
        after,
        kind,
        headline,
        bool(hedged),
        Count(least, most),
        _IDENTITY_SETS[identities],
        _STANCE_SETS[stances],
        Count(anonymous_least, anonymous_most),
        bool(conflict),
        copies,
    )
    if marks is None:
        return row
    from tuitimeline.store import packing

    set_ = packing.marks(marks)
    return row._replace(
        starred=set_.starred,
        hidden=set_.hidden,
        edited=bool(set_.edited),
        grade=set_.grade,
        tags=set_.tags,
        note=set_.note,
    )


def document_row(columns: tuple[Any, ...]) -> DocumentRow:
    """The row that DOCUMENT_COLUMNS hold."""
    id_, path, title, outlet, published, published_from, language, copy_of, relays, events, voices, anonymous = (
        columns
    )
    missing = []
    if published is None:
        missing.append("no publication date")
    if language != "en":
        missing.append(f"not in English ({language}): its sourcing is unread")
    elif not events:
        missing.append("no events")
    return DocumentRow(
        id_,
        path,
        path.replace("\\", "/").rstrip("/").rpartition("/")[2] if path else id_,
        title,
        outlet,
        day(published),
        published_from,
        copy_of,
        tuple(json.loads(relays)),
        events,
        anonymous / voices if voices else None,
        tuple(missing),
    )


def speaker_row(columns: tuple[Any, ...]) -> SpeakerRow:
    """The row that SPEAKER_COLUMNS hold."""
    key, name, identity, document, events, stances = columns
    return SpeakerRow(key, name, Identity(identity), document, events, *json.loads(stances))


def day(text: str | None) -> datetime.date | None:
    """The day that ISO 8601 text names."""
    return None if text is None else datetime.date.fromisoformat(text)


def bits(values: Iterable[_E], order: tuple[_E, ...]) -> int:
    """A bit for each of `values`, the first of `order` lowest."""
    return sum(1 << order.index(value) for value in set(values))


def _sets(order: tuple[_E, ...]) -> tuple[frozenset[_E], ...]:
    return tuple(frozenset(v for i, v in enumerate(order) if n >> i & 1) for n in range(1 << len(order)))


_IDENTITY_SETS = _sets(IDENTITIES)
_STANCE_SETS = _sets(STANCES)
