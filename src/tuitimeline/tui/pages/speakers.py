"""The rows of the sources: who, what kind of source, how often it says what; and a matrix of sources by events."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tuitimeline.model import Stance
from tuitimeline.safe import visible
from tuitimeline.tui.lines import Line, Run, clip, line
from tuitimeline.tui.wording import IDENTITY_WORDS

if TYPE_CHECKING:
    from tuitimeline.store import SpeakerRow

COLUMNS = (
    *(("events", 8), ("asserts", 9), ("confirms", 10), ("denies", 8)),
    *(("declines", 10), ("silent", 8), ("unverified", 12)),
)
"""What is counted of a source, and the columns it takes; as many as fit are shown."""

LETTERS = {
    Stance.ASSERTS: "●",
    Stance.CONFIRMS: "◆",
    Stance.DENIES: "✗",
    Stance.DECLINES: "–",
    Stance.NO_RESPONSE: "○",
    Stance.UNVERIFIED: "?",
}
"""A stance in one column of the matrix."""


def _fitting(columns: int) -> int:
    return max(1, min(len(COLUMNS), (columns - 38) // 9))


def heading(columns: int) -> Line:
    """What the columns hold."""
    shown = COLUMNS[: _fitting(columns)]
    counts = "".join(f"{name:>{wide}}" for name, wide in shown)
    return (Run(clip("   source", columns - len(counts) - 1) + counts, ("faint",)),)


def speaker_lines(row: SpeakerRow, named: Callable[[str], str], columns: int) -> tuple[Line, ...]:
    """The line of a source; `named` gives what the only document of an unnamed group is called."""
    counts = (row.events, row.asserts, row.confirms, row.denies, row.declines, row.no_response, row.unverified)
    shown = list(zip(COLUMNS, counts, strict=True))[: _fitting(columns)]
    numbers = [Run(f"{count or '·':>{wide}}", (_role(name, count),)) for (name, wide), count in shown]
    room = columns - sum(wide for (_name, wide), _count in shown) - 4
    kind = IDENTITY_WORDS[row.identity] + (f", {named(row.document)}" if row.document else "")
    name = clip(row.name, min(len(row.name), max(room - min(len(kind), 24) - 2, room * 2 // 3)))
    left = line("   ", (name, "source"), "  ", (clip(kind, room - len(name) - 2), "faint"))
    return ((*left, *numbers),)


def _role(name: str, count: int) -> str:
    if not count:
        return "faint"
    return "alarm" if name == "denies" else "headline"


def matrix_heading(numbers: Sequence[int], chosen: int, columns: int) -> tuple[Line, Line]:
    """The numbers of the events above their columns; the `chosen` one stands out."""
    left = Run(" " * NAME)
    tens, ones = [left], [left]
    for place, number in enumerate(numbers[: (columns - NAME) // 2]):
        role = ("key",) if place == chosen else ("faint",)
        tens.append(Run(f"{number // 10 % 10 if number >= 10 else ' '} ", role))
        ones.append(Run(f"{number % 10} ", role))
    return tuple(tens), tuple(ones)


NAME = 34
"""Columns of the names at the left of the matrix."""


def matrix_line(row: SpeakerRow, said: Sequence[Mapping[str, Stance]], chosen: int, columns: int) -> Line:
    """What a source says of each event; `said` gives for each event the stance by a source's key."""
    cells = [Run("   "), Run(clip(visible(row.name), NAME - 4) + " ", ("source",))]
    for place, stances in enumerate(said[: (columns - NAME) // 2]):
        stance = stances.get(row.key)
        role = "alarm" if stance is Stance.DENIES else "key" if place == chosen else "headline"
        cells.append(Run((LETTERS[stance] if stance else "·") + " ", (role if stance else "faint",)))
    return tuple(cells)


def matrix_legend() -> Line:
    """What the letters of the matrix mean."""
    words = {
        Stance.ASSERTS: "asserts",
        Stance.CONFIRMS: "confirms",
        Stance.DENIES: "denies",
        Stance.DECLINES: "declines",
        Stance.NO_RESPONSE: "no answer",
        Stance.UNVERIFIED: "unverified",
    }
    parts: list[Run] = [Run(" ")]
    for stance, meaning in words.items():
        parts += [Run(LETTERS[stance], ("key",)), Run(f" {meaning}  ", ("faint",))]
    return tuple(parts)
