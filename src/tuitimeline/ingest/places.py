"""Where documents come from: files and folders by their paths, pages by address, standard input as `-`."""

from __future__ import annotations

from pathlib import Path

STDIN = "-"


def is_address(written: Path | str) -> bool:
    """It begins as the address of a page does."""
    return isinstance(written, str) and written.lower().startswith(("http://", "https://"))


def is_file(written: Path | str) -> bool:
    """It is a path: neither an address nor standard input."""
    return str(written) != STDIN and not is_address(written)
