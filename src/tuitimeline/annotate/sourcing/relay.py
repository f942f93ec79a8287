"""The outlet through which a source speaks."""

from __future__ import annotations

from tuitimeline.annotate.sourcing.identity import is_outlet
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.tokens import Words

_NOUNS = LEXICON.sources["outlet.nouns"]
_PASSED = frozenset("polled obtained seen reviewed interviewed quoted surveyed cited contacted published".split())


def name_in(words: Words, first: int, last: int, speaking: bool = False) -> str | None:
    """The name of the outlet in words `first` up to `last`, without its article; None where there is none.

    Where it is `speaking` itself, "state media" is a name too.
    """
    tags = words.tags
    k = first
    while k < last:
        if tags[k] == "C":
            n = k
            while n < last and tags[n] == "C":
                n += 1
            described = any(w in _NOUNS for w in words.low[first:k]) or words.low[max(first, k - 1)] == "agency"
            if described or is_outlet(words.low[k:n], words.low[k - 1] == "the" if k else False):
                return _plain(words, k, n)
            k = n
        else:
            k += 1
    for k in range(first, last if speaking else first):
        if words.low[k] in _NOUNS and tags[k] == "N":
            n = k
            while n > first and tags[n - 1] in "NJ" and words.low[n - 1] in ("state", "local", "social"):
                n -= 1
            if words.low[k] in ("media",) and n > first and tags[n - 1] in "CJ":
                n -= 1
            return words.text[words.start[n] : words.end[k]]
    return None


def _plain(words: Words, first: int, last: int) -> str:
    text = words.text[words.start[first] : words.end[last - 1]]
    return text[:-2] if text.endswith(("'s", "’s")) else text


def passed(words: Words, first: int, last: int) -> str | None:
    """The outlet that a source's own modifiers name: "emails seen by the Ledger"."""
    for k in range(first, last - 2):
        if words.low[k] in _PASSED and words.low[k + 1] == "by":
            stop = k + 2
            while stop < last and words.tags[stop] in "DNCJ":
                stop += 1
            found = name_in(words, k + 2, stop)
            if found:
                return found
            if words.low[k] in ("obtained", "seen", "reviewed", "polled") and words.tags[stop - 1] == "C":
                first_capital = k + 2 + (words.tags[k + 2] == "D")
                return _plain(words, first_capital, stop)
    return None
