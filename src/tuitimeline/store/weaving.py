"""All documents of a story woven anew, the analyst's dates of publication first and the other edits last."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tuitimeline.model import AnnotatedDocument
from tuitimeline.store import packing
from tuitimeline.store.hand import Hand
from tuitimeline.store.progress import Progress, Stage
from tuitimeline.store.rows import day
from tuitimeline.store.writing import write_timeline

if TYPE_CHECKING:
    from tuitimeline.store.file import StoryFile


def weave_anew(story: StoryFile, progress: Callable[[Progress], None]) -> None:
    """Weave all documents, unless nothing has changed since that was done."""
    from tuitimeline.timeline import tell

    with story.writing(seen=False) as connection:
        _publish(connection)
    total = story.unwoven()
    if not total:
        return
    told = tell(_heard(story.each_document(), total, progress))
    progress(Progress(Stage.WEAVING, total, total))
    with story.writing() as connection:
        write_timeline(connection, told, lambda n: progress(Progress(Stage.WRITING, n, told.count)))
        Hand(connection).lay()
    progress(Progress(Stage.WRITING, told.count, told.count))


def _heard(
    documents: Iterator[AnnotatedDocument], total: int, progress: Callable[[Progress], None]
) -> Iterator[AnnotatedDocument]:
    for done, document in enumerate(documents):
        if done % 100 == 0:
            progress(Progress(Stage.WEAVING, done, total))
        yield document


def _publish(connection: sqlite3.Connection) -> None:
    """Annotate afresh each document whose publication date the analyst set, or set no longer."""
    ours = Hand(connection).published()
    rows = connection.execute(
        "SELECT id, published, published_from, read_published, read_published_from FROM document"
        " WHERE published_from = 'analyst' OR id IN (SELECT value FROM json_each(?))",
        (packing.to_json(list(ours)),),
    ).fetchall()
    for id_, now, now_from, read, read_from in rows:
        wanted = (ours[id_], "analyst") if id_ in ours else (day(read), read_from)
        if (day(now), now_from) != wanted:
            _annotate(connection, id_, *wanted)


def _annotate(
    connection: sqlite3.Connection, id_: str, published: date | None, published_from: str | None
) -> None:
    from tuitimeline.annotate import annotate

    (text,) = connection.execute("SELECT annotated FROM document WHERE id = ?", (id_,)).fetchone()
    document = replace(packing.unpack(text).document, published=published, published_from=published_from)
    connection.execute(
        "UPDATE document SET annotated = ?, published = ?, published_from = ? WHERE id = ?",
        (packing.to_json(annotate(document)), published and published.isoformat(), published_from, id_),
    )
    connection.execute("INSERT OR IGNORE INTO meta VALUES ('unwoven', 1)")
