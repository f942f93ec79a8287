"""Annotated documents become one Timeline: copies, coreference, counting, conflicts, order."""

from __future__ import annotations

from collections.abc import Iterable

from tuitimeline.model import AnnotatedDocument, Conflict, Timeline
from tuitimeline.timeline import conflicts
from tuitimeline.timeline.copies import Sketches
from tuitimeline.timeline.descent import trace
from tuitimeline.timeline.facts import Fact, Page, facts, page
from tuitimeline.timeline.merging import merge
from tuitimeline.timeline.order import ordered
from tuitimeline.timeline.telling import Teller


def weave(documents: Iterable[AnnotatedDocument]) -> Timeline:
    """One timeline of many documents. `documents` is read once and may be longer than memory holds."""
    pages: list[Page] = []
    told: list[Fact] = []
    sketches = Sketches()
    for number, annotated in enumerate(documents):
        pages.append(page(annotated))
        sketches.add(annotated.document)
        told += facts(annotated, number)
    family = trace(pages, sketches.families())
    del sketches
    woven = merge(told, family)
    del told
    quarrels = conflicts.find(woven, family)
    events = list(Teller(pages, family, woven).events())
    return Timeline(
        tuple(ordered(events)),
        tuple(Conflict(events[one].id, events[two].id, over) for one, two, over in quarrels),
        family.descents(),
    )
