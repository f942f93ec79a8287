"""`tuitimeline PATH…`: the timeline of articles or of a story file, in the explorer or as a plain table."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tuitimeline.commands import stories
from tuitimeline.commands.saying import say, say_unread

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile
    from tuitimeline.store.background import Background


def register(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    stories.paths(parser)
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")


def run(arguments: argparse.Namespace) -> int:
    """Open the explorer; print a table where there is no terminal, or none that can place a cursor."""
    dumb = os.environ.get("TERM") in ("dumb", "unknown")
    if dumb or not (sys.stdout.isatty() and sys.stdin.isatty()):
        return _print(arguments)
    if stories.is_file(arguments):
        with stories.opened(arguments) as (story, _):
            return _explore(arguments, story)
    return _read_and_explore(arguments)


def _print(arguments: argparse.Namespace) -> int:
    from tuitimeline.export import write

    with stories.opened(arguments) as (story, status):
        print(write(story.story(), "table").content, end="")
        if not story.events():
            say("no events were found in what was read")
    return status


def _read_and_explore(arguments: argparse.Namespace) -> int:
    """Articles are read by another process, while this one puts the app on the screen."""
    from tuitimeline.store.background import Background

    hints = {"published": arguments.published, "fields": dict(arguments.fields)}
    with Background(arguments.paths, **hints, jobs=arguments.jobs) as building:
        import tuitimeline.tui.app  # noqa: F401  # takes as long as the other process needs for its start

        with building.story() as story:
            status = _explore(arguments, story, building)
    if building.ended:
        say_unread(building.ended.unreadable)
    if status == 2:
        say(stories.NOTHING)
    return status


def _explore(arguments: argparse.Namespace, story: StoryFile, building: Background | None = None) -> int:
    from tuitimeline.tui import run as explore

    return explore(story, mouse=not arguments.no_mouse, export=_export, building=building)


def _export(story: StoryFile, path: Path) -> None:
    """Write the story to `path` in the format that its name's end says. Raises ValueError, OSError."""
    from tuitimeline.export import named_by, write

    content = write(story.story(), named_by(path)).content
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
