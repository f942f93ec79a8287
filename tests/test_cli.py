"""Every command, end to end, as a person or a script runs it."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"


def run(*words: str | Path, feed: str | bytes | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own, its output read as UTF-8."""
    command = [sys.executable, "-m", "tuitimeline", *map(str, words)]
    raw = feed.encode() if isinstance(feed, str) else feed
    env = {**os.environ, **environ}
    done = subprocess.run(command, input=raw, capture_output=True, check=False, timeout=120, env=env)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_folder_becomes_a_plain_table_where_there_is_no_terminal():
    done = run(SEEDS, "--published", "12 June 2025")
    assert done.returncode == 0
    assert any("27 February 2025" in line and "Contact.Meet" in line for line in done.stdout.splitlines())


def test_a_year_that_nothing_gives_stays_unknown():
    events = json.loads(run("export", SEEDS, "--format", "json").stdout)["events"]
    meeting = next(e for e in events if e["kind"] == "Contact.Meet")
    assert meeting["date"] == "XXXX-02-27"
    assert meeting["earliest"] is None


def test_a_year_that_the_user_gives_is_used():
    events = json.loads(run("export", SEEDS, "--published", "2025-06-12").stdout)["events"]
    assert next(e for e in events if e["kind"] == "Contact.Meet")["date"] == "2025-02-27"


def test_an_export_says_what_could_not_be_read_and_maps_fields(tmp_path: Path):
    (tmp_path / "damaged.txt").write_bytes(b"\0\1\2")
    (tmp_path / "fields.jsonl").write_text(json.dumps({"story": "The mayor of Vell resigned on May 3, 2024."}))
    done = run("export", tmp_path, "--map", "text=story")
    assert done.returncode == 1
    assert "damaged.txt: it holds NUL bytes" in done.stderr
    assert [d["path"].rpartition("/")[2] for d in json.loads(done.stdout)["documents"]] == ["fields.jsonl#1"]


def test_annotate_prints_a_line_for_a_line():
    feed = [{"id": f"d{n}", "text": "Two sources said it rained on May 3.", "published": None} for n in range(3)]
    done = run("annotate", feed="".join(json.dumps(d) + "\n" for d in feed))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["d0", "d1", "d2"]
    found = lines[0]["dates"][0]
    assert (found["value"], found["edtf"]) == ("XXXX-05-03", "XXXX-05-03")
    assert lines[0]["attributions"][0]["count"] == [2, 2]


def test_a_story_file_is_built_added_to_and_opened(tmp_path: Path):
    first, *others = sorted(SEEDS.iterdir())
    story = tmp_path / "story.db"
    built = run("build", first, "-o", story)
    assert built.returncode == 0
    assert ": 1 document, " in built.stdout
    added = run("add", story, *others)
    assert added.returncode == 0
    assert "3 documents" in added.stdout
    assert "Contact.Meet" in run(story).stdout


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_screenshot_is_drawn_without_a_terminal(tmp_path: Path, ending: str):
    picture = tmp_path / f"timeline.{ending}"
    done = run("screenshot", SEEDS, "--screen", "timeline", "--size", "80x24", "-o", picture)
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 1000
    before = picture.read_bytes()
    again = run("screenshot", SEEDS, "--size", "40x12", "-o", picture)
    assert again.returncode == 2
    assert picture.read_bytes() == before


def test_statistics_are_printed():
    assert "anonymous" in run("stats", SEEDS).stdout


def unreadable(folder: Path) -> dict[str, Path]:
    """Things that are no article."""
    (folder / "nothing").mkdir()
    things = {name: folder / name for name in ("missing.txt", "nothing", "empty.txt", "nul.txt")}
    things["empty.txt"].write_bytes(b"")
    things["nul.txt"].write_bytes(b"The mayor\0\0\0 said on Monday\0 that it rained." * 20)
    return things


@pytest.mark.parametrize("name", ["missing.txt", "nothing", "empty.txt", "nul.txt"])
def test_what_is_no_article_ends_in_a_clear_line(tmp_path: Path, name: str):
    path = unreadable(tmp_path)[name]
    done = run(path)
    assert done.returncode in (1, 2)
    assert done.stderr.startswith("tuitimeline: ")
    assert "Traceback" not in done.stderr


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path):
    things = unreadable(tmp_path)
    done = run(SEEDS, things["nul.txt"])
    assert done.returncode == 1
    assert "nul.txt" in done.stderr
    assert "Contact.Meet" in done.stdout


