"""A cue with its source and its content, as runs of words of one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tuitimeline.model import Stance

Run = tuple[int, int]


class Lone(Enum):
    """Where the content of a cue stands that has none in its own sentence."""

    BEHIND = auto()
    AHEAD = auto()


@dataclass(slots=True)
class Relation:
    """One attribution while it is being found.

    `clause` is the first word of the clause that the cue heads, `addressee` who is told, `antecedent` what a
    relative clause with the cue in it is about. `shared`: the source is that of the cue before. `nobody`: there is
    no source. `after`: the content follows the cue. `cited`: the source is one whom the source before cites.
    `echoes`: the content is what the cue before it puts forward, "as the Courier reported".
    """

    cue: list[Run]
    source: Run | None
    content: list[Run]
    lemma: str
    stance: Stance = Stance.ASSERTS
    clause: int = 0
    addressee: Run | None = None
    antecedent: Run | None = None
    shared: bool = False
    nobody: bool = False
    after: bool = True
    cited: bool = False
    echoes: bool = False
    lone: Lone | None = None
