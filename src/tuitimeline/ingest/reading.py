"""Paths, addresses and streams become Documents, in order, one by one."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from tuitimeline.ingest import entrance, front_matter, furniture, languages, limits, masthead, sources_csv
from tuitimeline.ingest.article import Article, Failure, UnreadableError
from tuitimeline.ingest.paragraphs import split, unwrap
from tuitimeline.ingest.places import STDIN, is_address, is_file
from tuitimeline.ingest.written import day
from tuitimeline.model import Document, Span, Unreadable

if TYPE_CHECKING:
    from tuitimeline.ingest.web import Visitor

Fields = Mapping[str, str]

_NO_ARTICLE = re.compile(
    r"\.(?:png|jpe?g|gif|webp|ico|svg|css|js|woff2?|ttf|mp[34]|pyc|db|db-wal|db-shm|sqlite3?)$", re.IGNORECASE
)


def read(
    paths: Iterable[Path | str], published: date | None = None, fields: Fields | None = None
) -> Iterator[Document | Unreadable]:
    """Every document of files, folders, addresses (`https://…`) and standard input (`-`), in order, one at a time.

    `published` is the date of documents that carry none. `fields` are the names that a collection's own fields go
    by: `{"text": "body_raw"}`. What cannot be read comes as an Unreadable in its place.
    """
    paths = list(paths)
    for path in paths:
        if is_file(path) and Path(path).is_dir():
            yield from sources_csv.complaints(Path(path))
    visitor = _visitor() if any(map(is_address, paths)) else None
    yield from distinct(f for path in locate(paths) for f in read_file(path, published, fields, visitor))


def locate(paths: Iterable[Path | str]) -> Iterator[Path | str]:
    """What to read: all that is named, and in folders all but hidden files, pictures, programs, sources.csv.

    Files are paths; addresses and `-` stay as they are written.
    """
    for path in paths:
        if not is_file(path):
            yield str(path)
        elif Path(path).is_dir():
            root = Path(path)
            yield from sorted(p for p in root.rglob("*") if _is_wanted(p.relative_to(root)) and p.is_file())
        else:
            yield Path(path)


def passed_over(paths: Iterable[Path | str]) -> int:
    """How many files in folders `locate` leaves out: hidden ones, pictures, programs."""
    folders = [Path(path) for path in paths if is_file(path) and Path(path).is_dir()]
    return sum(
        not _is_wanted(p.relative_to(root)) and p.name != sources_csv.NAME and p.is_file()
        for root in folders
        for p in root.rglob("*")
    )


def read_file(
    path: Path | str, published: date | None = None, fields: Fields | None = None, visitor: Visitor | None = None
) -> Iterator[Document | Unreadable]:
    """The documents of one file, address or standard input, or why there are none; ids as stable as the texts."""
    place = str(path)
    try:
        if is_address(path):
            yield from _visit(place, visitor or _visitor(), published, fields or {})
        elif place == STDIN:
            import tempfile

            with tempfile.SpooledTemporaryFile(max_size=16 * limits.MEGABYTE) as kept:
                _keep(sys.stdin.buffer, kept)
                yield from _documents(cast(BinaryIO, kept), "stdin", published, fields or {})
        else:
            with Path(path).open("rb") as stream:
                row = sources_csv.row_of(Path(path))
                yield from _documents(stream, place, published, fields or {}, row)
    except (OSError, UnreadableError) as error:
        yield Unreadable(place, _reason(error))


def fingerprint(path: Path | str) -> str:
    """What a file says and what sources.csv says of it, as SHA-256: the same while neither is changed.

    An address is the same for ever: what was captured stays as it was. Standard input is always new.
    Raises OSError.
    """
    if is_address(path):
        return f"captured {path}"
    if str(path) == STDIN:
        return os.urandom(16).hex()
    path = Path(path)
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


def read_lines(lines: Iterable[str | bytes], published: date | None = None) -> Iterator[Document | Unreadable]:
    """JSONL documents `{"id", "text", "published"}`, one a line, as `tuitimeline annotate` takes them.

    `published` is the date of those that carry none. A line that is none comes as an Unreadable in its place.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield date_by(_document_of(line), published)
            except (ValueError, TypeError, KeyError, RecursionError):
                yield Unreadable(
                    f"line {number}", 'it is no document: {"id": "a", "text": "…", "published": null}'
                )


