"""A run of a sentence is cut into one clause for each trigger that it holds."""

from __future__ import annotations

from typing import NamedTuple

from tuitimeline.annotate.events.lexicon import word_class
from tuitimeline.annotate.events.tokens import Words
from tuitimeline.annotate.events.triggers import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    Reality,
    Trigger,
)

RELATIVES = word_class("relatives")
CONJUNCTIONS = word_class("conjunctions")
STOPS = word_class("stops")


class Clause(NamedTuple):
    """Words first..last-1, the trigger that they tell of, and whether its subject is that of the clause before."""

    first: int
    last: int
    trigger: Trigger
    shared: bool


def cut(words: Words, first: int, last: int, triggers: list[Trigger]) -> list[Clause]:
    """Clauses of the words first..last-1, one for each trigger that stands on words of its own."""
    kept = _distinct(words, triggers)
    clauses = []
    start, shared = first, False
    for trigger, following in zip(kept, [*kept[1:], None], strict=True):
        if following is None:
            clauses.append(Clause(start, last, trigger, shared))
        else:
            at, _ = _boundary(words, trigger, following)
            clauses.append(Clause(start, at, trigger, shared))
            shared = (words.lower[at] in ("and", "or") and following.first - at <= 2) or words.lower[at] == ","
            start = at
    return clauses


def _distinct(words: Words, triggers: list[Trigger]) -> list[Trigger]:
    """Without those that share a clause with a stronger one, and the nouns beside a verb that carries them."""
    kept: list[Trigger] = []
    for trigger in triggers:
        if kept and _boundary(words, kept[-1], trigger)[1] == 0:
            if _stronger(trigger, kept[-1]):
                kept[-1] = trigger
        else:
            kept.append(trigger)
    return kept


def _stronger(new: Trigger, old: Trigger) -> bool:
    def rank(t: Trigger) -> tuple[bool, bool, bool, bool]:
        return (
            t.reality is Reality.HAPPENED,
            not t.nominal,
            not t.reduced,
            t.kind not in ("Event", "Statement.Claim"),
        )

    return rank(new) > rank(old)


def _boundary(words: Words, left: Trigger, right: Trigger) -> tuple[int, int]:
    """Where the clause of `right` begins, and how sure that is: 0 where the two share one clause."""
    best, rank = right.first, 0
    lower = words.lower
    for i in range(left.last + 1, right.first + 1):
        here = 0
        after = lower[i + 1] if i + 1 < len(words) else ""
        if lower[i] in STOPS:
            here = 5
        elif lower[i] == "," and (after in CONJUNCTIONS or after in RELATIVES):
            here = 4
        elif lower[i] in RELATIVES or (
            lower[i] in CONJUNCTIONS and lower[i] not in ("and", "or", "as") and i < right.first
        ):
            here = 3
        elif lower[i] == "," or (lower[i] == "that" and lower[i - 1] not in PREPOSITIONS):
            here = 2
        elif lower[i] in ("and", "or", "as") and i < right.first:
            here = 1
        if here and here >= rank:
            best, rank = i, here
    if rank <= 1 and right.reduced and not right.nominal:
        return _phrase_start(words, right.first, left.last + 1), 1
    return best, rank


def _phrase_start(words: Words, i: int, floor: int) -> int:
    """Where the noun phrase begins that stands before word i."""
    j = i
    while j > floor and i - j < 6:
        word = words.lower[j - 1]
        if not word.replace("-", "").isalnum() or word in PREPOSITIONS or word in AUXILIARIES:
            break
        j -= 1
        if word in DETERMINERS:
            break
    return j
