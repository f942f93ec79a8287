"""Finding events costs time in proportion to the text, whatever the text."""

import time
from datetime import date
from importlib import import_module

import pytest

from tuitimeline.ingest import compose

events = import_module("tuitimeline.annotate.events")
sentences = import_module("tuitimeline.annotate.sentences")
dates = import_module("tuitimeline.annotate.dates")
sourcing = import_module("tuitimeline.annotate.sourcing")

HOSTILE = [
    "Police arrested the chief on Monday, two officials said. A fire killed 12 people on May 3.\n\n",
    "police arrested the chief on Monday and two officials said that a fire killed 12 people on May 3 and ",
    "two days after the fire he was arrested and ",
    '"killed" ',
    "killed ",
]


def seconds(text):
    """The least of three runs, in processor time."""
    document = compose("d", text, date(2024, 5, 1))
    split = sentences.split(text, document.paragraphs)
    timexes = dates.find(text, split, document.published)
    sourced = sourcing.find(text, document.paragraphs, split)
    runs = []
    for _ in range(3):
        start = time.process_time()
        events.find(document, split, timexes, sourced)
        runs.append(time.process_time() - start)
    return min(runs)


@pytest.mark.parametrize("unit", HOSTILE)
def test_linear(unit):
    small, large = (unit * (size // len(unit)) for size in (8_000, 32_000))
    assert seconds(large) < 12 * max(seconds(small), 0.002)
