"""Gzip and zip files of anything that has a door, unpacked one by one and within limits."""

from __future__ import annotations

import gzip
import io
import posixpath
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import IO, Any, BinaryIO, cast

from tuitimeline.ingest import limits, sources_csv
from tuitimeline.ingest.article import Article, Failure, Found, UnreadableError
from tuitimeline.ingest.doors import packed
from tuitimeline.ingest.written import day

Read = Callable[[BinaryIO, str], Iterator[Found]]
"""How what is unpacked is read: by its bytes and its name."""

_IN_MEMORY = 16 * limits.MEGABYTE
_BLOCK = 65_536
_DAMAGE = (OSError, EOFError, ValueError, NotImplementedError, zlib.error, zipfile.BadZipFile)


def unzipped(stream: BinaryIO, read: Read) -> Iterator[Found]:
    """The members of a zip file one by one, hidden ones passed over. Of a WACZ, only its WARCs are articles."""
    archive = packed.open_zip(stream)
    is_crawl = any(m.filename == "datapackage.json" for m in archive.infolist())
    said = _Sources(archive)
    left = limits.UNPACKED
    for member in archive.infolist():
        name = member.filename
        if member.is_dir() or _is_hidden(name) or (is_crawl and not name.startswith("archive/")):
            continue
        if packed.is_bomb(member) or member.file_size > left:
            size = member.file_size // limits.MEGABYTE
            yield Failure(f"it would unpack to {size:,} MB: a zip bomb, or damaged", name)
            continue
        left -= member.file_size
        try:
            for found in _member(archive, member, read):
                yield said.of(name, replace(found, part=f"{name}/{found.part}" if found.part else name))
        except UnreadableError as error:
            yield Failure(str(error), name)
        except RuntimeError as error:
            yield Failure("it is locked by a password" if "password" in str(error) else "it is damaged", name)
        except _DAMAGE:
            yield Failure("it is damaged", name)


def gunzipped(stream: BinaryIO, name: str, read: Read) -> Iterator[Found]:
    """What is packed in a gzip file; a WARC is streamed, for it may be larger than the disk has room."""
    try:
        head = gzip.GzipFile(fileobj=stream, mode="rb").read(5)
    except (OSError, EOFError, zlib.error):
        raise UnreadableError("it is a damaged gzip file") from None
    size = stream.seek(0, 2)
    stream.seek(0)
    limit = max(limits.TEXT, limits.RATIO * size) if size > limits.MEGABYTE else limits.TEXT
    with gzip.GzipFile(fileobj=stream, mode="rb") as inside:
        if head != b"WARC/":
            yield from _unpacked(inside, min(limit, limits.UNPACKED), name.removesuffix(".gz"), read)
            return
        from tuitimeline.ingest.doors import crawl

        bounded = _Bounded(inside, limit)
        yield from crawl.articles(cast(BinaryIO, io.BufferedReader(bounded)), read)
        if bounded.damaged:
            yield Failure("it is damaged or cut short: what follows is not read")


class _Bounded(io.RawIOBase):
    """A stream that ends where it is `damaged`, and raises UnreadableError where it holds more than it may."""

    def __init__(self, stream: gzip.GzipFile, limit: int) -> None:
        self._stream, self._limit, self._left, self.damaged = stream, limit, limit, False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read1(len(buffer))
        except _DAMAGE:
            self.damaged = True
            return 0
        self._left -= len(data)
        if self._left < 0:
            size = self._limit // limits.MEGABYTE
            raise UnreadableError(f"it unpacks to more than {size:,} MB: a bomb, or damaged")
        buffer[: len(data)] = data
        return len(data)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, read: Read) -> Iterator[Found]:
    with archive.open(member) as inside:
        yield from _unpacked(cast(zipfile.ZipExtFile, inside), member.file_size, member.filename, read)


def _unpacked(inside: gzip.GzipFile | zipfile.ZipExtFile, limit: int, name: str, read: Read) -> Iterator[Found]:
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as unpacked:
        damage = _copy(inside, unpacked, limit)
        yield from read(cast(BinaryIO, unpacked), name)
        if damage:
            yield damage


def _copy(source: gzip.GzipFile | zipfile.ZipExtFile, target: IO[bytes], limit: int) -> Failure | None:
    """Copy no more than `limit` bytes and go back to the start; says where the source breaks off.

    Raises UnreadableError where there are more, or none.
    """
    done, damage = 0, None
    try:
        while block := source.read1(_BLOCK):  # read() would lose what stands before a break
            done += len(block)
            if done > limit:
                size = limit // limits.MEGABYTE
                raise UnreadableError(f"it unpacks to more than {size:,} MB: a bomb, or damaged")
            target.write(block)
    except _DAMAGE:
        if not done:
            raise UnreadableError("it is a damaged archive, or one cut short") from None
        damage = Failure(f"it is damaged or cut short: only its first {done:,} bytes were read")
    target.seek(0)
    return damage


class _Sources:
    """What each folder's sources.csv in a zip file says of the files beside it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._rows: dict[str, dict[str, sources_csv.Row]] = {}
        for member in archive.infolist():
            folder, name = posixpath.split(member.filename)
            if name == sources_csv.NAME and not packed.is_bomb(member):
                self._rows[folder] = sources_csv.parse(packed.read_member(archive, member.filename, limits.RECORD))

    def of(self, name: str, found: Found) -> Found:
        """The article of a member, completed by its row."""
        folder, file = posixpath.split(name)
        row = self._rows.get(folder, {}).get(file)
        if row is None or isinstance(found, Failure):
            return found
        return Article(
            found.text,
            found.part,
            row.get("title") or found.title,
            row.get("outlet") or found.outlet,
            row.get("author") or found.author,
            row.get("url") or found.url,
            day(row.get("published") or "") or found.published,
            found.pages,
        )


def _is_hidden(name: str) -> bool:
    folders = name.split("/")
    return folders[-1] == sources_csv.NAME or any(part.startswith((".", "__MACOSX")) for part in folders)
