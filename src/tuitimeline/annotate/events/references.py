"""Nouns by which a source points back to an event that the document tells: "who led the march, said …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tuitimeline.annotate.events.indexing import Indexed
from tuitimeline.annotate.events.patterns import PREPOSITIONS
from tuitimeline.annotate.events.said import TELLING, WINDOW
from tuitimeline.annotate.events.tokens import Words, words
from tuitimeline.annotate.events.trigger import Trigger
from tuitimeline.annotate.events.triggers import find as find_triggers
from tuitimeline.model import EventMention, Sentence, Span, Stance

NEIGHBOURING = 600
"""Characters over which a noun points back."""


def references(
    text: str,
    sentences: Sequence[Sentence],
    attributions: Mapping[Sentence, Indexed],
    told: Sequence[EventMention],
    told_by: set[int],
) -> list[EventMention]:
    """A mention for each definite noun in the words of a source whose content tells of no event itself.

    Whoever speaks of "the march" says that there was one: the source stands behind the event.
    """
    kinds = {m.kind for m in told if not m.kind.startswith("Statement.") and m.kind != "Event"}
    found = []
    for sentence in sentences:
        for index, attribution in attributions[sentence]:
            if index in told_by or attribution.stance not in TELLING or not attribution.source:
                continue
            if not any(sentence.start <= c.start < sentence.end for c in attribution.cue):
                continue
            cue = attribution.cue[0].start
            row = words(text, max(sentence.start, cue - WINDOW), min(sentence.end, cue + WINDOW))
            others = [c for i, a in attributions[sentence] if i != index for c in a.content]
            for trigger in find_triggers(row):
                head = Span(row.starts[trigger.first], row.ends[trigger.last])
                elsewhere = any(c.start <= head.start < c.end for c in others)
                if elsewhere or not (trigger.nominal and trigger.definite and trigger.kind in kinds):
                    continue
                said = any(c.start <= head.start < c.end for c in attribution.content)
                near = any(m.kind == trigger.kind and 0 <= head.start - m.end < NEIGHBOURING for m in told)
                confirmed = attribution.stance is Stance.CONFIRMS
                if near and (not said or confirmed or _beside(row, trigger)):
                    found.append(EventMention(*head, head, head, trigger.kind, attributions=(index,)))
    return found


def _beside(row: Words, noun: Trigger) -> bool:
    """Whether a noun stands beside what is said: "closed the floor for the first meeting"."""
    before = row.lower[max(0, noun.first - 4) : noun.first]
    return any(w in PREPOSITIONS and w != "of" for w in before)
