"""One entrance for every kind of file: the door is chosen by content, archives are opened within limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import BinaryIO

from tuitimeline.ingest import kinds, limits
from tuitimeline.ingest.article import Found, UnreadableError, parsing
from tuitimeline.ingest.kinds import Kind


def articles(stream: BinaryIO, name: str, fields: Mapping[str, str], nested: int = 0) -> Iterator[Found]:
    """The articles of one file. `stream` can seek; `name` only tells a table from a text.

    A part that cannot be read is a Failure among them. Raises UnreadableError where nothing can be read.
    """
    head = stream.read(kinds.HEAD)
    stream.seek(0)
    kind = kinds.of(head, name, fields)
    if kind in (Kind.ZIP, Kind.GZIP) and nested > limits.NESTED:
        raise UnreadableError("it is an archive in an archive in an archive: unpack it first")
    if kind is Kind.ZIP:
        from tuitimeline.ingest.doors import packed

        kind = kinds.in_zip([m.filename for m in packed.open_zip(stream).infolist()])
        stream.seek(0)
    return _parsed(kind, _through(kind, stream, name, fields, nested))


def _parsed(kind: Kind, found: Iterator[Found]) -> Iterator[Found]:
    with parsing(kind):
        yield from found


def _through(kind: Kind, stream: BinaryIO, name: str, fields: Mapping[str, str], nested: int) -> Iterator[Found]:
    """The door of a kind; each brings its library only when a file needs it."""
    inner = partial(articles, fields=fields, nested=nested + 1)
    match kind:
        case Kind.TEXT:
            from tuitimeline.ingest.doors import text

            return text.articles(stream)
        case Kind.HTML:
            from tuitimeline.ingest.doors import page

            return page.articles(stream)
        case Kind.PDF:
            from tuitimeline.ingest.doors import pdf

            return pdf.articles(stream)
        case Kind.DOCX:
            from tuitimeline.ingest.doors import word

            return word.articles(stream)
        case Kind.EPUB:
            from tuitimeline.ingest.doors import book

            return book.articles(stream)
        case Kind.RTF:
            from tuitimeline.ingest.doors import rich

            return rich.articles(stream)
        case Kind.EML:
            from tuitimeline.ingest.doors import mail

            return mail.message(stream)
        case Kind.MBOX:
            from tuitimeline.ingest.doors import mail

            return mail.mailbox(stream)
        case Kind.JSON:
            from tuitimeline.ingest.doors import records

            return records.json_whole(stream, fields)
        case Kind.JSONL:
            from tuitimeline.ingest.doors import records

            return records.json_lines(stream, fields)
        case Kind.TABLE:
            from tuitimeline.ingest.doors import records

            return records.table(stream, fields)
        case Kind.FEED:
            from tuitimeline.ingest.doors import feed

            return feed.articles(stream)
        case Kind.WARC:
            from tuitimeline.ingest.doors import crawl

            return crawl.articles(stream, inner)
        case Kind.GZIP:
            from tuitimeline.ingest.doors import archives

            return archives.gunzipped(stream, name, inner)
        case Kind.ZIP:
            from tuitimeline.ingest.doors import archives

            return archives.unzipped(stream, inner)
