"""How many sources a noun phrase speaks of."""

from __future__ import annotations

import re
from itertools import dropwhile

from tuitimeline.annotate.sourcing.lexicon import load
from tuitimeline.model import Count

_DATA = load("counts.toml")
_NUMBERS: dict[str, int] = _DATA["numbers"]
_OPEN: dict[str, int] = _DATA["open"]
_BEFORE, _GROUPS, _ORDINALS, _SINGULAR = (
    frozenset(_DATA["words"][name].split()) for name in ("before", "groups", "ordinals", "singular")
)
_BOUND = re.compile(rf"(?:(?P<least>{_DATA['words']['least']})|(?P<more>{_DATA['words']['more']})) ")


def number(word: str) -> int | None:
    """The value of a numeral in words or figures."""
    if word[0].isdigit():
        digits = word.replace(",", "")
        return int(digits) if digits.isdecimal() and len(digits) < 7 else None
    return _NUMBERS.get(word)


def stated(low: list[str]) -> Count | None:
    """The count that a noun phrase of these lower-cased words states; None where it states none."""
    bound = _BOUND.match(" ".join(low[:6]))
    n = _value(low[len(bound.group().split()) :]) if bound else None
    if bound and n is not None:
        return Count(n + 1 if bound["more"] else n, None)
    rest = list(dropwhile(_BEFORE.__contains__, low))
    if not rest:
        return None
    count = _open(low, rest) or _exact(rest)
    if count is None and low[0] == "some":
        return Count(2, None)
    return Count(1, 1) if count is None and low[0] in _SINGULAR else count


def _open(low: list[str], rest: list[str]) -> Count | None:
    """ "Several", "dozens", "a handful", "a group of": at least so many; `rest` has nothing before its number."""
    if rest[0] in _OPEN and (low[0] != "the" or _OPEN[rest[0]] > 12):
        return Count(_OPEN[rest[0]], None)
    if rest[0] == "a" and rest[1:2] in (["handful"], ["few"]):
        return Count(_OPEN[rest[1]], None)
    if rest[0] == "a" and len(rest) > 2 and rest[1] in _GROUPS and rest[2] == "of":
        return Count(2, None)
    share = rest[1:2] == ["in"] and len(rest) > 2 and number(rest[0]) and number(rest[2])
    return Count(2, None) if share else None  # "one in five nurses"


def _exact(rest: list[str]) -> Count | None:
    """ "Two", "two or three", "half a dozen", "a third"."""
    if len(rest) > 2 and rest[1] == "or" and number(rest[0]) and number(rest[2]):
        return Count(number(rest[0]) or 1, number(rest[2]))
    n = _value(rest)
    if n:
        return Count(n, n)
    ordinal = rest[1:2] if rest[0] == "a" else rest[:1]
    return Count(1, 1) if ordinal and ordinal[0] in _ORDINALS else None


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
