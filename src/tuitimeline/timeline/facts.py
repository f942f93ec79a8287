"""What the weaving keeps of a document: a few numbers and words for each mention, and no text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from tuitimeline.annotate.events.tokens import Words
from tuitimeline.annotate.events.triggers import find as find_triggers
from tuitimeline.model import AnnotatedDocument, EventMention, Span
from tuitimeline.timeline import relays
from tuitimeline.timeline.figures import HARM, Figure, figures
from tuitimeline.timeline.once import once
from tuitimeline.timeline.speeches import Speech, speeches_of
from tuitimeline.timeline.surroundings import Surroundings
from tuitimeline.timeline.wording import terms, wording

LATELY = 7
"""Days before a toll is given within which what it counts came to pass."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document without its text.

    `label` is how a reader would call it, `furniture` how many kinds of it there are and how many characters.
    `cited` are the origins that it names surely, `perhaps` those it may name, `byline` the names of its byline,
    `names` the stems of all names in it, but for days and months.
    """

    id: str
    name: str
    label: str
    published: date | None
    outlet: str | None
    furniture: tuple[int, int]
    cited: tuple[str, ...]
    perhaps: tuple[str, ...]
    byline: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One mention without its text.

    `document` is the number of its page, `first` and `last` are ordinals of the days that bound it, `trigger` and
    `after` offsets of triggers. `reference` says that it only points back to what is told elsewhere, `inferred`
    that its date stands in another sentence. `terms` are the stems of its words, `context` those of the names in
    and around it.
    """

    document: int
    start: int
    end: int
    trigger: int
    headline: Span
    words: str
    kind: str
    date: str | None
    first: int | None
    last: int | None
    after: int | None
    hedged: bool
    reference: bool
    inferred: bool
    terms: tuple[str, ...]
    context: tuple[str, ...]
    figures: tuple[Figure, ...]
    speeches: tuple[Speech, ...]

    @property
    def said(self) -> bool:
        """Whether it is a statement rather than something that happened."""
        return self.kind.startswith("Statement.")


def page(annotated: AnnotatedDocument, around: Surroundings) -> Page:
    """What is kept of the document as a whole."""
    document = annotated.document
    furniture = [p for p in document.paragraphs if p.boilerplate]
    clutter = (len({p.boilerplate for p in furniture}), sum(p.end - p.start for p in furniture))
    name = document.path or document.id
    label = document.outlet or document.title or PurePath(name).name
    surely, perhaps, byline = relays.cited(annotated)
    return Page(
        document.id, name, label, document.published, document.outlet, clutter, surely, perhaps, byline, around.all
    )


def facts(annotated: AnnotatedDocument, number: int, around: Surroundings) -> list[Fact]:
    """Every mention of document `number` as a fact."""
    speeches = speeches_of(annotated)
    return [_fact(annotated, number, mention, speeches, around) for mention in annotated.mentions]


def _fact(
    annotated: AnnotatedDocument, number: int, mention: EventMention, speeches: list[Speech], around: Surroundings
) -> Fact:
    text = annotated.document.text
    date, first, last = _when(mention, annotated.document.published)
    rows = wording(annotated, mention)
    counted = tuple(f for row in _counting(rows, mention) for f in figures(row, mention, annotated.dates))
    if any(f.running for f in counted):
        counted = tuple(f for f in counted if f.running or f.rejected)
    undated = date is None and mention.kind in HARM and not any("ago" in row.lower for row in rows)
    if any(f.running for f in counted) or (undated and counted):
        date, first, last = _lately(last, annotated.document.published)
    return Fact(
        number,
        once(mention.start),
        once(mention.end),
        once(mention.trigger.start),
        Span(once(mention.headline.start), once(mention.headline.end)),
        once(re.sub(r"\s+", " ", mention.headline.of(text))),
        once(mention.kind),
        once(date),
        once(first),
        once(last),
        once(mention.after.start) if mention.after else None,
        mention.hedged,
        mention.date is None and _definite(text, mention.trigger),
        mention.date is not None and not around.same_sentence(mention, mention.date.start),
        once(terms(rows, mention, text)),
        around.of(mention),
        once(counted),
        tuple(speeches[i] for i in mention.attributions),
    )


def _counting(rows: list[Words], mention: EventMention) -> list[Words]:
    """The words whose numbers count what is told: of an attack not those that count the dead beside it."""
    if not mention.kind.startswith("Conflict."):
        return rows
    return [row for row in rows if not any(t.kind in HARM for t in find_triggers(row))]


def _when(mention: EventMention, published: date | None) -> tuple[str | None, int | None, int | None]:
    """EDTF and bounds; a statement without a day of its own was made when it was published."""
    day = mention.date
    if day is None:
        if published is None or not mention.kind.startswith("Statement."):
            return None, None, None
        return published.isoformat(), published.toordinal(), published.toordinal()
    first = day.earliest.toordinal() if day.earliest else None
    return day.edtf, first, day.latest.toordinal() if day.latest else None


def _lately(given: int | None, published: date | None) -> tuple[None, int | None, int | None]:
    """The bounds of what a toll counts: some days up to the one on which it was given, and no date."""
    last = given if given is not None else published.toordinal() if published else None
    return None, None if last is None else last - LATELY, last


_DEFINITE = re.compile(r"\b(?:the|this|that|his|her|their|its|first|second|['’]s)\s+(?:\w+\s+){0,2}$", re.I)


def _definite(text: str, trigger: Span) -> bool:
    return _DEFINITE.search(text, max(0, trigger.start - 30), trigger.start) is not None
