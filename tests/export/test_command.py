"""The commands that let a story leave."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tuitimeline.cli import main
from tuitimeline.export import FORMATS
from tuitimeline.safe import HOSTILE
from tuitimeline.store import Grade, Rename, SetDate, Star, Tag, is_story, open_story

ROOT = Path(__file__).parents[2]
Caught = pytest.CaptureFixture[bytes]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with a sentence."""
    path = tmp_path / "fire.txt"
    path.write_text("Two officials said the old mill burned down on March 3.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_to_a_file(article: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"out{FORMATS[name].suffix}"
    assert main(["export", str(article), "--format", name, "-o", str(out), "--published", "2024-03-05"]) == 0
    assert out.stat().st_size > 0


def test_a_file_is_never_overwritten_silently(article: Path, tmp_path: Path, capsysbinary: Caught) -> None:
    out = tmp_path / "kept.json"
    out.write_text("mine")
    assert main(["export", str(article), "-o", str(out)]) == 2
    assert out.read_text() == "mine"
    assert capsysbinary.readouterr().err.decode() == (
        f"tuitimeline: {out} exists: choose another name, or say --force to overwrite it\n"
    )
    assert main(["export", str(article), "-o", str(out), "--force"]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["format"] == "tuitimeline/1"


def test_a_folder_that_is_not_there(article: Path, tmp_path: Path, capsysbinary: Caught) -> None:
    assert main(["export", str(article), "-o", str(tmp_path / "no" / "x.json")]) == 1
    assert b"No such file or directory" in capsysbinary.readouterr().err


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.md", b"# Timeline"),
        ("a.HTML", b"<!doctype html>"),
        ("a.json", b'{\n "format": "tuitimeline/1"'),
        ("a.csv", b"id,"),
    ],
)
def test_the_end_of_the_name_says_the_format(article: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    assert main(["export", str(article), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_name_that_says_no_format_is_refused(article: Path, tmp_path: Path, capsysbinary: Caught) -> None:
    assert main(["export", str(article), "-o", str(tmp_path / "a.docx")]) == 2
    assert b"a.docx: no format ends so; there are .json, .txt, .md" in capsysbinary.readouterr().err
    assert main(["export", str(article), "-o", str(tmp_path / "a.docx"), "--format", "table"]) == 0


def test_a_wrong_format_lists_those_there_are(article: Path, capsysbinary: Caught) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(article), "--format", "docx"])
    said = capsysbinary.readouterr().err.decode()
    assert all(f"'{name}'" in said for name in FORMATS)


def test_what_is_left_out_is_said(article: Path, capsysbinary: Caught) -> None:
    assert main(["export", str(article), "--format", "icalendar"]) == 0
    caught = capsysbinary.readouterr()
    assert b"left out: a calendar takes only days that are certain" in caught.err
    assert caught.out.startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_typed_publication_date_gives_years(article: Path, capsysbinary: Caught) -> None:
    assert main(["export", str(article), "--format", "csv", "--published", "5 March 2024"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode(), newline="")))
    assert "2024-03-03" in [row["edtf"] for row in rows]
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(article), "--published", "no date at all"])
    assert b"is not a date" in capsysbinary.readouterr().err


def test_what_cannot_be_read_is_named_and_nothing_else_is_printed(tmp_path: Path, capsysbinary: Caught) -> None:
    missing = tmp_path / "a\x1b[2J.txt"
    for command in ("export", "stats"):
        assert main([command, str(missing)]) == 2
        caught = capsysbinary.readouterr()
        assert caught.out == b""
        assert b"\x1b" not in caught.err
        assert "a␛[2J.txt" in caught.err.decode()


def test_a_story_file_leaves_as_its_articles_do(article: Path, tmp_path: Path, capsysbinary: Caught) -> None:
    story = tmp_path / "story.db"
    assert main(["build", str(article), "-o", str(story)]) == 0
    assert is_story(story)
    capsysbinary.readouterr()
    for command in (["export"], ["export", "--format", "markdown"], ["stats", "--json"]):
        assert main([*command, str(story)]) == 0
        from_file = capsysbinary.readouterr().out
        assert main([*command, str(article)]) == 0
        assert capsysbinary.readouterr().out == from_file


