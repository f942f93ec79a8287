"""A connection to a story file, once it is known to be one."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from tuitimeline.store.errors import StoreError, told
from tuitimeline.store.recognizing import APPLICATION_ID, is_story

VERSION = 1
_PATIENCE = 5.0  # seconds that a write waits for another program's


def connect(path: Path | None, *, create: bool = False) -> sqlite3.Connection:
    """A connection to the story at `path`, or to a new one in memory.

    The journal is a write-ahead log: the app goes on reading while a build writes, a build that is killed leaves
    the last whole step, and the last program to close it folds the log back into the one file. A file that cannot
    be written is opened for reading alone. Raises StoreError.
    """
    if path is None:
        connection = _open(":memory:")
        _found(connection)
        return connection
    fresh = not path.exists() or path.stat().st_size == 0
    if fresh and not create:
        raise StoreError(f"{path}: {'it is empty' if path.exists() else 'no such story file'}; build one with -o")
    if not fresh and not is_story(path):
        raise StoreError(f"{path}: it is no story file, and is left as it is")
    with told(path):
        if fresh:
            _create(path)
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        connection = _open(path if writable else f"file:{quote(str(path.absolute()))}?mode=ro{_still(path)}")
        try:
            _make_current(connection, path, writable)
            if writable:
                connection.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            connection.close()
            raise
        return connection


def _create(path: Path) -> None:
    """An empty story at `path`, whole from its first moment."""
    beside = path.with_name(path.name + "-new")
    beside.unlink(missing_ok=True)
    connection = _open(beside)
    try:
        _found(connection)
    finally:
        connection.close()
    beside.replace(path)


def _open(target: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        target,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
        uri=str(target).startswith("file:"),
    )
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _still(path: Path) -> str:
    """A write-ahead log cannot be opened in a read-only folder; without one the file does not change under us."""
    return "" if path.with_name(path.name + "-wal").exists() else "&immutable=1"


def _found(connection: sqlite3.Connection) -> None:
    connection.executescript(
        f"BEGIN; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; {schema()}; COMMIT"
    )


def schema() -> str:
    """The tables of a story file of this version."""
    return Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")


def _make_current(connection: sqlite3.Connection, path: Path, writable: bool) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise StoreError(
            f"{path}: a newer tuitimeline wrote it (schema {version}, not {VERSION}): update this one"
        )
    if version < VERSION:
        if not writable:
            raise StoreError(
                f"{path}: an older tuitimeline wrote it: copy it to where it can be brought up to date"
            )
        from tuitimeline.store.migrating import migrate

        migrate(connection)
