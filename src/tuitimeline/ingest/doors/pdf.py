"""PDF: the words of its pages by PDFium, lines rejoined to paragraphs by where they stand on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import Article, Failure, Found, UnreadableError
from tuitimeline.ingest.lines import is_ended

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_SPLIT_WORD = re.compile("[\ufffe\x02\u00ad]$")
_LINE = re.compile(r"[^\r\n]+")


class _Line(NamedTuple):
    """A printed line: its words, and where it stands in points from the page's lower left corner."""

    words: str
    left: float
    right: float
    base: float
    height: float


def articles(stream: BinaryIO) -> Iterator[Found]:
    """The one text of a PDF, with the offsets of its pages; pages that are pictures are named."""
    pages = _without_running_heads(list(_pages(limits.whole(stream, limits.PRINT))))
    if not any(pages):
        raise UnreadableError(
            "its pages are pictures (scanned) without any text: run text recognition on it first"
        )
    text, starts = _text(pages)
    yield Article(text, pages=starts)
    empty = [str(n) for n, page in enumerate(pages, start=1) if not page]
    if empty:
        yield Failure(f"no text on {len(empty)} of its {len(pages)} pages (scanned?): {', '.join(empty[:9])}")


def _pages(data: bytes) -> Iterator[list[_Line]]:
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadableError("it is locked by a password" if locked else "it is a damaged PDF") from None
    try:
        if len(document) > limits.PRINT_PAGES:
            raise UnreadableError(f"it has {len(document):,} pages, more than {limits.PRINT_PAGES:,}")
        for n in range(len(document)):
            try:
                page = document[n].get_textpage()
            except pdfium.PdfiumError:
                yield []
                continue
            yield list(_lines(page))
            page.close()
    finally:
        document.close()


def _lines(page: pdfium.PdfTextPage) -> Iterator[_Line]:
    text = page.get_text_range()
    exact = len(text) == page.count_chars()
    for m in _LINE.finditer(text):
        words = " ".join(m[0].split())
        if not words:
            continue
        start = m.start() + len(m[0]) - len(m[0].lstrip())
        end = m.start() + len(m[0].rstrip()) - 1
        if not exact:  # astral characters shift PDFium's count of UTF-16 units
            start, end = (len(text[:i].encode("utf-16-le")) // 2 for i in (start, end))
        left, bottom, _, top = page.get_charbox(start, loose=True)
        right = page.get_charbox(end, loose=True)[2]
        yield _Line(words, left, right, bottom, top - bottom)


def _without_running_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without page numbers and lines that stand at the head or foot of most of them."""
    edges = [re.sub(r"\d+", "", line.words) for page in pages for line in {*page[:1], *page[-1:]}]
    running = {words for words in edges if len(pages) > 2 and edges.count(words) > 0.6 * len(pages)}

    def is_body(page: Sequence[_Line], i: int) -> bool:
        edge = i in (0, len(page) - 1)
        words = page[i].words
        return not edge or not (_PAGE_NUMBER.fullmatch(words) or re.sub(r"\d+", "", words) in running)

    return [[line for i, line in enumerate(page) if is_body(page, i)] for page in pages]


def _text(pages: Sequence[Sequence[_Line]]) -> tuple[str, tuple[int, ...]]:
    """The paragraphs of all pages, a line each, and the offset at which each page starts."""
    text, starts = "", []
    for page in pages:
        leading = _leading(page)
        edge = max((line.right for line in page), default=0.0)
        starts.append(len(text))
        for i, line in enumerate(page):
            above = page[i - 1] if i else None
            if above is not None and _is_new_paragraph(above, line, leading, edge):
                text += "\n\n"
            elif above is None and text:
                text += " " if line.words[0].islower() and not is_ended(text[-40:]) else "\n\n"
            elif text:
                text = _SPLIT_WORD.sub("", text) if _SPLIT_WORD.search(text) else text + " "
            if not i:
                starts[-1] = len(text)
            text += line.words
    return _SPLIT_WORD.sub("", text), tuple(starts)


def _leading(page: Sequence[_Line]) -> float:
    """The usual distance from one line of a page to the next, in points."""
    steps = [a.base - b.base for a, b in pairwise(page) if a.base > b.base]
    return median(steps) if steps else 0.0


def _is_new_paragraph(above: _Line, line: _Line, leading: float, edge: float) -> bool:
    """A wider gap, another size of type, an indent, or a short line that ends a sentence."""
    if not above.base > line.base or above.base - line.base > 1.3 * min(leading, 1.6 * line.height):
        return True
    if abs(above.height - line.height) > 0.15 * max(above.height, line.height):
        return True
    indented = 5 < line.left - above.left < 60
    first_word = len(line.words.split(maxsplit=1)[0]) / max(1, len(line.words)) * (line.right - line.left)
    fell_short = above.right + 1.2 * first_word < edge
    return (indented and is_ended(above.words)) or fell_short
