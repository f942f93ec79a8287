"""Which events contradict each other."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from tuitimeline.model import Quarrel, Stance
from tuitimeline.timeline.merging import Cluster, Woven, same_speaker

ENOUGH = 2.5
"""What a denial must share with the claim that it denies, in the measure of rarity."""

Pair = tuple[int, int, Quarrel]


def find(woven: Woven) -> list[Pair]:
    """Pairs of clusters, by number, and over what they quarrel."""
    found: dict[tuple[int, int], Quarrel] = {}
    for one, two in sorted(woven.rivals):
        found[min(one, two), max(one, two)] = Quarrel.FIGURES
    rivals: dict[int, set[int]] = defaultdict(set)
    for one, two in woven.rivals:
        rivals[one].add(two)
        rivals[two].add(one)
    index: dict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(woven.clusters):
        if cluster.kind.startswith("Statement.") and cluster.kind != "Statement.Claim":
            continue
        for term in (*cluster.terms, cluster.kind):
            index[term].append(number)
    for number, cluster in enumerate(woven.clusters):
        if cluster.kind == "Statement.Denial":
            denied = _denied(cluster, woven, index)
            if denied is not None:
                for other in (denied, *sorted(rivals[denied])):
                    found.setdefault((min(number, other), max(number, other)), Quarrel.DENIAL)
    for pair in _comments(woven):
        found.setdefault(pair, Quarrel.COMMENT)
    return [(one, two, over) for (one, two), over in sorted(found.items())]


def _denied(denial: Cluster, woven: Woven, index: dict[str, list[int]]) -> int | None:
    best, most = None, ENOUGH
    terms = sorted(denial.terms, key=lambda t: (len(index.get(t, ())), t))[:12]
    candidates = {n for t in terms for n in index.get(t, ())[-48:]}
    for number in sorted(candidates):
        other = woven.clusters[number]
        shared = woven.rarity.sum(t for t in denial.terms & other.terms) + (
            2.0 if other.kind in denial.terms else 0.0
        )
        if shared > most:
            best, most = number, shared
    return best


def _comments(woven: Woven) -> list[tuple[int, int]]:
    """One body that declined to comment here and did not answer there."""
    rows = [(n, c) for n, c in enumerate(woven.clusters) if c.kind == "Statement.NoComment"]
    by_word: dict[str, list[int]] = defaultdict(list)
    for n, c in rows:
        for fact in c.facts:
            for speech in fact.speeches:
                for word in speech.key:
                    by_word[word].append(n)
    found = set()
    for numbers in by_word.values():
        for one, two in combinations(sorted(set(numbers))[-20:], 2):
            if _opposite(woven.clusters[one], woven.clusters[two]):
                found.add((one, two))
    return sorted(found)


def _opposite(one: Cluster, two: Cluster) -> bool:
    pairs = [(a, b) for f in one.facts for a in f.speeches for g in two.facts for b in g.speeches]
    return any(
        {a.stance, b.stance} == {Stance.DECLINES, Stance.NO_RESPONSE} and same_speaker(a, b) for a, b in pairs
    )
