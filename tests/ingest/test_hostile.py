"""Files made to hurt: each ends in a clear line, within bounds of time and memory, and the rest is read."""

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tuitimeline.ingest import read

FILES = Path(__file__).parent / "files"
SECONDS = 20
MEMORY = 1_500_000_000  # bytes of address space, of which Python and its libraries map 500 MB
READ = """
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from tuitimeline.ingest import read
from tuitimeline.model import Unreadable
for found in read([Path(sys.argv[1])]):
    bad = isinstance(found, Unreadable)
    print(json.dumps([found.path, found.reason if bad else None, None if bad else len(found.text)]))
"""


def outcome(path):
    """(path, reason, characters) of all that comes out of a file, read by a process of its own within bounds."""
    done = subprocess.run(
        [sys.executable, "-c", READ.format(memory=MEMORY), str(path)],
        capture_output=True,
        timeout=SECONDS,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def refused(path, *words):
    """It gives nothing but one line that says why."""
    ((_, reason, _),) = outcome(path)
    assert reason, "it was read"
    assert "\n" not in reason
    assert all(word in reason for word in words), reason


def zipped(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_a_zip_bomb(tmp_path):
    path = zipped(tmp_path / "a.zip", {"news.txt": b"A" * 40_000_000, "good.txt": "The bridge fell, he said."})
    assert [(reason and "zip bomb" in reason, length) for _, reason, length in outcome(path)] == [
        (True, None),
        (None, 25),
    ]


def test_a_zip_that_lies_about_its_sizes(tmp_path):
    path = zipped(tmp_path / "a.zip", {"news.txt": b"A" * 50_000_000})
    data = path.read_bytes()
    path.write_bytes(data.replace((50_000_000).to_bytes(4, "little"), (50).to_bytes(4, "little")))
    ((_, reason, length),) = outcome(path)
    assert reason or length <= 50


def test_zips_within_zips(tmp_path):
    data = b"The bridge fell, he said."
    for level in range(9):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as archive:
            archive.writestr(f"{level}.zip" if level else "a.txt", data)
        data = inner.getvalue()
    (tmp_path / "a.zip").write_bytes(data)
    refused(tmp_path / "a.zip", "archive in an archive")


@pytest.mark.long
def test_a_gzip_bomb(tmp_path):
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"A" * 400_000_000, 1))
    refused(tmp_path / "a.gz", "unpacks to more than")


def test_a_word_file_that_unpacks_to_much(tmp_path):
    real = zipfile.ZipFile(FILES / "002.pandoc.docx")
    members = {name: real.read(name) for name in real.namelist()}
    refused(zipped(tmp_path / "a.docx", members | {"word/document.xml": b" " * 60_000_000}), "zip bomb")


def test_entity_bombs(tmp_path):
    feed = f"{BOMB}<rss version='2.0'><channel><title>&l9;</title><item><title>&l9;</title></item></channel></rss>"
    (tmp_path / "a.rss").write_text(feed)
    (tmp_path / "a.html").write_text(f"{BOMB}<html><body><p>&l9;</p></body></html>")
    real = zipfile.ZipFile(FILES / "002.pandoc.docx")
    members = {name: real.read(name) for name in real.namelist()}
    body = (
        f'{BOMB}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>'
    )
    zipped(tmp_path / "a.docx", members | {"word/document.xml": body})
    zipped(
        tmp_path / "a.epub", {"mimetype": "application/epub+zip", "META-INF/container.xml": f"{BOMB}<c>&l9;</c>"}
    )
    for path in sorted(tmp_path.iterdir()):
        for _, reason, length in outcome(path):
            assert reason or length < 10_000, path.name


