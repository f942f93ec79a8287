"""What commands say to a person: one line, on standard error, with nothing in it that acts on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tuitimeline.safe import visible

if TYPE_CHECKING:
    from tuitimeline.model import Unreadable


def say(message: object) -> None:
    """One line on standard error."""
    print(visible(f"tuitimeline: {message}"), file=sys.stderr)


def say_unread(unread: Iterable[Unreadable]) -> None:
    """A line for each file that could not be read, and why."""
    for complaint in unread:
        say(f"{complaint.path}: {complaint.reason}")


def say_passed_over(paths: Iterable[str]) -> None:
    """How many files of folders are no articles by their names, where there are any."""
    from tuitimeline.ingest import passed_over

    if count := passed_over(paths):
        say(f"passed over {count:,} hidden files, pictures or programs")
