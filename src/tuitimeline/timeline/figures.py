"""How many people, how much money: the figures by which two accounts of one event agree or differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuitimeline.annotate.events.indexing import expressions_in
from tuitimeline.annotate.events.lexicon import people, word_class
from tuitimeline.annotate.events.numbers import Amount, amounts
from tuitimeline.annotate.events.tokens import Words
from tuitimeline.model import EventMention, TimeExpression

LOOSE = word_class("loose")
TOLL = word_class("toll")

PARTS = (("of",), ("years",), ("year",), ("%",), ("percent",), ("per",), ("-",))
"""What follows a number that counts a share, an age or a rate."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How many people ("people"), or how much money ("$"): the least and the most that the words allow."""

    unit: str
    least: float
    most: float


def figures(row: Words, mention: EventMention, dates: Sequence[TimeExpression]) -> tuple[Figure, ...]:
    """People and money counted in a clause, without dates, ages, shares of a whole and what is "not" so."""
    taken = [(d.start, d.end) for d in expressions_in(dates, mention.start - 60, mention.end)]
    found = []
    for amount in amounts(row):
        at, end = row.starts[amount.first], row.ends[amount.last]
        if any(at < e and s < end for s, e in taken):
            continue
        if amount.first and row.lower[amount.first - 1] in ("not", "aged"):
            continue
        following = row.lower[amount.last + 1 : amount.last + 5]
        if tuple(following[:1]) in PARTS:
            continue
        if amount.money:
            found.append(Figure("$", amount.least, amount.most))
        elif _of_people(row, amount, following, mention):
            found.append(Figure("people", amount.least, amount.most))
    return tuple(found)


def _of_people(row: Words, amount: Amount, following: Sequence[str], mention: EventMention) -> bool:
    """Whether a number counts people: it stands before a noun for them, or bare beside the trigger."""
    noun = next((i for i, w in enumerate(following) if w in people()), None)
    if noun is not None and not any(w in (",", "and", "in", "on", "at", "to") for w in following[:noun]):
        return True
    first, last = row.at(mention.trigger.start), row.at(mention.trigger.end)
    before = row.lower[max(0, amount.first - 7) : amount.first]
    if before[-1:] in (["at"], ["to"]) and not TOLL.isdisjoint(before):
        return True
    beside = first - 2 <= amount.first <= last + 2
    return beside and (not following or not following[0].isalpha() or following[0] in LOOSE)


def at_odds(one: Sequence[Figure], two: Sequence[Figure]) -> bool:
    """Whether two accounts count the same thing and do not come to the same."""
    units = {f.unit for f in one} & {f.unit for f in two}
    return any(not any(_same(a, b) for a in one for b in two if a.unit == unit) for unit in units)


def agree(one: Sequence[Figure], two: Sequence[Figure]) -> bool:
    """Whether a figure of one account is one of the other."""
    return any(_same(a, b) for a in one for b in two)


def _same(one: Figure, two: Figure) -> bool:
    return one.unit == two.unit and one.least <= two.most and two.least <= one.most
