"""Where a sentence begins behind its dateline. All sentences are invented."""

import pytest

from tuitimeline.annotate.events import datelines

TOLD = "Rescuers found nine men on Friday."

BEFORE = [
    "OLM, March 14 (Norden) - ",
    "OLM: ",
    "OLM (Tessel) • ",
    "Olm City — ",
    "Olm/Vell: ",
    "Olm (Norden) — ",
    "Port Olm, Tessel (Norden) - ",
]

NONE = [
    "Ann Vos — Minister of Trade — resigned on Monday.",
    "Mayor Orr (Labour) - a friend - resigned on Monday.",
    "The Harbour Board – which met on Monday – resigned.",
    "Ann Vos (Tessel) was elected on Monday.",
]


@pytest.mark.parametrize("line", BEFORE)
def test_a_dateline_is_no_part_of_its_sentence(line):
    assert datelines.end(line + TOLD, 0, len(line + TOLD)) == len(line)


@pytest.mark.parametrize("line", NONE)
def test_what_only_looks_like_a_dateline(line):
    assert datelines.end(line, 0, len(line)) == 0
