"""Lines: folding that loses nothing, columns that hold with wide, combining and hostile characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuitimeline.tui.lines import Mark, Run, clip, clip_line, fold, line, line_width, marked, spread, width


@given(st.text(max_size=200), st.integers(2, 40))
@example("\N{COMBINING ACUTE ACCENT}", 2)
@example("", 2)
@example(" \n ", 2)
def test_folding_loses_only_white_space(text: str, columns: int):
    pieces = fold(text, columns)
    outside = text
    for start, end in reversed(pieces):
        outside = outside[:start] + outside[end:]
    assert not outside.strip()  # a line feed and a carriage return before it are white space too
    assert all(a <= b for a, b in pieces)
    assert all(left[1] <= right[0] for left, right in pairwise(pieces))


@pytest.mark.parametrize(
    "text", ["plain words that go on", "漢字漢字漢字 かな", "e\u0301e\u0301e\u0301 combining", "👩‍👩‍👧 family"]
)
@pytest.mark.parametrize("columns", [2, 3, 7, 20])
def test_no_line_is_wider_than_asked(text: str, columns: int):
    assert all(width(text[start:end]) <= columns for start, end in fold(text, columns))


@pytest.mark.parametrize(
    "text", ["", "short", "a headline that is too long", "漢字漢字漢字漢字", "שלום עולם שלום"]
)
@pytest.mark.parametrize("columns", [0, 1, 2, 5, 12])
def test_clipping_fills_its_columns(text: str, columns: int):
    assert width(clip(text, columns)) == columns


def test_marks_lie_over_each_other_in_their_order():
    runs = marked("two sources said", 0, 16, [Mark(0, 16, "content"), Mark(0, 11, "source"), Mark(12, 16, "cue")])
    assert runs == (
        Run("two sources", ("content", "source")),
        Run(" ", ("content",)),
        Run("said", ("content", "cue")),
    )


def test_nothing_hostile_comes_through():
    assert line("\x1b[31mred\u202e")[0].text == "␛[31mred⇤"
    assert marked("a\x1bb", 0, 3, [])[0].text == "a␛b"


def test_two_ends_of_a_line():
    assert line_width(spread(line("left"), line("right"), 30)) == 30
    assert "…" in "".join(run.text for run in spread(line("a long left end"), line("right"), 15))
    assert line_width(clip_line(line("漢字漢字", "漢字"), 5)) <= 5
