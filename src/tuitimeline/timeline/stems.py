"""Words made comparable: inflection and derivation taken off, words that tell nothing left out."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

from tuitimeline.tables import read_table

_WORDS = read_table(__file__, "stopwords.toml")
_EMPTY = frozenset(str(_WORDS["words"]).split())

_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ures",
    "ure",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ied",
    "ies",
    "ers",
    "ed",
    "es",
    "er",
    "al",
    "ly",
    "e",
    "s",
)
_KEEP = 4
_LENGTH = 5


def telling(word: str) -> bool:
    """Whether a word, in lower case, says anything of what a clause is about."""
    return len(word) > 2 and word[0].isalpha() and word.lower() not in _EMPTY


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The start that a word shares with its kin: extradite, extradited and extradition; Mexico and Mexican."""
    bare = word.lower()
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _KEEP:
            bare = bare[: -len(ending)]
            break
    return intern(bare[:_LENGTH])


_NAME = re.compile(r"\b[A-Z][^\W\d_]+")


def names(text: str) -> frozenset[str]:
    """The stems of the words of `text` that begin with a capital letter."""
    return frozenset(stem(m[0]) for m in _NAME.finditer(text) if telling(m[0].lower()))


CALENDAR = frozenset(map(stem, str(_WORDS["calendar"]).split()))
"""The stems of the names of days and months."""
