"""PDF: the words of its pages by PDFium, lines rejoined to paragraphs by where they stand on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import Article, Failure, Found, UnreadableError
from tuitimeline.ingest.lines import is_ended, is_title_case, words
from tuitimeline.ingest.quiet import quiet
from tuitimeline.tables import read_table

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
# What browsers print at the head and foot of a page: the moment of printing, the address and the page's number.
_BY_BROWSER = re.compile(r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d{2}|^\w+://\S+(?: \d+/\d+)?$")
_BREAKS = ("\ufffe", "\x02", "\u00ad")  # how PDFium marks a hyphen at the end of a line
_BROKEN = re.compile("(\\w*)[\ufffe\x02\u00ad](\\w*)")
_LINE = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?")


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

    quiet("pypdfium2")
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
    count = page.count_chars()
    for m in _LINE.finditer(text):
        words = " ".join(m[0].split())
        if not words:
            continue
        start = m.start() + len(m[0]) - len(m[0].lstrip())
        end = m.start() + len(m[0].rstrip()) - 1
        if len(text) != count:  # astral characters shift PDFium's count of UTF-16 units
            start, end = (min(len(text[:i].encode("utf-16-le")) // 2, count - 1) for i in (start, end))
        boxes = [page.get_charbox(i, loose=True) for i in range(start, end + 1, max(1, (end - start) // 8))]
        base, top = median(box[1] for box in boxes), median(box[3] for box in boxes)
        yield _Line(words, boxes[0][0], page.get_charbox(end, loose=True)[2], base, top - base)


def _without_running_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without what is printed around them: numbers, browsers' addresses, lines that most pages bear."""
    edges = [_without_figures(line) for page in pages for line in _edges(page)]
    running = {words for words in edges if len(pages) > 2 and edges.count(words) > 0.6 * len(pages)}

    def is_around(line: _Line) -> bool:
        return bool(_PAGE_NUMBER.fullmatch(line.words) or _BY_BROWSER.search(line.words)) or (
            _without_figures(line) in running
        )

    return [[line for line in page if not (line in _edges(page) and is_around(line))] for page in pages]


def _edges(page: Sequence[_Line]) -> list[_Line]:
    """The lines of the uppermost and of the lowest row of a page."""
    if not page:
        return []
    top, foot = max(line.base for line in page), min(line.base for line in page)
    return [line for line in page if line.base > top - 2 or line.base < foot + 2]


def _without_figures(line: _Line) -> str:
    return re.sub(r"\d+", "", line.words)


def _text(pages: Sequence[Sequence[_Line]]) -> tuple[str, tuple[int, ...]]:
    """The paragraphs of all pages, a line each, and the offset at which each page starts."""
    text, starts = "", []
    spacing = _spacing(pages)
    for page in pages:
        body = _mended(_body(page, spacing))
        if text and body:
            text += " " if _goes_on(text[text.rfind("\n") + 1 :], body) else "\n\n"
        starts.append(len(text))
        text += body
    return text, tuple(starts)


def _goes_on(paragraph: str, following: str) -> bool:
    """A paragraph that a page breaks in two: it does not end as a sentence, and is no headline."""
    if is_ended(paragraph):
        return False
    return following[0].islower() or (len(words(paragraph)) >= 10 and not is_title_case(paragraph))


def _body(page: Sequence[_Line], spacing: float) -> str:
    """The words of one page, an empty line between paragraphs; broken words keep the mark of their break."""
    pieces: list[str] = []
    for i, line in enumerate(page):
        above = page[i - 1] if i else None
        if above is None:
            pieces.append(line.words)
        elif _is_new_paragraph(above, line, spacing, _edge(page, above)):
            pieces += ["\n\n", line.words]
        else:
            pieces += ["" if above.words.endswith(_BREAKS) else " ", line.words]
    return "".join(pieces)


def _mended(text: str) -> str:
    """Words that were broken at the end of a line, in one piece. PDFium does not tell a hyphen of the word's own
    from one of the line's: it is kept where the word is written with one elsewhere or is of a kind that is."""
    lower = text.casefold()

    def mended(m: re.Match[str]) -> str:
        first, last = m[1].casefold(), m[2].casefold()
        if first + last in lower:
            return m[1] + m[2]
        own = f"{first}-{last}" in lower or first in _hyphens("first") or last in _hyphens("last")
        return f"{m[1]}-{m[2]}" if own or m[2][:1].isupper() else m[1] + m[2]

    return _BROKEN.sub(mended, text)


@cache
def _hyphens(key: str) -> frozenset[str]:
    data = read_table(__file__, "hyphens.toml")
    return frozenset(data[key])


def _spacing(pages: Sequence[Sequence[_Line]]) -> float:
    """The distance from one line of a paragraph to the next, in heights of its type: the commonest narrow one."""
    steps = sorted(
        (a.base - b.base) / b.height
        for page in pages
        for a, b in pairwise(page)
        if a.base > b.base and b.height > 0
    )
    return steps[len(steps) // 5] if steps else 1.2


def _edge(page: Sequence[_Line], line: _Line) -> float:
    """The right edge of the column that a line stands in: of the lines that begin about where it does."""
    return max(other.right for other in page if abs(other.left - line.left) < 40)


def _is_new_paragraph(above: _Line, line: _Line, spacing: float, edge: float) -> bool:
    """A wider gap, another size of type, an indent after a sentence's end, or a line that stops far too early."""
    gap = above.base - line.base
    if gap <= 0:  # the next column
        return is_ended(above.words)
    if gap > 1.25 * spacing * line.height or abs(above.height - line.height) > 0.2 * line.height:
        return True
    room = edge - above.right
    first_word = len(line.words.split(maxsplit=1)[0]) / len(line.words) * (line.right - line.left)
    indented = 5 < line.left - above.left < 60
    if is_ended(above.words):
        return indented or room > 1.5 * first_word
    return room > 0.35 * (edge - above.left)
