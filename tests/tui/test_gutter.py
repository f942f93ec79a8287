"""The gutter: it says what the row before has not said, and never lets a year be taken for another."""

from __future__ import annotations

import pytest

from tuitimeline.tui.pages.timeline import Stamp, gutter


@pytest.mark.parametrize(
    ("now", "before", "shown"),
    [
        (Stamp("2025", "Feb 27"), None, "2025 Feb 27"),
        (Stamp("2025", "Mar  1"), Stamp("2025", "Feb 27"), "     Mar  1"),
        (Stamp("2025", "Feb 27"), Stamp("2025", "Feb 27"), ""),
        (Stamp("2025", "Feb 27"), Stamp("2024", "Feb 27"), "2025 Feb 27"),
        (Stamp("2025", "after Feb 27"), Stamp("2025", "Feb 27"), "after Feb 27"),
        (Stamp("2025", "after Feb 27"), Stamp("2024", "Feb 27"), "after 2025"),
        (Stamp("2025", "after Feb 27"), None, "after 2025"),
        (Stamp("year?", "Feb 27"), Stamp("2025", "Feb 27"), "year? Feb 27"),
        (Stamp("year?", "after Feb 27"), Stamp("year?", "Feb 27"), "after Feb 27"),
        (Stamp("", "undated"), Stamp("2025", "Feb 27"), "undated"),
        (Stamp("", "undated"), Stamp("", "undated"), ""),
    ],
)
def test_gutter(now: Stamp, before: Stamp | None, shown: str):
    assert gutter(now, before) == shown
