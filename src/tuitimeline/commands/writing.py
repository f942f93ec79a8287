"""What a command writes: to standard output, or to a new file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tuitimeline.commands.saying import say


def output(
    parser: argparse.ArgumentParser, about: str = "a new file, not standard output", *, required: bool = False
) -> None:
    """Add `-o FILE` and `--force`."""
    parser.add_argument("-o", dest="output", type=Path, required=required, metavar="FILE", help=about)
    parser.add_argument("--force", action="store_true", help="overwrite FILE")


def is_free(path: Path | None, force: bool) -> bool:
    """Whether `put` may write there; says why not. Asked before the reading, which can take long."""
    if force or path is None or path == Path("-") or not path.exists():
        return True
    say(f"{path} exists: choose another name, or say --force to overwrite it")
    return False


def put(content: str | bytes, path: Path | None = None, force: bool = False) -> int:
    """Write to a new file, to standard output for None or `-`; says why it cannot, and returns the exit status."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    if path is None or path == Path("-"):
        if isinstance(content, bytes) and sys.stdout.isatty():
            say("this format is not for a terminal: give -o FILE")
            return 2
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return 0
    try:
        with path.open("wb" if force else "xb") as file:
            file.write(raw)
    except FileExistsError:
        is_free(path, force)
        return 2
    except OSError as error:
        say(f"{path}: {error.strerror}")
        return 1
    return 0
