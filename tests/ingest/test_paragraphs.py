"""Lines become paragraphs; the text itself is never changed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuitimeline.ingest.paragraphs import split, unwrap

BREAKS = ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "\n\n", "\n \t\n"]


def shown(text):
    return [text[p.start : p.end] for p in split(text)]


@pytest.mark.parametrize("between", BREAKS, ids=ascii)
def test_every_line_break_parts_paragraphs(between):
    assert shown(f"  The bridge fell. {between} Nobody was hurt.\t") == ["The bridge fell.", "Nobody was hurt."]


@pytest.mark.parametrize("text", ["", " ", "\n\r\n \u2028"])
def test_no_words_no_paragraphs(text):
    assert split(text) == ()


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "The ferry company said on Monday that it would stop the night crossing\n"
        "until the harbour had been dredged, which could take until the end of\n"
        "May. Two captains had refused to sail, the company's log shows, after\n"
        "the ferry Astrid touched ground twice in one week.\n"
        "\n"
        "The harbour master declined to comment on the depth of the channel, or\n"
        "on who had measured it.\n"
    )
    first, second = shown(unwrap(text))
    assert first.endswith("twice in one week.")
    assert second.startswith("The harbour master")
    assert len(unwrap(text)) == len(text)


def test_one_sentence_a_line_stays_so():
    text = "The bridge fell on Monday.\nNobody was hurt.\nThe mayor, who had opened it, wept.\nIt rained."
    assert unwrap(text) == text


@given(st.text(alphabet=st.sampled_from("ab. \n\r\u2028\u00a0é"), max_size=200))
def test_paragraphs_hold_every_word_once_and_in_order(text):
    found = split(text)
    assert "".join("".join(shown(text)).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[p.start : p.end] == text[p.start : p.end].strip() != "" for p in found)


def test_a_line_of_twenty_megabytes_of_blanks_is_read_in_linear_time():
    assert len(split("word" + " " * 20_000_000 + "word")) == 1
