"""EPUB: the chapters of its spine, each an article where it holds running text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import Article, Failure, Found, UnreadableError
from tuitimeline.ingest.doors.packed import bounded_zip, open_zip, read_member
from tuitimeline.ingest.doors.page import html_text, plain
from tuitimeline.ingest.lines import is_prose

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_NS = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def articles(stream: BinaryIO) -> Iterator[Found]:
    """Each chapter with running text; menus and title pages are passed over. Raises UnreadableError."""
    bounded_zip(stream)
    archive = open_zip(stream)
    where = _first(_xml(read_member(archive, _CONTAINER, limits.PAGE)), "//c:rootfile/@full-path")
    if where is None:
        raise UnreadableError("it is a damaged EPUB: it names no contents")
    package = _xml(read_member(archive, where, limits.PAGE))
    published = _day(_first(package, "//dc:date/text()"))
    if published == _day(_first(package, "//o:meta[@property='dcterms:modified']/text()")):
        published = None  # the day the file was made, as programs fill it in
    files = {str(i.get("id")): str(i.get("href")) for i in package.iterfind(".//o:manifest/o:item", _NS)}
    chapters = [
        files[str(i.get("idref"))]
        for i in package.iterfind(".//o:spine/o:itemref", _NS)
        if str(i.get("idref")) in files
    ]
    found = 0
    for href in chapters:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(where), unquote(href)))
        try:
            text = plain(html_text(read_member(archive, name, limits.PAGE)))
        except UnreadableError as error:
            yield Failure(str(error), name)
            continue
        if any(is_prose(line) for line in text.splitlines()):
            found += 1
            yield Article(
                text,
                part=name,
                outlet=_first(package, "//dc:publisher/text()"),
                author=_first(package, "//dc:creator/text()"),
                published=published,
            )
    if not found:
        raise UnreadableError("it is an EPUB without running text")


def _xml(data: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise UnreadableError("it is a damaged EPUB: its contents are no XML") from None


def _first(tree: _Element, path: str) -> str | None:
    found = tree.xpath(path, namespaces=_NS)
    return str(found[0]).strip() or None if isinstance(found, list) and found else None


def _day(written: str | None) -> date | None:
    m = re.match(r"\d{4}-\d{2}-\d{2}", written or "")
    try:
        return date.fromisoformat(m[0]) if m else None
    except ValueError:
        return None
