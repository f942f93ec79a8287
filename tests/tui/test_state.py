"""The state: filters in parts, zoom, and the rows of a timeline that is zoomed out."""

from __future__ import annotations

from datetime import date

import pytest

from tuitimeline.store import Filter
from tuitimeline.tui.state import Buckets, State, Zoom, parts_on, without


def test_a_filter_is_made_of_parts():
    wanted = Filter(text="rubio", starred=True, since=date(2025, 2, 1))
    assert parts_on(wanted) == ("text", "since", "starred")
    assert parts_on(without(wanted, "text")) == ("since", "starred")
    assert parts_on(Filter()) == ()


@pytest.mark.parametrize(("zoom", "by", "then"), [(0, 1, 1), (2, 1, 2), (0, -1, 0), (2, -2, 0)])
def test_zoom_stays_where_there_is_no_more(zoom: int, by: int, then: int):
    assert State(zoom=Zoom(zoom)).zoomed(by) is Zoom(then)


def test_months_and_years_of_a_span():
    months = Buckets(date(2024, 11, 5), date(2025, 2, 27), Zoom.MONTHS)
    assert [months.start(row) for row in range(len(months))] == [
        date(2024, 11, 1),
        date(2024, 12, 1),
        date(2025, 1, 1),
        date(2025, 2, 1),
    ]
    assert months.end(1) == date(2024, 12, 31)
    assert months.row_of(date(2025, 1, 31)) == 2
    assert months.row_of(date(1990, 1, 1)) == 0
    assert len(Buckets(date(2024, 11, 5), date(2025, 2, 27), Zoom.YEARS)) == 2
