"""Paths and streams become Documents, in order, one by one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from tuitimeline.ingest.paragraphs import split
from tuitimeline.model import Document, Unreadable


def read(paths: Iterable[Path], published: date | None = None) -> Iterator[Document | Unreadable]:
    """Every document under `paths`, files in the order given, folders by name.

    `published` is the date of documents that carry none.
    """
    seen: dict[str, int] = {}
    for path in _files(paths):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield Unreadable(str(path), str(error))
            continue
        digest = hashlib.blake2s(text.encode(), digest_size=6).hexdigest()
        seen[digest] = seen.get(digest, 0) + 1
        name = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
        document = compose(name, text, published)
        yield replace(document, path=str(path), published_from="--published" if published else None)


def read_lines(lines: Iterable[str]) -> Iterator[Document]:
    """JSONL documents `{"id", "text", "published"}`, one a line, as `tuitimeline annotate` takes them."""
    for line in lines:
        if line.strip():
            fields = json.loads(line)
            published = date.fromisoformat(fields["published"]) if fields.get("published") else None
            yield compose(fields["id"], fields["text"], published)


def compose(name: str, text: str, published: date | None = None) -> Document:
    """A document from its text alone, its paragraphs found and its furniture marked."""
    return Document(name, text, split(text), published=published)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*.txt") if p.is_file())
        else:
            yield path
