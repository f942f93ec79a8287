"""Facts that tell of one event are gathered, within a document and across documents.

A fact is compared with the clusters that share one of its rarest words and a neighbouring time; it joins the one
with which it shares more than chance would give. Chance is measured on the pile itself: two facts of a kind on one
day say little in a pile with thousands of them, and much in a pile of five articles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log
from typing import TypeVar

from tuitimeline.annotate.events.patterns import AUXILIARIES, PREPOSITIONS
from tuitimeline.timeline.descent import Family
from tuitimeline.timeline.facts import Fact
from tuitimeline.timeline.figures import HARM, Figure, agree, at_odds, rejects
from tuitimeline.timeline.speeches import Speech, same_body, same_speaker

T = TypeVar("T")

RAREST = 8
"""Words by which a fact looks for its cluster."""

COMPARED = 64
"""Clusters with which a fact is compared."""

POSTINGS = 48
"""Clusters kept for each word and kind: the latest."""

REPORTS = 2
"""Facts of a cluster whose documents must tell of the matter that another tells of."""

ENOUGH = 16
"""Facts of a statement whose speakers are compared with another's: thousands can be one "no comment"."""

SMALL = 60
"""Facts below which a pile is too small to tell how rare a word is: it counts as one of so many."""

SURPRISE = 0.6
"""How much of the logarithm of the crowd the shared words must outweigh."""

SHARE = 0.34
"""The share of the lesser claim's words, weighed by rarity, that another must hold to be the same."""

LOOSE = 3
"""Days by which an inferred date may be off."""

TOLLS = 0.01
"""What two tolls of one matter and time share at least, whatever their words."""

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

SOON = 2
"""Days between two reports of one refusal to comment: who is asked again on another matter refuses again."""

SLACK = 30
"""Days between two reports of one statement or undated event."""


@dataclass(slots=True)
class Cluster:
    """Facts of one event. `first` and `last` bound the days on which all of them agree."""

    kind: str
    facts: list[Fact] = field(default_factory=list)
    terms: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    first: int | None = None
    last: int | None = None

    def take(self, fact: Fact) -> None:
        """Add a fact and narrow the days, by dates that stand beside what they date."""
        first = not self.facts
        self.terms = fact.terms if first else _joined(self.terms, fact.terms)
        self.context = fact.context if first else _joined(self.context, fact.context)
        self.figures = fact.figures if first else _joined(self.figures, fact.figures)
        self.facts.append(fact)
        if first or not (fact.said or fact.inferred):
            if fact.first is not None:
                self.first = fact.first if self.first is None else max(self.first, fact.first)
            if fact.last is not None:
                self.last = fact.last if self.last is None else min(self.last, fact.last)


def _joined(one: tuple[T, ...], two: tuple[T, ...]) -> tuple[T, ...]:
    """What either holds, once; no new value where that is one of them."""
    more = tuple(t for t in two if t not in one)
    return one + more if more else one


@dataclass(slots=True)
class Woven:
    """Clusters, and pairs of them that differ in nothing but a figure (`rivals`) or the day (`days`)."""

    clusters: list[Cluster]
    rivals: set[tuple[int, int]]
    days: set[tuple[int, int]]
    rarity: Rarity


