"""WARC, streamed record by record by warcio: every page that was answered with an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import Failure, Found, UnreadableError
from tuitimeline.ingest.lines import is_prose
from tuitimeline.ingest.quiet import quiet

_KINDS = ("text/html", "application/xhtml", "text/plain", "application/pdf")


def articles(stream: BinaryIO, read: Callable[[BinaryIO, str], Iterator[Found]]) -> Iterator[Found]:
    """The articles of a WARC file, their parts the addresses. `read` reads one answer by its content.

    Styles, scripts, pictures, errors and pages without running text are passed over.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    quiet("warcio")

    class Records(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # its warning, which would go to the terminal

    try:
        for record in Records(stream):
            yield from _answer(record, read)
            if _is_cut(record):
                yield Failure("the archive is cut short here", record.rec_headers.get_header("WARC-Target-URI"))
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, LookupError, AttributeError) as error:
        reason = " ".join(str(error).split())[:80]
        yield Failure(f"the archive is cut short or damaged here ({reason}): what follows is not read")


def _answer(record: Any, read: Callable[[BinaryIO, str], Iterator[Found]]) -> Iterator[Found]:
    address = record.rec_headers.get_header("WARC-Target-URI") or "?"
    if record.rec_type not in ("response", "resource", "conversion") or not _is_page(record):
        return
    try:
        body = BytesIO(limits.whole(record.content_stream(), limits.PAGE))
        for found in read(body, address):
            if isinstance(found, Failure):
                yield replace(found, part=address)
            elif any(is_prose(line) for line in found.text.splitlines()):
                yield replace(found, part=address, url=found.url or address)
    except UnreadableError as error:
        if "page without" not in str(error):
            yield Failure(str(error), address)


def _is_cut(record: Any) -> bool:
    """Fewer bytes are there than the record's head promises."""
    rest = record.raw_stream
    while rest.read(limits.MEGABYTE):
        pass
    return bool(getattr(rest, "limit", 0) > 0)


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is None:
        kind = record.rec_headers.get_header("Content-Type") or ""
    else:
        kind = headers.get_header("Content-Type") or ""
        if headers.get_statuscode() != "200":
            return False
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    is_web = address.lower().startswith(("http://", "https://")) and not address.endswith("/robots.txt")
    return is_web and kind.strip().lower().startswith(_KINDS)
