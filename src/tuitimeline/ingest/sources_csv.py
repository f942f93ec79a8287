"""sources.csv beside the articles: file, published, outlet, title, url. What it says goes before all else."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from tuitimeline.ingest.article import UnreadableError
from tuitimeline.ingest.decoding import decode
from tuitimeline.ingest.written import day
from tuitimeline.model import Unreadable

NAME = "sources.csv"

Row = Mapping[str, str]
_NOTHING: Row = {}


def row_of(path: Path) -> Row:
    """The row of the sources.csv in the file's folder, by the file's name; empty where there is none."""
    return _rows(path.parent, _changed(path.parent)).get(path.name, _NOTHING)


def complaints(folder: Path) -> list[Unreadable]:
    """What in a folder's sources.csv cannot be used, a line each: no `file` column, dates that are none."""
    path = folder / NAME
    if not path.is_file():
        return []
    rows = _rows(folder, _changed(folder))
    if not rows:
        return [Unreadable(str(path), 'it has no row that can be used: its first line must name "file"')]
    return [
        Unreadable(str(path), f"{name}: {row['published']!r} is no date, or one that can be read in two ways")
        for name, row in rows.items()
        if row.get("published") and day(row["published"]) is None
    ]


def _changed(folder: Path) -> float:
    try:
        return (folder / NAME).stat().st_mtime
    except OSError:
        return 0.0


@lru_cache(maxsize=64)
def _rows(folder: Path, changed: float) -> dict[str, Row]:
    if not changed:
        return {}
    try:
        return parse((folder / NAME).read_bytes())
    except OSError:
        return {}


def parse(data: bytes) -> dict[str, Row]:
    """The rows of a sources.csv by file name; none where it is damaged."""
    import csv

    try:
        rows = [
            {(k or "").strip().casefold(): (v or "").strip() for k, v in row.items() if isinstance(v, str)}
            for row in csv.DictReader(io.StringIO(decode(data)), skipinitialspace=True)
        ]
    except (UnreadableError, csv.Error):
        return {}
    return {row["file"]: row for row in rows if row.get("file")}
