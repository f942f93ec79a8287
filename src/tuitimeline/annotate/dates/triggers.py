"""The cheap scan: which kinds of words that can stand in a time expression a sentence holds."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import words
from tuitimeline.model import Sentence

_WORD = re.compile(r"[A-Za-z]+|\d")
_KINDS: dict[str, frozenset[str]] = {
    "month": frozenset(words.MONTHS),
    "weekday": frozenset(words.WEEKDAYS),
    "today": frozenset({"today", "yesterday", "tomorrow"}),
    "unit": frozenset(words.UNITS),
    "ago": frozenset({"ago"}),
    "digit": frozenset("0123456789"),
}


def _spellings() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for kind, lower in _KINDS.items():
        for word in lower:
            for spelling in (word.capitalize(), word.upper(), *(() if kind in ("month", "weekday") else (word,))):
                kinds.setdefault(spelling, set()).add(kind)
    return {word: frozenset(its) for word, its in kinds.items()}


_TRIGGERS = _spellings()
_WORDS = frozenset(_TRIGGERS)


def kinds(text: str, sentence: Sentence) -> frozenset[str]:
    """The kinds of trigger words in a sentence; empty where no time expression can stand."""
    held = _WORDS.intersection(_WORD.findall(text, sentence.start, sentence.end))
    return frozenset().union(*(_TRIGGERS[word] for word in held)) if held else frozenset()
