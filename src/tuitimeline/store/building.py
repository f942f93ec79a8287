"""Files become a story: read, annotated, written as they come, and woven.

Every step is whole by itself: documents are written with the file they come from, and what is woven replaces what
was. A build that was stopped at any moment goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from tuitimeline.ingest.hints import Hints
from tuitimeline.model import Unreadable
from tuitimeline.store.file import StoryFile
from tuitimeline.store.progress import Progress, Stage
from tuitimeline.store.reading import Reading, readings
from tuitimeline.store.weaving import weave_anew
from tuitimeline.store.writing import unreadable_of, write_reading


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
    with into.alone():
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
                weave_anew(self._into, self._progress)
        weave_anew(self._into, self._progress)
        return unreadable

    def _write(self, reading: Reading) -> list[Unreadable]:
        with self._into.writing(seen=False) as connection:
            if reading.unchanged:
                return unreadable_of(connection, reading.path)
            if reading.fingerprint is None:
                return list(reading.unreadable)
            write_reading(connection, reading)
        return list(reading.unreadable)


def _complaints(paths: Iterable[Path | str]) -> list[Unreadable]:
    from tuitimeline.ingest import sources_csv

    return [complaint for path in paths for complaint in sources_csv.complaints(Path(path))]
