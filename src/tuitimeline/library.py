"""The program as a library: `from tuitimeline import read, annotate, build` (docs/library.md)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tuitimeline import ingest
from tuitimeline.annotate import annotate
from tuitimeline.model import Document, Story, Unreadable

__all__ = ["annotate", "build", "read"]


def read(*paths: str | os.PathLike[str], published: date | None = None) -> Iterator[Document | Unreadable]:
    """Every document of files, folders and addresses, in order, each when asked for; what cannot be read says why.

    `published` is the date of documents that carry none: without it a date that lacks a year keeps lacking it.
    """
    return ingest.read([os.fspath(path) for path in paths], published)


def build(*paths: str | os.PathLike[str], published: date | None = None) -> Story:
    """The story of every document under `paths`: annotated, and woven into one timeline.

    What could not be read stands in the story's `unreadable`. All texts are held in memory: for more articles than
    fit, build a story file with `tuitimeline build`.
    """
    from tuitimeline import store

    with store.open_story(None) as file:
        unreadable = store.build([os.fspath(path) for path in paths], file, published=published)
        return replace(file.story(), unreadable=tuple(unreadable))