class Rarity:
    """How telling a word is: the logarithm of how seldom facts use it."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        uses: Counter[str] = Counter()
        for fact in facts:
            uses.update(fact.terms)
        every = max(SMALL, len(facts)) + 1
        self._weights = {term: log(every / (count + 0.5)) for term, count in uses.items()}
        self._unused = log(every / 0.5)
        self._once = log(every / 1.5)
        self.whole = lru_cache(maxsize=1 << 16)(self.sum)
        """The sum for all words of a fact, which is compared with many."""

    def of(self, term: str) -> float:
        return self._weights.get(term, self._unused)

    def shared(self, term: str) -> bool:
        """Whether more than one fact uses a term."""
        return self._weights.get(term, self._unused) < self._once

    def sum(self, terms: Iterable[str]) -> float:
        weights, unused = self._weights, self._unused
        return sum([weights.get(term, unused) for term in terms])


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
            odds = at_odds(fact.figures, cluster.figures)
            if fact.kind in HARM and (odds or agree(fact.figures, cluster.figures)) and _meet(fact, cluster):
                score = max(score, TOLLS)
            if score > 0 and odds:
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
    return Woven(clusters, rivals, days, rarity)


def _keys(fact: Fact, rarity: Rarity) -> list[str]:
    """What a fact is looked up by among those of its kind: its document, the rarest words it shares, its month."""
    rare = sorted(filter(rarity.shared, fact.terms), key=lambda t: (-rarity.of(t), t))[:RAREST]
    month = _month(fact.first)
    near = () if month is None else (f"@{month}", f"@{month - 1}", f"@{month + 1}")
    return [f"in {fact.document}", *rare, *near]


def _candidates(keys: Sequence[str], index: dict[str, list[int]]) -> list[int]:
    """The clusters under `keys`, the nearest keys first, no more than are worth comparing."""
    found: dict[int, None] = {}
    for key in keys:
        found.update(dict.fromkeys(reversed(index.get(key, ()))))
        if len(found) >= COMPARED:
            break
    return sorted(found)


class Chance:
    """How many facts could be taken for one another: of a kind in a month, in the pile, in one document."""

    def __init__(self, facts: Sequence[Fact], family: Family) -> None:
        self._family = family
        self._month = Counter((f.kind, _month(f.first)) for f in facts)
        self._all = Counter(f.kind for f in facts)
        self._document = Counter((f.kind, f.document) for f in facts)

    def crowd(self, fact: Fact, dated: bool) -> int:
        """Facts of its kind in its month, or in the pile."""
        return self._month[fact.kind, _month(fact.first)] if dated else self._all[fact.kind]

    def near(self, fact: Fact, other: Fact) -> int | None:
        """Facts of its kind in both documents, where they are one or one relays the other."""
        if not self._family.akin(fact.document, other.document):
            return None
        here, there = self._document[fact.kind, fact.document], self._document[fact.kind, other.document]
        return max(here, there)

    def same_speaker(self, fact: Fact, one: Speech, other: Fact, two: Speech) -> bool:
        """Whether two speeches are by one; where one report passes on the other a title is enough."""
        if same_speaker(one, two):
            return True
        if not self._family.akin(fact.document, other.document):
            return False
        return same_body(one, two)


def of_one_matter(fact: Fact, cluster: Cluster, family: Family) -> bool:
    """Whether a fact and a cluster come from documents that can tell of one event."""
    return any(family.one_matter(fact.document, f.document) for f in cluster.facts[:REPORTS])


def speakers(cluster: Cluster) -> list[Speech]:
    """Who speaks in a cluster, as its first facts have it: each with each stance once."""
    return list({(s.key, s.names, s.stance): s for f in cluster.facts[:ENOUGH] for s in f.speeches}.values())


def _month(day: int | None) -> int | None:
    return None if day is None else day // 30


def _exactness(fact: Fact) -> tuple[int, int, int]:
    """Exactly dated facts first, inferred and vague ones next, undated ones last."""
    if fact.first is None or fact.last is None:
        rank = 3
    elif fact.inferred:
        rank = 1
    else:
        rank = 0 if fact.first == fact.last else 2
    return (rank, fact.document, fact.start)


def kinship(fact: Fact, cluster: Cluster, rarity: Rarity, chance: Chance) -> float:
    """By how much what fact and cluster share outweighs chance; 0 or less where they are not one event."""
    if fact.said:
        return _same_statement(fact, cluster, rarity, chance)
    if fact.reference and any(f.document == fact.document for f in cluster.facts):
        return 0.5 + rarity.sum(_common(fact.terms, cluster.terms))
    dated = fact.first is not None and cluster.first is not None
    if dated and not _meet(fact, cluster):
        return 0.0
    near = min((n for f in cluster.facts[:4] if (n := chance.near(fact, f)) is not None), default=None)
    crowd = chance.crowd(fact, dated)
    if near is not None:
        crowd = min(crowd, near)
    apart = 0.0 if dated and fact.first == cluster.first and fact.last == cluster.last else 0.7 if dated else 1.0
    return _shared(fact, cluster, rarity) - SURPRISE * log(1 + crowd) - apart


def rival(fact: Fact, cluster: Cluster, rarity: Rarity) -> bool:
    """Whether a fact that differs from a cluster by a figure is another account of it: dated, and in its words.

    Of those who were harmed on one and the same day other words tell too. "Six, not four" needs no date.
    """
    if rejects(fact.figures, cluster.figures) or rejects(cluster.figures, fact.figures):
        return True
    if fact.first is None or cluster.first is None:
        return False
    if fact.kind in HARM:
        return True
    return rarity.sum(_common(fact.terms, cluster.terms)) > ALIKE


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
    shared = rarity.sum(_common(fact.terms, cluster.terms))
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


def _shared(fact: Fact, cluster: Cluster, rarity: Rarity) -> float:
    """The rarity of the words in common; names from around the clause count half."""
    terms = _common(fact.terms, cluster.terms)
    around = {*_common(fact.context, cluster.terms), *_common(fact.context, cluster.context)}
    around.update(_common(fact.terms, cluster.context))
    around.difference_update(terms)
    figures = 2.0 if agree(fact.figures, cluster.figures) else 0.0
    return rarity.sum(terms) + 0.5 * rarity.sum(around) + figures


def _common(one: tuple[str, ...], two: tuple[str, ...]) -> list[str]:
    return [t for t in one if t in two]


def _meet(fact: Fact, cluster: Cluster) -> bool:
    """Whether the days of a fact and of a cluster overlap; an inferred date may be off by some days."""
    if fact.first is None or cluster.first is None:
        return False
    slack = LOOSE if fact.inferred else 0
    last = fact.last if fact.last is not None else fact.first
    until = cluster.last if cluster.last is not None else cluster.first
    return fact.first - slack <= until and cluster.first <= last + slack


def _same_statement(fact: Fact, cluster: Cluster, rarity: Rarity, chance: Chance) -> float:
    if fact.first is not None and cluster.first is not None and abs(fact.first - cluster.first) > SLACK:
        return 0.0
    if fact.kind == "Statement.Claim":
        return max(_same_claim(fact, other, rarity, chance) for other in cluster.facts[:8])
    if not any(
        chance.same_speaker(fact, a, f, b)
        for a in fact.speeches
        for f in cluster.facts[:ENOUGH]
        for b in f.speeches
    ):
        return 0.0
    shared = _shared(fact, cluster, rarity)
    if fact.kind == "Statement.NoComment":
        if not any(_at_once(fact, f) or chance.near(fact, f) is not None for f in cluster.facts[:ENOUGH]):
            return 0.0
        stances = {s.stance for f in cluster.facts for s in f.speeches}
        return 1.0 + shared if stances.intersection(s.stance for s in fact.speeches) else 0.0
    return 0.5 + shared


def _at_once(one: Fact, two: Fact) -> bool:
    """Whether two are a day or two apart at most, as reports of one refusal are."""
    return one.first is None or two.first is None or abs(one.first - two.first) <= SOON


def _same_claim(fact: Fact, other: Fact, rarity: Rarity, chance: Chance) -> float:
    """Claims are one where they share a good part of what each of them says."""
    common = _common(fact.terms, other.terms)
    if not common:
        return 0.0
    shared = rarity.sum(common)
    if shared < SHARE * min(rarity.whole(fact.terms), rarity.whole(other.terms)):
        return 0.0
    near = chance.near(fact, other)
    crowd = chance.crowd(fact, False) if near is None else near
    return shared - SURPRISE * log(1 + crowd)
