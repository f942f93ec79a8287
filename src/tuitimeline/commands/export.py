"""`tuitimeline export PATH… --format NAME`: the timeline in another format."""

from __future__ import annotations

import argparse

from tuitimeline.commands import stories, writing
from tuitimeline.commands.saying import say
from tuitimeline.export import FORMATS


def register(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    stories.paths(parser)
    parser.add_argument("--format", choices=FORMATS, default="json", metavar="NAME", help=", ".join(FORMATS))
    writing.output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the story in one format; what that format has no place for is counted in a message."""
    from tuitimeline.export import write

    if not writing.is_free(arguments.output, arguments.force):
        return 2
    with stories.opened(arguments) as story:
        written = write(story.story(), arguments.format)
    if written.left_out:
        say(written.left_out)
    return writing.put(written.content, arguments.output, arguments.force)
