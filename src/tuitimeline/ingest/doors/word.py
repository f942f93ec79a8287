"""DOCX: the paragraphs of a Word file, tables and all, by python-docx."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from tuitimeline.ingest.article import Article, UnreadableError
from tuitimeline.ingest.doors.packed import bounded_zip

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell


def articles(stream: BinaryIO) -> Iterator[Article]:
    """The one text of a Word file. Raises UnreadableError."""
    bounded_zip(stream)
    import docx

    document = docx.Document(stream)
    lines = [line for line in _lines(document) if line.strip()]
    if not lines:
        raise UnreadableError("it is a Word file without text")
    yield Article("\n\n".join(lines), title=document.core_properties.title or None)


def _lines(block: Document | _Cell) -> Iterator[str]:
    from docx.table import Table

    for inner in block.iter_inner_content():
        if isinstance(inner, Table):
            for row in inner.rows:
                for cell in row.cells:
                    yield from _lines(cell)
        else:
            yield from inner.text.splitlines()
