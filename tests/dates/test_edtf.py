"""The days that an EDTF date can mean."""

from datetime import date

import pytest

from tuitimeline.annotate.dates.edtf import bounds


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-02-27", date(2025, 2, 27), date(2025, 2, 27)),
        ("2025-02-27?", date(2025, 2, 27), date(2025, 2, 27)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025~", date(2025, 1, 1), date(2025, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2025-21", date(2025, 3, 1), date(2025, 5, 31)),
        ("2025-02/2025-04", date(2025, 2, 1), date(2025, 4, 30)),
        ("2025-02-27/..", date(2025, 2, 27), None),
        ("../2025-02", None, date(2025, 2, 28)),
        ("XXXX-02-29", None, None),
        ("XXXX-02", None, None),
    ],
)
def test_a_date_has_a_first_and_a_last_day(edtf: str, first: date | None, last: date | None):
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "today",
        "2025-02-30",
        "2025-13",
        "2025-2",
        "XXXX",
        "2025/2024",
        "../..",
        "2X25",
        "2025-02-27-01",
        "XXXX-13-01",
    ],
)
def test_what_is_no_date_is_refused_in_one_line(edtf: str):
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        bounds(edtf)
