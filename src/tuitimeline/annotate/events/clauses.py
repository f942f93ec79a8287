"""A run of a sentence is cut into one clause for each trigger that it holds."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tuitimeline.annotate.events.lexicon import Form, people, word_class
from tuitimeline.annotate.events.patterns import AUXILIARIES, PREPOSITIONS
from tuitimeline.annotate.events.tokens import Words
from tuitimeline.annotate.events.trigger import Reality, Trigger
from tuitimeline.annotate.events.triggers import ADVERBS, DETERMINERS

RELATIVES = word_class("relatives")
CONJUNCTIONS = word_class("conjunctions")
STOPS = word_class("stops")
EDGES = word_class("edges")
ADJUNCTS = word_class("adjuncts")
PARTS = word_class("parts")


class Clause(NamedTuple):
    """Words first..last-1 and the trigger that they tell of.

    `shared` says that the subject is that of the clause before, `antecedent` at which word the noun phrase begins
    on which a relative clause hangs.
    """

    first: int
    last: int
    trigger: Trigger
    shared: bool
    antecedent: int | None


def cut(words: Words, first: int, last: int, triggers: list[Trigger]) -> list[Clause]:
    """Clauses of the words first..last-1, one for each trigger that stands on words of its own."""
    kept = _distinct(words, triggers)
    clauses = []
    start, shared = first, False
    subject: int | None = None
    for trigger, following in zip(kept, [*kept[1:], None], strict=False):
        end = last if following is None else _boundary(words, trigger, following)[0]
        clauses.append(
            Clause(start, end, trigger, shared, _antecedent(words, start, first) if subject is None else subject)
        )
        subject = None
        if following is not None:
            joined = words.lower[end] in ("and", "or", ",") and following.first - end <= 3
            if not joined and _second_verb(trigger, following) and end <= following.first <= end + 3:
                subject = start
            shared = joined or (not trigger.nominal and end <= following.first <= end + 3 and _verbal(words, end))
        start = end
    return clauses


def _verbal(words: Words, i: int) -> bool:
    """Whether a clause begins with its verb: what stands before it is the subject."""
    return words.lower[i] not in CONJUNCTIONS and words.lower[i] not in RELATIVES and words.lower[i] not in STOPS


def _antecedent(words: Words, start: int, floor: int) -> int | None:
    at = start + 1 if words.lower[start] == "," else start
    if at == 0 or at >= len(words) or words.lower[at] not in RELATIVES:
        return None
    return _phrase_start(words, start, floor)


def _distinct(words: Words, triggers: list[Trigger]) -> list[Trigger]:
    """One trigger for each clause: the stronger one, or the noun that a verb says took place."""
    kept: list[Trigger] = []
    for trigger in triggers:
        before = kept[-1] if kept else None
        if before and before.nominal and _carries(words, before, trigger):
            reality = trigger.reality if before.reality is Reality.HAPPENED else before.reality
            kept[-1] = replace(before, carried=True, reality=reality)
        elif trigger.kind == "Light":
            continue
        elif before and _boundary(words, before, trigger)[1] == 0:
            if _stronger(trigger, before):
                kept[-1] = trigger
        else:
            kept.append(trigger)
    return kept


_TAKING_PLACE = word_class("taking_place")


def takes_place(words: Words, trigger: Trigger) -> bool:
    """Whether a verb says no more than that what a noun names took place ("a meeting held on Thursday")."""
    return trigger.kind == "Light" or words.lower[trigger.first] in _TAKING_PLACE


def _carries(words: Words, noun: Trigger, verb: Trigger) -> bool:
    """Whether a verb says that what a noun before it names took place, past an insertion at most."""
    if not takes_place(words, verb) or _of_another(words, noun):
        return False
    return not _parted(words, noun, verb) or _is_subject(words, noun, verb)


def _of_another(words: Words, noun: Trigger) -> bool:
    """Whether a noun only says of what another noun is: "the result of the election was announced"."""
    for i in range(noun.first - 1, max(0, noun.first - 6), -1):
        if words.lower[i] in PREPOSITIONS:
            return words.lower[i] == "of" and words.lower[i - 1] not in PARTS
    return False


def _parted(words: Words, left: Trigger, right: Trigger) -> bool:
    between = words.lower[left.last + 1 : right.first]
    theirs = "of" in between
    return any(w in STOPS or w in RELATIVES or w == "," or (w in people() and not theirs) for w in between)


def _stronger(new: Trigger, old: Trigger) -> bool:
    def rank(t: Trigger) -> tuple[bool, ...]:
        known = t.kind not in ("Event", "Doing", "State", "Statement.Claim")
        return (t.reality is Reality.HAPPENED, not t.nominal or t.carried, not t.reduced, known)

    return rank(new) > rank(old)


def _boundary(words: Words, left: Trigger, right: Trigger) -> tuple[int, int]:
    """Where the clause of `right` begins, and how sure that is: 0 where the two share one clause."""
    best, rank = right.first, 0
    if left.nominal and not right.nominal and _is_subject(words, left, right):
        return best, rank
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
        if lower[i] in (",", "and", "or") and rank == 3 and lower[best] in ADJUNCTS:
            rank = 0
        if here and here >= rank:
            best, rank = i, here
    if rank == 0 and right.entry.form is Form.GERUND and left.first < right.first:
        return right.first, 1
    if rank == 0 and _second_verb(left, right):
        return _verb_start(words, right.first, left.last + 1), 1
    if rank <= 1 and right.reduced and not right.nominal:
        return _phrase_start(words, right.first, left.last + 1), 1
    return best, rank


def _second_verb(left: Trigger, right: Trigger) -> bool:
    """Whether two finite verbs stand in a row: the first then belongs to the subject of the second.

    "Raiders who crossed the border stormed a post", "the clerks abducted from the pass were set free".
    """
    finite = right.reality is not Reality.PLANNED and not (right.reduced or right.nominal or right.ambiguous)
    return finite and not left.nominal and left.entry.form is not Form.NOUN


def _verb_start(words: Words, i: int, floor: int) -> int:
    """Where the auxiliaries begin that stand before word i."""
    while i > floor and (words.lower[i - 1] in AUXILIARIES or words.lower[i - 1] in ADVERBS):
        i -= 1
    return i


def _is_subject(words: Words, noun: Trigger, verb: Trigger) -> bool:
    """Whether only an inserted phrase parts a noun from its verb: "The blaze, on Saturday, left …"."""
    between = words.lower[noun.last + 1 : verb.first]
    commas = [i for i, w in enumerate(between) if w == ","]
    if len(commas) != 2 or commas[0] != 0 or verb.reduced:
        return False
    inserted, after = between[1 : commas[1]], between[commas[1] + 1 :]
    return not any(w in RELATIVES or w in STOPS for w in inserted) and all(
        w in AUXILIARIES or w in ADVERBS or w.endswith("ly") for w in after
    )


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


def trimmed(row: Words, first: int, last: int) -> tuple[int, int]:
    """The clause without the marks and joining words at its edges, as offsets."""
    while first < last and row.lower[first] in EDGES:
        first += 1
    while first < last and row.lower[last - 1] in EDGES:
        last -= 1
    return (row.starts[first], row.ends[last - 1]) if first < last else (0, 0)
