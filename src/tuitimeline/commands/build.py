"""`tuitimeline build PATH… -o STORY.db` and `tuitimeline add STORY.db PATH…`: a story in a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tuitimeline.commands import dates, fields
from tuitimeline.commands.saying import say, say_passed_over, say_unread


def register(parser: argparse.ArgumentParser) -> None:
    """What `build` takes."""
    _paths(parser)
    parser.add_argument("-o", dest="story", type=Path, required=True, metavar="STORY.db", help="the story file")
    parser.set_defaults(create=True)


def register_add(parser: argparse.ArgumentParser) -> None:
    """What `add` takes."""
    parser.add_argument("story", type=Path, metavar="STORY.db", help="a story file that is there already")
    _paths(parser)
    parser.set_defaults(create=False)


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="articles, folders, addresses")
    dates.published(parser)
    fields.mapped(parser)
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="read in N processes")


def run(arguments: argparse.Namespace) -> int:
    """Read what is new and changed, weave, and say what is there; 1 where something could not be read."""
    from tuitimeline.store import ProgressLine, StoryFile, build

    with StoryFile(arguments.story, create=arguments.create) as story, ProgressLine(sys.stderr) as line:
        try:
            unread = build(
                arguments.paths,
                story,
                published=arguments.published,
                fields=dict(arguments.fields),
                jobs=arguments.jobs,
                progress=line,
            )
        except KeyboardInterrupt:
            say("stopped; what was read is kept, run it again to go on")
            return 130
        documents, events = len(story.documents()), len(story.events())
    say_unread(unread)
    say_passed_over(arguments.paths)
    print(f"{arguments.story}: {documents} documents, {events} events")
    return 1 if unread or not documents else 0
