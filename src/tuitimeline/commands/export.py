"""`tuitimeline export PATH… --format NAME`: the timeline in another format."""

from __future__ import annotations

import argparse
from pathlib import Path

from tuitimeline.commands import stories, writing
from tuitimeline.commands.saying import say
from tuitimeline.export import FORMATS, named_by


def register(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    stories.paths(parser)
    parser.add_argument(
        "--format", choices=FORMATS, metavar="NAME", help=f"{', '.join(FORMATS)}; else as FILE ends, else json"
    )
    writing.output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the story in one format; what that format has no place for is counted in a message."""
    from tuitimeline.export import write

    if not writing.is_free(arguments.output, arguments.force):
        return 2
    try:
        name = arguments.format or _named_by(arguments.output)
    except ValueError as error:
        say(error)
        return 2
    with stories.opened(arguments) as (story, status):
        written = write(story.story(), name)
    if written.left_out:
        say(written.left_out)
    return writing.put(written.content, arguments.output, arguments.force) or status


def _named_by(output: Path | None) -> str:
    return "json" if output is None or output == Path("-") else named_by(output)
