"""A sentence becomes words with their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[$€£¥₹]?\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-‑][^\W\d_]+)*|['’]s\b|\S")

MONTHS = frozenset(["March", "May", "Wed"])
"""Months and days that are verbs and modals too, in lower case: only these keep their capital."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of one run of text: as written, in lower case, and where they stand in the document."""

    written: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.written)

    def at(self, offset: int) -> int:
        """The first word that starts at or after `offset`."""
        return bisect_left(self.starts, offset)


def words(text: str, start: int, end: int) -> Words:
    """The words of text[start:end]; a possessive ending is a word of its own."""
    found = list(_WORD.finditer(text, start, end))
    written = [m[0] for m in found]
    lower = [w if w in MONTHS else w.lower() for w in written]
    return Words(written, lower, [m.start() for m in found], [m.end() for m in found])
