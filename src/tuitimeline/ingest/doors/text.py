"""Plain text: the article as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import Article
from tuitimeline.ingest.decoding import decode


def articles(stream: BinaryIO) -> Iterator[Article]:
    """The one text of the stream, line ends and all. Raises UnreadableError."""
    yield Article(decode(limits.whole(stream, limits.TEXT)))
