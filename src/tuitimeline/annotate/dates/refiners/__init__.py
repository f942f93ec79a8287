"""What stands around and between the readings of a sentence, once its families have been read.

Each refiner takes the readings of one sentence in order and gives them back, joined, widened or bounded.
"""

from __future__ import annotations

from collections.abc import Callable

from tuitimeline.annotate.dates.reading import Context, Reading
from tuitimeline.annotate.dates.refiners.days import clocks, parts_of_days
from tuitimeline.annotate.dates.refiners.durations import compounds, links
from tuitimeline.annotate.dates.refiners.modifiers import approximations, modifiers
from tuitimeline.annotate.dates.refiners.ranges import ranges, second_ends

_REFINERS: tuple[Callable[[list[Reading], Context], list[Reading]], ...] = (
    second_ends,
    parts_of_days,
    clocks,
    modifiers,
    approximations,
    ranges,
    compounds,
    links,
)


def refined(readings: list[Reading], context: Context) -> list[Reading]:
    """All refiners in their order."""
    for refiner in _REFINERS:
        readings = refiner(readings, context)
    return readings
