"""How many sources a noun phrase speaks of."""

from __future__ import annotations

import re

from tuitimeline.model import Count

_NUMBERS = {
    word: n
    for n, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "dozen": 12,
    "thousand": 1000,
    "both": 2,
    "neither": 2,
    "either": 2,
    "couple": 2,
    "pair": 2,
    "trio": 3,
    "scores": 40,
}
_OPEN = {
    "several": 3,
    "handful": 3,
    "few": 3,
    "multiple": 2,
    "various": 2,
    "numerous": 3,
    "many": 3,
    "some": 2,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "most": 2,
    "others": 2,
}
_ORDINAL = frozenset("first second third fourth fifth sixth seventh another".split())
_SINGULAR = frozenset("a an another one this each that".split())
_AT_LEAST = re.compile(r"^(?:at least|no fewer than|not fewer than|no less than|as many as)\b")
_MORE = re.compile(r"^(?:more than|over|upwards of)\b")


def number(word: str) -> int | None:
    """The value of a numeral in words or figures."""
    if word[0].isdigit():
        digits = word.replace(",", "")
        return int(digits) if digits.isdecimal() and len(digits) < 7 else None
    return _NUMBERS.get(word)


def stated(low: list[str]) -> Count | None:
    """The count that a noun phrase of these lower-cased words states; None where it states none."""
    if not low:
        return None
    line = " ".join(low[:6])
    least = _AT_LEAST.match(line)
    more = _MORE.match(line)
    if least or more:
        rest = low[len((least or more).group().split()) :]  # type: ignore[union-attr]
        n = _value(rest)
        if n is not None:
            return Count(n + 1 if more else n, None)
    rest = low
    while rest and rest[0] in (
        "the",
        "all",
        "those",
        "these",
        "about",
        "some",
        "nearly",
        "almost",
        "its",
        "their",
        "his",
        "her",
        "other",
        "only",
        "just",
        "around",
    ):
        rest = rest[1:]
    if not rest:
        return None
    if len(rest) > 2 and rest[1] == "or" and number(rest[0]) and number(rest[2]):
        return Count(number(rest[0]) or 1, number(rest[2]))
    if (rest[0] in _OPEN and low[0] != "the") or rest[0] in ("dozens", "hundreds", "scores"):
        return Count(_OPEN[rest[0]], None)
    if rest[0] == "a" and len(rest) > 1:
        if rest[1] in ("handful", "few"):
            return Count(3, None)
        if (
            rest[1] in ("number", "group", "series", "range", "majority", "string")
            and len(rest) > 2
            and rest[2] == "of"
        ):
            return Count(2, None)
        if rest[1] in _ORDINAL:
            return Count(1, 1)
    n = _value(rest)
    if n is not None and rest[1:2] == ["in"] and len(rest) > 2 and number(rest[2]):
        return Count(2, None)  # a share: "one in five nurses"
    if n is not None and n > 0:
        return Count(n, n)
    if rest[0] in _ORDINAL:
        return Count(1, 1)
    if low[0] == "some":
        return Count(2, None)
    if low[0] in _SINGULAR:
        return Count(1, 1)
    return None


def _value(low: list[str]) -> int | None:
    if not low:
        return None
    if low[0] == "half" and low[1:3] in (["a", "dozen"], ["dozen"]):
        return 6
    if low[0] == "a" and len(low) > 1:
        if low[1] in ("dozen", "couple", "pair", "hundred", "trio", "thousand"):
            return _NUMBERS[low[1]]
        if (low[1] == "half" and low[2:3] == ["dozen"]) or low[1] == "half-dozen":
            return 6
        return None
    n = number(low[0])
    if n is not None and len(low) > 1 and low[1] in ("dozen", "hundred", "thousand"):
        return n * _NUMBERS[low[1]]
    return n
