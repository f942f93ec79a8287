"""Annotated documents become one Timeline: copies, coreference, counting, conflicts, order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tuitimeline.model import AnnotatedDocument, Conflict, Descent, Event, Timeline
from tuitimeline.timeline import conflicts
from tuitimeline.timeline.copies import Sketches
from tuitimeline.timeline.descent import trace
from tuitimeline.timeline.facts import Fact, Page, facts, page
from tuitimeline.timeline.merging import merge
from tuitimeline.timeline.surroundings import Surroundings
from tuitimeline.timeline.telling import Teller


@dataclass(frozen=True, slots=True)
class Told:
    """A Timeline whose events come one by one, in its order, made when asked for. `count` is how many."""

    events: Iterator[Event]
    count: int
    conflicts: tuple[Conflict, ...]
    descents: tuple[Descent, ...]


def weave(documents: Iterable[AnnotatedDocument]) -> Timeline:
    """One timeline of many documents. `documents` is read once and may be longer than memory holds."""
    told = tell(documents)
    return Timeline(tuple(told.events), told.conflicts, told.descents)


def tell(documents: Iterable[AnnotatedDocument]) -> Told:
    """The same for a timeline that may be longer than memory holds."""
    pages: list[Page] = []
    mentions: list[Fact] = []
    sketches = Sketches()
    for number, annotated in enumerate(documents):
        around = Surroundings(annotated)
        pages.append(page(annotated, around))
        sketches.add(annotated.document)
        mentions += facts(annotated, number, around)
    family = trace(pages, sketches.families())
    del sketches
    woven = merge(mentions, family)
    del mentions
    quarrels = conflicts.find(woven, family)
    teller = Teller(pages, family, woven)
    ids = teller.ids
    found = tuple(Conflict(ids[one], ids[two], over) for one, two, over in quarrels)
    return Told(teller.events(), len(ids), found, family.descents())
