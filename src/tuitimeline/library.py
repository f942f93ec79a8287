"""The program as a library: `from tuitimeline import read, annotate, build` (docs/library.md)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from tuitimeline import ingest
from tuitimeline.annotate import annotate
from tuitimeline.model import Document, Story, Unreadable

__all__ = ["annotate", "build", "read"]


def read(
    *paths: str | os.PathLike[str], published: date | None = None, fields: Mapping[str, str] | None = None
) -> Iterator[Document | Unreadable]:
    """Every document of files, folders and addresses, in order, each when asked for; what cannot be read says why.

    `published` is the date of documents that carry none: without it a date that lacks a year keeps lacking it.
    `fields` is what a JSON, JSONL or CSV file calls its fields: `{"text": "body_raw"}`.
    """
    return ingest.read([os.fspath(path) for path in paths], published, fields)


def build(
    *paths: str | os.PathLike[str], published: date | None = None, fields: Mapping[str, str] | None = None
) -> Story:
    """The story of every document under `paths`: annotated, and woven into one timeline.

    `published` and `fields` are those of `read`. What could not be read stands in the story's `unreadable`. All
    texts are held in memory: for more articles than fit, build a story file with `tuitimeline build`.
    """
    from tuitimeline import store

    with store.open_story(None) as file:
        unreadable = store.build([os.fspath(path) for path in paths], file, published=published, fields=fields)
        return replace(file.story(), unreadable=tuple(unreadable))
