"""Facts that tell of one event are gathered, within a document and across documents.

A fact is compared with the clusters that share one of its rarest words and a neighbouring time; it joins the one
with which it shares more than chance would give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from tuitimeline.timeline.chance import Chance, Rarity, month
from tuitimeline.timeline.clusters import Cluster, of_one_matter
from tuitimeline.timeline.descent import Family
from tuitimeline.timeline.facts import Fact
from tuitimeline.timeline.figures import at_odds
from tuitimeline.timeline.kinship import kinship
from tuitimeline.timeline.rivalry import another_day, rival

RAREST = 8
"""Words by which a fact looks for its cluster."""

COMPARED = 64
"""Clusters with which a fact is compared."""

ACCOUNTS = 8
"""Accounts set against one other that are compared with each other."""

POSTINGS = 48
"""Clusters kept for each word and kind: the latest."""


@dataclass(slots=True)
class Woven:
    """Clusters, and pairs of them that differ in nothing but a figure (`rivals`) or the day (`days`)."""

    clusters: list[Cluster]
    rivals: set[tuple[int, int]]
    days: set[tuple[int, int]]
    rarity: Rarity


def merge(facts: Sequence[Fact], family: Family) -> Woven:
    """Clusters of `facts`; the best dated facts seed them."""
    rarity = Rarity(facts)
    chance = Chance(facts, family)
    clusters: list[Cluster] = []
    rivals: set[tuple[int, int]] = set()
    days: set[tuple[int, int]] = set()
    index: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for fact in sorted(facts, key=_exactness):
        keys = _keys(fact, rarity)
        best, most, odd, against, late = None, 0.0, None, 0.0, []
        for number in _candidates(keys, index[fact.kind]):
            cluster = clusters[number]
            if not of_one_matter(fact, cluster, family):
                continue
            score = kinship(fact, cluster, rarity, chance)
            if score > 0 and at_odds(fact.figures, cluster.figures):
                if score > against and rival(fact, cluster, rarity):
                    odd, against = number, score
            elif score > most:
                best, most = number, score
            elif another_day(fact, cluster, rarity, family):
                late.append(number)
        if best is None:
            best = len(clusters)
            clusters.append(Cluster(fact.kind))
            days.update((number, best) for number in late)
        if odd is not None and against > most:
            rivals.add((odd, best))
        clusters[best].take(fact)
        for key in keys:
            row = index[fact.kind].setdefault(key, [])
            if not row or row[-1] != best:
                row.append(best)
                del row[:-POSTINGS]
    return _reconciled(clusters, rivals, days, rarity)


def _reconciled(
    clusters: list[Cluster], rivals: set[tuple[int, int]], days: set[tuple[int, int]], rarity: Rarity
) -> Woven:
    """Accounts that are set against one and the same other, and give one figure, are one."""
    against: dict[int, list[int]] = defaultdict(list)
    for one, two in sorted(rivals):
        against[one].append(two)
        against[two].append(one)
    joined: dict[int, int] = {}
    for accounts in against.values():
        for two, one in combinations(sorted(set(accounts), reverse=True)[:ACCOUNTS], 2):
            here, there = clusters[one], clusters[two]
            if two not in joined and one not in joined and not at_odds(here.figures, there.figures):
                joined[two] = one
                for fact in there.facts:
                    here.take(fact)
    kept = [number for number in range(len(clusters)) if number not in joined]
    at = {number: place for place, number in enumerate(kept)}
    for two in sorted(joined):  # what one joined may have joined a third: its number is always the smaller
        at[two] = at[joined[two]]
    odd, late = ({(at[one], at[two]) for one, two in some if at[one] != at[two]} for some in (rivals, days))
    return Woven([clusters[number] for number in kept], odd, late, rarity)


def _keys(fact: Fact, rarity: Rarity) -> list[str]:
    """What a fact is looked up by among those of its kind: its document, the rarest words it shares, its month."""
    rare = sorted(filter(rarity.shared, fact.terms), key=lambda t: (-rarity.of(t), t))[:RAREST]
    at = month(fact.first)
    near = () if at is None else (f"@{at}", f"@{at - 1}", f"@{at + 1}")
    return [f"in {fact.document}", *rare, *near]


def _candidates(keys: Sequence[str], index: dict[str, list[int]]) -> list[int]:
    """The clusters under `keys`, the nearest keys first, no more than are worth comparing."""
    found: dict[int, None] = {}
    for key in keys:
        found.update(dict.fromkeys(reversed(index.get(key, ()))))
        if len(found) >= COMPARED:
            break
    return sorted(found)


def _exactness(fact: Fact) -> tuple[int, int, int]:
    """Exactly dated facts first, inferred and vague ones next, undated ones last."""
    if fact.first is None or fact.last is None:
        rank = 3
    elif fact.inferred:
        rank = 1
    else:
        rank = 0 if fact.first == fact.last else 2
    return (rank, fact.document, fact.start)
