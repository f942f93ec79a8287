"""HTML: the article out of the page around it, by trafilatura, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import Article, UnreadableError, titled
from tuitimeline.ingest.decoding import decode
from tuitimeline.ingest.quiet import quiet

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_DEEPEST = 2_000  # open elements; a browser shows 512
_OPENING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]{0,2000}?(/?)>")
# Elements that hold nothing, and those that authors may leave open: they are no depth.
_VOID = re.compile(r"(?i)area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|option|t[rdh]")
_BLOCK = re.compile(
    r"(?i)<(?:/?(?:p|div|h[1-6]|li|ul|ol|tr|table|blockquote|section|article|header|footer|figure|figcaption|aside|nav"
    r"|form|dt|dd|pre|title|option)|br)\b[^<>]*>"
)
_UNSEEN = re.compile(r"(?is)<(script|style|noscript|template|svg|head)\b.*?</\1\s*>|<!--.*?-->")


def articles(stream: BinaryIO) -> Iterator[Article]:
    """The one article of a page. Raises UnreadableError where the page holds none."""
    yield article(html_text(limits.whole(stream, limits.PAGE)))


def html_text(data: bytes) -> str:
    """The characters of a page: by its byte order mark, as UTF-8, by what it declares, or as they look."""
    declared = _CHARSET.search(data[:4096])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return data.decode(declared[1].decode("ascii", "replace"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def article(html: str, url: str | None = None) -> Article:
    """The article of a page with its title as the first line. Raises UnreadableError where there is none."""
    if depth(html) > _DEEPEST:
        raise UnreadableError(
            f"its elements are nested more than {_DEEPEST} deep: no page that a browser would show"
        )
    import trafilatura

    quiet("courlan")
    found = trafilatura.bare_extraction(
        html,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
    )
    text = found.text.strip() if found is not None and not isinstance(found, dict) and found.text else ""
    if not text or found is None or isinstance(found, dict):
        raise UnreadableError("it is a page without an article: no running text was found in it")
    return Article(
        titled(found.title, text),
        title=found.title or None,
        outlet=found.sitename or None,
        author=found.author or None,
        url=found.url or url,
        published=date.fromisoformat(found.date[:10]) if found.date else None,
    )


def plain(html: str) -> str:
    """All the words of a piece of HTML, a line for each block: for snippets that are articles by themselves."""
    import html as entities

    seen = _UNSEEN.sub(" ", html)
    lines = _BLOCK.sub("\n", seen).split("\n")
    kept = (" ".join(entities.unescape(re.sub(r"<[^<>]*>", "", line)).split()) for line in lines)
    return "\n".join(line for line in kept if line)


def depth(html: str) -> int:
    """How deep elements that must be closed are nested, at the deepest."""
    deepest = now = 0
    for closing, name, empty in _OPENING.findall(html):
        if empty or _VOID.fullmatch(name):
            continue
        now = max(0, now - 1) if closing else now + 1
        deepest = max(deepest, now)
    return deepest
