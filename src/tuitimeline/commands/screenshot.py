"""`tuitimeline screenshot PATH… --screen NAME --size 120x40 -o FILE.svg`: a screen as a picture."""

from __future__ import annotations

import argparse
import re

from tuitimeline.commands import stories, writing
from tuitimeline.commands.saying import say


def register(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    stories.paths(parser)
    parser.add_argument("--screen", default="timeline", metavar="NAME", help="timeline, evidence, sources, …")
    parser.add_argument("--size", type=_size, default=(120, 40), metavar="COLUMNSxROWS", help="120x40")
    writing.output(parser, "a new file, FILE.svg or FILE.png", required=True)


def run(arguments: argparse.Namespace) -> int:
    """Draw it without a terminal."""
    if not writing.is_free(arguments.output, arguments.force):
        return 2
    from tuitimeline.tui.screenshot import ScreenshotError, take

    with stories.opened(arguments) as (story, status):
        try:
            take(story, screen=arguments.screen, size=arguments.size, path=arguments.output)
        except ScreenshotError as error:
            say(error)
            return 2
    return status


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{2,3})x(\d{2,3})", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is no size: write columns x rows, such as 120x40")
    return int(found[1]), int(found[2])
