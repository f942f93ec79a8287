"""`tuitimeline stats PATH…`: how each document and outlet sources what it says."""

from __future__ import annotations

import argparse

from tuitimeline.commands import stories, writing


def register(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    stories.paths(parser)
    parser.add_argument("--json", action="store_true", help="as JSON instead of a table")


def run(arguments: argparse.Namespace) -> int:
    """Print the table."""
    from tuitimeline.export.stats import statistics, stats_json, stats_table

    with stories.opened(arguments) as (story, status):
        found = statistics(story.story())
    return writing.put(stats_json(found) if arguments.json else stats_table(found)) or status
