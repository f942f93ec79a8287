"""`tuitimeline annotate [PATH…]`: what each document says, a line of JSON each, as it is read."""

from __future__ import annotations

import argparse
import sys

from tuitimeline.commands import dates, fields, writing
from tuitimeline.commands.saying import say, say_unread


def register(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="nothing: JSONL documents on standard input")
    dates.published(parser)
    fields.mapped(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print a line a document; 1 where one could not be read."""
    from tuitimeline.annotate import annotate
    from tuitimeline.export.contracts import annotation_line
    from tuitimeline.ingest import read, read_lines
    from tuitimeline.model import Unreadable

    if not arguments.paths and sys.stdin.isatty():
        say('reading documents from the keyboard, a line each: {"id": "a", "text": "…"}')
    unread = 0
    found = (
        read(arguments.paths, arguments.published, dict(arguments.fields))
        if arguments.paths
        else read_lines(sys.stdin.buffer, arguments.published)
    )
    for document in found:
        if isinstance(document, Unreadable):
            say_unread([document])
            unread += 1
        else:
            writing.put(annotation_line(annotate(document)) + "\n")
    return 1 if unread else 0