def test_an_old_encoding_is_read_and_an_endless_line_is_named(tmp_path: Path):
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Señor Núñez se reunió. The café burned on 3 May 2020, police said.".encode("latin-1"))
    assert "2020" in run(latin).stdout
    long = tmp_path / "long.txt"
    long.write_text("word " * 4_000_000)
    done = run(long)
    assert done.returncode == 2
    assert "long.txt: it has 20,000,000 characters" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["--published", "soonish", "seeds"],
        ["export", "seeds", "--format", "nope"],
        ["--jobs", "0", "seeds"],
        ["build", "seeds"],
        ["--\x1b]0;title\x07", "seeds"],
        [],
    ],
)
def test_misuse_ends_in_status_2_and_one_line_that_says_where_help_is(words: list[str]):
    done = run(*words)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("tuitimeline: ")
    assert line.endswith("--help")
    assert "\x1b" not in line


@pytest.mark.parametrize(
    "line",
    ["garbage", "[1]", '{"id": "a"}', '{"id": "a", "text": null}', "[" * 100_000],
    ids=lambda line: line[:20],
)
def test_a_line_that_is_no_document_is_named_and_the_rest_goes_on(line: str):
    done = run("annotate", feed=line + '\n{"id": "b", "text": "It rained."}\n')
    assert done.returncode == 1
    assert done.stderr.startswith("tuitimeline: line 1: it is no document")
    assert json.loads(done.stdout)["id"] == "b"


def test_a_locale_without_the_letters_stops_nothing():
    ascii_only = {"PYTHONIOENCODING": "ascii"}
    assert "Contact.Meet" in run(SEEDS, **ascii_only).stdout
    assert run("--help", **ascii_only).returncode == 0
    feed = '{"id": "ü", "text": "Señor Núñez said it rained."}\n'
    assert json.loads(run("annotate", feed=feed, **ascii_only).stdout)["id"] == "ü"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full to write to")
@pytest.mark.parametrize("words", [[str(SEEDS)], ["export", str(SEEDS)], ["stats", str(SEEDS)]])
def test_a_full_disk_is_said_in_a_line(words: list[str]):
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "tuitimeline", *words]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["tuitimeline: standard output: No space left on device"]


def test_nothing_read_and_nothing_found_are_said(tmp_path: Path):
    (tmp_path / "dull.txt").write_text("A grey day.")
    assert "no events were found" in run(tmp_path).stderr
    (tmp_path / "nothing").mkdir()
    done = run("build", tmp_path / "nothing", "-o", tmp_path / "story.db")
    assert done.returncode == 2
    assert "no article could be read" in done.stderr


def test_a_reader_that_has_seen_enough_ends_it_quietly():
    shell = f"'{sys.executable}' -m tuitimeline export '{SEEDS}' | head -c 10"
    done = subprocess.run(shell, shell=True, capture_output=True, check=False, timeout=60)
    assert done.stderr == b""


def test_on_a_terminal_the_explorer_opens_and_q_leaves_it():
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", LINES="24", COLUMNS="80")
        os.execv(sys.executable, [sys.executable, "-m", "tuitimeline", str(SEEDS)])
    _until(terminal, b"Feb", seconds=20)
    os.write(terminal, b"q")
    _until(terminal, b"\x1b[?1049l", seconds=20)  # the alternate screen is left
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_terminal_that_cannot_place_a_cursor_gets_the_plain_table():
    terminal, other = pty.openpty()
    command = [sys.executable, "-m", "tuitimeline", str(SEEDS)]
    ends = {"stdin": other, "stdout": other, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env={**os.environ, "TERM": "dumb"}, **ends) as process:
        assert b"\x1b" not in _until(terminal, b"Contact.Meet", seconds=20)
        assert process.wait(20) == 0
    os.close(other)
    os.close(terminal)


def _until(terminal: int, wanted: bytes, seconds: float) -> bytes:
    """What the terminal receives until `wanted` is in it."""
    seen, end = b"", time.monotonic() + seconds
    while wanted not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 1 << 16)
    assert wanted in seen
    return seen
