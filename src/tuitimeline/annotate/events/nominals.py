"""Nouns that tell of an event: "the march", "a fatal fire"; and those that only look like it."""

from __future__ import annotations

from tuitimeline.annotate.events.lexicon import Entry, people, sort, word_class
from tuitimeline.annotate.events.patterns import AUXILIARIES, PREPOSITIONS
from tuitimeline.annotate.events.tokens import Words
from tuitimeline.annotate.events.trigger import Reality, Trigger

BE = word_class("be")
MODALS = word_class("modals")
DETERMINERS = word_class("determiners")
DEFINITE = word_class("definite")
SUBORDINATORS = word_class("subordinators")
HEADS = word_class("heads") | sort("org") | sort("venue") | sort("court")
ORDINALS = word_class("ordinals")
UNREAL = word_class("unreal")
PLANS = word_class("plans")


def nominal(words: Words, i: int, last: int, entry: Entry) -> Trigger | None:
    """The noun at words i..last as a trigger; None where it names no event, as in "fire chief" or "any strike"."""
    j = i - 1
    while (
        j >= 0
        and words.lower[j].isalpha()
        and words.lower[j] not in DETERMINERS
        and words.lower[j] not in PREPOSITIONS
        and i - j < 4
    ):
        if words.lower[j] in AUXILIARIES or words.lower[j] in MODALS:
            break
        j -= 1
    opener = words.lower[j] if j >= 0 else ""
    manner = opener == "by" and not words.lower[i].endswith("s")
    if opener in ("any", "every") or manner:
        return None
    after = words.lower[last + 1] if last + 1 < len(words) else ""
    if words.written[i][0].isupper() and i > 0:
        return None
    if (
        after.isalpha()
        and after not in PREPOSITIONS
        and after not in SUBORDINATORS
        and after not in AUXILIARIES
        and _modifier(after)
    ):
        return None
    if opener in ORDINALS and j >= 1 and words.lower[j - 1] in DEFINITE:
        opener = words.lower[j - 1]
    if opener == "of" and j >= 2 and words.lower[j - 2] in DEFINITE:
        opener = words.lower[j - 2]
    if opener in ("no", "without"):
        return Trigger(i, last, entry, Reality.DENIED, nominal=True)
    reality = Reality.PLANNED if _unreal(words, j, i, last) else Reality.HAPPENED
    return Trigger(i, last, entry, reality, nominal=True, definite=opener in DEFINITE)


def _unreal(words: Words, opener: int, i: int, last: int) -> bool:
    """A noun for what may come: "a possible strike", "a second round is planned", "talks could resume"."""
    if any(w in UNREAL for w in words.lower[max(0, opener) : i]):
        return True
    last += 2 if words.lower[last + 1 : last + 2] == ["of"] else 0
    after = words.lower[last + 1 : last + 4]
    return any(w in MODALS for w in after[:2]) or (
        any(w in BE for w in after[:2]) and any(w in PLANS for w in after)
    )


def _modifier(after: str) -> bool:
    """Whether a noun goes on after this one: "fire chief", "strike fund" name no event."""
    return after in people() or after in HEADS
