"""Nouns that report: "his claim that …", "the bank's assurance that …", "the army's claim to have …"."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import clauses
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.relation import Relation
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Stance

NOUNS = LEXICON.nouns
_WHOSE = frozenset("his her their its".split())


def relation(words: Words, i: int) -> Relation | None:
    """What the noun at word `i` reports, where a possessor stands before it and a clause after."""
    tags = words.tags
    if i + 1 >= len(tags) or i == 0 or not (tags[i + 1] == "H" or tags[i + 1 : i + 3] in ("TX", "TB")):
        return None
    owner = i
    while owner > 1 and tags[owner - 1] in "J#E":
        owner -= 1
    owner -= 1
    if words.low[owner] in _WHOSE:
        source = (owner, owner + 1)
    elif words.low[owner].endswith(("'s", "s'")):
        first = owner
        while first > 0 and tags[first - 1] in "DNCJ#":
            first -= 1
        source = (first, owner + 1)
    else:
        return None
    begin = i + 2 if tags[i + 1] == "H" else i + 1
    end = _end(words, begin)
    if end <= begin:
        return None
    stance = Stance.DENIES if words.low[i] == "denial" else Stance.ASSERTS
    return Relation([(i, i + 1)], source, [(begin, end)], words.low[i], stance, clause=source[0])


def _end(words: Words, begin: int) -> int:
    """Where the clause ends: before the verb of which the reporting noun is the subject, or a comma."""
    tags = words.tags
    end = clauses.end_of_content(words, begin)
    verbs = 0 if tags[begin - 1] == "H" else 1
    for k in range(begin, end):
        if tags[k] == "," and verbs:
            return k
        if tags[k] in "XVE" and (tags[k - 1] not in "XRT" or (tags[k] == "X" and tags[k - 1] == "R")):
            if verbs and tags[k] in "XV" and tags[k - 1] not in "KWHP,":
                return k
            verbs += 1
    return end
