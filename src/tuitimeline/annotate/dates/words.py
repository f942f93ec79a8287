"""The vocabulary of `words.toml` as lookups and as pieces of patterns.

A piece is a group without captures that matches one word; the lookup of the same name (`month`, `weekday`, …)
takes what it matched. Names of months and weekdays match as `March` or `MARCH`, not `march`; the rest in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tuitimeline.tables import read_table

_TABLES: dict[str, Any] = read_table(__file__, "words.toml")

MONTHS: dict[str, int] = {k.lower(): v for k, v in _TABLES["months"].items()}
WEEKDAYS: dict[str, int] = {k.lower(): v for k, v in _TABLES["weekdays"].items()}
UNITS: dict[str, str] = (
    _TABLES["units"]
    | {f"{word}s": unit for word, unit in _TABLES["units"].items() if word not in ("century", "millennium")}
    | _TABLES["irregular_plurals"]
)
NUMBERS: dict[str, int] = _TABLES["numbers"]
ORDINALS: dict[str, int] = _TABLES["ordinals"]
DECADES: dict[str, int] = _TABLES["decades"]
SEASONS: dict[str, str] = _TABLES["seasons"]
DAYPARTS: dict[str, str] = _TABLES["dayparts"]
MOMENTS: dict[str, str] = _TABLES["moments"]
VAGUE: dict[str, str] = _TABLES["vague_numbers"]
CODES: dict[str, str] = _TABLES["unit_codes"]
SETS: dict[str, str] = _TABLES["sets"]
REFERENCES: dict[str, str] = _TABLES["references"]
HOLIDAYS: dict[str, str] = _TABLES["holidays"]


def one_of(words: Iterable[str]) -> str:
    """A piece that matches the longest of `words` as they are written."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _names(table: dict[str, int]) -> str:
    short = [w for name in table for w in (name, name.upper())]
    return one_of(short) + r"\b"


def any_case(piece: str) -> str:
    """The same piece, blind to case."""
    return f"(?i:{piece})"


def spelled(words: Iterable[str]) -> str:
    """A piece that matches the longest of `words` in lower case, Capitalised or UPPER CASE; a blank is any space.

    Several times faster than a piece that is blind to case: each alternative is refused by its first letter.
    """
    longest = sorted(set(words), key=len, reverse=True)
    lower = (f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in longest)
    alternatives = [*lower, *(re.escape(word.upper()) for word in longest)]
    return "(?:" + "|".join(alternatives).replace(r"\ ", r"\s+") + ")"


def _written_out(table: dict[str, int]) -> dict[str, int]:
    longest = {number: max((n for n in table if table[n] == number), key=len) for number in table.values()}
    return {name: number for number, name in longest.items()}


def _with_short(table: dict[str, int]) -> str:
    """Names and their short forms; only a short form takes a full stop."""
    short = {name: number for name, number in table.items() if name not in _written_out(table) or len(name) < 4}
    return rf"(?:{_names(_written_out(table))}|{_names(short)}\.?)"


PERIODS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")


def listed(name: str) -> str:
    """A piece that matches any of the words of that list in words.toml."""
    return spelled(_TABLES["lists"][name])


MONTH_NAME = _names(_written_out(_TABLES["months"]))
MONTH = _with_short(_TABLES["months"])
NAMES_OF_DAYS = tuple(_written_out(_TABLES["weekdays"]))
WEEKDAY_NAME = _names(_written_out(_TABLES["weekdays"]))
WEEKDAY = _with_short(_TABLES["weekdays"])
UNIT = spelled(UNITS)
UNITS_ONLY = spelled(word for word in UNITS if word.endswith(("s", "ia")))
_NUMBER_WORD = spelled(NUMBERS)
_FIGURES = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+|[\s-]\d/\d|[½¼¾])?"
NUMBER = rf"(?:{_FIGURES}|{_NUMBER_WORD}(?:[\s-](?:and[\s-])?{_NUMBER_WORD})*)"
VAGUE_NUMBER = spelled(VAGUE)
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{spelled(ORDINALS)})"
SEASON = spelled(SEASONS)
DAYPART = spelled(DAYPARTS)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:]|[.,]\d|\s?%)"
YEAR = r"(?:1[0-9]|20)\d\d(?!\d|[.,]\d|\s?%)"


def month(word: str) -> int:
    """1 to 12."""
    return MONTHS[word.rstrip(".").lower()]


def weekday(word: str) -> int:
    """0 for Monday to 6."""
    return WEEKDAYS[word.rstrip(".").lower()]


def unit(word: str) -> str:
    """The unit of a word in any case and number: "Weeks" is "week"."""
    return UNITS[word.lower()]


def day_number(word: str) -> int:
    """The day of the month in "3", "03", "3rd"."""
    return int(re.sub(r"\D", "", word))


def ordinal(word: str) -> int:
    """The number of "third", "3rd", "twenty-first"."""
    return ORDINALS.get(word.lower()) or int(word[:-2])


def figures(number: float) -> str:
    """A number as TIMEX3 writes it: "12", "2.5"."""
    return str(int(number)) if number == int(number) else f"{number:.2f}".rstrip("0")


_MIXED = re.compile(r"(\d+)(?:[\s-](\d)/([1-9])|([½¼¾]))")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def number(words: str) -> int | float:
    """The number of figures or words: "12", "1,500", "2.5", "2 1/2", "twenty-five", "a"."""
    digits = words.replace(",", "")
    if digits.isdigit():
        return int(digits)
    if parts := _MIXED.fullmatch(digits):
        return int(parts[1]) + (int(parts[2]) / int(parts[3]) if parts[2] else _FRACTIONS[parts[4]])
    if digits[0].isdigit():
        return float(digits)
    total = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        value = NUMBERS.get(word, 1 if word in ("a", "an") else 0)
        total = max(total, 1) * value if value == 100 else total + value
    return total
