"""The lead tells again what the title tells, often in plainer words: "Two guards freed", "walked home"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tuitimeline.annotate.events.tokens import words
from tuitimeline.annotate.events.trigger import Reality
from tuitimeline.annotate.events.triggers import find
from tuitimeline.model import EventMention, Sentence, Span

PLAIN = ("Movement.Transport", "Event")
"""Kinds that say least of what happened: the title's word is taken instead."""

_WORD = re.compile(r"[^\W\d_]{4,}")


def named_by_title(
    text: str, title: Span | None, lead: Sequence[Sentence], mentions: Sequence[EventMention]
) -> list[EventMention]:
    """The mentions, the first plain one of the lead under the kind that the title gives it."""
    found = list(mentions)
    if title is None or not lead:
        return found
    kinds = [
        t.kind
        for t in find(words(text, *title))
        if t.reality is Reality.HAPPENED and not t.nominal and t.kind not in (*PLAIN, "Doing", "State", "Light")
    ]
    told = {w.lower() for w in _WORD.findall(title.of(text))}
    start, end = lead[0].start, lead[-1].end
    here = [i for i, m in enumerate(found) if start <= m.start < end]
    for kind in kinds:
        if kind.startswith("Statement.") or any(found[i].kind == kind and found[i].date for i in here):
            continue
        for i in here:
            mention = found[i]
            spans = (Span(mention.start, mention.end), *mention.arguments)
            shared = told.intersection(w.lower() for s in spans for w in _WORD.findall(s.of(text)))
            if mention.kind in PLAIN and mention.date and shared:
                found[i] = replace(mention, kind=kind)
                break
    return found
