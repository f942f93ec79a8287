"""Where a sentence begins behind its dateline. All sentences are invented."""

from datetime import date

import pytest

from tuitimeline.annotate import annotate, datelines
from tuitimeline.ingest import compose
from tuitimeline.model import Sentence

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
    "U.S. Secretary Ann Vos resigned on Monday.",
    "T.O.-based makers resigned on Monday.",
    "NORD-led forces left on Monday.",
]


@pytest.mark.parametrize("line", BEFORE)
def test_a_dateline_is_no_part_of_its_sentence(line):
    assert datelines.end(line + TOLD, 0, len(line + TOLD)) == len(line)


@pytest.mark.parametrize("line", NONE)
def test_what_only_looks_like_a_dateline(line):
    assert datelines.end(line, 0, len(line)) == 0


@pytest.mark.parametrize("dateline", ["OLM, Ind. (NRD) - ", "(Norden) – ", "Olm: "])
def test_no_source_and_no_event_begins_with_a_dateline(dateline):
    text = f"{dateline}At least nine men were held on Monday, officials of Olm said."
    found = annotate(compose("x", text, date(2021, 6, 18)))
    assert found.sentences == ((0, len(text)),)
    assert [m.start for m in found.mentions] == [len(dateline)]


def test_turns_of_a_transcript_are_no_datelines():
    lines = ["VOS: I was in Olm on Monday.", "ORR: You were not there."]
    text = "\n".join(lines)
    spans = (Sentence(0, len(lines[0])), Sentence(len(lines[0]) + 1, len(text)))
    assert datelines.left_out(text, spans) == spans
