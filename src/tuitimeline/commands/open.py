"""`tuitimeline PATH…`: the timeline of articles or of a story file, in the explorer or as a plain table."""

from __future__ import annotations

import argparse
import sys

from tuitimeline.commands import stories


def register(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    stories.paths(parser)
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")


def run(arguments: argparse.Namespace) -> int:
    """Open the explorer; print a table where standard output is no terminal."""
    with stories.opened(arguments) as story:
        if sys.stdout.isatty() and sys.stdin.isatty():
            from tuitimeline.tui import run as explore

            return explore(story, mouse=not arguments.no_mouse)
        from tuitimeline.export import write

        print(write(story.story(), "table").content, end="")
    return 0
