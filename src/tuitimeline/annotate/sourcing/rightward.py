"""Noun phrases to the right: where the phrase that begins at a word ends."""

from __future__ import annotations

import re

from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.tokens import Words

_REACH = 60
_LINKS = frozenset("of for at from with by about in to on near outside".split())
_PARTICIPLES = LEXICON.participles
_CLOSE_TO = frozenset(("close", "adviser", "advisers", "aide"))


_PHRASE = re.compile(
    r"(?:R?(?:[#DJ]|E(?=[NC])|R(?=[#J]))*(?:[NCJ#G]|V(?=[,.]|$)|E(?=[NC])|K(?=[NCDJ#]))+"
    r"|[PM#]|D+(?=[,;.I]|$))"
)


def phrase_after(words: Words, start: int) -> int:
    """Where the noun phrase from word `start` on ends, apposition and relatives included; `start` if none."""
    size = min(len(words.tags), start + _REACH)
    k = bare(words, start, size)
    if k == start:
        return start
    if k < size and words.low[k].endswith(("self", "selves")):
        k += 1
    while k < size:
        n = _longer(words, k, size)
        if n == k:
            break
        k = n
    return k


def _longer(words: Words, k: int, size: int) -> int:
    """Where a phrase that has reached word `k` ends with what follows; `k` if nothing of it does."""
    tags = words.tags
    low = words.low
    tag = tags[k]
    following = tags[k + 1] if k + 1 < size else "."
    if tag == "I" or (tag == "T" and following in "DNC#M" and (low[k - 1] in _CLOSE_TO or tags[k - 1] == "E")):
        return _with_preposition(words, k, size)
    if (tag == "W" and low[k] in ("who", "whose", "which")) or (tag == "H" and following in "XV"):
        return _relative_end(words, k, size)
    if tag == "J" and low[k] in ("familiar", "close", "aware"):
        return k + 1
    if (tag == "E" or low[k] in _PARTICIPLES) and (
        following == "I" or (following == "T" and tags[k + 2 : k + 3] in ("D", "N", "C"))
    ):
        return k + 1
    if tag == ",":
        return _apposition(words, k, size)
    return k


def _with_preposition(words: Words, k: int, size: int) -> int:
    """Where "of the dockers' union" ends; `k` where the preposition leads to when or where it was said."""
    low = words.low[k]
    if low not in _LINKS or (low in ("in", "on", "at") and _adjunct(words, k)):
        return k
    if low == "for" and words.tags[k + 1 : k + 2] == "G":
        return k
    end = bare(words, k + 1, size)
    return end if end > k + 1 else k


def bare(words: Words, start: int, size: int) -> int:
    """Where the noun phrase from word `start` on ends, without what follows its head; `start` if none."""
    match = _PHRASE.match(words.tags, start, size)
    if not match:
        return start
    end = match.end()
    low = words.low
    # a time word ends it: "Elif Tan Monday"
    for k in range(start + 1, end):
        if (
            words.is_time(k)
            and words.tags[k] == "C"
            and low[k] not in ("may", "march", "sun", "jan")
            and words.tags[k - 1] in "NC"
        ):
            return k
    while end > start + 1 and words.tags[end - 1] == "K":
        end -= 1
    return end


def _adjunct(words: Words, k: int) -> bool:
    """Whether the preposition at `k` leads to when or where it was said: "on Monday", "in a statement"."""
    low = words.low
    following = low[k + 1 : k + 4]
    if any(words.is_time(n) for n in range(k + 1, min(k + 3, len(low)))):
        return True
    leads = following[0] if following else ""
    if low[k] == "in":
        return leads in ("a", "an", "his", "her", "their", "its", "response", "reply")
    return low[k] in ("on", "at") and leads in ("a", "an", "his", "her", "their", "twitter", "facebook", "x")


def _relative_end(words: Words, start: int, size: int) -> int:
    tags = words.tags
    k = start + 1
    while k < size and tags[k] not in ",;:.Q-()":
        k += 1
    return k


def _apposition(words: Words, comma: int, size: int) -> int:
    """Where an apposition, an age or a relative clause after the comma ends; the comma itself if there is none."""
    tags = words.tags
    low = words.low
    k = comma + 1
    if k >= size:
        return comma
    if tags[k] == "W" and low[k] in ("who", "whose", "which"):
        return _relative_end(words, k, size)
    if tags[k] == "I" and low[k] in ("of", "from"):
        return bare(words, k + 1, size)
    if tags[k] in "DNCJ#":
        n = bare(words, k, size)
        if n == k:
            return comma
        while n < size and tags[n] == "I" and not _adjunct(words, n):
            m = bare(words, n + 1, size)
            if m == n + 1:
                break
            n = m
        m = n
        while m < size and tags[m] == "R":
            m += 1
        if m < size and tags[m] in "XVEB":
            return comma
        return n
    return comma
