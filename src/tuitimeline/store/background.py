"""A build in a process of its own, so that whoever looks at the story is never kept waiting by it.

The two share nothing but the story file, and a pipe on which the building one says how far it is. However the one
that looks is ended, even by SIGKILL, the other takes their file away.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from tuitimeline.store.progress import Progress, Stage

if TYPE_CHECKING:
    from tuitimeline.model import Unreadable
    from tuitimeline.store.file import StoryFile

_EVERY = 0.1  # seconds

_PROGRAM = """import sys
sys.path[:1] = []
sys.path.append(sys.argv[1])
from tuitimeline.store.background import run
run(*sys.argv[2:])
"""
"""The other process: it looks for code beside this package, and never in the folder where the articles may lie."""


class Ended(NamedTuple):
    """The build is over: what could not be read, and what stopped it, None where nothing did."""

    unreadable: tuple[Unreadable, ...] = ()
    failure: str | None = None


class Background:
    """A build of `paths` by another process, into a story file that is gone when this is left."""

    def __init__(
        self,
        paths: Sequence[str],
        *,
        published: date | None = None,
        fields: Mapping[str, str] | None = None,
        jobs: int = 1,
    ) -> None:
        """What `build` takes."""
        import subprocess  # what the parent alone needs, the other process does not wait for
        from tempfile import TemporaryDirectory

        self._folder = TemporaryDirectory(prefix="tuitimeline-", ignore_cleanup_errors=True)
        self._path = Path(self._folder.name) / "timeline.db"
        task = {"paths": paths, "published": published and published.isoformat(), "fields": fields, "jobs": jobs}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(Path(__file__).parents[2]), self._path, json.dumps(task)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self._process.stdout is not None
        self._said = self._process.stdout
        self.ended: Ended | None = None

    def story(self) -> StoryFile:
        """The story as far as it is built, as soon as there is a file. Raises StoreError."""
        from tuitimeline.store.file import StoryFile

        self._said.readline()
        return StoryFile(self._path)

    def reports(self) -> Iterator[Progress | Ended]:
        """How far it is; the story holds more each time WRITING is done. Ended comes last."""
        from tuitimeline.model import Unreadable

        for line in self._said:
            stage, done, total = json.loads(line)
            if stage == "ended":
                self.ended = Ended(tuple(Unreadable(*u) for u in done), total)
                break
            yield Progress(Stage(stage), done, total)
        else:
            self.ended = Ended(failure="the process that reads has ended before its work was done")
        yield self.ended

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()


def run(path: str, task: str) -> None:
    """What the other process does: the build that `task` (JSON) asks for, into a new story file."""
    _build(Path(path), **json.loads(task))


def _build(path: Path, published: str | None, **task: Any) -> None:
    from tuitimeline.store.errors import StoreError
    from tuitimeline.store.file import StoryFile

    gc.set_threshold(100_000)  # what is read stays: to look for garbage in it often is a twentieth of the time
    threading.Thread(target=_end_with_parent, args=(path,), daemon=True).start()
    unreadable: list[Unreadable] = []
    failure = None
    try:
        with StoryFile(path, create=True) as story:
            _say("")
            from tuitimeline.store.building import build

            day = date.fromisoformat(published) if published else None
            unreadable = build(into=story, published=day, early=True, progress=_Teller(), **task)
    except StoreError as error:
        failure = str(error)
    _say("ended", [(u.path, u.reason) for u in unreadable], failure)
    _outlive_parent(path)


class _Teller:
    """Says how far it is ten times a second at most, and each end of a stage."""

    def __init__(self) -> None:
        self._said_at = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.done == progress.total or now - self._said_at >= _EVERY:
            self._said_at = now
            _say(*progress)


def _say(*row: Any) -> None:
    print(json.dumps(row), flush=True)


def _end_with_parent(path: Path) -> None:
    """Standard input ends when the parent does, however that ended."""
    sys.stdin.read()
    with suppress(OSError):
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()
        path.parent.rmdir()
    os._exit(1)


def _outlive_parent(path: Path) -> None:
    """Wait for the parent's end, as a shell: it takes a hundredth of the memory that was needed to build."""
    if os.name == "posix":
        with suppress(OSError):
            os.execlp("sh", "sh", "-c", 'cat >/dev/null; rm -f "$0"*; rmdir "${0%/*}"', path)
