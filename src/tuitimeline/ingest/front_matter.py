"""Front matter: fields that stand above an article in its own file, as Markdown and news databases write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuitimeline.model import Furniture, Paragraph

_FENCE = re.compile(r"(?:---|\+\+\+)[ \t]*\r?\n")
_FIELD = re.compile(r"([A-Za-z][A-Za-z _-]{1,24})\s*[:=][ \t]*(.*)")
_NAMES = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "publication date": "published",
    "pubdate": "published",
    "load date": "published",
    "source": "outlet",
    "publication": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
    "newspaper": "outlet",
    "author": "author",
    "byline": "author",
    "url": "url",
    "link": "url",
}
_LONGEST = 4_000  # characters of a block of fields


def read(text: str) -> dict[str, str]:
    """Its fields by our names for them (title, published, outlet, author, url); empty where none stands there."""
    fields: dict[str, str] = {}
    for line in text[: _end(text)].splitlines():
        if (m := _FIELD.match(line)) and (name := _NAMES.get(_plain(m[1]))):
            fields.setdefault(name, m[2].strip().strip("\"'"))
    return fields


def mark(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The same paragraphs, those of the front matter marked as bylines."""
    end = _end(text)
    return tuple(p._replace(boilerplate=Furniture.BYLINE) if p.start < end else p for p in paragraphs)


def _end(text: str) -> int:
    """Where the article begins: after the second fence, or after two lines of fields at least and an empty one."""
    if fence := _FENCE.match(text):
        closed = re.compile(r"^(?:---|\+\+\+)[ \t]*(?:\r?\n|$)", re.MULTILINE).search(text, fence.end(), _LONGEST)
        return closed.end() if closed and _known(text[fence.end() : closed.start()]) else 0
    empty = re.compile(r"\r?\n[ \t]*\r?\n").search(text, 0, _LONGEST)
    if empty is None:
        return 0
    lines = text[: empty.start()].splitlines()
    return empty.end() if all(map(_FIELD.match, lines)) and _known(text[: empty.start()]) >= 2 else 0


def _known(block: str) -> int:
    """How many of its lines are fields that are known."""
    matches = map(_FIELD.match, block.splitlines())
    return len({_NAMES[_plain(m[1])] for m in matches if m and _plain(m[1]) in _NAMES})


def _plain(name: str) -> str:
    return name.strip().casefold().replace("_", " ").replace("-", " ")
