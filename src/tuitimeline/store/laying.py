"""Edits laid over what was woven: pure, from events and edits to the events that stand in their place.

An edit names events by id. Ids are stable while the texts are; where a rebuild gave another id, the place on which
the event stood when it was edited finds it again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from tuitimeline.annotate.dates import edtf
from tuitimeline.model import AnnotatedDocument, Event, Marks, Support, Voice
from tuitimeline.store.edits import (
    EventEdit,
    Grade,
    Hide,
    Merge,
    Note,
    Rename,
    SetDate,
    Split,
    Star,
    Tag,
    events_of,
)
from tuitimeline.timeline.recounting import recount


class Woven(Protocol):
    """What was woven, as much of it as edits need."""

    def number(self, event: str) -> int | None:
        """The number of the event with this id."""

    def standing(self, place: Support) -> int | None:
        """The number of the event that stands on this place."""

    def event(self, number: int) -> Event:
        """The event with this number."""

    def document(self, document: str) -> AnnotatedDocument:
        """The document with this id."""

    def is_copy(self, document: str) -> bool:
        """Whether this document copies another."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An edited event, and the numbers of the woven events that it is made of, the one it stands for first.

    `moved` says that its date is the analyst's.
    """

    event: Event
    made_of: tuple[int, ...]
    moved: bool = False


class Overlay:
    """The edited events of a story, by id."""

    def __init__(self, woven: Woven) -> None:
        self._woven = woven
        self.laid: dict[str, Laid] = {}
        self.merged: dict[str, str] = {}

    def find(self, event: str, place: Support | None = None) -> Laid | None:
        """The event with this id as it now is, else the one that stands on `place`."""
        event = self.lead(event)
        if event in self.laid:
            return self.laid[event]
        number = self._woven.number(event)
        if number is None and place is not None:
            number = self._woven.standing(place)
            if number is not None:
                found = self._woven.event(number)
                return self.find(found.id)
        return None if number is None else Laid(self._woven.event(number), (number,))

    def lead(self, event: str) -> str:
        """The id of the event that this one was merged into, at last; its own where it was not."""
        while event in self.merged:
            event = self.merged[event]
        return event

    def lay(self, edit: EventEdit, places: Sequence[Support | None] = ()) -> bool:
        """Apply an edit; False where its events are not there, by id or by the places where they stood."""
        ids = events_of(edit)
        places = tuple(places) or (None,) * len(ids)
        found = [self.find(id_, place) for id_, place in zip(ids, places, strict=True)]
        subjects = [laid for laid in found if laid is not None]
        if isinstance(edit, Merge):
            return self._merge(subjects)
        if not subjects:
            return False
        (subject,) = subjects
        if isinstance(edit, Split):
            return self._split(subject, edit.support)
        self._put(_set(subject, edit))
        return True

    def _put(self, laid: Laid) -> None:
        self.laid[laid.event.id] = laid

    def _merge(self, subjects: Sequence[Laid]) -> bool:
        first, *others = {s.event.id: s for s in subjects}.values() if subjects else (None,)
        if first is None or not others:
            return False
        events = [first.event, *(o.event for o in others)]
        support = tuple(dict.fromkeys(s for e in events for s in e.support))
        voices = tuple(dict.fromkeys(v for e in events for v in e.voices))
        dated = next((e for e in events if e.date is not None), first.event)
        made = replace(
            first.event,
            support=support,
            date=dated.date,
            earliest=dated.earliest,
            latest=dated.latest,
            hedged=all(e.hedged for e in events),
            voices=voices,
            marks=_edited(_together([e.marks for e in events]), "merge"),
        )
        made_of = tuple(dict.fromkeys(n for s in (first, *others) for n in s.made_of))
        for other in others:
            self.laid.pop(other.event.id, None)
            self.merged[other.event.id] = first.event.id
        self._put(Laid(self._counted(made), made_of, first.moved or dated is not first.event))
        return True

    def _split(self, subject: Laid, leaving: Sequence[Support]) -> bool:
        event = subject.event
        left = tuple(s for s in event.support if s in leaving)
        kept = tuple(s for s in event.support if s not in leaving)
        if not left or not kept:
            return False
        ours = [v for v in event.voices if self._stands(v, left)]
        theirs = [v for v in event.voices if v not in ours or self._stands(v, kept)]
        marks = _edited(event.marks, "split")
        stays = replace(
            event,
            support=kept,
            headline_at=event.headline_at if event.headline_at not in left else kept[0],
            headline=event.headline if event.headline_at not in left else self._words(kept[0]),
            voices=tuple(theirs),
            marks=marks,
        )
        goes = replace(
            event,
            id=_name(event.id, left),
            headline=self._words(left[0]),
            headline_at=left[0],
            support=left,
            voices=tuple(ours),
            marks=Marks(edited=marks.edited),
        )
        self._put(replace(subject, event=self._counted(stays)))
        self._put(Laid(self._counted(goes), subject.made_of, subject.moved))
        return True

    def _stands(self, voice: Voice, places: Iterable[Support]) -> bool:
        """Whether the attribution is made in a sentence that one of `places` touches."""
        document = self._woven.document(voice.document)
        said = document.attributions[voice.index]
        spans = [*said.source, *said.cue, *said.content]
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        return any(
            sentence.start < end and start < sentence.end
            for place in places
            if place.document == voice.document
            for sentence in document.sentences
            if sentence.start < place.end and place.start < sentence.end
        )

    def _words(self, place: Support) -> str:
        return self._woven.document(place.document).document.text[place.start : place.end]

    def _counted(self, event: Event) -> Event:
        sources, reckoning = recount(event.voices, self._woven.document, _Copies(self._woven))
        return replace(event, sources=sources, reckoning=reckoning)


@dataclass(frozen=True, slots=True)
class _Copies:
    woven: Woven

    def __contains__(self, document: object) -> bool:
        return isinstance(document, str) and self.woven.is_copy(document)


def _set(laid: Laid, edit: EventEdit) -> Laid:
    event, marks = laid.event, laid.event.marks
    match edit:
        case SetDate(date=text):
            earliest, latest = edtf.bounds(text) if text else (None, None)
            dated = replace(event, date=text, earliest=earliest, latest=latest, marks=_edited(marks, "date"))
            return replace(laid, event=dated, moved=True)
        case Rename(headline=headline):
            return replace(laid, event=replace(event, headline=headline, marks=_edited(marks, "headline")))
        case Hide(hidden=hidden):
            marks = replace(marks, hidden=hidden)
        case Tag(tag=tag, on=on):
            others = tuple(t for t in marks.tags if t != tag)
            marks = replace(marks, tags=(*others, tag) if on else others)
        case Note(note=note):
            marks = replace(marks, note=note or None)
        case Star(starred=starred):
            marks = replace(marks, starred=starred)
        case Grade(grade=grade):
            marks = replace(marks, grade=grade)
    return replace(laid, event=replace(event, marks=marks))


def _edited(marks: Marks, what: str) -> Marks:
    return replace(marks, edited=tuple(dict.fromkeys((*marks.edited, what))))


def _together(marks: Sequence[Marks]) -> Marks:
    """The marks of merged events: the first's, and whatever only the others have."""
    notes = [m.note for m in marks if m.note]
    return Marks(
        grade=next((m.grade for m in marks if m.grade), None),
        note="\n".join(dict.fromkeys(notes)) or None,
        tags=tuple(dict.fromkeys(t for m in marks for t in m.tags)),
        starred=any(m.starred for m in marks),
        hidden=marks[0].hidden,
        edited=tuple(dict.fromkeys(e for m in marks for e in m.edited)),
    )


def _name(event: str, places: Sequence[Support]) -> str:
    """The id of a part of an event: the same as long as its places are."""
    text = " ".join(f"{p.document}:{p.start}:{p.end}" for p in sorted(places))
    return hashlib.blake2s(f"{event} {text}".encode(), digest_size=8).hexdigest()
