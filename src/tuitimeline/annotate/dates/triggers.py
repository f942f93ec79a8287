"""The cheap scan: which kinds of words that can stand in a time expression a sentence holds."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import words
from tuitimeline.model import Sentence

_WORD = re.compile(r"[A-Za-z]+|\d+")
_LETTERS = re.compile(r"[A-Za-z]+")


def _inside(names: dict[str, str]) -> frozenset[str]:
    return frozenset(word.lower() for name in names for word in _LETTERS.findall(name) if len(word) > 3)


_KINDS: dict[str, frozenset[str]] = {
    "month": frozenset(words.MONTHS),
    "weekday": frozenset(words.WEEKDAYS),
    "today": frozenset({"today", "yesterday", "tomorrow", "night"}),
    "unit": frozenset(words.UNITS),
    "units": frozenset(word for word in words.UNITS if word.endswith(("s", "ia"))),
    "quarter": frozenset({"quarter", "quarters", "half", "halves", "period"}),
    "weekend": frozenset({"weekend"}),
    "century": frozenset({"century", "centuries"}),
    "quarterly": frozenset({"q", "h"}),
    "long": frozenset({"long", "weeklong", "yearlong", "monthlong", "daylong", "decadelong"}),
    "ended": frozenset({"ended", "ending"}),
    "end": frozenset({"end", "mid", "midyear"}),
    "shift": frozenset({"ago", "earlier", "before", "later", "after", "afterward", "afterwards", "previously"})
    | {"now", "today", "hence"},
    "tie": frozenset({"after", "before"}),
    "soon": frozenset({"shortly", "soon", "immediately", "right", "just", "directly", "long", "moments"})
    | {"minutes", "seconds", "thereafter", "afterwards"},
    "daypart": frozenset(words.DAYPARTS) | {"tonight"},
    "nights": frozenset(f"{word}s" for word in (*words.DAYPARTS, *words.WEEKDAYS)),
    "overnight": frozenset({"overnight"}),
    "moment": frozenset(words.MOMENTS),
    "clock": frozenset({"m", "am", "pm", "utc", "gmt", "clock", "hours", "hrs"}),
    "era": frozenset({"bc", "bce", "ad", "ce", "c", "d"}),
    "season": frozenset(words.SEASONS),
    "decade": frozenset(words.DECADES),
    "from": frozenset({"from"}),
    "nth": frozenset({"day", "week", "weekend", "tomorrow"}) | frozenset(words.WEEKDAYS),
    "each": frozenset({"every", "each"}),
    "set": frozenset(words.SETS),
    "reference": frozenset(
        {"now", "nowadays", "currently", "current", "presently", "present", "moment", "time", "times", "these"}
        | {"recently", "lately", "previously", "past", "recent", "ago", "future", "term", "run"}
    ),
    "holiday": _inside(words.HOLIDAYS) - {"july", "sunday", "monday", "friday", "thursday", "wednesday", "april"},
    "year": frozenset(map(str, range(1000, 2100))),
    "tens": frozenset(f"{tens}0" for tens in (*range(1, 10), *range(100, 210))),
    "eleven": frozenset({"11"}),
    "figure": frozenset(str(n).zfill(width) for n in range(100) for width in (1, 2))
    | frozenset(map(str, range(1000, 2100))),
}
_PROPER = ("month", "weekday", "holiday")


def _spellings() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for kind, lower in _KINDS.items():
        for word in lower:
            for spelling in (word.capitalize(), word.upper(), *(() if kind in _PROPER else (word,))):
                kinds.setdefault(spelling, set()).add(kind)
    return {word: frozenset(its) for word, its in kinds.items()}


_TRIGGERS = _spellings()
_WORDS = frozenset(_TRIGGERS)


def kinds(text: str, sentence: Sentence) -> frozenset[str]:
    """The kinds of trigger words in a sentence; empty where no time expression can stand."""
    held = _WORDS.intersection(_WORD.findall(text, sentence.start, sentence.end))
    return frozenset().union(*(_TRIGGERS[word] for word in held)) if held else frozenset()
