"""What must stand before and behind a word for it to tell of an event: the elements of kinds.toml."""

from __future__ import annotations

from tuitimeline.annotate.events.lexicon import Element, people, word_class
from tuitimeline.annotate.events.numbers import CODES, is_crowd, is_number
from tuitimeline.annotate.events.tokens import Words

PREPOSITIONS = word_class("prepositions")
AUXILIARIES = word_class("auxiliaries")
SUBORDINATORS = word_class("subordinators")
BREAKS = word_class("breaks")
CALENDAR = word_class("calendar")
CURRENCIES = word_class("currencies")
REACH = 11
"""Words before a phrase among which its subject stands."""

LOOSE = frozenset(["at", "about", "over", "under", "between", "of"])
"""Prepositions that belong to a number: "at least ten", "over fifty"."""
SUMS = word_class("sums") | CURRENCIES
PHRASE_ENDS = (PREPOSITIONS | AUXILIARIES | SUBORDINATORS | BREAKS) - frozenset(["of", "'s", "’s", "against"])


def follows(words: Words, i: int, rest: tuple[Element, ...], at: int = 0) -> int | None:
    """The last word that `rest`, from its element `at`, covers when it is matched from word i, else None."""
    if at == len(rest):
        return i - 1
    element = rest[at]
    if element.negated:
        held = i < len(words) and _is(words, i, element) is not None
        return None if held else follows(words, i, rest, at + 1)
    if not element.gap:
        covered = _is(words, i, element)
        return None if covered is None else follows(words, covered + 1, rest, at + 1)
    if at + 1 == len(rest):
        return i - 1
    for j in range(i, min(i + element.gap + 1, len(words))):
        if j > i and _ends_gap(words.lower[j - 1], element):
            return None
        found = follows(words, j, rest, at + 1)
        if found is not None:
            return found
    return None


def _ends_gap(word: str, gap: Element) -> bool:
    return word in PHRASE_ENDS if gap.within else word in BREAKS and word != ","


def _is(words: Words, i: int, element: Element) -> int | None:
    """The last word that an element without a gap covers from word i."""
    if i >= len(words):
        return None
    if words.lower[i] in element.words:
        return i
    for mark in element.marks:
        covered = _MARKED[mark](words, i)
        if covered is not None:
            return covered
    return None


def _number(words: Words, i: int) -> int | None:
    for j in range(i, min(i + 3, len(words))):
        if is_number(words.lower[j]) and not _money(words, j):
            return j
        if words.lower[j] in PREPOSITIONS and words.lower[j] not in LOOSE:
            return None
    return None


def _sum(words: Words, i: int) -> int | None:
    """The last word of a sum of money: "$6 million", "two million crowns"."""
    start = next((j for j in range(i, min(i + 4, len(words))) if _money(words, j)), None)
    if start is None:
        return None
    while start + 1 < len(words) and (is_number(words.lower[start + 1]) or words.lower[start + 1] in SUMS):
        start += 1
    return start


def _money(words: Words, i: int) -> bool:
    if words.lower[i + 1 : i + 2] == ["per"]:
        return False
    return (
        words.lower[i][0] in "$€£¥₹"
        or (i > 0 and is_number(words.lower[i]) and words.lower[i - 1] in CODES)
        or (is_number(words.lower[i]) and any(w in CURRENCIES for w in words.lower[i + 1 : i + 3]))
    )


def _person(words: Words, i: int) -> int | None:
    for j in range(i, min(i + 5, len(words))):
        word = words.lower[j]
        if word in people() or (words.written[j][0].isupper() and len(word) > 1 and word not in CALENDAR):
            return j
        if not word.replace("-", "").isalnum() or word in PREPOSITIONS or word in AUXILIARIES:
            return None
    return None


def _proper(words: Words, i: int) -> int | None:
    return i if words.written[i][0].isupper() and words.lower[i] not in CALENDAR else None


_MARKED = {"#": _number, "$": _sum, "@": _person, "^": _proper}


def precedes(words: Words, i: int, element: Element) -> bool:
    """Whether what an element asks for stands in the clause before word i."""
    near = _clause_before(words, i)
    if any(words.lower[j] in element.words for j in near):
        return True
    return any(_stands(words, near, mark) for mark in element.marks)


def _clause_before(words: Words, i: int) -> list[int]:
    """The words of the clause before word i, the nearest first, past an insertion right before it."""
    j = i - 1
    if j >= 0 and words.lower[j] == ",":
        opening = next((k for k in range(j - 1, max(-1, j - REACH), -1) if words.lower[k] in BREAKS), -1)
        j = opening - 1 if opening >= 0 and words.lower[opening] == "," else j
    near = []
    while j >= max(0, i - REACH) and words.lower[j] not in BREAKS and words.lower[j] != "that":
        near.append(j)
        j -= 1
    return near


def _stands(words: Words, near: list[int], mark: str) -> bool:
    """Whether one of the words `near` is a number, a large one, a sum or a person."""
    if mark in ("#", "##"):
        amounts = [j for j in near if is_number(words.lower[j]) and not _money(words, j)]
        return any(mark == "#" or is_crowd(words.lower[j]) for j in amounts)
    if mark == "$":
        return any(_money(words, j) for j in near)
    return any(words.lower[j] in people() or _name(words, j) for j in near)


def _name(words: Words, i: int) -> bool:
    """Whether a word is a name: it has a capital, and not only because the sentence begins with it."""
    if not words.written[i][0].isupper() or words.lower[i] in CALENDAR:
        return False
    return i > 0 or words.lower[1] in AUXILIARIES or words.written[1][0].isupper()
