"""What chance would give: how telling a word is in a pile, and how many facts could be taken for one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log

from tuitimeline.timeline.descent import Family
from tuitimeline.timeline.facts import Fact
from tuitimeline.timeline.speeches import Speech, same_body, same_speaker

SMALL = 60
"""Facts below which a pile is too small to tell how rare a word is: it counts as one of so many."""


class Rarity:
    """How telling a word is: the logarithm of how seldom facts use it."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        uses: Counter[str] = Counter()
        for fact in facts:
            uses.update(fact.terms)
        every = max(SMALL, len(facts)) + 1
        self._weights = {term: log(every / (count + 0.5)) for term, count in uses.items()}
        self._unused = log(every / 0.5)
        self._once = log(every / 1.5)
        self.whole = lru_cache(maxsize=1 << 16)(self.sum)
        """The sum for all words of a fact, which is compared with many."""

    def of(self, term: str) -> float:
        return self._weights.get(term, self._unused)

    def shared(self, term: str) -> bool:
        """Whether more than one fact uses a term."""
        return self._weights.get(term, self._unused) < self._once

    def sum(self, terms: Iterable[str]) -> float:
        weights, unused = self._weights, self._unused
        return sum([weights.get(term, unused) for term in terms])


class Chance:
    """How many facts could be taken for one another: of a kind in a month, in the pile, in one document."""

    def __init__(self, facts: Sequence[Fact], family: Family) -> None:
        self._family = family
        self._month = Counter((f.kind, month(f.first)) for f in facts)
        self._all = Counter(f.kind for f in facts)
        self._document = Counter((f.kind, f.document) for f in facts)

    def crowd(self, fact: Fact, dated: bool) -> int:
        """Facts of its kind in its month, or in the pile."""
        return self._month[fact.kind, month(fact.first)] if dated else self._all[fact.kind]

    def near(self, fact: Fact, other: Fact) -> int | None:
        """Facts of its kind in both documents, where they are one or one relays the other."""
        if not self._family.akin(fact.document, other.document):
            return None
        here, there = self._document[fact.kind, fact.document], self._document[fact.kind, other.document]
        return max(here, there)

    def same_speaker(self, fact: Fact, one: Speech, other: Fact, two: Speech) -> bool:
        """Whether two speeches are by one; where one report passes on the other a title is enough."""
        if same_speaker(one, two):
            return True
        if not self._family.akin(fact.document, other.document):
            return False
        return same_body(one, two)


def month(day: int | None) -> int | None:
    """The number of the thirty days in which a day falls."""
    return None if day is None else day // 30
