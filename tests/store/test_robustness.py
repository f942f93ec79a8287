"""Whatever happens to a story file: a clear message, and nothing lost."""

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from tuitimeline.model import Story
from tuitimeline.store import Star, StoreError, StoryFile, build, connecting, open_story

SEEDS = Path(__file__).parents[2] / "seeds"
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds under many names."""
    folder = tmp_path_factory.mktemp("news")
    for n in range(8):
        for seed in SEEDS.glob("*.txt"):
            text = (
                seed.read_text(encoding="utf-8")
                .replace("Avila", f"Avila-{n}")
                .replace("Mexico", f"Mexico-{n % 7}")
            )
            (folder / f"{n:02}{seed.name}").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(news: Path) -> Story:
    with StoryFile(None) as story:
        build([news], story)
        return story.story()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small story file."""
    path = tmp_path / "small.db"
    with StoryFile(path, create=True) as story:
        build([SEEDS], story)
    return path


def run(*arguments: str | Path, bound: bool = False, **options: object) -> subprocess.CompletedProcess[str]:
    """A command; one that is `bound` may not do what the rights of a file forbid, even for root."""
    command = [sys.executable, "-m", "tuitimeline", *map(str, arguments)]
    if bound and os.geteuid() == 0:
        rights = "-dac_override,-dac_read_search"
        command = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}", *command]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def sound(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    connection = sqlite3.connect(path)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    finally:
        connection.close()


# Killed ----------------------------------------------------------------------------------------------


def kill_and_go_on(news: Path, path: Path, undisturbed: Story, after: float, jobs: int) -> None:
    command = [sys.executable, "-m", "tuitimeline", "build", news, "-o", path, "--jobs", str(jobs)]
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    workers = children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    if path.exists():
        with open_story(path) as story:
            assert len(list(story.events())) == len(story.events())
        assert sound(path)
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{worker}").exists() for worker in workers):
        assert time.monotonic() < deadline, "a process outlived its parent"
        time.sleep(0.05)
    with StoryFile(path, create=True) as story:
        build([news], story)
        assert story.story() == undisturbed
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def children(process: int) -> list[int]:
    try:
        return [int(n) for n in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


@POSIX
@pytest.mark.parametrize("moment", [0.2, 0.5, 0.8])
def test_a_killed_build_leaves_a_sound_file_and_goes_on(
    news: Path, tmp_path: Path, undisturbed: Story, moment: float
):
    kill_and_go_on(news, tmp_path / "story.db", undisturbed, 1.2 * moment, 1)


@POSIX
@pytest.mark.long
@pytest.mark.parametrize("moment", range(20))
def test_twenty_random_moments(news: Path, tmp_path: Path, undisturbed: Story, moment: int):
    chance = random.Random(moment)
    kill_and_go_on(news, tmp_path / "story.db", undisturbed, chance.uniform(0.1, 2.0), 1 + moment % 2)


# Damaged, foreign, older, newer ----------------------------------------------------------------------


def exported(path: Path) -> Story:
    with open_story(path) as story:
        return story.story()


def refused(path: Path, reason: str) -> None:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=reason) as error:
        exported(path)
    assert "\n" not in str(error.value)
    assert str(path) in str(error.value)
    assert before is None or path.read_bytes() == before


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    refused(tmp_path / "none.db", "no such story file")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"Menu\nSearch\n", "no story file"),
        (b"SQLite format 3\0" + bytes(200), "no story file"),
    ],
)
def test_a_file_that_is_no_story_is_left_as_it_is(tmp_path: Path, content: bytes, reason: str):
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    refused(path, reason)


