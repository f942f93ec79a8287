"""Dates that hang on another event: "two days before the fire", "four hours after he was charged"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

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
        tie = _tie(text, mention, found, ties)
        if tie is None:
            named, days = _named(text, mention)
            anchor = (
                _anchor(text, named, mention, found[max(0, i - MOST) : i + MOST], sentences) if named else None
            )
            if anchor is not None and anchor.date is not None:
                found[i] = replace(mention, date=_moved(anchor.date, days))
            elif named is None:
                found[i] = replace(mention, date=_counted_back(text, i, found, ties) or mention.date)
            continue
        span = tie.after or tie.before
        anchor = _anchor(text, span, mention, found[max(0, i - MOST) : i + MOST], sentences) if span else None
        if anchor is None:
            continue
        dated = _reckoned(text, tie, anchor.date) if anchor.date else None
        after = anchor.trigger if tie.after else None
        found[i] = replace(mention, date=dated or mention.date, after=after or mention.after)
    return found


_ENDS = frozenset(".!?\n")


def _counted_back(
    text: str, i: int, mentions: Sequence[EventMention], ties: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The date of an event from which another is reckoned: "freed on Monday, two weeks after he was caught"."""
    mention = mentions[i]
    for tie in expressions_in(ties, mention.start - BESIDE, mention.trigger.start):
        span = tie.after or tie.before
        if span is None or not span.start <= mention.trigger.start < span.end:
            continue
        other = mentions[i - 1] if i else None
        if other is None or other.date is None or not 0 <= tie.start - other.date.end < BESIDE:
            continue
        if _ENDS.isdisjoint(text[other.date.end : tie.start]):
            return _reckoned(text, replace(tie, after=tie.before, before=tie.after), other.date)
    return None


def _tie(
    text: str, mention: EventMention, mentions: Sequence[EventMention], ties: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The tie of a mention: in its clause, or with the clause it hangs on ("a day after he was caught, …")."""
    for tie in expressions_in(ties, mention.start - BESIDE, mention.end + BESIDE):
        span = tie.after or tie.before
        if span is None:
            continue
        if span.start <= mention.trigger.start < span.end:
            noun = _noun_before(text, span, mention.trigger.start)
            if noun is None or not mention.start <= tie.start:
                continue
            return replace(tie, after=noun) if tie.after else replace(tie, before=noun)
        if mention.start <= tie.start < mention.end:
            return tie
        named = _standing(mentions, span)
        if named is not None and (tie.start >= mention.end or named.end <= mention.start):
            gap = mention.start - named.end if named.end <= mention.start else named.start - mention.end
            if 0 <= gap < BESIDE:
                return tie
    return None


_NOUN = re.compile(r"(?:the|a|an|his|her|its|their|that) ([^\W\d_]+)\s", re.I)


def _noun_before(text: str, span: Span, trigger: int) -> Span | None:
    """The noun for an event that opens the words of a tie: "two days after the blast police stormed it"."""
    found = _NOUN.match(text, span.start, trigger)
    if (
        found
        and _WORD.search(text, found.end(), trigger)
        and any(e.form is Form.NOUN for e in lexicon().get(found[1].lower(), ()))
    ):
        return Span(*found.span(1))
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
_DAY_OF = re.compile(r"\bthe (eve|day|night|evening|morning) of (?:the|a|an|his|her|its|their) ([^\W\d_]+)", re.I)


def _named(text: str, mention: EventMention) -> tuple[Span | None, int]:
    """The noun of the event on whose day it was, or in which someone died, and how many days away that is."""
    beside = _DAY_OF.search(text, mention.start, mention.end)
    if beside:
        return Span(*beside.span(2)), -1 if beside[1].lower() == "eve" else 0
    if mention.kind in ("Life.Die", "Life.Injure"):
        for found in _AMID.finditer(text, mention.trigger.end, mention.end):
            if any(e.form is Form.NOUN and e.kind in _MISHAPS for e in lexicon().get(found[1].lower(), ())):
                return Span(*found.span(1)), 0
    return None, 0


def _moved(date: TimeExpression, days: int) -> TimeExpression:
    """A day so many days away; what is no single day stays."""
    if not days or date.earliest is None or date.earliest != date.latest:
        return date
    day = date.earliest + timedelta(days=days)
    return replace(date, value=day.isoformat(), edtf=day.isoformat(), earliest=day, latest=day)


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
