"""The language of a text, by its function words or its script."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from tuitimeline.tables import read_table

_SAMPLE = 6_000  # characters from which a language is told
_ENOUGH = 3  # function words below which a text is taken for English, the language the program is made for
# Words in lower case alone: "La Paz" and "El Paso" are no Spanish.
_NOT_LATIN = re.compile("[\u0370-\u1dff\u3040-\ud7ff]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def of(text: str) -> str:
    """ISO 639-1 of the language a text is written in; "und" where its script belongs to several we do not tell."""
    if others := _NOT_LATIN.findall(text[:_SAMPLE]):
        for language, low, high in _scripts():
            if sum(low <= ord(c) <= high for c in others) > 0.3 * sum(c.isalpha() for c in text[:_SAMPLE]):
                return language
    counts: Counter[str] = Counter()
    for word in _WORD.findall(text[:_SAMPLE]):
        counts.update(_by_word().get(word, ()))
    if not counts:
        return "en"
    best, hits = max(counts.items(), key=lambda item: (item[1], item[0] == "en"))
    return best if hits >= _ENOUGH and hits > 1.2 * counts["en"] else "en"


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return read_table(__file__, "languages.toml")


@cache
def _scripts() -> tuple[tuple[str, int, int], ...]:
    return tuple((language, int(low, 16), int(high, 16)) for language, (low, high) in _data()["scripts"].items())


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in _data()["words"].items():
        for word in words:
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}
