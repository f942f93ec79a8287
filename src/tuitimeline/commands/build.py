"""`tuitimeline build PATH… -o STORY.db` and `tuitimeline add STORY.db PATH…`: a story in a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tuitimeline.commands import stories
from tuitimeline.commands.saying import say, say_passed_over, say_unread
from tuitimeline.safe import visible
from tuitimeline.tui.wording import plural

_READ = "articles, folders, addresses"


def register(parser: argparse.ArgumentParser) -> None:
    """What `build` takes."""
    stories.paths(parser, _READ)
    parser.add_argument("-o", dest="story", type=Path, required=True, metavar="STORY.db", help="the story file")
    parser.set_defaults(create=True)


def register_add(parser: argparse.ArgumentParser) -> None:
    """What `add` takes."""
    parser.add_argument("story", type=Path, metavar="STORY.db", help="a story file that is there already")
    stories.paths(parser, _READ)
    parser.set_defaults(create=False)


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
    print(visible(f"{arguments.story}: {plural(documents, 'document')}, {plural(events, 'event')}"))
    if not documents:
        say(stories.NOTHING)
        return 2
    return 1 if unread else 0
