"""Whether a fact that is at odds with a cluster is another account of the same event."""

from __future__ import annotations

import re

from tuitimeline.annotate.events.patterns import AUXILIARIES, PREPOSITIONS
from tuitimeline.timeline.chance import Rarity
from tuitimeline.timeline.clusters import ENOUGH, Cluster
from tuitimeline.timeline.descent import Family
from tuitimeline.timeline.facts import Fact
from tuitimeline.timeline.figures import HARM, at_odds, rejects
from tuitimeline.timeline.kinship import common

ALIKE = 1.0
"""What two accounts with different figures must share in words to be of one event."""

ONCE = frozenset(
    [
        "Justice.Arrest-Jail",
        "Justice.Release-Parole",
        "Justice.Sentence",
        "Justice.Convict",
        "Justice.Acquit",
        "Justice.Extradite",
        "Justice.Execute",
        "Life.Die",
        "Life.Marry",
        "Life.Be-Born",
        "Personnel.End-Position",
        "Personnel.Start-Position",
        "Business.End-Org",
    ]
)
"""Kinds of which one person has few: two days for one of them are two accounts of it."""

FEW, HALF = 7, 0.5
"""Days between two accounts of one event, and the share of the lesser one's words that they have in common."""


def rival(fact: Fact, cluster: Cluster, rarity: Rarity) -> bool:
    """Whether a fact that differs from a cluster by a figure is another account of it: dated, and in its words.

    Of those who were harmed at one time other words tell too. "Six, not four" needs no date.
    """
    if rejects(fact.figures, cluster.figures) or rejects(cluster.figures, fact.figures):
        return True
    if fact.first is None or cluster.first is None:
        return False
    if fact.kind in HARM:
        return True
    return rarity.sum(common(fact.terms, cluster.terms)) > ALIKE


def another_day(fact: Fact, cluster: Cluster, rarity: Rarity, family: Family) -> bool:
    """Whether an independent report gives another exact day to what happens to one but once, in the same words."""
    if fact.kind not in ONCE or fact.inferred or fact.first is None or fact.first != fact.last:
        return False
    if cluster.first is None or cluster.first != cluster.last or not 0 < abs(fact.first - cluster.first) <= FEW:
        return False
    if any(f.inferred or family.akin(fact.document, f.document) for f in cluster.facts[:ENOUGH]):
        return False
    first = cluster.facts[0]
    if _whose(fact).isdisjoint(_whose(first)) or at_odds(fact.figures, cluster.figures):
        return False
    shared = rarity.sum(common(fact.terms, cluster.terms))
    return shared >= HALF * min(rarity.whole(fact.terms), rarity.whole(first.terms))


def _whose(fact: Fact) -> set[str]:
    """Full names of those to whom it happened: no place ("in North Hale"), no body to which somebody belongs."""
    found = set()
    for name in _FULL_NAME.finditer(fact.words):
        before = fact.words[: name.start()].lower().split()
        after = fact.words[name.end() :].split()
        if before and (before[-1] in PREPOSITIONS or before[-1] in ("the", "a", "an", "another")):
            continue
        if before or not fact.kind.startswith("Justice.") or (after and after[0] in AUXILIARIES):
            found.add(name[0])
    return found


_FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?)* [A-Z][\w-]+")
