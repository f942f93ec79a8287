"""Facts that tell of one event are gathered, within a document and across documents.

A fact is compared with the clusters that share one of its rarest words and a neighbouring time; it joins the one
with which it shares more than chance would give. Chance is measured on the pile itself: two facts of a kind on one
day say little in a pile with thousands of them, and much in a pile of five articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from tuitimeline.timeline.facts import Fact, Figure

RAREST = 8
"""Words by which a fact looks for its cluster."""

POSTINGS = 48
"""Clusters kept for each word and kind: the latest."""

SURPRISE = 0.8
"""How much of the logarithm of the crowd the shared words must outweigh."""

SLACK = 30
"""Days between two reports of one statement or undated event."""

_GROUPS = {"Life.Die": "Life.Die"}


@dataclass(slots=True)
class Cluster:
    """Facts of one event. `first` and `last` bound the days on which all of them agree."""

    kind: str
    facts: list[Fact] = field(default_factory=list)
    terms: set[str] = field(default_factory=set)
    figures: list[Figure] = field(default_factory=list)
    first: int | None = None
    last: int | None = None

    def take(self, fact: Fact) -> None:
        """Add a fact and narrow the days."""
        self.facts.append(fact)
        self.terms.update(fact.terms)
        self.figures += fact.figures
        if fact.first is not None and not (fact.kind.startswith("Statement.") and self.facts[0] is not fact):
            self.first = fact.first if self.first is None else max(self.first, fact.first)
        if fact.last is not None and not (fact.kind.startswith("Statement.") and self.facts[0] is not fact):
            self.last = fact.last if self.last is None else min(self.last, fact.last)


@dataclass(slots=True)
class Woven:
    """Clusters, and pairs of them that differ in nothing but a figure."""

    clusters: list[Cluster]
    rivals: set[tuple[int, int]]
    rarity: Rarity


class Rarity:
    """How telling a word is: the logarithm of how seldom facts use it."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._uses: Counter[str] = Counter()
        for fact in facts:
            self._uses.update(fact.terms)
        self._all = max(2, len(facts))

    def of(self, term: str) -> float:
        return log((self._all + 1) / (self._uses[term] + 0.5))

    def sum(self, terms: Iterable[str]) -> float:
        return sum(self.of(t) for t in terms)


def merge(facts: Sequence[Fact]) -> Woven:
    """Clusters of `facts`; the best dated facts seed them."""
    rarity = Rarity(facts)
    crowd: Counter[tuple[str, int | None]] = Counter()
    for fact in facts:
        crowd[fact.kind, _month(fact.first)] += 1
        crowd[fact.kind, None] += 1
    clusters: list[Cluster] = []
    rivals: set[tuple[int, int]] = set()
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for fact in sorted(facts, key=_exactness):
        keys = [(fact.kind, t) for t in sorted(fact.terms, key=lambda t: (-rarity.of(t), t))[:RAREST]]
        keys.append((fact.kind, f"@{_month(fact.first)}"))
        keys.append((fact.kind, f"in {fact.document}"))
        candidates = {c for key in keys for c in index[key]}
        best, most = None, 0.0
        for number in sorted(candidates):
            cluster = clusters[number]
            score = _kinship(fact, cluster, rarity, crowd)
            if score <= 0:
                continue
            if _at_odds(fact.figures, cluster.figures):
                rivals.add((number, -1))
                continue
            if score > most:
                best, most = number, score
        if best is None:
            best = len(clusters)
            clusters.append(Cluster(fact.kind))
            for number, mark in list(rivals):
                if mark == -1:
                    rivals.discard((number, mark))
                    rivals.add((number, best))
        else:
            rivals = {r for r in rivals if r[1] != -1}
        clusters[best].take(fact)
        for key in keys:
            row = index[key]
            if not row or row[-1] != best:
                row.append(best)
                del row[:-POSTINGS]
    return Woven(clusters, rivals, rarity)


def _month(day: int | None) -> int | None:
    return None if day is None else day // 30


def _exactness(fact: Fact) -> tuple[int, int, int]:
    span = fact.last - fact.first if fact.first is not None and fact.last is not None else 100_000
    return (0 if span == 0 else 1 if span < 100_000 else 2, fact.document, fact.start)


def _kinship(fact: Fact, cluster: Cluster, rarity: Rarity, crowd: Counter[tuple[str, int | None]]) -> float:
    """By how much what fact and cluster share outweighs chance; 0 or less where they are not one event."""
    if fact.kind.startswith("Statement."):
        return _same_statement(fact, cluster, rarity, crowd)
    same_document = any(f.document == fact.document for f in cluster.facts)
    if fact.reference and same_document:
        return 0.5 + rarity.sum(cluster.terms.intersection(fact.terms))
    dated = fact.first is not None and cluster.first is not None
    if dated:
        if not _meet(fact, cluster):
            return 0.0
        extra = 0.0 if fact.first == cluster.first and fact.last == cluster.last else 0.7
        size = crowd[fact.kind, _month(fact.first)]
    else:
        extra = 1.0
        size = crowd[fact.kind, None]
    shared = cluster.terms.intersection(fact.terms)
    figures = _agree(fact.figures, cluster.figures)
    return rarity.sum(shared) + 2.0 * figures - SURPRISE * log(1 + size) - extra


def _meet(fact: Fact, cluster: Cluster) -> bool:
    low, high = fact.first, fact.last if fact.last is not None else fact.first
    first, last = cluster.first, cluster.last if cluster.last is not None else cluster.first
    assert low is not None
    assert first is not None
    assert high is not None
    assert last is not None
    return low <= last and first <= high


def _same_statement(fact: Fact, cluster: Cluster, rarity: Rarity, crowd: Counter[tuple[str, int | None]]) -> float:
    if fact.first is not None and cluster.first is not None and abs(fact.first - cluster.first) > SLACK:
        return 0.0
    shared = rarity.sum(cluster.terms.intersection(fact.terms))
    need = SURPRISE * log(1 + crowd[fact.kind, None])
    if fact.kind == "Statement.Claim":
        return shared - need - 2.0
    speaking = any(same_speaker(a.key, b.key) for a in fact.speeches for f in cluster.facts for b in f.speeches)
    if not speaking:
        return 0.0
    if fact.kind == "Statement.NoComment":
        return (
            1.0 + shared
            if {s.stance for s in fact.speeches} & {s.stance for f in cluster.facts for s in f.speeches}
            else 0.0
        )
    return 0.5 + shared


def same_speaker(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two names are of one person or body: the words of one are among those of the other."""
    return bool(one) and bool(two) and (one <= two or two <= one)


def _at_odds(one: Sequence[Figure], two: Sequence[Figure]) -> bool:
    """Whether two clauses count the same thing and do not come to the same."""
    units = {f.unit for f in one} & {f.unit for f in two}
    return any(
        not any(a.least <= b.most and b.least <= a.most for a in one for b in two if a.unit == b.unit == unit)
        for unit in units
    )


def _agree(one: Sequence[Figure], two: Sequence[Figure]) -> bool:
    return any(a.unit == b.unit and a.least <= b.most and b.least <= a.most for a in one for b in two)
