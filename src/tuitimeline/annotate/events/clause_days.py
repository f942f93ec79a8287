"""On which day it was that a clause tells of: by its own words, or by those of the clause that follows."""

from __future__ import annotations

from collections.abc import Sequence

from tuitimeline.annotate.events import when
from tuitimeline.annotate.events.clauses import RELATIVES, Clause, trimmed
from tuitimeline.annotate.events.indexing import expressions_in
from tuitimeline.annotate.events.lexicon import Form
from tuitimeline.annotate.events.patterns import PREPOSITIONS
from tuitimeline.annotate.events.tokens import Words
from tuitimeline.annotate.events.trigger import Reality
from tuitimeline.model import Span, TimeExpression

TIMELESS = (Form.BASE, Form.THIRD, Form.NOUN, Form.LITERAL)
"""Forms that do not go on in the tense of the verb before them."""

CASUALTIES = ("Life.Die", "Life.Injure")

LASTING = ("Justice.Arrest-Jail", "Conflict.Demonstrate")
"""Kinds of which one says since when."""


def own_day(text: str, row: Words, clause: Clause, days: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day that the words of a clause give; that of a plan is not when it was planned."""
    trigger = clause.trigger
    if trigger.reality is Reality.PLANNED:
        return None
    start, end = trimmed(row, clause.first, clause.last)
    head = Span(row.starts[trigger.first], row.ends[trigger.last])
    inside = expressions_in(days, start, end)
    day = when.choose(text, start, end, head, inside, trigger.kind in LASTING)
    day = day or _before_when(text, row, clause, days)
    apart = day is not None and trigger.nominal and not trigger.carried and not _with_noun(head, day)
    return None if apart else day


def next_day(
    text: str, row: Words, clause: Clause, following: Clause, days: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The day that the clause behind gives to one that has none."""
    return _same_time(text, row, clause, following, days) or _past_insertion(text, row, following, days)


def _same_time(
    text: str, row: Words, clause: Clause, following: Clause, days: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The day of the clause that follows, where it is of both.

    "31 people died when the ship sank on 5 November", "nine people were killed and 40 hurt in a fire on Monday".
    """
    casualties = clause.trigger.kind in CASUALTIES and following.trigger.kind in CASUALTIES
    if row.lower[following.first] != "when" and not (casualties and row.lower[following.first] in ("and", ",")):
        return None
    start, end = trimmed(row, following.first, following.last)
    trigger = following.trigger
    head = Span(row.starts[trigger.first], row.ends[trigger.last])
    return when.choose(text, start, end, head, expressions_in(days, start, end))


def _past_insertion(
    text: str, row: Words, inserted: Clause, days: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The day behind an inserted relative clause: "bought the ship, which was built in 1974, from him in May"."""
    if row.lower[inserted.first] != "," or row.lower[inserted.first + 1] not in RELATIVES:
        return None
    marks = range(inserted.trigger.last + 1, inserted.last - 1)
    close = next((i for i in marks if row.lower[i] == ","), None)
    if close is None or row.lower[close + 1] not in PREPOSITIONS:
        return None
    start, end = trimmed(row, close, inserted.last)
    return when.choose(text, start, end, Span(start, start), expressions_in(days, start, end))


def _with_noun(noun: Span, day: TimeExpression) -> bool:
    """Whether a day stands with a noun rather than with the verb: "Monday's meeting", "the call of 13 March"."""
    return -6 < noun.start - day.end < 20 or -1 < day.start - noun.end < 40


def _before_when(text: str, row: Words, clause: Clause, days: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day that a clause with "when" hangs on: "since 1987, when eleven men were lost"."""
    before = range(clause.trigger.first - 1, clause.first - 1, -1)
    at = next((i for i in before if row.lower[i] == "when"), None)
    if at is None:
        return None
    offset = row.starts[at]
    near = expressions_in(days, offset - 60, offset)
    return next((d for d in near if d.end <= offset and not text[d.end : offset].strip(" ,")), None)