def test_stats_print_a_table_or_json(article: Path, capsysbinary: Caught) -> None:
    assert main(["stats", str(article)]) == 0
    assert capsysbinary.readouterr().out.decode().splitlines()[-1].endswith("all")
    assert main(["stats", str(article), "--json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["total"]["statements"] == 1


def test_exports_are_utf8_whatever_the_terminal_speaks(article: Path) -> None:
    article.write_text("“Zürich burned”, Łukasz said on March 3.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tuitimeline", "export", str(article)],
        capture_output=True,
        env={"PYTHONPATH": "src", "PYTHONIOENCODING": "ascii", "PATH": ""},
        check=True,
    )
    assert "Zürich" in json.loads(done.stdout)["documents"][0]["text"]


def test_the_analysts_edits_leave_with_the_story(article: Path, tmp_path: Path, capsysbinary: Caught) -> None:
    path = tmp_path / "story.db"
    assert main(["build", str(article), "-o", str(path), "--published", "2024-03-05"]) == 0
    with open_story(path) as story:
        event, at = story.events().row(0).id, dt.datetime(2024, 6, 1, 9, 30, tzinfo=dt.UTC)
        for edit in (SetDate(event, "2024-03-02"), Rename(event, "fire"), Tag(event, "arson"), Grade(event, "B2")):
            story.edit(edit, user="vera", at=at)
        story.edit(Star(event), user="vera", at=at)
        story.undo()
    capsysbinary.readouterr()
    told = {}
    for name in FORMATS:
        out = tmp_path / f"edited-{name}"
        assert main(["export", str(path), "--format", name, "-o", str(out)]) == 0
        told[name] = out.read_bytes().decode("utf-8", "replace")
    exported = json.loads(told["json"])
    assert [(e["what"], e["value"], e["user"]) for e in exported["edits"]] == [
        *(("date", "2024-03-02", "vera"), ("headline", "fire", "vera")),
        *(("tag", "arson", "vera"), ("grade", "B2", "vera")),
    ]
    assert exported["events"][0]["marks"]["edited"] == ["date", "headline"]
    assert not exported["events"][0]["marks"]["starred"], "what was undone has not happened"
    for name in set(FORMATS) - {"xlsx", "csv-attributions", "table"}:
        assert all(part in told[name] for part in ("2024-03-02", "B2", "arson", "fire")), name


TRIED = re.findall(r"`tuitimeline (export [^`]*)`", (ROOT / "docs" / "doors-out.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", [line for line in TRIED if "--help" not in line])
def test_every_line_of_the_page_on_doors_can_be_tried(line: str, tmp_path: Path, capsysbinary: Caught) -> None:
    words = shlex.split(line)
    if "-o" in words:
        words[words.index("-o") + 1] = str(tmp_path / "out")
    assert main(words) == 0
    assert capsysbinary.readouterr().out or (tmp_path / "out").stat().st_size


@pytest.mark.parametrize("words", [*(["export", "--format", name] for name in FORMATS), ["stats"], ["annotate"]])
def test_no_control_sequence_of_an_article_reaches_the_terminal(
    words: list[str], tmp_path: Path, capsysbinary: Caught
) -> None:
    acting = [chr(c) for c in (*range(1, 9), *range(14, 32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), 0x2067)]
    acting += ["\x1b]0;owned\x07", "\x1b[2J", "\x9b31m"]
    told = "Two officials said the{} old mill of Linden burned down on March 3, 2024, and nobody was hurt there."
    article = tmp_path / "a\x1b[2J\u202eb.txt"
    article.write_text("\n\n".join(map(told.format, acting)), encoding="utf-8")
    assert main([*words, str(article)]) == 0
    caught = capsysbinary.readouterr()
    if words[-1] == "xlsx":
        with zipfile.ZipFile(io.BytesIO(caught.out)) as book:
            shown = "".join(book.read(name).decode("utf-8") for name in book.namelist())
    else:
        shown = caught.out.decode("utf-8")
    for printed in (shown, caught.err.decode("utf-8")):
        assert not HOSTILE.search(re.sub(r"\r?\n", "", printed))
    if words[0] == "export":
        assert "Two officials said the" in shown
