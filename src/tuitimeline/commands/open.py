"""`tuitimeline PATH…`: the timeline of articles or of a story file, in the explorer or as a plain table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tuitimeline.commands import stories

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile


def register(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    stories.paths(parser)
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")


def run(arguments: argparse.Namespace) -> int:
    """Open the explorer; print a table where standard output is no terminal."""
    with stories.opened(arguments) as story:
        if sys.stdout.isatty() and sys.stdin.isatty():
            from tuitimeline.tui import run as explore

            return explore(story, mouse=not arguments.no_mouse, export=_export)
        from tuitimeline.export import write

        print(write(story.story(), "table").content, end="")
    return 0


def _export(story: StoryFile, path: Path) -> None:
    """Write the story to `path` in the format that its name's end says. Raises ValueError, OSError."""
    from tuitimeline.export import FORMATS, write

    named = {format_.suffix: name for name, format_ in reversed([*FORMATS.items()])}
    if path.suffix.lower() not in named:
        raise ValueError(f"{path.name}: no format ends so; there are {', '.join(sorted(named))}")
    content = write(story.story(), named[path.suffix.lower()]).content
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
