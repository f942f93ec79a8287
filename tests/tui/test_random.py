"""Random keys and resizes: the explorer stays alive and the file sound."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from tests.tui.conftest import TODAY
from tests.tui.stories import hostile, seeds

from tuitimeline.tui import keymap
from tuitimeline.tui.app import Explorer
from tuitimeline.tui.state import State

LEAVING = {"q", "ctrl+c", "ctrl+q"}
KEYS = sorted(
    {key.strip() for table in keymap.TABLES.values() for binding in table for key in binding.key.split(",")}
    | {"enter", "escape", "a", "b", "2", "backspace", "ctrl+u"}
)


async def stay() -> None:
    """The palette can quit too: here nothing does."""


async def walk(path: Path, seed: int, steps: int) -> None:
    chance = random.Random(seed)
    story = (seeds if seed % 2 else hostile)(path)
    app = Explorer(story, State(today=TODAY), forced=True, export=lambda _story, _path: None)
    app.action_quit = stay  # type: ignore[method-assign]
    async with app.run_test(size=(80, 24)) as pilot:
        for step in range(steps):
            if chance.random() < 0.03:
                await pilot.resize_terminal(chance.randint(40, 300), chance.randint(12, 100))
            key = chance.choice(KEYS)
            if key not in LEAVING:
                app.simulate_key(key)
            if step % 5 == 0:
                await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert app.is_running
        assert app.return_code is None
    story.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures that the keys happen to ask for are written here."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_short_walk(seed: int, tmp_path: Path):
    await walk(tmp_path / "story.db", seed, 150)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
async def test_ten_walks_of_a_thousand(seed: int, tmp_path: Path):
    await walk(tmp_path / "story.db", seed + 10, 1000)
