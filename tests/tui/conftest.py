"""Screens without a terminal, the same at every run: no TEXTUAL*, no NO_COLOR, no file of the user's."""

# ruff: noqa: E402

from __future__ import annotations

import os

for name in [name for name in os.environ if name.startswith("TEXTUAL") or name in ("NO_COLOR", "COLORTERM")]:
    del os.environ[name]
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
os.environ["TEXTUAL_ANIMATIONS"] = "none"

import datetime
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from tests.tui.stories import seeds
from textual.pilot import Pilot

from tuitimeline.store import StoryFile
from tuitimeline.tui.app import Explorer
from tuitimeline.tui.screenshot import svg_of
from tuitimeline.tui.state import State

TODAY = datetime.date(2025, 6, 12)
SIZES = {"80x24": (80, 24), "120x40": (120, 40), "44x20": (44, 20)}


class ScreenText(SingleFileSnapshotExtension):
    """What the reader sees: half a kilobyte, and a difference that can be read."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class ScreenPicture(SingleFileSnapshotExtension):
    """What the reader sees with its colours."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


@pytest.fixture
def text_snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(ScreenText)


@pytest.fixture
def svg_snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(ScreenPicture)


@pytest.fixture
def story() -> StoryFile:
    return seeds()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and keys of whoever runs the tests stay out, theirs of the tests stay in."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))


Opened = Callable[..., AbstractAsyncContextManager["Pilot[Any]"]]


@pytest.fixture
def opened() -> Opened:
    """Open the explorer on a story, press keys, and wait until it rests."""

    @asynccontextmanager
    async def open_(story: StoryFile, *keys: str, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[Any]]:
        app = Explorer(story, State(today=TODAY), forced=True, export=lambda _story, path: path.write_text("all"))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            yield pilot

    return open_


def seen(pilot: Pilot[Any]) -> str:
    """What stands on the screen, a line a row, without the blanks at the ends."""
    svg = svg_of(pilot.app)
    width, height = pilot.app.size
    grid = [[" "] * width for _ in range(height)]
    assert svg
    for row, strip in enumerate(pilot.app.screen._compositor.render_strips()):
        grid[row] = list(strip.text)
    return "\n".join("".join(cells).rstrip() for cells in grid) + "\n"


def picture(pilot: Pilot[Any]) -> str:
    """The screen as SVG, the same at every run."""
    return re.sub(r"\s+\n", "\n", svg_of(pilot.app))
