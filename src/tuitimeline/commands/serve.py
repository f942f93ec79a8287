"""`tuitimeline serve STORY.db`: the explorer in a browser, on this machine alone unless told otherwise."""

from __future__ import annotations

import argparse
from pathlib import Path

from tuitimeline.commands.saying import say


def register(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("story", type=Path, metavar="STORY.db", help="a story file made by `tuitimeline build`")
    parser.add_argument("--host", default="127.0.0.1", help="127.0.0.1 unless told otherwise: this machine alone")
    parser.add_argument("--port", type=int, default=8000, help="8000 unless told otherwise")


def run(arguments: argparse.Namespace) -> int:
    """Serve until it is ended; 1 where the address cannot be had."""
    from tuitimeline.store import open_story

    open_story(arguments.story).close()
    try:
        from tuitimeline.serve import serve
    except ImportError:
        say("the browser needs an extra: pip install 'tuitimeline[serve]'")
        return 2
    try:
        serve(arguments.story, arguments.host, arguments.port)
    except OSError as error:
        say(f"{arguments.host}:{arguments.port}: {error.strerror}")
        return 1
    return 0
