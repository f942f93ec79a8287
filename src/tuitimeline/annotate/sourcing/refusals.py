"""Cues of refusal, of silence and of failed verification: "declined to comment", "could not verify"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tuitimeline.annotate.sourcing.lexicon import load
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Stance


class Pattern(NamedTuple):
    """One row of refusals.toml, compiled."""

    words: re.Pattern[str]
    stance: Stance
    object: str
    subject: re.Pattern[str] | None
    nobody: bool


class Refusal(NamedTuple):
    """Where a cue of refusal stands: words `first` up to, not including, `last`."""

    first: int
    last: int
    pattern: Pattern


_DATA = load("refusals.toml")
_ADVERBS = r"(?: \\w+ly| yet| even| also| so far| ever| been| publicly)*"
_PATTERNS = tuple(
    Pattern(
        re.compile(r"(?<!\S)" + row["words"].replace("~", _ADVERBS.replace("\\\\", "\\")) + r"(?!\S)"),
        Stance(row["stance"]),
        row["object"],
        re.compile(row["subject"]) if "subject" in row else None,
        row.get("nobody", False),
    )
    for row in _DATA["pattern"]
)
HINTS = frozenset(_DATA["hints"].split())


def find(words: Words) -> Iterator[Refusal]:
    """Every cue of refusal in the sentence; none overlaps another."""
    low = words.low
    line = " ".join(low)
    starts = [0]
    for w in low:
        starts.append(starts[-1] + len(w) + 1)
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.words.finditer(line):
            first = bisect_right(starts, match.start()) - 1
            last = bisect_right(starts, match.end() - 1)
            if any(a < last and first < b for a, b in taken):
                continue
            taken.append((first, last))
            yield Refusal(first, last, pattern)
