"""What must stand before and behind a word for it to tell of an event: the elements of kinds.toml."""

from __future__ import annotations

from tuitimeline.annotate.events.lexicon import people, word_class
from tuitimeline.annotate.events.numbers import CODES, is_crowd, is_number
from tuitimeline.annotate.events.tokens import Words

GAP = 7
"""Words, marks included, that "..." may stand for."""

MONTHS = frozenset(["March", "May", "Wed"])
"""Months and days that are verbs and nouns for events too."""

PREPOSITIONS = word_class("prepositions")
AUXILIARIES = word_class("auxiliaries")
BREAKS = word_class("breaks")
CURRENCIES = word_class("currencies")
SUMS = word_class("sums") | CURRENCIES


def follows(words: Words, i: int, rest: tuple[str, ...]) -> int | None:
    """The last word that `rest` covers when it is matched from word i; None where it is not there."""
    if not rest:
        return i - 1
    element, *after = rest
    tail = tuple(after)
    if element == "...":
        if not tail:
            return i - 1
        for j in range(i, min(i + GAP + 1, len(words))):
            if j > i and words.lower[j - 1] in BREAKS and words.lower[j - 1] != ",":
                return None
            found = follows(words, j, tail)
            if found is not None:
                return found
        return None
    for alternative in element.split("|"):
        covered = _element(words, i, alternative)
        if covered is not None:
            found = follows(words, covered + 1, tail)
            if found is not None:
                return found
    return None


def _element(words: Words, i: int, element: str) -> int | None:
    if i >= len(words):
        return None
    if element == "#":
        return next(
            (j for j in range(i, min(i + 3, len(words))) if is_number(words.lower[j]) and not _money(words, j)),
            None,
        )
    if element == "$":
        return next((_sum_end(words, j) for j in range(i, min(i + 4, len(words))) if _money(words, j)), None)
    if element == "@":
        return _person(words, i)
    same = words.lower[i] in (element, element + "s", element + "es")
    return i if same and words.written[i] not in MONTHS else None


def _sum_end(words: Words, i: int) -> int:
    """The last word of a sum of money: "$6 million", "two million crowns"."""
    while i + 1 < len(words) and (is_number(words.lower[i + 1]) or words.lower[i + 1] in SUMS):
        i += 1
    return i


def _money(words: Words, i: int) -> bool:
    return (
        words.lower[i][0] in "$€£¥₹"
        or (i > 0 and is_number(words.lower[i]) and words.lower[i - 1] in CODES)
        or (is_number(words.lower[i]) and any(w in CURRENCIES for w in words.lower[i + 1 : i + 3]))
    )


def _person(words: Words, i: int) -> int | None:
    for j in range(i, min(i + 5, len(words))):
        word = words.lower[j]
        if word in people() or (words.written[j][0].isupper() and len(word) > 1):
            return j
        if not word.replace("-", "").isalnum() or word in PREPOSITIONS or word in AUXILIARIES:
            return None
    return None


def precedes(words: Words, i: int, element: str) -> bool:
    span = range(max(0, i - 8), i)
    clear = max((j for j in span if words.lower[j] in BREAKS), default=-1)
    near = [j for j in span if j > clear]
    return any(_is(words, near, part) for part in element.split("|"))


def _is(words: Words, near: list[int], element: str) -> bool:
    """Whether one of the words `near` is a number, a large one, a sum, a person or the word itself."""
    if element in ("#", "##"):
        amounts = [j for j in near if is_number(words.lower[j]) and not _money(words, j)]
        return any(element == "#" or is_crowd(words.lower[j]) for j in amounts)
    if element == "$":
        return any(_money(words, j) for j in near)
    if element == "@":
        return any(words.lower[j] in people() or words.written[j][0].isupper() for j in near)
    return any(words.lower[j] == element for j in near)
