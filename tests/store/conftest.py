"""A small story, told by hand: three documents, six events."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tuitimeline.annotate import annotate
from tuitimeline.ingest.paragraphs import split
from tuitimeline.model import (
    AnnotatedDocument,
    Conflict,
    Count,
    Descent,
    Document,
    Event,
    Identity,
    Quarrel,
    Stance,
    Support,
    Timeline,
    Voice,
)
from tuitimeline.store import StoryFile

WIRE = (
    "Ann Avila met Bo Stahl in Caldra on March 3, 2025, two officials said.\n"
    "Ostrany's ministry denied that they met.\n"
    "In February guards were seized at Pell.\n"
    "The mayor spoke on a 27th of February.\n"
)
COPY = "By our desk\n" + WIRE
OTHER = "Ann Avila resigned on April 9, 2025.\nNobody knows why the café burned.\n"


def _documents() -> tuple[AnnotatedDocument, ...]:
    texts = {"wire": WIRE, "copy": COPY, "other": OTHER}
    return tuple(annotate(Document(name, text, split(text))) for name, text in texts.items())


def _at(document: str, words: str) -> Support:
    text = {"wire": WIRE, "copy": COPY, "other": OTHER}[document]
    start = text.index(words)
    return Support(document, start, start + len(words))


def _event(id_: str, kind: str, words: str, *where: str, **rest: object) -> Event:
    places = tuple(_at(d, words) for d in where)
    return Event(id_, kind, words, places[0], places, **rest)  # type: ignore[arg-type]


OFFICIALS = Voice("wire", 0, "two officials", Identity.ANONYMOUS, Stance.ASSERTS, "wire", Count(2, 2))
MINISTRY = Voice("wire", 1, "Ostrany's ministry", Identity.INSTITUTION, Stance.DENIES, "wire", Count(1, 1))

SEIZED = _event(
    "seized", "Justice.Arrest-Jail", "guards were seized at Pell", "wire", "copy",
    date="2025-02", earliest=date(2025, 2, 1), latest=date(2025, 2, 28),
)  # fmt: skip
MET = _event(
    "met", "Contact.Meet", "Ann Avila met Bo Stahl in Caldra", "wire", "copy",
    date="2025-03-03", earliest=date(2025, 3, 3), latest=date(2025, 3, 3),
    sources=Count(2, 4), voices=(OFFICIALS,),
)  # fmt: skip
DENIED = _event(
    "denied", "Statement.Denial", "Ostrany's ministry denied that they met", "wire", "copy",
    date="2025-03-03", earliest=date(2025, 3, 3), latest=date(2025, 3, 3),
    sources=Count(1, 1), voices=(MINISTRY,),
)  # fmt: skip
RESIGNED = _event(
    "resigned", "Personnel.End-Position", "Ann Avila resigned", "other",
    date="2025-04-09", earliest=date(2025, 4, 9), latest=date(2025, 4, 9),
)  # fmt: skip
SPOKE = _event("spoke", "Statement.Claim", "The mayor spoke", "wire", "copy", date="XXXX-02-27")
BURNED = _event("burned", "Event", "the café burned", "other")

TIMELINE = Timeline(
    (SEIZED, MET, DENIED, RESIGNED, SPOKE, BURNED),
    (Conflict("met", "denied", Quarrel.DENIAL),),
    (Descent("wire"), Descent("copy", "wire", ("Wire",)), Descent("other")),
)


@dataclass(frozen=True)
class Told:
    """The small story before it is kept."""

    documents: tuple[AnnotatedDocument, ...]
    timeline: Timeline


@pytest.fixture
def told() -> Told:
    return Told(_documents(), TIMELINE)


@pytest.fixture(params=["file", "memory"])
def story(request: pytest.FixtureRequest, tmp_path: Path, told: Told) -> Iterator[StoryFile]:
    """The small story, in a file and in memory."""
    with StoryFile(tmp_path / "story.db" if request.param == "file" else None, create=True) as story:
        story.fill(told.documents, told.timeline)
        yield story
