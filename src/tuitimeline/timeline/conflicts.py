"""Which events contradict each other."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from math import log

from tuitimeline.model import Quarrel, Stance
from tuitimeline.timeline.descent import Family
from tuitimeline.timeline.facts import DENIAL
from tuitimeline.timeline.merging import Cluster, Woven, same_speaker

KEYS, REACH, NEAR = 12, 48, 10
"""Words of a denial looked up, clusters looked at for each, and what one report may tell of."""

NEARLY = 0.75
"""What else a denial contradicts: what shares this much of what its best match shares."""

Pair = tuple[int, int, Quarrel]


def find(woven: Woven, family: Family) -> list[Pair]:
    """Pairs of clusters, by number, and over what they quarrel."""
    found: dict[tuple[int, int], Quarrel] = {}
    rivals: dict[int, set[int]] = defaultdict(set)
    for one, two in sorted(woven.rivals):
        found[min(one, two), max(one, two)] = Quarrel.FIGURES
        rivals[one].add(two)
        rivals[two].add(one)
    index = _index(woven)
    for number, cluster in enumerate(woven.clusters):
        if cluster.kind == DENIAL:
            for denied in _denied(cluster, woven, index, family):
                for other in (denied, *sorted(rivals[denied])):
                    found.setdefault((min(number, other), max(number, other)), Quarrel.DENIAL)
    for pair in _comments(woven):
        found.setdefault(pair, Quarrel.COMMENT)
    return [(one, two, over) for (one, two), over in sorted(found.items())]


def _index(woven: Woven) -> dict[str, list[int]]:
    """Clusters that can be denied by their words and kind."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(woven.clusters):
        if cluster.kind == "Statement.Claim" or not cluster.kind.startswith("Statement."):
            for term in (*sorted(cluster.terms), cluster.kind):
                index[term].append(number)
    return index


def _denied(denial: Cluster, woven: Woven, index: dict[str, list[int]], family: Family) -> list[int]:
    """What a denial denies: what shares most with it, beyond what chance gives."""
    terms = sorted(denial.terms, key=lambda t: (len(index.get(t, ())), t))[:KEYS]
    scores = {}
    for number in sorted({n for t in terms for n in index.get(t, ())[-REACH:]}):
        other = woven.clusters[number]
        near = any(family.akin(f.document, g.document) for f in denial.facts for g in other.facts[:4])
        crowd = len(woven.clusters) if not near else min(len(woven.clusters), NEAR)
        shared = woven.rarity.sum(denial.terms & other.terms) + (2.0 if other.kind in denial.terms else 0.0)
        around = woven.rarity.sum((denial.context & (other.terms | other.context)) - denial.terms)
        score = shared + 0.25 * around - 0.8 * log(1 + crowd)
        if shared and score > 0:
            scores[number] = shared + 0.25 * around
    best = max(scores.values(), default=0.0)
    return [n for n, s in sorted(scores.items(), key=lambda x: (-x[1], x[0])) if s >= NEARLY * best][:2]


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
