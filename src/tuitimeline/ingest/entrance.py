"""One entrance for every kind of file: the door is chosen by content, archives are opened within limits."""

from __future__ import annotations

import gzip
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import IO, BinaryIO, cast

from tuitimeline.ingest import kinds, limits
from tuitimeline.ingest.article import Failure, Found, UnreadableError, parsing
from tuitimeline.ingest.doors import packed
from tuitimeline.ingest.kinds import Kind

_IN_MEMORY = 16 * limits.MEGABYTE
_BLOCK = 65_536
_DAMAGE = (OSError, EOFError, ValueError, NotImplementedError, zlib.error, zipfile.BadZipFile)


def articles(stream: BinaryIO, name: str, fields: Mapping[str, str], nested: int = 0) -> Iterator[Found]:
    """The articles of one file. `stream` can seek; `name` only tells a table from a text.

    A part that cannot be read is a Failure among them. Raises UnreadableError where nothing can be read.
    """
    head = stream.read(kinds.HEAD)
    stream.seek(0)
    kind = kinds.of(head, name, fields)
    if kind is Kind.ZIP:
        kind = kinds.in_zip([m.filename for m in packed.open_zip(stream).infolist()])
        stream.seek(0)
    return _parsed(kind, _through(kind, stream, name, fields, nested))


def _parsed(kind: Kind, found: Iterator[Found]) -> Iterator[Found]:
    with parsing(kind):
        yield from found


def _through(kind: Kind, stream: BinaryIO, name: str, fields: Mapping[str, str], nested: int) -> Iterator[Found]:
    """The door of a kind; each brings its library only when a file needs it."""
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

            return crawl.articles(stream, lambda body, address: articles(body, address, fields, nested + 1))
        case Kind.GZIP:
            return _gzip(stream, name, fields, nested)
        case Kind.ZIP:
            return _zip(stream, fields, nested)


def _gzip(stream: BinaryIO, name: str, fields: Mapping[str, str], nested: int) -> Iterator[Found]:
    """What is packed in a gzip file; a WARC is streamed, for its records are packed one by one."""
    _check_nesting(nested)
    try:
        head = gzip.GzipFile(fileobj=stream, mode="rb").read(5)
    except (OSError, EOFError, zlib.error):
        raise UnreadableError("it is a damaged gzip file") from None
    stream.seek(0)
    if head == b"WARC/":
        from tuitimeline.ingest.doors import crawl

        yield from crawl.articles(stream, lambda body, address: articles(body, address, fields, nested + 1))
        return
    size = stream.seek(0, 2)
    stream.seek(0)
    limit = min(limits.UNPACKED, max(limits.TEXT, limits.RATIO * size) if size > limits.MEGABYTE else limits.TEXT)
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as unpacked:
        with gzip.GzipFile(fileobj=stream, mode="rb") as inside:
            damage = _copy(inside, unpacked, limit)
        yield from articles(cast(BinaryIO, unpacked), name.removesuffix(".gz"), fields, nested + 1)
    if damage:
        yield damage


def _zip(stream: BinaryIO, fields: Mapping[str, str], nested: int) -> Iterator[Found]:
    """The members of a zip file one by one, hidden ones and what is no text passed over."""
    _check_nesting(nested)
    archive = packed.open_zip(stream)
    left = limits.UNPACKED
    crawl = any(
        m.filename == "datapackage.json" for m in archive.infolist()
    )  # a WACZ: only its WARCs are articles
    for member in archive.infolist():
        name = member.filename
        if member.is_dir() or _is_hidden(name) or (crawl and not name.startswith("archive/")):
            continue
        if packed.is_bomb(member) or member.file_size > left:
            yield Failure(
                f"it would unpack to {member.file_size // limits.MEGABYTE:,} MB: a zip bomb, or damaged", name
            )
            continue
        left -= member.file_size
        try:
            with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as unpacked:
                with archive.open(member) as inside:
                    damage = _copy(cast(zipfile.ZipExtFile, inside), unpacked, member.file_size)
                for found in articles(cast(BinaryIO, unpacked), name, fields, nested + 1):
                    yield _within(name, found)
            if damage:
                yield _within(name, damage)
        except UnreadableError as error:
            yield Failure(str(error), name)
        except RuntimeError as error:
            yield Failure("it is locked by a password" if "password" in str(error) else "it is damaged", name)
        except _DAMAGE:
            yield Failure("it is damaged", name)


def _copy(source: gzip.GzipFile | zipfile.ZipExtFile, target: IO[bytes], limit: int) -> Failure | None:
    """Copy no more than `limit` bytes and go back to the start; says where the source breaks off.

    Raises UnreadableError where there are more, or none.
    """
    done, damage = 0, None
    try:
        while block := source.read1(_BLOCK):  # read() would lose what stands before a break
            done += len(block)
            if done > limit:
                raise UnreadableError(
                    f"it unpacks to more than {limit // limits.MEGABYTE:,} MB: a bomb, or damaged"
                )
            target.write(block)
    except _DAMAGE:
        if not done:
            raise UnreadableError("it is a damaged archive, or one cut short") from None
        damage = Failure(f"it is damaged or cut short: only its first {done:,} bytes were read")
    target.seek(0)
    return damage


def _within(name: str, found: Found) -> Found:
    part = name if found.part is None else f"{name}/{found.part}"
    return replace(found, part=part)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/")) or name.endswith("sources.csv")


def _check_nesting(nested: int) -> None:
    if nested > limits.NESTED:
        raise UnreadableError("it is an archive in an archive in an archive: unpack it first")
