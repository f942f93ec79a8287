"""Dates that people type as arguments."""

from __future__ import annotations

import argparse
from contextlib import suppress
from datetime import date


def published(parser: argparse.ArgumentParser) -> None:
    """Add `--published DATE`."""
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="publication date of documents that carry none"
    )


def day(typed_text: str) -> date:
    """The day that is typed. Raises ArgumentTypeError with a line for people."""
    with suppress(ValueError):
        return date.fromisoformat(typed_text)  # the first paint should not wait for all that reads dates
    from tuitimeline.annotate.dates import typed

    try:
        return typed.day(typed_text, date.today())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
