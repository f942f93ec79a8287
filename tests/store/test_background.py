"""A build in another process: it says how far it is, and what it wrote can be read while it goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from tuitimeline.store.background import Background, Ended
from tuitimeline.store.progress import Progress, Stage

SEEDS = Path(__file__).parents[2] / "seeds"


def test_it_reports_until_it_has_ended():
    with Background([str(SEEDS)], published=date(2025, 6, 12)) as building, building.story() as story:
        reports = list(building.reports())
        assert any(isinstance(r, Progress) and r.stage is Stage.WRITING and r.done == r.total for r in reports)
        assert reports[-1] == Ended()
        assert len(story.documents()) == 3
        assert {d.published for d in story.documents()} == {date(2025, 6, 12)}


def test_what_cannot_be_read_comes_at_the_end(tmp_path: Path):
    with Background([str(tmp_path / "missing.txt")]) as building, building.story():
        *_, last = building.reports()
    assert isinstance(last, Ended)
    assert [(Path(u.path).name, u.reason) for u in last.unreadable] == [("missing.txt", "there is no such file")]


def test_a_process_that_dies_is_told():
    with Background([str(SEEDS)]) as building, building.story():
        building._process.kill()
        *_, last = building.reports()
    assert isinstance(last, Ended)
    assert last.failure


def test_nothing_is_left_when_it_is_closed(tmp_path: Path):
    with Background([str(tmp_path)]) as building, building.story() as story:
        folder = story.path.parent if story.path else tmp_path
        assert folder.exists()
    assert not folder.exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks processes up in /proc")
def test_the_reading_process_ends_when_its_parent_is_killed(tmp_path: Path):
    pipe = tmp_path / "never.txt"
    code = (
        "import os, sys, time\n"
        "from tuitimeline.store.background import Background\n"
        f"os.mkfifo({str(pipe)!r})\n"
        f"building = Background([{str(pipe)!r}])\n"
        "print(building._process.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    end = time.monotonic() + 10
    while _runs(child) and time.monotonic() < end:
        time.sleep(0.05)
    assert not _runs(child)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("ended", [True, False], ids=["after the build", "during the build"])
def test_a_parent_that_is_killed_leaves_no_folder(tmp_path: Path, ended: bool):
    code = (
        "import os, sys, time\n"
        "from tuitimeline.store.background import Background\n"
        f"building = Background([{str(SEEDS if ended else tmp_path / 'never.txt')!r}])\n"
        "building.story()\n"
        f"{'list(building.reports())' if ended else ''}\n"
        "print('now', flush=True)\n"
        "time.sleep(60)\n"
    )
    if not ended:
        os.mkfifo(tmp_path / "never.txt")
    folders = tmp_path / "temporary"
    folders.mkdir()
    environ = {**os.environ, "TMPDIR": str(folders)}
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environ)
    assert parent.stdout is not None
    parent.stdout.readline()
    assert list(folders.iterdir())
    parent.kill()
    parent.wait()
    end = time.monotonic() + 10
    while list(folders.iterdir()) and time.monotonic() < end:
        time.sleep(0.05)
    assert not list(folders.iterdir())


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] not in "ZX"
    except FileNotFoundError:
        return False
