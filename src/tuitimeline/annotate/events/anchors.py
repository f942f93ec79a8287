"""Dates that hang on another event: "two days before the fire", "four hours after he was charged"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tuitimeline.annotate.dates.ordering import place
from tuitimeline.annotate.events.indexing import expressions_in
from tuitimeline.annotate.events.lexicon import Form, lexicon
from tuitimeline.model import EventMention, Sentence, Span, TimeExpression

REACH = 400
"""Characters of a clause before its trigger."""

MOST = 400
"""Mentions among which an anchor is looked for."""

BESIDE = 40
"""Characters between a clause and the one that it hangs on."""

_WORD = re.compile(r"[^\W\d_]+")
_MISHAP = frozenset(["disaster", "tragedy", "incident", "accident", "catastrophe"])
_MISHAPS = ("Life.Die", "Life.Injure", "Conflict.Attack", "Event")


def anchored(
    text: str,
    mentions: Sequence[EventMention],
    sentences: Sequence[Sentence],
    ties: Sequence[TimeExpression],
) -> list[EventMention]:
    """The mentions, those without a date reckoned from the event that they name beside them.

    `ties` are time expressions that hang on words ("two days before the fire"); without one "killed in the fire"
    has the day of the fire.
    """
    found = sorted(mentions, key=lambda m: m.start)
    for i, mention in enumerate(found):
        if mention.date is not None and mention.date.edtf:
            continue
        tie = _tie(mention, found, ties)
        span = (tie.after or tie.before) if tie else _amid(text, mention)
        anchor = _anchor(text, span, mention, found[max(0, i - MOST) : i + MOST], sentences) if span else None
        if anchor is None:
            continue
        if tie is None:
            found[i] = replace(mention, date=anchor.date)
            continue
        dated = _reckoned(text, tie, anchor.date) if anchor.date else None
        after = anchor.trigger if tie.after else None
        found[i] = replace(mention, date=dated or mention.date, after=after or mention.after)
    return found


def _tie(
    mention: EventMention, mentions: Sequence[EventMention], ties: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The tie of a mention: in its clause, or with the clause it hangs on ("a day after he was caught, …")."""
    for tie in expressions_in(ties, mention.start - BESIDE, mention.end + BESIDE):
        span = tie.after or tie.before
        if span is None or span.start <= mention.trigger.start < span.end:
            continue
        if mention.start <= tie.start < mention.end:
            return tie
        named = _standing(mentions, span)
        if named is not None and (tie.start >= mention.end or named.end <= mention.start):
            gap = mention.start - named.end if named.end <= mention.start else named.start - mention.end
            if 0 <= gap < BESIDE:
                return tie
    return None


def _standing(mentions: Sequence[EventMention], span: Span) -> EventMention | None:
    """The mention whose trigger stands in `span`; `mentions` are in order of their starts."""
    at = bisect_left(mentions, span.start - REACH, key=lambda m: m.start)
    for mention in mentions[at : at + 50]:
        if mention.start >= span.end:
            return None
        if span.start <= mention.trigger.start < span.end:
            return mention
    return None


_AMID = re.compile(r"\b(?:in|during|at|by) (?:the|this|that) (?:\w+ )?([^\W\d_]+)")


def _amid(text: str, mention: EventMention) -> Span | None:
    """The noun of a mishap that someone died or was hurt in."""
    if mention.kind not in ("Life.Die", "Life.Injure"):
        return None
    for found in _AMID.finditer(text, mention.trigger.end, mention.end):
        if any(e.form is Form.NOUN and e.kind in _MISHAPS for e in lexicon().get(found[1].lower(), ())):
            return Span(*found.span(1))
    return None


def _anchor(
    text: str, span: Span, mention: EventMention, mentions: Sequence[EventMention], sentences: Sequence[Sentence]
) -> EventMention | None:
    """The mention that `span` names: the one that stands on it, else the first that uses or means its noun."""
    others = [m for m in mentions if m is not mention and m.date is not None and m.date.earliest]
    named = _standing(mentions, span)
    if named is not None and named is not mention:
        return named if named.date is not None else next((m for m in others if m.kind == named.kind), named)
    nouns = [w.lower() for w in _WORD.findall(span.of(text))]
    kinds = {e.kind for noun in nouns for e in lexicon().get(noun, ()) if e.form is Form.NOUN}
    for other in others:
        if other.kind in kinds and other.kind not in ("Event", "Statement.Claim"):
            return other
    for other in others:
        at = bisect_right(sentences, other.start, key=lambda s: s.start) - 1
        sentence = sentences[at] if at >= 0 else other
        told = {w.lower() for w in _WORD.findall(text[sentence.start : sentence.end])}
        if any(noun in told for noun in nouns if noun in lexicon()) and other.kind in (*_MISHAPS, *kinds):
            return other
    if _MISHAP.intersection(nouns) or "Event" in kinds:
        return next((m for m in others if m.kind in _MISHAPS), None)
    return None


def _reckoned(text: str, tie: TimeExpression, anchor: TimeExpression) -> TimeExpression | None:
    """`tie` as a calendar date, as exact as its unit: "a month before the sale" is a month."""
    placed = place(text, tie, anchor)
    return placed if placed.earliest else None
