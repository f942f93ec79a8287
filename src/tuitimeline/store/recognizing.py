"""Whether a file is a story, told without SQLite: whoever asks may not need it."""

from __future__ import annotations

from pathlib import Path

APPLICATION_ID = 0x7475746C  # "tutl"
_HEADER = b"SQLite format 3\0"


def is_story(path: Path) -> bool:
    """Whether `path` is an SQLite file that says it is a story: its header alone is read, nothing is opened."""
    try:
        with path.open("rb") as file:
            header = file.read(72)
    except OSError:
        return False
    return header.startswith(_HEADER) and header[68:72] == APPLICATION_ID.to_bytes(4, "big")