def test_another_programs_database_is_left_as_it_is(tmp_path: Path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE document (id)")
    connection.close()
    refused(path, "no story file")
    with pytest.raises(StoreError, match="left as it is"):
        StoryFile(path, create=True)


@pytest.mark.parametrize("kept", [100, 512, 4096, 9000, 60_000])
def test_a_truncated_story_is_named(small: Path, kept: int):
    small.write_bytes(small.read_bytes()[:kept])
    refused(small, "damaged")


def test_noise_in_a_story_is_named(small: Path):
    content = bytearray(small.read_bytes())
    content[4096:] = random.Random(0).randbytes(len(content) - 4096)
    small.write_bytes(content)
    refused(small, "damaged")


def test_a_story_of_a_newer_schema_is_refused(small: Path):
    connection = sqlite3.connect(small)
    connection.execute(f"PRAGMA user_version = {connecting.VERSION + 1}")
    connection.close()
    refused(small, "a newer tuitimeline wrote it")


@pytest.fixture
def older(tmp_path: Path, small: Path) -> Path:
    """What the small story is in schema 0."""
    path = tmp_path / "older.db"
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "schema-0.sql").read_text())
    connection.execute("ATTACH ? AS new", (str(small),))
    connection.execute("INSERT INTO file SELECT * FROM new.file")
    columns = "number, id, file, path, title, outlet, published, published_from, annotated"
    connection.execute(f"INSERT INTO document ({columns}) SELECT {columns} FROM new.document")
    connection.execute(f"PRAGMA application_id = {connecting.APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 0")
    connection.commit()
    connection.close()
    return path


def test_a_story_of_an_older_schema_is_brought_up_to_date(older: Path, small: Path):
    for _ in range(2):
        with open_story(older) as story, open_story(small) as new:
            assert story.story() == new.story()
            assert len(story.events()) == len(new.events()) > 0
    assert sound(older)


def test_bringing_up_to_date_can_be_stopped(older: Path, small: Path, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patch:
        patch.setattr(StoryFile, "_weave_anew", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            open_story(older)
    with open_story(older) as story, open_story(small) as new:
        assert story.story() == new.story()


# No room, no right, not alone ------------------------------------------------------------------------


@POSIX
def test_a_full_disk_is_named_and_the_next_run_goes_on(news: Path, tmp_path: Path, undisturbed: Story):
    import resource

    path = tmp_path / "story.db"
    full = run(
        "build", news, "-o", path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))
    )
    assert full.returncode == 2
    assert full.stderr.count("\n") == 1
    assert "disk" in full.stderr
    assert sound(path)
    with StoryFile(path, create=True) as story:
        build([news], story)
        assert story.story() == undisturbed


@POSIX
@pytest.mark.skipif(
    os.name == "posix" and os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write anywhere"
)
def test_a_read_only_folder_can_be_read_and_says_so_when_written_to(small: Path, tmp_path: Path):
    folder = tmp_path / "archive"
    folder.mkdir()
    path = folder / "story.db"
    path.write_bytes(small.read_bytes())
    path.chmod(0o444)
    folder.chmod(0o555)
    read = run("export", path, bound=True)
    assert read.returncode == 0, read.stderr
    assert read.stdout == run("export", small).stdout
    for command in (["add", path, SEEDS], ["build", SEEDS, "-o", folder / "new.db"]):
        written = run(*command, bound=True)
        assert written.returncode == 2
        assert written.stderr.count("\n") == 1
        assert str(folder) in written.stderr
    assert [p.name for p in folder.iterdir()] == ["story.db"]
    folder.chmod(0o755)


def test_an_edit_waits_for_another_program_and_then_says_so(small: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connecting, "_PATIENCE", 0.1)
    other = sqlite3.connect(small, isolation_level=None)
    with open_story(small) as story:
        before = story.story()
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing to it"):
            story.edit(Star(before.timeline.events[0].id))
        assert story.story() == before
        other.execute("COMMIT")
        story.edit(Star(before.timeline.events[0].id))
        assert story.event(before.timeline.events[0].id).marks.starred
    other.close()


def test_the_app_reads_on_while_another_program_writes(small: Path):
    with open_story(small) as story, open_story(small) as other:
        before = story.story()
        with other.writing() as connection:
            connection.execute("DELETE FROM event")
            assert story.story() == before
            connection.execute("ROLLBACK")
            connection.execute("BEGIN")


def test_rows_of_a_file_that_is_damaged_while_it_is_open_are_an_error_for_people(small: Path):
    with open_story(small) as story:
        events = story.events()
        connection = sqlite3.connect(small)
        connection.execute("DROP TABLE event")
        connection.commit()
        connection.close()
        with pytest.raises(StoreError, match=r"^[^\n]+$"):
            events.row(0)
        with pytest.raises(StoreError, match=r"^[^\n]+$"):
            events.index_of("any")


def test_a_changed_schema_needs_a_new_version():
    """Files of this version are read as they are: change the schema, and raise VERSION and this figure."""
    tables = " ".join(re.sub("--.*", "", connecting.schema()).split())
    assert (connecting.VERSION, zlib.crc32(tables.encode())) == (1, 403942152)
