"""Paths and streams become Documents, in order, one by one."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from tuitimeline.ingest import furniture, languages, masthead, sources_csv
from tuitimeline.ingest.decoding import NoTextError, decode
from tuitimeline.ingest.paragraphs import split
from tuitimeline.model import Document, Unreadable

_NOT_TEXT = re.compile(
    r"\.(?:png|jpe?g|gif|webp|ico|svg|css|js|woff2?|ttf|mp[34]|pyc|db|db-wal|db-shm|sqlite)$", re.I
)


def read(paths: Iterable[Path], published: date | None = None) -> Iterator[Document | Unreadable]:
    """Every document under `paths`, files in the order given, folders by name, one at a time.

    `published` is the date of documents that carry none.
    """
    for path in paths:
        if path.is_dir():
            yield from sources_csv.complaints(path)
    yield from distinct(found for path in locate(paths) for found in read_file(path, published))


def locate(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: those named, and in folders all but hidden ones, sources.csv, pictures and programs."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*.txt") if _is_wanted(p.relative_to(path)) and p.is_file())
        else:
            yield path


def read_file(path: Path, published: date | None = None) -> Iterator[Document | Unreadable]:
    """The documents of one file, or why there are none. Ids are as stable as the text; see `distinct`."""
    try:
        text = decode(path.read_bytes())
    except (OSError, NoTextError) as error:
        yield Unreadable(str(path), _reason(error))
        return
    document = replace(compose(digest(text), text), path=str(path))
    yield date_by(fill(document, sources_csv.row_of(path), "sources.csv"), published)


def fingerprint(path: Path) -> str:
    """What a file says and what sources.csv says of it, as SHA-256: the same while neither is changed."""
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256")
    content.update(json.dumps(sources_csv.row_of(path), sort_keys=True).encode())
    return content.hexdigest()


def distinct(
    documents: Iterable[Document | Unreadable], taken: Iterable[str] = ()
) -> Iterator[Document | Unreadable]:
    """The same documents, the second of one text named `…-2` and so on; `taken` are names already in use."""
    seen = set(taken)
    for document in documents:
        if isinstance(document, Unreadable):
            yield document
            continue
        name, n = document.id, 1
        while name in seen:
            n += 1
            name = f"{document.id}-{n}"
        seen.add(name)
        yield document if n == 1 else replace(document, id=name)


def digest(text: str) -> str:
    """The id of a text: 12 hexadecimal digits of BLAKE2s."""
    return hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def read_lines(lines: Iterable[str]) -> Iterator[Document]:
    """JSONL documents `{"id", "text", "published"}`, one a line, as `tuitimeline annotate` takes them."""
    for line in lines:
        if line.strip():
            fields = json.loads(line)
            published = date.fromisoformat(fields["published"]) if fields.get("published") else None
            yield date_by(compose(fields["id"], fields["text"], published), None)


def compose(name: str, text: str, published: date | None = None) -> Document:
    """A document from its text alone: paragraphs, furniture, language, and what its masthead says.

    A day that the masthead gives without a year stays unused until `date_by` is told a date to count back from.
    """
    paragraphs = furniture.mark(text, masthead.mark(text, split(text)))
    head = masthead.read(text, paragraphs)
    printed = None if published or head.day is None else head.day.full()
    return Document(
        name,
        text,
        paragraphs,
        published=published or printed,
        published_from="metadata" if published else "dateline" if printed else None,
        title=head.title_at.of(text) if head.title_at else None,
        title_at=head.title_at,
        outlet=head.outlet,
        author=head.author,
        language=languages.of(text),
        agencies=head.agencies,
    )


def fill(document: Document, known: sources_csv.Row, origin: str) -> Document:
    """What is known of a document from beside it goes before what its own text says."""
    published = sources_csv.day(known["published"]) if known.get("published") else None
    return replace(
        document,
        published=published or document.published,
        published_from=origin if published else document.published_from,
        title=known.get("title") or document.title,
        outlet=known.get("outlet") or document.outlet,
        author=known.get("author") or document.author,
        url=known.get("url") or document.url,
    )


def date_by(document: Document, published: date | None) -> Document:
    """A document without a date takes `published`; one that prints a day but no year, the last such day."""
    if document.published or not published:
        return document
    day = masthead.read(document.text, document.paragraphs).day
    printed = day.latest_by(published) if day else None
    return replace(
        document,
        published=printed or published,
        published_from="dateline, its year from --published" if printed else "--published",
    )


def _is_wanted(path: Path) -> bool:
    hidden = any(part.startswith((".", "~$", "__")) for part in path.parts)
    return not hidden and path.name != sources_csv.NAME and not _NOT_TEXT.search(path.name)


def _reason(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case PermissionError():
            return "it may not be read (permission denied)"
        case OSError():
            return error.strerror or str(error)
        case _:
            return str(error)
