"""Which events a person wants to see, and which numbers those are.

Each part of a filter becomes a mask: a byte for every event, 1 where it fits. Masks are made from the file's
facets by `bytes.translate` and combined as one long integer, so that 1,000,000 events are filtered in some
milliseconds without reading a row.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

from tuitimeline.model import Identity, Stance
from tuitimeline.store.facets import Facets
from tuitimeline.store.numbers import numbers
from tuitimeline.store.rows import IDENTITIES, STANCES, bits


@dataclass(frozen=True, slots=True)
class Filter:
    """All parts combine with AND; an empty one is everything that is not hidden.

    `text` is searched in headlines and sentences: words (the last may be a beginning), "a phrase", -without.
    `since` and `until` are days, both included: events whose date can lie between them. `document` is a document's
    id, `speaker` a SpeakerRow's key. `hidden` shows hidden events too.
    """

    text: str = ""
    kinds: frozenset[str] = frozenset()
    stances: frozenset[Stance] = frozenset()
    identities: frozenset[Identity] = frozenset()
    sources_at_least: int = 0
    since: date | None = None
    until: date | None = None
    document: str | None = None
    speaker: str | None = None
    tag: str | None = None
    starred: bool = False
    conflicts_only: bool = False
    hidden: bool = False


EVERYTHING = Filter()


def select(connection: sqlite3.Connection, facets: Facets, wanted: Filter) -> Sequence[int]:
    """The numbers of the events that `wanted` lets through, in the order of the timeline."""
    masks = list(_masks(connection, facets, wanted))
    found = _found(connection, wanted.text)
    if not masks and not facets.edited:
        return range(facets.woven) if found is None else found[: bisect_left(found, facets.woven)]
    fits = int.from_bytes(facets.shown(wanted.hidden), "little")
    for mask in masks:
        fits &= int.from_bytes(mask, "little")
    chosen = fits.to_bytes(facets.total, "little")
    if found is None:
        woven = array("I", compress(range(facets.woven), chosen))
        edited = [e for e in facets.edited if chosen[e.number]]
    else:
        ours = found[: bisect_left(found, facets.woven)]
        woven = array("I", compress(ours, map(chosen.__getitem__, ours)))
        told = frozenset(found[len(ours) :])
        edited = [e for e in facets.edited if chosen[e.number] and e.number in told]
    return _with_edited(woven, [(e.place, e.day, e.number) for e in edited])


def _found(connection: sqlite3.Connection, text: str) -> array[int] | None:
    """The numbers of the events that `text` is found in, rising; None where nothing is searched."""
    if not text.strip():
        return None
    query = match(text)
    return (
        numbers(connection, "SELECT rowid AS n FROM search WHERE search MATCH ? ORDER BY rowid", [query])
        if query
        else array("I")
    )


def match(text: str) -> str | None:
    """An FTS5 query for what a person typed, None where it holds no word."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _TERM.findall(text):
        words = phrase or word
        if _WORD.search(words):
            quoted = '"' + words.replace('"', '""') + '"'
            (unwanted if minus else wanted).append(quoted)
    if not wanted:
        return None
    if _BEGINNING.search(text) and not unwanted:
        wanted[-1] += " *"
    return " AND ".join(wanted) + "".join(f" NOT {u}" for u in unwanted)


_TERM = re.compile(r'(-?)(?:"([^"]+)"?|([^\s"]+))')
_WORD = re.compile(r"\w")
_BEGINNING = re.compile(r"\w\w$")


def _masks(connection: sqlite3.Connection, facets: Facets, wanted: Filter) -> Iterable[bytes]:
    if wanted.kinds:
        codes = {c for c, name in connection.execute("SELECT code, name FROM kind") if name in wanted.kinds}
        yield facets.where("kind", codes.__contains__)
    if wanted.stances:
        yield facets.where("stances", _any(bits(wanted.stances, STANCES)))
    if wanted.identities:
        yield facets.where("identities", _any(bits(wanted.identities, IDENTITIES)))
    if wanted.sources_at_least > 0:
        yield facets.where("least", min(wanted.sources_at_least, 255).__le__)
    if wanted.conflicts_only:
        yield facets.where("conflict", bool)
    if wanted.starred:
        yield facets.only(e.number for e in facets.edited if e.marks.starred)
    if wanted.tag is not None:
        yield facets.only(e.number for e in facets.edited if wanted.tag in e.marks.tags)
    if wanted.since is not None or wanted.until is not None:
        yield facets.between(wanted.since, wanted.until)
    if wanted.document is not None:
        yield facets.only(numbers(connection, _ON_DOCUMENT, [wanted.document]))
    if wanted.speaker is not None:
        yield facets.only(numbers(connection, _BY_SPEAKER, [wanted.speaker]))


_ON_DOCUMENT = "SELECT event AS n FROM stand JOIN document ON number = document WHERE id = ?"
_BY_SPEAKER = "SELECT event AS n FROM said JOIN speaker ON number = speaker WHERE key = ?"


def _any(wanted: int) -> Callable[[int], bool]:
    return lambda have: bool(have & wanted)


def _with_edited(woven: array[int], edited: list[tuple[float, int, int]]) -> array[int]:
    """`woven` with each edited event (place, day, number) where it stands."""
    if not edited:
        return woven
    whole, done = array("I"), 0
    for place, _, number in sorted(edited):
        at = bisect_left(woven, place, done)
        whole += woven[done:at]
        whole.append(number)
        done = at
    return whole + woven[done:]
