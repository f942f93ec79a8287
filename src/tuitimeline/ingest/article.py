"""What a door hands on: the text of an article and what its file says of it, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from errno import EINVAL


class UnreadableError(Exception):
    """A file cannot be read; the message says why in one line for a person."""


@contextmanager
def parsing(what: str) -> Iterator[None]:
    """Whatever a parser raises on a damaged file becomes an UnreadableError: libraries name no end of errors.

    What the system says of the file itself, a disk that fails, goes through.
    """
    try:
        yield
    except UnreadableError:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno not in (None, EINVAL):
            raise
        raise UnreadableError(
            f"it is damaged: no parser makes sense of this {what} ({type(error).__name__})"
        ) from error


@dataclass(frozen=True, slots=True)
class Article:
    """One article out of a file. `part` names it in a file that holds several ("3", "news/a.html").

    `published` is a date that the file itself states as the date of publication, never one of the file system.
    `pages` are the offsets into `text` at which the pages of a paged format start.
    """

    text: str
    part: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """One part of a file that could not be read, and why in one line; the rest of the file goes on."""

    reason: str
    part: str | None = None


Found = Article | Failure


def titled(title: str | None, text: str) -> str:
    """The text under its title, unless one of its first lines is the title already."""
    if not title or title in (line.strip() for line in text[: len(title) + 500].splitlines()):
        return text
    return f"{title}\n\n{text}"
