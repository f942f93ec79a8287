"""Numbers of people, things and money, as the range that the words allow."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tuitimeline.annotate.events.lexicon import table, word_class
from tuitimeline.annotate.events.tokens import Words

_DIGITS = re.compile(r"([$€£¥₹]?)(\d+(?:,\d{3})*(?:\.\d+)?)$")
_CURRENCY = word_class("currencies")


CODES = frozenset(["rs", "rs.", "inr", "usd", "eur", "gbp"])

CROWD = 20


class Amount(NamedTuple):
    """A number in the text, words first..last: the least and the most that it can mean, and if it is money."""

    first: int
    last: int
    least: float
    most: float
    money: bool


@cache
def _number_words() -> tuple[dict[str, float], dict[str, float], dict[str, list[float]]]:
    rows = table("numbers.toml")
    exact, scale, loose = rows["exact"], rows["scale"], rows["loose"]
    assert isinstance(exact, dict)
    assert isinstance(scale, dict)
    assert isinstance(loose, dict)
    return exact, scale, loose


def is_number(word: str) -> bool:
    """Whether a word in lower case begins an amount."""
    exact, _, loose = _number_words()
    return word in exact or word in loose or word in ("hundred", "thousand") or _DIGITS.match(word) is not None


def is_crowd(word: str) -> bool:
    """Whether a number, in lower case, is of more people than meet by chance."""
    exact, _, loose = _number_words()
    digits = _DIGITS.match(word)
    if digits:
        return float(digits[2].replace(",", "")) >= CROWD
    return exact.get(word, 0) >= CROWD or word in ("hundred", "thousand") or loose.get(word, [0])[0] >= CROWD


def amounts(words: Words, first: int = 0, last: int | None = None) -> list[Amount]:
    """Every amount among the words first..last-1."""
    found = []
    i, end = first, len(words) if last is None else last
    while i < end:
        amount = _amount(words, i, end)
        if amount:
            found.append(amount)
            i = amount.last + 1
        else:
            i += 1
    return found


def _amount(words: Words, i: int, end: int) -> Amount | None:
    exact, scale, loose = _number_words()
    lower = words.lower
    digits = _DIGITS.match(lower[i])
    j = i
    if digits:
        least = most = float(digits[2].replace(",", ""))
    elif lower[i] in exact:
        least = most = exact[lower[i]]
        if j + 2 < end and lower[j + 1] == "-" and lower[j + 2] in exact:
            j += 2
    elif lower[i] in loose:
        least, most = loose[lower[i]]
    else:
        head, _, tail = lower[i].partition("-")
        if not (head in exact and tail in exact):
            return None
        least = most = exact[head] + exact[tail]
    while j + 1 < end and lower[j + 1] in scale:
        least, most = least * scale[lower[j + 1]], most * scale[lower[j + 1]]
        j += 1
    money = bool(digits and digits[1]) or (j + 1 < end and lower[j + 1] in _CURRENCY)
    money = money or (i > 0 and lower[i - 1] in CODES)
    return _loosened(words, i, j, least, most, money)


def _loosened(words: Words, i: int, j: int, least: float, most: float, money: bool) -> Amount:
    about = table("numbers.toml")["about"]
    assert isinstance(about, dict)
    before = words.lower[max(0, i - 2) : i]
    near = before[-1:] if before else []
    if near and near[0] in about["words"]:
        return Amount(i, j, least * 0.85, most * 1.15, money)
    if near == ["than"] or near == ["least"] or near == ["over"] or near == ["most"] or near == ["to"]:
        word = near[0] if near[0] != "than" else before[0]
        if word in about["over"]:
            return Amount(i, j, least, most * 1.15, money)
        if word in about["under"]:
            return Amount(i, j, least * 0.6, most, money)
    return Amount(i, j, least, most, money)
