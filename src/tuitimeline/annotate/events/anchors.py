"""Dates that hang on another event: "two days before the fire", "four hours after he was charged"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tuitimeline.annotate.dates.ordering import place
from tuitimeline.annotate.events.lexicon import Form, lexicon
from tuitimeline.model import EventMention, Sentence, Span, TimeExpression

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
    found = list(mentions)
    for i, mention in enumerate(found):
        if mention.date is not None and mention.date.edtf:
            continue
        tie = _tie(mention, found, ties)
        span = (tie.after or tie.before) if tie else _amid(text, mention)
        anchor = _anchor(text, span, mention, found, sentences) if span else None
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
    for tie in ties:
        span = tie.after or tie.before
        if span is None or span.start <= mention.trigger.start < span.end:
            continue
        if mention.start <= tie.start < mention.end:
            return tie
        named = next((m for m in mentions if span.start <= m.trigger.start < span.end), None)
        if named is not None and (tie.start >= mention.end or named.end <= mention.start):
            beside = min((m for m in mentions if m is not named), key=lambda m: abs(m.start - named.end))
            if beside is mention and abs(mention.start - named.end) < BESIDE:
                return tie
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
    for other in mentions:
        if other is not mention and span.start <= other.trigger.start < span.end:
            if other.date is not None:
                return other
            same = [m for m in others if m.kind == other.kind]
            return same[0] if same else other
    nouns = [w.lower() for w in _WORD.findall(span.of(text))]
    kinds = {e.kind for noun in nouns for e in lexicon().get(noun, ()) if e.form is Form.NOUN}
    for other in others:
        if other.kind in kinds and other.kind not in ("Event", "Statement.Claim"):
            return other
    for other in others:
        sentence = next((s for s in sentences if s.start <= other.start < s.end), other)
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
