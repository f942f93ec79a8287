"""RTF, by striprtf."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import Article, UnreadableError


def articles(stream: BinaryIO) -> Iterator[Article]:
    """The one text of an RTF file. Raises UnreadableError."""
    from striprtf.striprtf import rtf_to_text

    data = limits.whole(stream, limits.PAGE)
    text = rtf_to_text(data.decode("latin-1"), errors="replace")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise UnreadableError("it is an RTF file without text")
    yield Article("\n\n".join(lines))
