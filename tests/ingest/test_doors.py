"""What each door reads besides the text, and by what content it is chosen. The texts are invented."""

import io
import json
import zipfile
from datetime import date
from importlib import import_module

import pytest

from tuitimeline.ingest import kinds, read
from tuitimeline.ingest.article import UnreadableError
from tuitimeline.ingest.entrance import DOORS
from tuitimeline.ingest.kinds import Kind
from tuitimeline.ingest.written import day
from tuitimeline.model import Document, Unreadable

TEXT = "The ferry Astrid ran aground off Tessel on Monday, the harbour master said. Nobody was hurt."
MORE = "The company declined to comment on the depth of the channel or on who had measured it."
DAY = date(2024, 5, 3)


def found_in(tmp_path, name, content, **known):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read([path], **known))


def page(head="", body=""):
    article = f"<article><p>{TEXT}</p><p>{MORE}</p></article>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{article}{body}</body></html>"


KINDS = [
    (TEXT.encode(), Kind.TEXT),
    (b"Photo: the pier\nCredit: Ann Vos\n\nThe pier fell, he said.", Kind.TEXT),
    (b"From Tessel the news came slowly.\n\nIt was bad.", Kind.TEXT),
    (b"{sic} he wrote, and left.", Kind.TEXT),
    (b"[Photo: the pier]\n\nThe pier fell.", Kind.TEXT),
    (b"<3 is what she wrote, the court heard.", Kind.TEXT),
    (b"Text, date and place were wrong, the editor said.\nHe resigned.", Kind.TEXT),
    (b"  <!doctype HTML>\n<title>x</title>", Kind.HTML),
    (b"\xef\xbb\xbf<html><body><p>x</p></body></html>", Kind.HTML),
    (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", Kind.HTML),
    (b"<div><p>The pier fell.</p></div>", Kind.HTML),
    (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", Kind.FEED),
    (b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>", Kind.FEED),
    (b"%PDF-1.7\n", Kind.PDF),
    (b"{\\rtf1\\ansi x}", Kind.RTF),
    (b"WARC/1.0\r\n", Kind.WARC),
    (b"\x1f\x8b\x08\0", Kind.GZIP),
    (b"PK\x03\x04", Kind.ZIP),
    (b'{"text": "x"}\n{"text": "y"}\n', Kind.JSONL),
    (b'{"text": "x"}', Kind.JSONL),
    (b'{\n "articles": []\n}', Kind.JSON),
    (b'[{"text": "x"}]', Kind.JSON),
    (b"title,body,date\nx,y,2024-05-03\n", Kind.TABLE),
    (b"headline\tcontent\nx\ty\n", Kind.TABLE),
    (b"From ann@vos.example Fri May  3 06:00:00 2024\nSubject: x\n\ny\n", Kind.MBOX),
    (b"From: Ann <ann@vos.example>\nSubject: x\n\ny\n", Kind.EML),
    (b"Return-Path: <a@b.c>\r\nReceived: from x\r\n\tby y\r\nSubject: x\r\n\r\ny", Kind.EML),
]


@pytest.mark.parametrize(("head", "kind"), KINDS)
def test_a_file_is_known_by_its_content(head, kind):
    assert kinds.of(head, "misnamed.dat") is kind


@pytest.mark.parametrize(
    ("head", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office file"),
        (b"SQLite format 3\0", "database"),
        (b"<?xml version='1.0'?><sitemap/>", "XML"),
        (b"\x7fELF\x02", "program"),
        (b"Rar!\x1a\x07", "unpack it first"),
    ],
)
def test_what_is_no_article_is_refused_by_name(head, says):
    with pytest.raises(UnreadableError, match=says):
        kinds.of(head, "a.txt")


def test_every_kind_has_a_door():
    assert set(DOORS) == set(Kind)
    for module, function in DOORS.values():
        assert callable(getattr(import_module(f"tuitimeline.ingest.doors.{module}"), function))


# HTML


def test_a_page_tells_its_title_outlet_author_address_and_date(tmp_path):
    head = (
        "<title>Ferry aground</title><meta property='og:site_name' content='Tessel Gazette'>"
        "<meta name='author' content='Ann Vos'><meta property='article:published_time' content='2024-05-03'>"
        "<link rel='canonical' href='https://gazette.example/ferry'>"
    )
    (document,) = found_in(tmp_path, "a.html", page(head))
    assert (document.title, document.outlet, document.author) == ("Ferry aground", "Tessel Gazette", "Ann Vos")
    assert document.url == "https://gazette.example/ferry"
    assert (document.published, document.published_from) == (DAY, "metadata")
    assert document.text == f"Ferry aground\n\n{TEXT}\n{MORE}"
    assert document.title_at.of(document.text) == "Ferry aground"


def test_a_page_without_a_date_has_none(tmp_path):
    (document,) = found_in(tmp_path, "a.html", page())
    assert (document.published, document.published_from) == (None, None)


def test_a_page_in_the_encoding_it_declares(tmp_path):
    html = page("<meta charset='windows-1252'>").replace("Astrid", "Åstrød “Ö”")
    (document,) = found_in(tmp_path, "a.html", html.encode("cp1252"))
    assert "Åstrød “Ö”" in document.text


def test_a_page_without_an_article_is_named(tmp_path):
    (found,) = found_in(tmp_path, "a.html", "<html><body><script>1</script></body></html>")
    assert "page without an article" in found.reason


# Mail


MAIL = f"""From: Port Herald <news@herald.example>
To: a@b.example
Subject: Fwd: =?utf-8?q?Ferry_runs_aground?=
Date: Fri, 03 May 2024 06:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=x

--x
Content-Type: text/plain; charset=utf-8; format=flowed

The ferry Astrid ran aground off Tessel on Monday,{" "}
the harbour master said. Nobody was hurt.
--x
Content-Type: text/html

<p>Something else.</p>
--x--
"""


def test_a_message_tells_its_subject_sender_and_date(tmp_path):
    (document,) = found_in(tmp_path, "a.eml", MAIL)
    assert (document.title, document.outlet, document.published) == ("Ferry runs aground", "Port Herald", DAY)
    assert document.text.strip() == f"Ferry runs aground\n\n{TEXT}"


def test_a_message_of_html_alone(tmp_path):
    mail = (
        f"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>{TEXT}</p><p>{MORE}</p>"
    )
    (document,) = found_in(tmp_path, "a.eml", mail)
    assert TEXT in document.text


def test_a_mailbox_names_the_messages_it_cannot_read(tmp_path):
    empty = "From: a@b.example\nSubject: empty\nMIME-Version: 1.0\n\n"
    box = (
        f"From a@b.example Fri May  3 06:00:00 2024\n{MAIL}\n" * 2
        + f"From a@b.example Fri May  3 06:00:00 2024\n{empty}"
    )
    first, second, third = found_in(tmp_path, "a.mbox", box)
    assert (first.path[-2:], second.path[-2:], second.id) == ("#1", "#2", f"{first.id}-2")
    assert isinstance(third, Unreadable)


# Collections


@pytest.mark.parametrize(
    "record",
    [
        {"text": TEXT, "title": "Ferry aground", "date": "2024-05-03", "source": "Gazette",
         "url": "https://g.example"},
        {"Body": TEXT, "Headline": "Ferry aground", "pubDate": "Fri, 03 May 2024 06:00:00 GMT",
         "Outlet": "Gazette", "link": "https://g.example"},
        {"articleBody": TEXT, "headline": "Ferry aground", "datePublished": "2024-05-03T06:00:00Z",
         "publisher": {"@type": "Organization", "name": "Gazette"}, "url": "https://g.example"},
        {"content": f"<p>{TEXT}</p>", "title": "Ferry aground", "publishedAt": "3 May 2024",
         "source": {"id": None, "name": "Gazette"}, "url": "https://g.example"},
        {"full_text": TEXT, "title": "Ferry aground", "timestamp": 1714716000, "publication": "Gazette",
         "URL": "https://g.example"},
    ],
)  # fmt: skip
def test_fields_by_their_common_names(tmp_path, record):
    (document,) = found_in(tmp_path, "a.jsonl", json.dumps(record) + "\n")
    assert document.text == f"Ferry aground\n\n{TEXT}"
    assert (document.title, document.outlet, document.published) == ("Ferry aground", "Gazette", DAY)
    assert document.url == "https://g.example"


def test_fields_by_the_names_that_the_user_gives(tmp_path):
    line = json.dumps({"t1": TEXT, "when": "2024-05-03", "text": "no"})
    (document,) = found_in(tmp_path, "a.jsonl", line, fields={"text": "t1", "published": "when"})
    assert (document.text, document.published) == (TEXT, DAY)


def test_a_line_that_is_no_json_is_named_and_the_rest_goes_on(tmp_path):
    lines = [json.dumps({"text": TEXT}), "{broken", json.dumps({"other": 1}), json.dumps({"text": MORE})]
    found = found_in(tmp_path, "a.jsonl", "\n".join(lines))
    assert [type(f) for f in found] == [Document, Unreadable, Unreadable, Document]
    assert [f.path.rpartition("#")[2] for f in found] == ["1", "2", "3", "4"]


def test_json_without_articles_says_what_to_do(tmp_path):
    (found,) = found_in(tmp_path, "a.json", '{\n "settings": {"colour": "red"}}')
    assert "--map" in found.reason


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_whatever_parts_its_columns(tmp_path, mark, encoding):
    rows = f'headline{mark}body{mark}date\r\nFähre auf Grund{mark}"{TEXT}\r\n\r\n{MORE}"{mark}2024-05-03\r\n'
    (document,) = found_in(tmp_path, "a.csv", rows.encode(encoding))
    assert (document.title, document.published) == ("Fähre auf Grund", DAY)
    assert MORE in document.text


def test_a_table_without_texts_says_what_to_do(tmp_path):
    (found,) = found_in(tmp_path, "a.csv", "name,age\nAnn,3\n")
    assert "--map text=COLUMN" in found.reason


# Feeds


def test_a_feed_of_two_articles(tmp_path):
    feed = f"""<?xml version="1.0"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>Tessel Gazette</title>
    <item><title>Ferry aground</title><link>https://g.example/1</link>
    <pubDate>Fri, 03 May 2024 06:00:00 GMT</pubDate>
    <description>Short.</description><content:encoded><![CDATA[<p>{TEXT}</p><p>{MORE}</p>]]></content:encoded></item>
    <item><title>Pier closed</title><description>{MORE}</description></item></channel></rss>"""
    first, second = found_in(tmp_path, "a.xml", feed)
    assert (first.title, first.outlet, first.published, first.url) == (
        "Ferry aground",
        "Tessel Gazette",
        DAY,
        "https://g.example/1",
    )
    assert first.text == f"Ferry aground\n\n{TEXT}\n{MORE}"
    assert second.text == f"Pier closed\n\n{MORE}"


# Archives


def test_a_zip_of_many_kinds(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("news/a.txt", TEXT)
        archive.writestr("news/b.html", page())
        archive.writestr("news/logo.png", b"\x89PNG\r\n\x1a\n\0\0")
        archive.writestr("__MACOSX/._a.txt", "x")
        archive.writestr("c.jsonl", json.dumps({"text": MORE}))
    found = found_in(tmp_path, "a.zip", inner.getvalue())
    assert [(f.path.rpartition("#")[2], isinstance(f, Document)) for f in found] == [
        ("news/a.txt", True),
        ("news/b.html", True),
        ("news/logo.png", False),
        ("c.jsonl/1", True),
    ]


def test_a_zip_of_a_folder_with_its_sources_csv(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("news/a.txt", TEXT)
        archive.writestr("news/sources.csv", "file,published,outlet\na.txt,2024-05-03,Gazette\n")
    (document,) = found_in(tmp_path, "a.zip", inner.getvalue())
    assert (document.published, document.outlet) == (DAY, "Gazette")


# Pages


def test_offsets_of_pdf_pages():
    from pathlib import Path

    (document,) = read([Path(__file__).parent / "files" / "002.chromium.pdf"])
    assert len(document.pages) == 2
    assert document.pages[0] == 0
    assert document.text[document.pages[1] :].startswith("Thousands Protest in Brazil")


def test_a_pdf_of_pictures_is_named(tmp_path):
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument.new()
    document.new_page(200, 200)
    document.save(tmp_path / "a.pdf")
    (found,) = read([tmp_path / "a.pdf"])
    assert "scanned" in found.reason


# Standard input


def test_standard_input(monkeypatch):
    class Pipe:
        buffer = io.BytesIO(page().encode())

    monkeypatch.setattr("sys.stdin", Pipe)
    (document,) = read(["-"])
    assert (document.path, document.text) == ("stdin", f"{TEXT}\n{MORE}")


# Dates


@pytest.mark.parametrize(
    "words",
    [
        "2024-05-03",
        "20240503",
        "2024-05-03T06:00:00+02:00",
        "Fri, 03 May 2024 06:00:00 GMT",
        "3 May 2024",
        "May 3, 2024",
        "Friday, May 3rd, 2024 at 6:02 a.m.",
        "3 de mayo de 2024",
        "3. Mai 2024",
        "03.05.2024",
    ],
)
def test_a_date_that_people_or_programs_write(words):
    assert day(words) == DAY


def test_a_day_above_twelve_tells_the_order():
    assert day("23/05/2024") == day("05/23/2024") == date(2024, 5, 23)


@pytest.mark.parametrize(
    "words", ["", "soon", "May 3", "yesterday", "2024", "2024-13-45", "03/05/2024", "3 " * 90]
)
def test_what_is_no_whole_date(words):
    assert day(words) is None
