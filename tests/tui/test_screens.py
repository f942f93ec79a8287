"""Every screen as it is seen, at the sizes that terminals have."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.conftest import SIZES, Opened, picture, seen
from tests.tui.stories import hostile, seeds, woven

from tuitimeline.store import StoryFile
from tuitimeline.tui.lines import width
from tuitimeline.tui.screenshot import SCREENS


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_screen(screen: str, size: str, story: StoryFile, opened: Opened, text_snapshot: SnapshotAssertion):
    async with opened(story, *SCREENS[screen], size=SIZES[size]) as pilot:
        assert seen(pilot) == text_snapshot


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_screen_of_a_story_told_by_several(
    screen: str, size: str, tmp_path: Path, opened: Opened, text_snapshot: SnapshotAssertion
):
    async with opened(woven(tmp_path), *SCREENS[screen], size=SIZES[size]) as pilot:
        assert seen(pilot).replace(str(tmp_path), "articles") == text_snapshot


@pytest.mark.parametrize("screen", ["timeline", "reader"])
async def test_colours(screen: str, story: StoryFile, opened: Opened, svg_snapshot: SnapshotAssertion):
    async with opened(story, *SCREENS[screen], size=(80, 24)) as pilot:
        assert picture(pilot) == svg_snapshot


async def test_a_year_that_no_text_gives_is_not_guessed(opened: Opened):
    async with opened(seeds(dated=False)) as pilot:
        assert "year? Feb 27" in seen(pilot)
        assert "Feb 27, year unknown" in seen(pilot)
        assert "2025" not in seen(pilot)


@pytest.mark.parametrize("size", ["80x24", "44x20"])
@pytest.mark.parametrize("screen", ["timeline", "evidence", "reader", "sources", "documents"])
async def test_hostile_and_wide_text(screen: str, size: str, opened: Opened, text_snapshot: SnapshotAssertion):
    """Control characters are symbols, wide and combining ones keep the columns, and doubt about dates is shown."""
    async with opened(hostile(), *SCREENS[screen], size=SIZES[size]) as pilot:
        shown = seen(pilot)
        assert all(width(row) <= SIZES[size][0] for row in shown.splitlines())
        assert shown == text_snapshot
