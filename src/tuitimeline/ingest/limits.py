"""How much of a hostile or damaged file is read before it is refused: bounds on time and memory."""

from __future__ import annotations

from typing import BinaryIO

from tuitimeline.ingest.article import UnreadableError

MEGABYTE = 1_000_000

TEXT = 200 * MEGABYTE  # a whole text, and a file of records that must be read at once
ARTICLE = 2_000_000  # characters of one document: a report of a thousand pages
PAGE = 20 * MEGABYTE  # an HTML page: the longest live blogs have 5
PRINT = 500 * MEGABYTE  # a PDF, pictures and all
PRINT_PAGES = 5_000
MESSAGE = 50 * MEGABYTE  # one e-mail with its attachments
RECORD = 20 * MEGABYTE  # one line of JSONL, one cell of a table
PACKED_TEXT = 50 * MEGABYTE  # the XML of a DOCX or EPUB once unpacked
UNPACKED = 4_000 * MEGABYTE  # all that comes out of one archive
MEMBERS = 200_000  # files in one archive
RATIO = 200  # unpacked to packed; text deflates to a tenth, a bomb to a thousandth
NESTED = 2  # archives in archives


def whole(stream: BinaryIO, limit: int) -> bytes:
    """Everything that is left of a stream. Raises UnreadableError where that is more than `limit` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(f"it is larger than {limit // MEGABYTE} MB, the limit for its kind")
    return data
