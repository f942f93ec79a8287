"""Dates that people type, on Thursday 12 June 2025."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from tuitimeline.annotate.dates import typed

TODAY = date(2025, 6, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-02-27", "2025-02-27"),
        ("June 12 2025", "2025-06-12"),
        ("12 June 2025", "2025-06-12"),
        (" yesterday ", "2025-06-11"),
        ("3 days ago", "2025-06-09"),
        ("March 3", "2025-03-03"),
        ("12 de junio de 2025", "2025-06-12"),
        ("3 mars 2024", "2024-03-03"),
    ],
)
def test_a_day(text, expected):
    assert typed.day(text, TODAY) == date.fromisoformat(expected)


@pytest.mark.parametrize("text", ["", "soon", "March", "2025", "2025-02-30", "February 30 2025"])
def test_what_is_no_day_says_so_in_one_line(text):
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        typed.day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-02..2025-05", "2025-02-01", "2025-05-31"),
        ("2025-02-03/2025-02-05", "2025-02-03", "2025-02-05"),
        ("since March", "2025-03-01", None),
        ("from February to May", "2025-02-01", "2025-05-31"),
        ("until 2024", None, "2024-12-31"),
        ("before March 2025", None, "2025-02-28"),
        ("last week", "2025-06-02", "2025-06-08"),
        ("last month", "2025-05-01", "2025-05-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("June 12 2025", "2025-06-12", "2025-06-12"),
        ("2025-03..", "2025-03-01", None),
        ("..2025-03", None, "2025-03-31"),
        ("March - May 2025", "2025-03-01", "2025-05-31"),
    ],
)
def test_a_span(text, first, last):
    got = typed.span(text, TODAY)
    assert got == (first and date.fromisoformat(first), last and date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "whenever", "2025-05..2025-02", "..", "since when"])
def test_what_is_no_span_says_so_in_one_line(text):
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        typed.span(text, TODAY)


def test_dateparser_is_imported_when_needed():
    """Reading news needs no dateparser: it would double the start-up time."""
    code = "import sys, tuitimeline.annotate.dates.typed; sys.exit('dateparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
