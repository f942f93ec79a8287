"""What an analyst's hand can do to a story: values that say what, to which event or document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from tuitimeline.model import HandEdit, Support


@dataclass(frozen=True, slots=True)
class SetDate:
    """The event's date in EDTF; None: it has none."""

    event: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Rename:
    """The event's headline."""

    event: str
    headline: str


@dataclass(frozen=True, slots=True)
class Merge:
    """These events are one: the first, standing on all that they stand on."""

    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """What the event says in these places is an event of its own."""

    event: str
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Hide:
    """The event is left out of lists and exports, or shown again."""

    event: str
    hidden: bool = True


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag on the event, or off it."""

    event: str
    tag: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """The analyst's note on the event; None takes it away."""

    event: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Star:
    """A star on the event, or off it."""

    event: str
    starred: bool = True


@dataclass(frozen=True, slots=True)
class Grade:
    """The Admiralty grade, A-F for the source and 1-6 for what it says ("B2"); None takes it away."""

    event: str
    grade: str | None


@dataclass(frozen=True, slots=True)
class Publish:
    """The document's publication date: every date in it is read afresh, and all is woven anew."""

    document: str
    published: date | None


EventEdit = SetDate | Rename | Merge | Split | Hide | Tag | Note | Star | Grade
Edit = EventEdit | Publish
EDITS = {kind.__name__: kind for kind in (SetDate, Rename, Merge, Split, Hide, Tag, Note, Star, Grade, Publish)}


class Made(NamedTuple):
    """An edit that was made: its number in the story, when (UTC), by whom, and whether it is undone."""

    number: int
    at: datetime
    user: str
    edit: Edit
    undone: bool


def in_history(made: Made) -> HandEdit:
    """A line of the edit history that exports carry."""
    on, what, value = _told(made.edit)
    return HandEdit(made.at, made.user, on, what, value)


def _told(edit: Edit) -> tuple[str, str, str | None]:
    """On what, what, and to what value."""
    match edit:
        case SetDate(event, day):
            return event, "date", day or "undated"
        case Rename(event, headline):
            return event, "headline", headline
        case Merge((first, *others)):
            return first, "merge", ", ".join(others)
        case Split(event, support):
            return event, "split", ", ".join(f"{s.document}:{s.start}-{s.end}" for s in support)
        case Hide(event, hidden):
            return event, "hide" if hidden else "show", None
        case Tag(event, tag, on):
            return event, "tag" if on else "untag", tag
        case Note(event, note):
            return event, "note" if note else "take the note away", note
        case Star(event, starred):
            return event, "star" if starred else "unstar", None
        case Grade(event, grade):
            return event, "grade" if grade else "take the grade away", grade
        case Publish(document, published):
            return document, "published", published.isoformat() if published else "undated"
        case _:
            raise TypeError(f"no edit: {edit!r}")


_GRADE = re.compile(r"[A-F][1-6]")


def events_of(edit: EventEdit) -> tuple[str, ...]:
    """The ids of the events that an edit is about."""
    return edit.events if isinstance(edit, Merge) else (edit.event,)


def check(edit: Edit) -> None:
    """Raises ValueError, with one line for people, where an edit means nothing."""
    from tuitimeline.annotate.dates import edtf

    match edit:
        case SetDate(date=str(text)):
            edtf.bounds(text)
        case Rename(headline=text) if not text.strip():
            raise ValueError("a headline needs words")
        case Merge(events=events) if len(set(events)) < 2:
            raise ValueError("merging needs two events")
        case Split(support=()):
            raise ValueError("splitting needs the places that leave")
        case Tag(tag=text) if not text.strip():
            raise ValueError("a tag needs words")
        case Grade(grade=str(grade)) if not _GRADE.fullmatch(grade):
            raise ValueError(f'"{grade}" is no Admiralty grade: A to F, then 1 to 6, such as B2')
