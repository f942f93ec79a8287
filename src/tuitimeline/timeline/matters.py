"""Which documents tell of one matter: those that share names which few others hold.

Two arrests on one day, told in like words, are one event in two reports of a story and two in reports of two
stories. The names that the whole documents share tell these apart where the clauses alone do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log

SMALL = 60
"""Documents below which a pile is too small to tell how rare a name is: it counts as one of so many."""

ENOUGH, SHARE = 4.0, 0.3
"""What shared names must come to, as the logarithms of how rarely documents hold them: so much, or such a share
of what the names of the lesser document come to."""


class Matters:
    """The names of every document of a pile, by its number."""

    def __init__(self, names: Sequence[tuple[str, ...]]) -> None:
        self._names = names
        holders = Counter(name for held in names for name in held)
        every = max(SMALL, len(names)) + 1
        self._weights = {name: log(every / (count + 0.5)) for name, count in holders.items()}
        self._sums = [self._weight(held) for held in names]
        self.one = lru_cache(maxsize=1 << 16)(self._one)
        """Whether two documents tell of one matter, as far as their names say."""

    def _one(self, here: int, there: int) -> bool:
        shared = self._weight(set(self._names[here]).intersection(self._names[there]))
        return shared >= min(ENOUGH, SHARE * self._sums[here], SHARE * self._sums[there])

    def _weight(self, names: Iterable[str]) -> float:
        return sum(self._weights[name] for name in names)
