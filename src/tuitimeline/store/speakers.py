"""Who says something: the voices of all events, told apart by name, and unnamed groups by document."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator

from tuitimeline.model import Identity, Voice
from tuitimeline.store.rows import STANCES, bits

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_UNNAMED = (Identity.ANONYMOUS, Identity.NONE)


def key(voice: Voice) -> str:
    """What two voices of one speaker share: the name up to its apposition; for unnamed ones the origin as well."""
    name = _ARTICLE.sub("", " ".join((voice.name or voice.source).split(",")[0].casefold().split()))
    return f"{voice.identity}:{voice.origin}:{name}" if voice.identity in _UNNAMED else f"{voice.identity}:{name}"


class Speakers:
    """Gathers speakers while events are written."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._rows: list[tuple[str, str, Identity, str | None]] = []
        self._events: list[list[int]] = []

    def hear(self, voices: Iterable[Voice]) -> Iterator[tuple[int, int]]:
        """The speakers of one event by number, and the stances of each as bits."""
        heard: dict[int, set[int]] = {}
        for voice in voices:
            if voice.source:
                heard.setdefault(self._number(voice), set()).add(STANCES.index(voice.stance))
        for number, stances in heard.items():
            self._events[number][-1] += 1
            for stance in stances:
                self._events[number][stance] += 1
            yield number, bits((STANCES[s] for s in stances), STANCES)

    def write(self, connection: sqlite3.Connection) -> None:
        """All that were heard."""
        connection.executemany(
            "INSERT INTO speaker VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (number, *row, events[-1], json.dumps(events[:-1]))
                for number, (row, events) in enumerate(zip(self._rows, self._events, strict=True))
            ),
        )

    def _number(self, voice: Voice) -> int:
        id_ = key(voice)
        number = self._numbers.get(id_)
        if number is None:
            number = self._numbers[id_] = len(self._rows)
            document = voice.document if voice.identity in _UNNAMED else None
            self._rows.append((id_, (voice.name or voice.source).rstrip(","), voice.identity, document))
            self._events.append([0] * (len(STANCES) + 1))
        return number
