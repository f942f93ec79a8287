"""A word or phrase that tells of an event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tuitimeline.annotate.events.lexicon import Entry


class Reality(Enum):
    """Whether the clause says that the event came to pass."""

    HAPPENED = auto()
    PLANNED = auto()
    DENIED = auto()


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words first..last of a sentence that give a kind of event.

    `nominal` is a noun, `definite` one that points back ("the march"), `reduced` a participle after its noun,
    `carried` a noun of which a verb says that it took place, `ambiguous` a past form that could be such a
    participle.
    """

    first: int
    last: int
    entry: Entry
    reality: Reality
    nominal: bool = False
    definite: bool = False
    reduced: bool = False
    carried: bool = False
    ambiguous: bool = False

    @property
    def kind(self) -> str:
        return self.entry.kind
