"""Files and folders become documents; what cannot be read is named in one line."""

import json
from datetime import date
from pathlib import Path

import pytest

from tuitimeline.ingest import distinct, fingerprint, locate, passed_over, read, read_lines
from tuitimeline.model import Document, Unreadable

TEXT = "The ferry Astrid ran aground off Tessel on Monday, the harbour master said.\n"
SEEDS = Path(__file__).parents[2] / "seeds"


def only(path, **known):
    (found,) = read([path], **known)
    return found


def test_offsets_are_those_of_the_file_as_it_is(tmp_path):
    raw = "\ufeffOne line.\r\n\r\nAnother e\u0301 line.\u2028And a third.\r"
    (tmp_path / "a.txt").write_bytes(raw.encode())
    document = only(tmp_path / "a.txt")
    assert document.text == raw[1:]
    assert [document.text[p.start : p.end] for p in document.paragraphs] == [
        "One line.",
        "Another e\u0301 line.",
        "And a third.",
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\n", "no text"),
        (b"abc\0def\0ghi", "NUL"),
        (bytes(range(1, 32)) * 30, "binary"),
        (b"\xff\xfe\x00", "no text in utf-16"),
    ],
)
def test_what_is_no_text_is_named_in_one_line(tmp_path, content, says):
    (tmp_path / "a.txt").write_bytes(content)
    found = only(tmp_path / "a.txt")
    assert isinstance(found, Unreadable)
    assert says in found.reason
    assert "\n" not in found.reason


def test_a_missing_file_is_named(tmp_path):
    assert only(tmp_path / "missing.txt") == Unreadable(str(tmp_path / "missing.txt"), "there is no such file")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252"])
def test_encodings(tmp_path, encoding):
    text = "Señor Núñez a déclaré que l'été fût très chaud à Besançon, selon le ministère. " * 5
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert only(tmp_path / "a.txt").text == text


def test_cyrillic_in_its_old_encoding(tmp_path):
    text = "Министр иностранных дел заявил в понедельник, что переговоры не проводились и обмена не будет. " * 3
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    assert only(tmp_path / "a.txt").text == text


def test_a_folder_is_read_by_name_and_hidden_files_are_passed_over(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt", "e.png", "sources.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name + TEXT)
    assert [p.relative_to(tmp_path).as_posix() for p in locate([tmp_path])] == ["a.txt", "b.txt", "sub/c.txt"]
    assert passed_over([tmp_path, tmp_path / "a.txt"]) == 3


def test_sources_csv_goes_before_all_else(tmp_path):
    (tmp_path / "a.txt").write_text("Ferry aground\n\nThe Tessel Times, 3 May 2024\n\n" + TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "sources.csv").write_text(
        "file,published,outlet,title,url\n"
        "a.txt,2024-05-04,Olm Post,A title,https://olm.example/a\n"
        "b.txt,3 May 2024,,,\n"
    )
    a, b = read([tmp_path], date(2020, 1, 1))
    assert (a.published, a.published_from, a.outlet, a.title) == (
        date(2024, 5, 4),
        "sources.csv",
        "Olm Post",
        "A title",
    )
    assert a.url == "https://olm.example/a"
    assert (b.published, b.published_from) == (date(2024, 5, 3), "sources.csv")


def test_a_wrong_date_in_sources_csv_is_named_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "sources.csv").write_text("file,published\na.txt,soon\n")
    complaint, document = read([tmp_path])
    assert "soon" in complaint.reason
    assert isinstance(document, Document)


def test_published_dates_only_what_carries_no_date(tmp_path):
    (tmp_path / "a.txt").write_text("Ferry aground\n\nThe Tessel Times, 3 May 2024\n\n" + TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    a, b = read([tmp_path], date(2025, 6, 12))
    assert (a.published, a.published_from) == (date(2024, 5, 3), "dateline")
    assert (b.published, b.published_from) == (date(2025, 6, 12), "--published")


def test_an_id_is_stable_while_the_text_is_and_distinct_where_two_files_hold_one_text(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "c.txt").write_text(TEXT + "More.")
    a, b, c = read([tmp_path])
    assert b.id == f"{a.id}-2"
    assert c.id != a.id
    assert only(tmp_path / "b.txt").id == a.id
    assert [d.id for d in distinct([a], taken=[a.id])] == [f"{a.id}-2"]


def test_a_fingerprint_changes_with_the_file_and_with_its_row(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    first = fingerprint(path)
    assert fingerprint(path) == first
    (tmp_path / "sources.csv").write_text("file,published\na.txt,2024-05-03\n")
    assert fingerprint(path) != first


def test_a_line_of_twenty_megabytes(tmp_path):
    (tmp_path / "a.txt").write_text("A man said that he had seen it. " * 650_000)
    assert "more than an article" in only(tmp_path / "a.txt").reason


def test_a_line_of_two_megabytes(tmp_path):
    (tmp_path / "a.txt").write_text("A man said that he had seen it. " * 62_000)
    assert len(only(tmp_path / "a.txt").paragraphs) == 1


def test_jsonl_documents_keep_their_ids_and_dates():
    line = json.dumps({"id": "n1", "text": "The bridge fell.\nNobody was hurt.", "published": "2024-05-03"})
    (document,) = read_lines([line, "\n"])
    assert (document.id, document.published, len(document.paragraphs)) == ("n1", date(2024, 5, 3), 2)


def test_the_seeds():
    menu, headlines, plain = read([SEEDS])
    assert menu.title == "Trump Pressures Mexico to Crack Down on Corrupt Politicians Tied to Cartels"
    assert [bool(p.boilerplate) for p in menu.paragraphs] == [True] * 6 + [False, True] + [False] * 6 + [True] * 5
    assert [bool(p.boilerplate) for p in headlines.paragraphs] == [False] * 6 + [True] * 17
    assert not any(p.boilerplate for p in plain.paragraphs)
    assert {d.published for d in (menu, headlines, plain)} == {None}
