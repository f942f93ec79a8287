"""Zip files are looked over before anything is unpacked: sizes, counts and ratios that no honest file has."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import UnreadableError


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """A zip file. Raises UnreadableError where it is damaged or holds too many members."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError):
        raise UnreadableError("it is a damaged zip file, or one cut short") from None
    if len(archive.infolist()) > limits.MEMBERS:
        raise UnreadableError(f"it packs {len(archive.infolist()):,} files, more than {limits.MEMBERS:,}")
    return archive


def bounded_zip(stream: BinaryIO) -> None:
    """Raise UnreadableError where a zip that must be unpacked whole would unpack to too much."""
    archive = open_zip(stream)
    texts = sum(m.file_size for m in archive.infolist() if m.filename.endswith((".xml", ".rels", "html", ".opf")))
    if texts > limits.PACKED_TEXT or any(is_bomb(m) for m in archive.infolist()):
        raise UnreadableError(f"it would unpack to {texts // limits.MEGABYTE:,} MB: a zip bomb, or damaged")
    stream.seek(0)


def is_bomb(member: zipfile.ZipInfo) -> bool:
    """More than a megabyte that packs into less than a two-hundredth."""
    return member.file_size > limits.MEGABYTE and member.file_size > limits.RATIO * max(1, member.compress_size)


def read_member(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """The bytes of one member, however large it claims to be. Raises UnreadableError."""
    import zlib

    try:
        with archive.open(name) as member:
            return limits.whole(member, limit)  # type: ignore[arg-type]
    except (
        zipfile.BadZipFile,
        KeyError,
        RuntimeError,
        NotImplementedError,
        OSError,
        EOFError,
        zlib.error,
        ValueError,
    ):
        raise UnreadableError(f"{name} in it is damaged, locked or missing") from None
