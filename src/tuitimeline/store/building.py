"""Files become a story: read, annotated, written as they come, and woven.

Every step is whole by itself: documents are written with the file they come from, and what is woven replaces what
was. A build that was stopped at any moment goes on where it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from tuitimeline.ingest.hints import Hints
from tuitimeline.model import AnnotatedDocument, Unreadable
from tuitimeline.store.errors import StoreError, told
from tuitimeline.store.file import StoryFile
from tuitimeline.store.progress import Progress, Stage
from tuitimeline.store.reading import Reading, readings
from tuitimeline.store.writing import unreadable_of, write_reading, write_timeline


def build(
    paths: Iterable[Path | str],
    into: StoryFile,
    *,
    published: date | None = None,
    fields: Mapping[str, str] | None = None,
    jobs: int = 1,
    early: bool = False,
    progress: Callable[[Progress], None] = lambda _: None,
) -> list[Unreadable]:
    """Bring a story up to date with `paths`: what is new and changed in them is read, then all is woven.

    A path is a file, a folder, an address (`https://…`), read once and kept, or `-`, standard input.

    `published` is the date of documents that carry none, `fields` what a collection calls its fields. `jobs` is
    how many processes read. `early` weaves what is there each time that four times as much was read, for those who
    are already looking. `progress` hears how far it is, in this thread; what it raises stops the build, and all
    that was read until then is kept. Returns what could not be read. Raises StoreError.
    """
    from tuitimeline.ingest import locate

    paths = list(paths)
    with writing_alone(into.path):
        return _Build(into, progress, early).run(
            _complaints(paths), list(locate(paths)), Hints(published, fields), jobs
        )


class _Build:
    def __init__(self, into: StoryFile, progress: Callable[[Progress], None], early: bool) -> None:
        self._into, self._progress = into, progress
        self._weave_at = 16 if early else None

    def run(
        self, unreadable: list[Unreadable], files: list[Path | str], hints: Hints, jobs: int
    ) -> list[Unreadable]:
        known = self._into.files()
        self._progress(Progress(Stage.READING, 0, len(files)))
        read = 0
        for reading in readings(files, known, hints, jobs):
            unreadable += self._write(reading)
            read += reading.last
            self._progress(Progress(Stage.READING, read, len(files)))
            if self._weave_at is not None and read >= self._weave_at:
                self._weave_at *= 4
                self.weave()
        self.weave()
        return unreadable

    def weave(self) -> None:
        """Weave all documents, unless nothing has changed since that was done."""
        from tuitimeline.timeline import weave

        total = self._into.unwoven()
        if not total:
            return
        timeline = weave(self._heard(self._into.each_document(), total))
        count = len(timeline.events)
        with self._into.writing() as connection:
            write_timeline(connection, timeline, lambda n: self._progress(Progress(Stage.WRITING, n, count)))
        self._progress(Progress(Stage.WRITING, count, count))

    def _write(self, reading: Reading) -> list[Unreadable]:
        with self._into.writing(seen=False) as connection:
            if reading.unchanged:
                return unreadable_of(connection, reading.path)
            if reading.fingerprint is None:
                return list(reading.unreadable)
            write_reading(connection, reading)
        return list(reading.unreadable)

    def _heard(self, documents: Iterator[AnnotatedDocument], total: int) -> Iterator[AnnotatedDocument]:
        for done, document in enumerate(documents):
            if done % 100 == 0:
                self._progress(Progress(Stage.WEAVING, done, total))
            yield document


@contextmanager
def writing_alone(path: Path | None) -> Iterator[None]:
    """Keep other programs from building the same story. Raises StoreError where one is at it.

    The lock is SQLite's own on an empty file beside the story: it works alike on every system, and ends with the
    program that holds it, however that ends.
    """
    if path is None:
        yield
        return
    beside = path.with_name(path.name + "-building")
    with told(path):
        lock = sqlite3.connect(beside, timeout=0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            lock.close()
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            raise StoreError(f"{path}: another program is building it; wait until it has ended") from error
    try:
        yield
    finally:
        with suppress(OSError):
            beside.unlink()
        lock.close()


def _complaints(paths: Iterable[Path | str]) -> list[Unreadable]:
    from tuitimeline.ingest import sources_csv

    return [complaint for path in paths for complaint in sources_csv.complaints(Path(path))]
