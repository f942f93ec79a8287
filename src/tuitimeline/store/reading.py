"""Files become packed documents, in this process or in several, in the order of the files."""

from __future__ import annotations

import os
import re
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from tuitimeline.ingest.hints import Hints
from tuitimeline.model import Document, Unreadable
from tuitimeline.store.packing import Packed

_LARGE = 4_000_000  # bytes: a file that may hold many documents, read as a stream in this process
_HALF = re.compile("[\ud800-\udfff]")
_FILES, _DOCUMENTS = 8, 32  # in one step of work


class Reading(NamedTuple):
    """What was read of one file: a part of it, or the `last`. Nothing of a file that is `unchanged`."""

    path: str
    fingerprint: str | None
    documents: tuple[Packed, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    first: bool = True
    last: bool = True
    unchanged: bool = False


class _Files(NamedTuple):
    """Work: files to be read whole, each with its fingerprint of the last time."""

    files: tuple[tuple[str, str | None], ...]
    hints: Hints


class _Part(NamedTuple):
    """Work: a part of a large file, already read."""

    path: str
    fingerprint: str | None
    found: tuple[Document | Unreadable, ...]
    first: bool
    last: bool


def readings(files: Iterable[Path | str], known: Mapping[str, str], hints: Hints, jobs: int) -> Iterator[Reading]:
    """What is new in `files`, in their order. `known` are the fingerprints of those that were read before."""
    work = _work(files, known, hints)
    for done in map(_do, work) if jobs <= 1 else _spread(work, jobs):
        yield from done


def _work(files: Iterable[Path | str], known: Mapping[str, str], hints: Hints) -> Iterator[_Files | _Part]:
    small: list[tuple[str, str | None]] = []
    for path in files:
        before = known.get(_name(path))
        if not _is_large(path):
            small.append((str(path), before))
            if len(small) < _FILES:
                continue
        if small:
            yield _Files(tuple(small), hints)
            small = []
        if _is_large(path):
            yield from _parts(path, before, hints)
    if small:
        yield _Files(tuple(small), hints)


def _parts(path: Path | str, before: str | None, hints: Hints) -> Iterator[_Files | _Part]:
    from tuitimeline.ingest import read_file

    fingerprint = _fingerprint(path, hints)
    if fingerprint == before:
        yield _Files(((str(path), before),), hints)
        return
    found = read_file(path, hints.published, hints.fields)
    part, first = tuple(islice(found, _DOCUMENTS)), True
    while True:
        following = tuple(islice(found, _DOCUMENTS))
        yield _Part(_name(path), fingerprint, part, first, not following)
        if not following:
            return
        part, first = following, False


def _do(work: _Files | _Part) -> list[Reading]:
    if isinstance(work, _Part):
        return [_reading(*work)]
    return [_read(path, before, work.hints) for path, before in work.files]


def _read(path: Path | str, before: str | None, hints: Hints) -> Reading:
    from tuitimeline.ingest import read_file

    fingerprint = _fingerprint(path, hints)
    if fingerprint is not None and fingerprint == before:
        return Reading(_name(path), fingerprint, unchanged=True)
    return _reading(_name(path), fingerprint, tuple(read_file(path, hints.published, hints.fields)), True, True)


def _reading(
    path: str, fingerprint: str | None, found: tuple[Document | Unreadable, ...], first: bool, last: bool
) -> Reading:
    from tuitimeline.annotate import annotate
    from tuitimeline.store.packing import pack

    return Reading(
        path,
        fingerprint,
        tuple(pack(annotate(_storable(d))) for d in found if isinstance(d, Document)),
        tuple(Unreadable(_name(u.path), _name(u.reason)) for u in found if isinstance(u, Unreadable)),
        first,
        last,
    )


def _storable(document: Document) -> Document:
    """Half a surrogate pair is no character and cannot be kept: U+FFFD stands for it, so that offsets hold."""
    texts = {name: getattr(document, name) for name in ("text", "title", "outlet", "author", "url")}
    mended: dict[str, Any] = {
        name: _HALF.sub("\N{REPLACEMENT CHARACTER}", text) for name, text in texts.items() if text
    }
    path = None if document.path is None else _name(document.path)
    if path == document.path and mended.items() <= texts.items():
        return document
    return replace(document, **mended, path=path)


def _name(path: Path | str) -> str:
    """A path as it is kept: bytes that are no UTF-8 are written out, so that no two paths become one."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def _fingerprint(path: Path | str, hints: Hints) -> str | None:
    """What the file says, and the hints that it was read with; None where it cannot be read."""
    from tuitimeline.ingest import fingerprint

    try:
        mapped = "".join(f":{name}={known}" for name, known in sorted((hints.fields or {}).items()))
        return f"{fingerprint(path)}:{hints.published or ''}{mapped}"
    except OSError:
        return None


def _is_large(path: Path | str) -> bool:
    """It is worth streaming; standard input is, for no other process can read it."""
    try:
        return path == "-" or Path(path).stat().st_size > _LARGE
    except OSError:
        return False


def _spread(work: Iterator[_Files | _Part], jobs: int) -> Iterator[list[Reading]]:
    """`_do` in `jobs` processes, in order, a few steps ahead."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    ahead: deque[Future[list[Reading]]] = deque()
    # Spawned, not forked: the app builds in a thread, and a fork of threads can hang.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin) as pool:
        try:
            for step in work:
                ahead.append(pool.submit(_do, step))
                if len(ahead) > 3 * jobs:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """A process that leaves Ctrl-C to its parent, and ends with it however that ends."""
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def outlive() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=outlive, daemon=True).start()
