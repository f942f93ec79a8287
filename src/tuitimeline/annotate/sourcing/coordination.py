"""The members of a list of sources: "A, B and C"."""

from __future__ import annotations

import re

from tuitimeline.annotate.sourcing.relation import Run
from tuitimeline.annotate.sourcing.tokens import Words

_ROLES = frozenset(("a", "an", "his", "her", "their", "its"))
_NAME_AND_ROLES = re.compile(r"C+,D[^,]+KD[^,]+,?")


def members(words: Words, first: int, last: int) -> list[Run]:
    """The members of the noun phrase of words `first` up to `last`; the phrase itself where nothing is listed."""
    start = first + 1 if words.low[first] in ("both", "neither", "either") else first
    k = _conjunction(words, start, last)
    if k is None or k + 1 >= last or _joins_within(words, start, k, last):
        return [(first, last)]
    commas = [i for i in range(start, k) if words.tags[i] == ","]
    ends = [*commas, k]
    begins = [start, *(i + 1 for i in commas)]
    found = [(a, b) for a, b in zip(begins, ends, strict=True) if b > a]
    found.append((k + 1, last))
    # an apposition before the "and": "Smith, the mayor, and Jones"
    if len(found) == 3 and words.tags[k - 1] == "," and words.low[found[1][0]] in ("the", "a", "an"):
        found = [(found[0][0], found[1][1]), found[2]]
    return found


def _conjunction(words: Words, start: int, last: int) -> int | None:
    """The last conjunction of the list; a relative or participial tail is no part of it, nor is "two or three"."""
    tags = words.tags
    stop = start
    while stop < last and tags[stop] not in "WHGE-(":
        stop += 1
    if stop < last and tags[stop] in "GE":
        # "two scientists involved in the trial and an official"
        stop = next((k + 1 for k in range(stop, last - 1) if tags[k] == "K" and tags[k + 1] in "D#"), stop)
    for k in range(stop - 1, start, -1):
        if tags[k] == "K" and not (tags[k - 1] == "#" == tags[k + 1 : k + 2]):
            return k
    return None


def _joins_within(words: Words, start: int, k: int, last: int) -> bool:
    """Whether the conjunction at `k` joins modifiers, parts of an of-phrase or roles of one, and no members."""
    tags = words.tags
    left, right = tags[start:k], tags[k + 1 : last]
    # "current and former employees", "foreign and defence ministers"
    modifiers = right[:1] in ("J", "E") and left[-1:] in "JE#" and "N" not in left and "C" not in left
    whole = "C" in left or "D" in left or "#" in left or tags[k - 1] in "NC"
    if modifiers or not whole or ("I" in left and not re.search(r"[D#C].*I.*", left)):
        return True
    # "the president of France and Germany"
    if "I" in left and (tags[k + 1] not in "D#C" or tags[k - 1] == "C" == tags[k + 1]):
        return True
    # "Moro, the head of the league and a friend of his,"
    return words.low[k + 1] in _ROLES and _NAME_AND_ROLES.fullmatch(tags, start, last) is not None
