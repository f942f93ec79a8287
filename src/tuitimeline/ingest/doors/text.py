"""Plain text: the article as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tuitimeline.ingest import front_matter, limits
from tuitimeline.ingest.article import Article
from tuitimeline.ingest.decoding import decode
from tuitimeline.ingest.written import day


def articles(stream: BinaryIO) -> Iterator[Article]:
    """The one text of the stream, line ends and all, and what its front matter says. Raises UnreadableError."""
    text = decode(limits.whole(stream, limits.TEXT))
    said = front_matter.read(text)
    yield Article(
        text,
        title=said.get("title"),
        outlet=said.get("outlet"),
        author=said.get("author"),
        url=said.get("url"),
        published=day(said["published"]) if "published" in said else None,
    )
