"""What a file is, told by its first bytes and, in a zip, by its members: never by its name alone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum

from tuitimeline.ingest.article import UnreadableError
from tuitimeline.ingest.decoding import decode

HEAD = 16_384  # bytes by which a file is known

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\x01\0")
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "it is an old Office file (.doc): save it as .docx"),
    (b"SQLite format 3\0", "it is a database, not an article; a story file is opened by itself"),
    (b"7z\xbc\xaf\x27\x1c", "it is a 7z archive: unpack it first"),
    (b"Rar!", "it is a RAR archive: unpack it first"),
    (b"BZh", "it is a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ", "it is an xz archive: unpack it first"),
    (b"\x7fELF", "it is a program"),
    (b"MZ\x90\0", "it is a program"),
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):\s")
_MAIL_ONLY = {"received", "message-id", "mime-version", "return-path", "delivered-to", "dkim-signature"}
_MAIL = {"from", "to", "date", "subject", "content-type", "reply-to", "cc", *_MAIL_ONLY}
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b")
_PAGE = re.compile(
    r"(?i)<!doctype\s+html|<html\b|<head\b|<body\b|<article\b|<(?:p|div|h1)\b[^<>]*>.*</", re.DOTALL
)


class Kind(StrEnum):
    """The forms in which articles come."""

    TEXT = "text"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "DOCX"
    EPUB = "EPUB"
    RTF = "RTF"
    EML = "e-mail"
    MBOX = "mailbox"
    JSON = "JSON"
    JSONL = "JSONL"
    TABLE = "table"
    FEED = "feed"
    WARC = "WARC"
    GZIP = "gzip"
    ZIP = "zip"


def of(head: bytes, name: str, is_table: Mapping[str, str] | None = None) -> Kind:
    """The kind of a file that begins with `head`. `is_table` are the fields that the user mapped.

    Raises UnreadableError for what is known to be no article.
    """
    if (binary := _by_magic(head)) is not None:
        return binary
    text = decode(_whole_characters(head)).lstrip("\ufeff")
    start = text.lstrip()
    if start.startswith("<") and (written := _markup(start)) is not None:
        return written
    if start[:1] in "{[" and (data := _json(start)) is not None:
        return data
    if re.match(r"From \S+@\S+ |From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ", text):
        return Kind.MBOX
    if _is_message(text):
        return Kind.EML
    return Kind.TABLE if _is_table(text, name, is_table or {}) else Kind.TEXT


def in_zip(names: list[str]) -> Kind:
    """What a zip is by its members. Raises UnreadableError for those that are other documents."""
    known = set(names)
    if "word/document.xml" in known:
        return Kind.DOCX
    if "META-INF/container.xml" in known:
        return Kind.EPUB
    if "[Content_Types].xml" in known:
        raise UnreadableError("it is a spreadsheet or presentation: save its texts as CSV or DOCX")
    if "content.xml" in known and "META-INF/manifest.xml" in known:
        raise UnreadableError("it is an OpenDocument file: save it as DOCX")
    return Kind.ZIP


def _by_magic(head: bytes) -> Kind | None:
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if head.startswith(b"{\\rtf"):
        return Kind.RTF
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if (head.startswith(_PICTURES) and b"\0" in head) or head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        raise UnreadableError("it is a picture, a sound or a film: it holds no text")
    for magic, reason in _REFUSED:
        if head.startswith(magic):
            raise UnreadableError(reason)
    return None


def _whole_characters(head: bytes) -> bytes:
    """The head without a character that it cuts in two."""
    if len(head) < HEAD:
        return head
    for cut in range(4):
        try:
            head[: len(head) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return head[: len(head) - cut]
    return head[: len(head) // 4 * 4]


def _markup(start: str) -> Kind | None:
    if _FEED.search(start[:2000]) and not re.match(r"(?i)<!doctype\s+html", start):
        return Kind.FEED
    if _PAGE.search(start):
        return Kind.HTML
    if start.startswith("<?xml"):
        raise UnreadableError("it is XML, but no feed and no page")
    return None


def _json(start: str) -> Kind | None:
    """JSONL where the first line is an object by itself; JSON where it begins as JSON does."""
    first, _, rest = start.partition("\n")
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        long_line = not rest and len(start) > HEAD // 2 and re.match(r'\{\s*"', start)
        if re.match(r'\{\s*(?:"|$)|\[\s*(?:[{"\[]|$)', first):
            return Kind.JSONL if long_line else Kind.JSON
        return None
    if isinstance(value, dict):
        return Kind.JSONL if rest.strip() or len(value) > 0 else Kind.JSON
    return Kind.JSON if isinstance(value, list) else None


def _is_message(text: str) -> bool:
    """Header lines of a mail from the first line on (RFC 5322)."""
    seen: set[str] = set()
    for line in text.splitlines()[:60]:
        if not line.strip():
            break
        if line[0] in " \t" and seen:
            continue
        header = _HEADER.match(line + " ")
        if header is None:
            return False
        seen.add(header[1].lower())
    return len(seen & _MAIL) >= 2 and ("from" in seen or bool(seen & _MAIL_ONLY))


def _is_table(text: str, name: str, fields: Mapping[str, str]) -> bool:
    from tuitimeline.ingest.doors.records import delimiter

    named = name.lower().removesuffix(".gz").endswith((".csv", ".tsv", ".tab"))
    first = text.splitlines()[0] if text else ""
    parted = any(m in first for m in ",\t;|") and len(first) < 400
    return named or (parted and delimiter(first, fields, 1 if "text" in fields else 2) is not None)
