"""Equal values kept once: thousands of mentions share their dates, kinds, speakers and offsets."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")


@lru_cache(maxsize=1 << 16, typed=True)
def _first(value: object) -> object:
    return value


def once(value: T) -> T:
    """The first of the values equal to `value`, and of its type, that were seen lately."""
    kept: T = _first(value)  # type: ignore[assignment]
    return kept
