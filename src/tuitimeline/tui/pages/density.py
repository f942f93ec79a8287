"""The density strip: how many events stand where in the whole span, and which part of it is on screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tuitimeline.tui.lines import Line, Run

_BARS = " ▁▂▃▄▅▆▇█"


def bars(counts: Sequence[int]) -> str:
    """A column for each count, as high as it is against the highest; what is not none is never invisible."""
    highest = max(counts, default=0)
    return "".join(_BARS[0 if not n else max(1, round(n * 8 / highest))] for n in counts)


def place(day: date, span: tuple[date, date], columns: int) -> int:
    """The column of a strip of `columns` in which `day` lies."""
    first, last = span
    days = (last - first).days + 1
    return max(0, min(columns - 1, (day - first).days * columns // days))


def strip(counts: Sequence[int], window: tuple[int, int] | None, first: str, last: str) -> Line:
    """The strip with the years at its ends; `window` are the first and last column on screen, in brackets."""
    shown = bars(counts)
    ends = Run(f" {first} ", ("gutter",)), Run(f" {last}", ("gutter",))
    if window is None:
        return (ends[0], Run(" "), Run(shown, ("strip",)), Run(" "), ends[1])
    left, right = window
    return (
        ends[0],
        Run(" " if left else "[", ("window",) if not left else ()),
        *_open(shown[:left]),
        Run(shown[left : right + 1], ("window",)),
        *_close(shown[right + 1 :]),
        ends[1],
    )


def _open(before: str) -> Line:
    """What lies before the window, its last column giving way to the bracket."""
    return (Run(before[:-1], ("strip",)), Run("[", ("window",))) if before else ()


def _close(after: str) -> Line:
    """What lies after the window, its first column giving way to the bracket."""
    return (Run("]", ("window",)), Run(after[1:], ("strip",)), Run(" ")) if after else (Run("]", ("window",)),)
