"""How far a build is, and a line on a terminal that says so."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum
from types import TracebackType
from typing import NamedTuple, Self, TextIO

_WIDTH = 24
_EVERY = 0.1  # seconds


class Stage(StrEnum):
    """What a build is doing."""

    READING = "reading"
    WEAVING = "weaving"
    WRITING = "writing"


class Progress(NamedTuple):
    """How far a build is: `done` of `total` files, documents or events, by stage."""

    stage: Stage
    done: int
    total: int


class ProgressLine:
    """Draws Progress on one line of a terminal, ten times a second at most; silent where `out` is none."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out, self._clock = out, clock
        self._shown = out.isatty()
        self._drawn_at = float("-inf")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown and self._drawn_at > float("-inf"):
            self._out.write("\r\x1b[K")
            self._out.flush()

    def __call__(self, progress: Progress) -> None:
        now = self._clock()
        if self._shown and now - self._drawn_at >= _EVERY:
            self._drawn_at = now
            self._out.write(f"\r{line(progress)}\x1b[K")
            self._out.flush()


def line(progress: Progress) -> str:
    """`reading  ████████░░░░  123 of 456`."""
    stage, done, total = progress
    full = _WIDTH * min(done, total) // total if total else 0
    return f"{stage}  {'█' * full}{'░' * (_WIDTH - full)}  {done:,} of {total:,}"
