"""One entrance for every kind of file: the door is chosen by content, archives are opened within limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import BinaryIO

from tuitimeline.ingest import kinds, limits
from tuitimeline.ingest.article import Found, UnreadableError, parsing
from tuitimeline.ingest.kinds import Kind

DOORS = {
    Kind.TEXT: ("text", "articles"),
    Kind.HTML: ("page", "articles"),
    Kind.PDF: ("pdf", "articles"),
    Kind.DOCX: ("word", "articles"),
    Kind.EPUB: ("book", "articles"),
    Kind.RTF: ("rich", "articles"),
    Kind.EML: ("mail", "message"),
    Kind.MBOX: ("mail", "mailbox"),
    Kind.JSON: ("records", "json_whole"),
    Kind.JSONL: ("records", "json_lines"),
    Kind.TABLE: ("records", "table"),
    Kind.FEED: ("feed", "articles"),
    Kind.WARC: ("crawl", "articles"),
    Kind.GZIP: ("archives", "gunzipped"),
    Kind.ZIP: ("archives", "unzipped"),
}
"""The door of each kind: a module of `doors` and its function."""


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
    """What the door of a kind reads; a door and its library are imported when a file needs them."""
    module, function = DOORS[kind]
    door: Callable[..., Iterator[Found]] = getattr(import_module(f"{__package__}.doors.{module}"), function)
    inner = partial(articles, fields=fields, nested=nested + 1)
    match kind:
        case Kind.JSON | Kind.JSONL | Kind.TABLE:
            return door(stream, fields)
        case Kind.WARC | Kind.ZIP:
            return door(stream, inner)
        case Kind.GZIP:
            return door(stream, name, inner)
        case _:
            return door(stream)