LOOP = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 99999>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /Contents 3 0 R /Resources 2 0 R>> endobj
trailer <</Root 1 0 R /Prev 0 /Size 4>>
startxref
0
%%EOF"""


@pytest.mark.parametrize(
    "data", [LOOP, b"%PDF-1.7\n" + b"obj " * 10_000, (FILES / "004.office.pdf").read_bytes()[:9000]]
)
def test_a_pdf_with_loops_or_cut_short(tmp_path, data):
    (tmp_path / "a.pdf").write_bytes(data)
    refused(tmp_path / "a.pdf")


def test_a_gzip_file_cut_short(tmp_path):
    data = gzip.compress("".join(f"The bridge of street {n} fell, he said. " for n in range(9_000)).encode())
    (tmp_path / "a.txt.gz").write_bytes(data[: len(data) // 2])
    (_, _, length), (_, reason, _) = outcome(tmp_path / "a.txt.gz")
    assert length > 10_000
    assert "cut short" in reason


@pytest.mark.parametrize(("megabytes", "says"), [(50, "larger than"), (2, "deep")])
def test_a_page_nested_deep(tmp_path, megabytes, says):
    (tmp_path / "a.html").write_text("<!doctype html><body>" + "<div>" * (megabytes * 200_000) + "<p>The end.</p>")
    refused(tmp_path / "a.html", says)


def test_a_crawl_cut_in_the_middle(tmp_path):
    data = (FILES / "all.warc.gz").read_bytes()
    (tmp_path / "a.warc.gz").write_bytes(data[: int(0.6 * len(data))])
    found = outcome(tmp_path / "a.warc.gz")
    assert any(length for _, _, length in found)
    assert "cut short" in found[-1][1]


def test_a_crawl_packed_in_one_piece(tmp_path):
    data = gzip.decompress((FILES / "all.warc.gz").read_bytes())
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(data))
    assert [bool(length) for _, _, length in outcome(tmp_path / "a.warc.gz")] == [True] * 3


def test_a_library_writes_nothing_of_a_hostile_file_to_the_terminal(tmp_path, capfd):
    data = gzip.decompress((FILES / "all.warc.gz").read_bytes())
    (tmp_path / "a.warc").write_bytes(
        data.replace(b"WARC-Target-URI: <http://", b"WARC-Target-URI: <http://\x1b[31m ")
    )
    list(read([tmp_path / "a.warc"]))
    assert capfd.readouterr() == ("", "")


def test_a_crawl_that_is_not_packed_cut_in_the_middle(tmp_path):
    data = gzip.decompress((FILES / "all.warc.gz").read_bytes())
    (tmp_path / "a.warc").write_bytes(data[: int(0.6 * len(data))])
    found = outcome(tmp_path / "a.warc")
    assert any(length for _, _, length in found)
    assert "cut short" in found[-1][1]


def test_a_table_with_a_quote_that_is_never_closed(tmp_path):
    rows = "".join(f'"The bridge {n} fell, he said.",2024-05-03\n' for n in range(1_000))
    (tmp_path / "a.csv").write_text('text,date\n"The mill burned.",2024-05-03\n"The pier sank,2024-05-03\n' + rows)
    found = outcome(tmp_path / "a.csv")
    assert found[0][2] == len("The mill burned.")
    assert found[-1][2] == len("The bridge 999 fell, he said.")


def test_a_cell_that_goes_on_for_ever(tmp_path):
    (tmp_path / "a.csv").write_text(
        'text,date\nThe mill burned.,2024-05-03\n"The pier sank' + "\nand sank" * 2_500_000
    )
    found = outcome(tmp_path / "a.csv")
    assert found[0][2] == len("The mill burned.")
    assert "never closed" in found[1][1]


NESTED = {
    "a.json": "[" * 200_000,
    "b.json": '{"text": ' * 200_000,
    "a.jsonl": '{"text": "The mill burned."}\n' + "[" * 200_000,
    "a.rtf": "{\\rtf1" + "{" * 500_000,
    "a.rss": "<rss><channel>" + "<item>" * 10_000,
    "a.eml": "From: a@b.c\nSubject: x\nMIME-Version: 1.0\n"
    + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5_000)),
}


@pytest.mark.parametrize("name", NESTED)
def test_nesting_without_end(tmp_path, name):
    (tmp_path / name).write_text(NESTED[name])
    for _, reason, length in outcome(tmp_path / name):
        assert reason or length < 10_000_000


def test_a_path_out_of_a_book(tmp_path):
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="../../../etc/passwd"/></rootfiles></container>'
    )
    path = zipped(tmp_path / "a.epub", {"mimetype": "application/epub+zip", "META-INF/container.xml": container})
    refused(path, "missing")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_with_line_breaks_and_escapes_never_reach_the_terminal(tmp_path):
    name = "a\n\x1b[31mred\x07.txt"
    (tmp_path / name).write_bytes(b"\0\1\2")
    zipped(tmp_path / "b.zip", {"x\x1b]0;owned\x07\n.txt": b"\0"})
    done = subprocess.run(
        [sys.executable, "-m", "tuitimeline", "annotate", str(tmp_path / name), str(tmp_path / "b.zip")],
        capture_output=True,
        timeout=SECONDS,
        env=os.environ,
    )
    shown = done.stdout + done.stderr
    assert b"\x1b" not in shown
    assert b"\x07" not in shown
    assert b"Traceback" not in shown
    assert len(done.stderr.splitlines()) == 2
