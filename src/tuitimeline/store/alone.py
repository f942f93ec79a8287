"""One program at a time builds a story."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tuitimeline.store.errors import StoreError, told


@contextmanager
def writing_alone(path: Path | None) -> Iterator[None]:
    """Keep other programs from building the same story. Raises StoreError where one is at it.

    The lock is SQLite's own on an empty file beside the story: it works alike on every system, and ends with the
    program that holds it, however that ends.
    """
    if path is None:
        yield
        return
    beside = path.with_name(path.name + "-building")
    with told(path):
        lock = sqlite3.connect(beside, timeout=0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            lock.close()
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            raise StoreError(f"{path}: another program is building it; wait until it has ended") from error
    try:
        yield
    finally:
        with suppress(OSError):
            beside.unlink()
        lock.close()
