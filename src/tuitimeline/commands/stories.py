"""The story that a command is given: a story file, or articles that are read into memory."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tuitimeline.commands import dates, fields
from tuitimeline.commands.saying import say, say_passed_over, say_unread

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile


NOTHING = "no article could be read: name files, folders that hold some, or a story file"


def paths(parser: argparse.ArgumentParser, about: str = "articles, folders, addresses, or one story file") -> None:
    """Add `PATH…`, `--published`, `--map` and `--jobs`."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=about)
    dates.published(parser)
    fields.mapped(parser)
    parser.add_argument("--jobs", type=_number, default=1, metavar="N", help="read in N processes")


def _number(typed_text: str) -> int:
    """A number from one on. Raises ArgumentTypeError with a line for people."""
    if not typed_text.isascii() or not typed_text.isdigit() or int(typed_text) < 1:
        raise argparse.ArgumentTypeError(f"{typed_text!r} is no number of processes: write 1 or more")
    return int(typed_text)


def is_file(arguments: argparse.Namespace) -> bool:
    """Whether a story file is what is named."""
    from tuitimeline.store import is_story

    return len(arguments.paths) == 1 and is_story(Path(arguments.paths[0]))


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[tuple[StoryFile, int]]:
    """The story of a story file or of articles, and the exit status: 1 where something could not be read.

    What could not be read is said. Raises StoreError, also where nothing could be read.
    """
    from tuitimeline.store import StoreError, open_story

    given = arguments.paths
    if is_file(arguments):
        if arguments.published or arguments.fields:
            say(f"{given[0]} is read already: --published and --map are for articles, and change nothing in it")
        with open_story(Path(given[0])) as story:
            yield story, 0
        return
    from tuitimeline.store import ProgressLine, build  # what reads articles: a story file does not wait for it

    with open_story(None) as story:
        with ProgressLine(sys.stderr) as line:
            hints = {"published": arguments.published, "fields": dict(arguments.fields)}
            unread = build(given, story, **hints, jobs=arguments.jobs, progress=line)
        say_unread(unread)
        say_passed_over(given)
        if not story.documents():
            raise StoreError(NOTHING)
        yield story, 1 if unread else 0
