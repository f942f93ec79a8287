"""What can go wrong with a story file, in one line for a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StoreError(Exception):
    """What, where, what to do: one line."""


@contextmanager
def told(path: Path | None) -> Iterator[None]:
    """SQLite's errors as a StoreError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path or 'story'}: {_reason(error)}") from error


def _reason(error: sqlite3.Error) -> str:
    match getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").split("_")[0]:
        case "BUSY" | "LOCKED":
            return "another program is writing to it; wait until it has ended, then try again"
        case "FULL":
            return "the disk is full; nothing of this step was written, free some room and run it again"
        case "READONLY" | "PERM":
            return "it cannot be written; it or its folder is read-only"
        case "CANTOPEN":
            return "it cannot be opened; does its folder exist, and may you write there?"
        case "IOERR":
            return f"reading or writing it failed ({error}); is the disk full or gone?"
        case "CORRUPT" | "NOTADB":
            return "it is damaged or no story file; restore a copy, or build it anew"
        case _:
            return str(error)
