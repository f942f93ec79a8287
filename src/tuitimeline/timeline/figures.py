"""How many people, how much money: the figures by which two accounts of one event agree or differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuitimeline.annotate.events.indexing import expressions_in
from tuitimeline.annotate.events.lexicon import people, word_class
from tuitimeline.annotate.events.numbers import Amount, amounts
from tuitimeline.annotate.events.patterns import PREPOSITIONS
from tuitimeline.annotate.events.tokens import Words
from tuitimeline.model import EventMention, TimeExpression

BE = word_class("be")
LOOSE = word_class("loose")
TOLL = word_class("toll")

PARTS = (("of",), ("years",), ("year",), ("%",), ("percent",), ("per",), ("-",))
"""What follows a number that counts a share, an age or a rate."""

SHARED = ("Transaction.Transfer-Ownership", "Personnel.Elect")
"""Kinds of which a share is the figure: of a firm, of the vote."""

PERCENT = ("%", "percent", "pct")

HARM = ("Life.Die", "Life.Injure")
"""Kinds whose numbers count those who were harmed, whatever they are called ("27 shoppers killed")."""

THINGS = word_class("things")
"""Plurals that count no people: times, measures, beasts, goods, and what harms."""

STANDS = ("at", "to", "reached", "hit", "passed")
"""What stands between a toll and its number."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How many people ("people"), how much money ("$"), what share ("%"): the least and the most that words allow.

    `running` is a toll as it stood when it was given: "the number of dead reached 14". `rejected` is the figure of
    another account, which this one names and does not share: "six men, not four".
    """

    unit: str
    least: float
    most: float
    running: bool = False
    rejected: bool = False


def figures(row: Words, mention: EventMention, dates: Sequence[TimeExpression]) -> tuple[Figure, ...]:
    """People and money counted in a clause, without dates, ages, shares of a whole and what is "not" so."""
    taken = [(d.start, d.end) for d in expressions_in(dates, mention.start - 60, mention.end)]
    found = []
    for amount in amounts(row):
        at, end = row.starts[amount.first], row.ends[amount.last]
        if any(at < e and s < end for s, e in taken):
            continue
        if row.lower[amount.first - 1 : amount.first] == ["aged"]:
            continue
        if _of_another(row, amount):
            found.append(Figure("$" if amount.money else "people", amount.least, amount.most, rejected=True))
            continue
        following = row.lower[amount.last + 1 : amount.last + 5]
        if (
            mention.kind in SHARED
            and following[:1]
            and (following[0] in PERCENT or following[:2] == ["per", "cent"])
        ):
            found.append(Figure("%", amount.least, amount.most))
            continue
        if tuple(following[:1]) in PARTS:
            continue
        if amount.money:
            found.append(Figure("$", amount.least, amount.most))
        elif _running(row, amount):
            found.append(Figure("people", amount.least, amount.most, mention.kind in HARM))
        elif _of_people(row, amount, following, mention):
            found.append(Figure("people", amount.least, amount.most))
    return tuple(found)


def _of_another(row: Words, amount: Amount) -> bool:
    """Whether a number is not the account's own: "not three", "short of the $3 million", "rose from nine"."""
    before = [w for w in row.lower[max(0, amount.first - 4) : amount.first] if w not in ("about", "some")]
    if before[-1:] in (["not"], ["from"]):
        return True
    if before[-1:] == ["the"]:
        return before[-2:-1] in (["than"], ["of"], ["below"], ["above"], ["against"], ["with"])
    return before[-2:] in (["instead", "of"], ["rather", "than"], ["short", "of"], ["opposed", "to"])


def _of_people(row: Words, amount: Amount, following: Sequence[str], mention: EventMention) -> bool:
    """Whether a number counts people: it stands before a noun for them, or bare beside the trigger."""
    noun = next((i for i, w in enumerate(following) if w in people()), None)
    if noun is not None and not any(w in (",", "and", "in", "on", "at", "to") for w in following[:noun]):
        return True
    if mention.kind in HARM and _of_harmed(row, amount, following):
        return True
    first, last = row.at(mention.trigger.start), row.at(mention.trigger.end)
    beside = first - 2 <= amount.first <= last + 2
    return beside and (not following or not following[0].isalpha() or following[0] in LOOSE)


def _running(row: Words, amount: Amount) -> bool:
    """Whether a number is that of a toll: "put the dead at 27", "the number of persons killed has reached 14"."""
    before = row.lower[: amount.first]
    if before[-1:] and before[-1] in BE:
        return before[-2:-1] in (["toll"], ["number"], ["count"])
    return bool(before) and before[-1] in STANDS and not TOLL.isdisjoint(before)


def _of_harmed(row: Words, amount: Amount, following: Sequence[str]) -> bool:
    """Whether a number stands before a plural for those who were harmed: "31 civilians", not "in two attacks"."""
    if amount.first and row.lower[amount.first - 1] in PREPOSITIONS and amount.least == amount.most:
        return False
    for word in following[:3]:
        if not word.isalpha() or word in PREPOSITIONS or word in LOOSE:
            return False
        if word.endswith("s") and not word.endswith("ss"):
            return word not in THINGS
    return False


def at_odds(one: Sequence[Figure], two: Sequence[Figure]) -> bool:
    """Whether two accounts count the same thing and do not come to the same."""
    mine, yours = _own(one), _own(two)
    units = {f.unit for f in mine} & {f.unit for f in yours}
    return any(not any(_same(a, b) for a in mine for b in yours if a.unit == unit) for unit in units)


def agree(one: Sequence[Figure], two: Sequence[Figure]) -> bool:
    """Whether a figure of one account is one of the other."""
    return any(_same(a, b) for a in _own(one) for b in _own(two))


def rejects(one: Sequence[Figure], two: Sequence[Figure]) -> bool:
    """Whether one account names a figure of the other to say that it is another."""
    return any(_same(a, b) for a in one if a.rejected for b in _own(two))


def _own(some: Sequence[Figure]) -> list[Figure]:
    return [f for f in some if not f.rejected]


def _same(one: Figure, two: Figure) -> bool:
    return one.unit == two.unit and one.least <= two.most and two.least <= one.most
