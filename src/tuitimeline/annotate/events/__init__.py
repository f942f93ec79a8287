"""What happened and what was said, clause by clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tuitimeline.annotate.events import when
from tuitimeline.annotate.events.anchors import anchored
from tuitimeline.annotate.events.happened import Telling, happened
from tuitimeline.annotate.events.indexing import by_sentence, expressions_in
from tuitimeline.annotate.events.lead import named_by_title
from tuitimeline.annotate.events.narrative import placed
from tuitimeline.annotate.events.patterns import AUXILIARIES
from tuitimeline.annotate.events.references import references
from tuitimeline.annotate.events.reminders import reminded
from tuitimeline.annotate.events.runs import runs
from tuitimeline.annotate.events.said import said
from tuitimeline.annotate.events.tokens import words
from tuitimeline.annotate.events.triggers import find as find_triggers
from tuitimeline.annotate.events.witnesses import witnessed
from tuitimeline.annotate.sourcing import Sourcing
from tuitimeline.model import Document, EventMention, Sentence, Span, TimeExpression


def find(
    document: Document,
    sentences: tuple[Sentence, ...],
    dates: tuple[TimeExpression, ...],
    sourcing: Sourcing,
) -> tuple[EventMention, ...]:
    """The events that the document tells of, in the order of the text.

    What happened is a clause with a trigger; what was said is an attribution whose content tells of no event
    of its own. A denied, planned or hypothetical trigger is no event; within an attribution it is a claim.
    """
    text, title = document.text, document.title_at
    article = [s for s in sentences if title is None or s.start >= title.end or s.end <= title.start]
    days = when.dated(dates)
    attributions = by_sentence(article, sourcing.attributions)
    tellings: list[Telling] = []
    for sentence in article:
        if text.endswith("?", sentence.start, sentence.end):
            continue
        row = words(text, sentence.start, sentence.end)
        triggers = find_triggers(row)
        if triggers:
            here = attributions[sentence]
            tellings += happened(
                text,
                row,
                triggers,
                runs(row, here),
                expressions_in(days, sentence.start, sentence.end),
                sourcing.hedges,
            )
    own = reminded([t for t in tellings if not t.points_back], article)
    told = {i for m in own for i in m.attributions}
    ties = [d for d in dates if (d.after or d.before) and not d.edtf]
    found = [m for m in anchored(text, own, article, ties) if m.date is not None or not _needs_day(m)]
    found = named_by_title(text, title, article[:2], found)
    found += references(text, article, attributions, found, told)
    found = witnessed(text, article, attributions, found)
    found += said(text, article, days, sourcing, told)
    return _in_order(_headed(text, _parted(text, placed(text, found, article, days)), article))


def _parted(text: str, mentions: Sequence[EventMention]) -> list[EventMention]:
    """No two mentions on the same words: a statement starts behind what its sentence told before.

    "Norholm, which bought the ship, did not answer": the answer starts behind the ship. A claim of which nothing
    is left is dropped.
    """
    events = [m for m in mentions if not m.kind.startswith("Statement.")]
    ends = sorted(m.end for m in events)
    found = events
    reach = 0
    for mention in sorted(
        (m for m in mentions if m.kind.startswith("Statement.")), key=lambda m: (m.start, m.end)
    ):
        at = bisect_right(ends, mention.trigger.start)
        start = max(mention.start, ends[at - 1] if at else 0)
        headline = mention.headline
        if reach > start:
            if mention.end <= reach and mention.kind == CLAIM:
                continue
            start = max(start, min(reach, mention.trigger.start))
            headline = Span(_word(text, start), headline.end)
        found.append(replace(mention, start=_word(text, start), headline=headline))
        reach = max(reach, mention.end)
    return found


def _headed(text: str, mentions: Sequence[EventMention], article: Sequence[Sentence]) -> list[EventMention]:
    """Each headline with its subject: where a clause begins with its verb, from the start of the sentence on.

    "Anna Holm, who disappeared on Friday, has been killed": "has been killed" alone names nobody.
    """
    starts = [s.start for s in article]
    found = []
    for mention in mentions:
        start, end = mention.headline
        opening = _OPENING.match(text, start)
        bare = start == mention.trigger.start and not text.endswith("ing", start, mention.trigger.end)
        if opening and (bare or opening[0].lower() in AUXILIARIES) and not mention.kind.startswith("Statement."):
            begun = starts[max(0, bisect_right(starts, start) - 1)]
            if start - begun <= LONGEST:
                mention = replace(mention, headline=Span(begun, end))
        found.append(mention)
    return found


_OPENING = re.compile(r"[a-z]+\b")

LONGEST = 240
"""Characters that a headline may take before its own clause."""


def _needs_day(mention: EventMention) -> bool:
    """Whether it says too little without a day: what no kind knows, in the outlet's own voice."""
    return mention.kind == "Event" and not mention.attributions


CLAIM = "Statement.Claim"


def _word(text: str, start: int) -> int:
    """Where the next word or quotation begins, behind marks and a joining word."""
    found = _JOINED.match(text, start)
    return found.end() if found else start


_JOINED = re.compile(r"[\s,;:)]*(?:(?:and|but|or|while)\s+)?")


def _in_order(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    return tuple(sorted(mentions, key=lambda m: (m.start, m.trigger.start, m.end, m.kind)))
