"""RSS and Atom, by feedparser: an article for each entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import Article, Failure, Found, UnreadableError, titled
from tuitimeline.ingest.doors.page import plain


def articles(stream: BinaryIO) -> Iterator[Found]:
    """The entries of a feed, part "1" first; the headline stands above the text. Raises UnreadableError."""
    import feedparser

    data = limits.whole(stream, limits.PAGE)
    feed = feedparser.parse(data)
    if not feed.entries:
        broken = f": {feed.bozo_exception}".splitlines()[0] if feed.get("bozo") else ""
        raise UnreadableError(f"it is a feed without entries{broken}")
    outlet = plain(feed.feed.get("title", "")) or None
    for n, entry in enumerate(feed.entries, start=1):
        title = plain(entry.get("title", "")) or None
        body = plain(_longest(entry))
        if not body and not title:
            yield Failure("an entry without text", str(n))
            continue
        yield Article(
            titled(title, body) if body else title or "",
            part=str(n),
            title=title,
            outlet=outlet,
            author=entry.get("author") or None,
            url=entry.get("link") or None,
            published=_day(entry),
        )


def _longest(entry: Any) -> str:
    """The fullest text an entry carries: its content, else its summary."""
    bodies = [content.get("value") or "" for content in entry.get("content", [])]
    return max([*bodies, entry.get("summary") or ""], key=len)


def _day(entry: Any) -> date | None:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return date(*moment[:3]) if moment else None
    except (ValueError, TypeError):
        return None
