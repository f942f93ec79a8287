"""Dates and counts in words: what EDTF doubts stays in view."""

from __future__ import annotations

from datetime import date

import pytest

from tuitimeline.model import Count
from tuitimeline.tui.wording import count_words, date_words, plural, span_words, when_words, year_of


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-02-27", "Feb 27, 2025"),
        ("2025-02-27?", "Feb 27, 2025?"),
        ("2025-05~", "~May 2025"),
        ("2025-05%", "~May 2025?"),
        ("2025", "2025"),
        ("202X", "2020s"),
        ("2025-22", "summer 2025"),
        ("2025-34", "Q2 2025"),
        ("XXXX-02-27", "Feb 27, year unknown"),
        ("XXXX-05", "May, year unknown"),
        ("2025-02-27/2025-03-01", "Feb 27–Mar 1, 2025"),
        ("2025-02-27/2025-02-28", "Feb 27–28, 2025"),
        ("2024-12-30/2025-01-02", "Dec 30, 2024–Jan 2, 2025"),
        ("2025-02/..", "after Feb 2025"),
        ("../2025-02-27", "until Feb 27, 2025"),
        (None, "undated"),
        ("anything else", "anything else"),
    ],
)
def test_dates(edtf: str | None, words: str):
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "after", "words"),
    [
        (None, "2025-02-27", "after Feb 27, 2025"),
        (None, None, "undated"),
        ("2025-02-27", "2025-01-01", "Feb 27, 2025"),
    ],
)
def test_what_only_follows(edtf: str | None, after: str | None, words: str):
    assert when_words(edtf, after) == words


@pytest.mark.parametrize(
    ("edtf", "year"), [("2025-02", "2025"), ("XXXX-02-27", "year?"), (None, None), ("../2024-01-01", "2024")]
)
def test_years_of_the_gutter(edtf: str | None, year: str | None):
    assert year_of(edtf) == year


@pytest.mark.parametrize(
    ("count", "words"), [(Count(2, 2), "2"), (Count(2, 4), "2-4"), (Count(2, None), "2+"), (Count(0, 0), "0")]
)
def test_counts(count: Count, words: str):
    assert count_words(count) == words


def test_plurals():
    assert plural(1, "event") == "1 event"
    assert plural(1204, "copy", "copies") == "1,204 copies"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 3, 1), None, "since Mar 1, 2025"),
        (None, date(2025, 3, 1), "until Mar 1, 2025"),
        (date(2025, 3, 1), date(2025, 3, 1), "Mar 1, 2025"),
        (date(2025, 3, 1), date(2025, 3, 31), "Mar 1, 2025 – Mar 31, 2025"),
        (None, None, ""),
    ],
)
def test_spans_of_days(first: date | None, last: date | None, words: str):
    assert span_words(first, last) == words