def _document_of(line: str | bytes) -> Document:
    fields = json.loads(line)
    if not isinstance(fields, dict) or not isinstance(fields["text"], str):
        raise TypeError
    published = date.fromisoformat(fields["published"]) if fields.get("published") else None
    return compose(fields["id"], fields["text"], published)


def compose(name: str, text: str, published: date | None = None) -> Document:
    """A document from its text alone: paragraphs, furniture, language, and what its masthead says.

    The breaks of a hard-wrapped text become spaces, one for one, so that offsets hold. A day that the masthead
    gives without a year stays unused until `date_by` is told a date to count back from.
    """
    text = unwrap(text)
    paragraphs = front_matter.mark(text, split(text))
    paragraphs = furniture.mark_runs(text, masthead.mark(text, furniture.mark_lines(text, paragraphs)))
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


def date_by(document: Document, published: date | None) -> Document:
    """A document without a date takes `published`; one that prints a day but no year, the last such day."""
    if document.published or not published:
        return document
    printed = masthead.read(document.text, document.paragraphs).day
    found = printed.latest_by(published) if printed else None
    return replace(
        document,
        published=found or published,
        published_from="dateline, its year from --published" if found else "--published",
    )


def _visitor() -> Visitor:
    from tuitimeline.ingest.web import Visitor

    return Visitor()


def _visit(
    address: str, visitor: Visitor, published: date | None, fields: Fields
) -> Iterator[Document | Unreadable]:
    final, capture = visitor.fetch(address)
    for found in _documents(io.BytesIO(capture.body), address, published, fields):
        yield found if isinstance(found, Unreadable) else replace(found, url=found.url or final, capture=capture)


def _documents(
    stream: BinaryIO, place: str, published: date | None, fields: Fields, row: sources_csv.Row | None = None
) -> Iterator[Document | Unreadable]:
    for found in entrance.articles(stream, place, fields):
        where = place if found.part is None else f"{place}#{found.part}"
        if isinstance(found, Failure):
            yield Unreadable(where, found.reason)
        elif not found.text.strip():
            yield Unreadable(where, "it holds no text")
        elif len(found.text) > limits.ARTICLE:
            yield Unreadable(where, f"it has {len(found.text):,} characters, more than an article: split it")
        else:
            yield date_by(_known(_document(found, where), row or {}), published)


def _document(article: Article, place: str) -> Document:
    """What the file says of its article goes before what the article's own text says."""
    document = compose(digest(article.text), article.text, article.published)
    title_at = document.title_at
    if article.title:
        lines = (Span(p.start, p.end) for p in document.paragraphs[:9])
        title_at = next((line for line in lines if line.of(document.text) == article.title), None)
    return replace(
        document,
        path=place,
        title=article.title or document.title,
        title_at=title_at,
        outlet=article.outlet or document.outlet,
        author=article.author or document.author,
        url=article.url,
        pages=article.pages,
    )


def _known(document: Document, row: sources_csv.Row) -> Document:
    """What sources.csv says of a file goes before all else."""
    published = day(row["published"]) if row.get("published") else None
    return replace(
        document,
        published=published or document.published,
        published_from="sources.csv" if published else document.published_from,
        title=row.get("title") or document.title,
        outlet=row.get("outlet") or document.outlet,
        author=row.get("author") or document.author,
        url=row.get("url") or document.url,
    )


def _keep(source: BinaryIO, target: object) -> None:
    kept = cast(BinaryIO, target)
    for block in iter(partial(source.read, limits.MEGABYTE), b""):
        kept.write(block)
        if kept.tell() > limits.UNPACKED:
            raise UnreadableError(f"it is larger than {limits.UNPACKED // limits.MEGABYTE:,} MB")
    kept.seek(0)


def _is_wanted(path: Path) -> bool:
    hidden = any(part.startswith((".", "~$", "__")) for part in path.parts)
    return not hidden and path.name != sources_csv.NAME and not _NO_ARTICLE.search(path.name)


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
