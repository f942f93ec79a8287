"""Whether a fact and a cluster tell of one event.

Chance is measured on the pile itself: two facts of a kind on one day say little in a pile with thousands of them,
and much in a pile of five articles.
"""

from __future__ import annotations

from math import log

from tuitimeline.timeline.chance import Chance, Rarity
from tuitimeline.timeline.clusters import ENOUGH, Cluster
from tuitimeline.timeline.facts import Fact
from tuitimeline.timeline.figures import HARM, agree, at_odds

TOLLS = 0.01
"""What two tolls of one matter and time share at least, whatever their words."""

SURPRISE = 0.6
"""How much of the logarithm of the crowd the shared words must outweigh."""

SHARE = 0.34
"""The share of the lesser claim's words, weighed by rarity, that another must hold to be the same."""

LOOSE = 3
"""Days by which an inferred date may be off."""

SOON = 2
"""Days between two reports of one refusal to comment: who is asked again on another matter refuses again."""

SLACK = 30
"""Days between two reports of one statement or undated event."""


def kinship(fact: Fact, cluster: Cluster, rarity: Rarity, chance: Chance) -> float:
    """By how much what fact and cluster share outweighs chance; 0 or less where they are not one event."""
    if fact.said:
        return _same_statement(fact, cluster, rarity, chance)
    if fact.reference and any(f.document == fact.document for f in cluster.facts):
        return 0.5 + rarity.sum(common(fact.terms, cluster.terms))
    dated = fact.first is not None and cluster.first is not None
    if dated and not _meet(fact, cluster):
        return 0.0
    near = min((n for f in cluster.facts[:4] if (n := chance.near(fact, f)) is not None), default=None)
    crowd = chance.crowd(fact, dated)
    if near is not None:
        crowd = min(crowd, near)
    apart = 0.0 if dated and fact.first == cluster.first and fact.last == cluster.last else 0.7 if dated else 1.0
    score = _shared(fact, cluster, rarity) - SURPRISE * log(1 + crowd) - apart
    return max(score, TOLLS) if dated and _both_tolls(fact, cluster) else score


def _both_tolls(fact: Fact, cluster: Cluster) -> bool:
    """Whether both count the harmed, alike or not."""
    figures = (fact.figures, cluster.figures)
    return fact.kind in HARM and (at_odds(*figures) or agree(*figures))


def _shared(fact: Fact, cluster: Cluster, rarity: Rarity) -> float:
    """The rarity of the words in common; names from around the clause count half."""
    terms = common(fact.terms, cluster.terms)
    around = {*common(fact.context, cluster.terms), *common(fact.context, cluster.context)}
    around.update(common(fact.terms, cluster.context))
    around.difference_update(terms)
    figures = 2.0 if agree(fact.figures, cluster.figures) else 0.0
    return rarity.sum(terms) + 0.5 * rarity.sum(around) + figures


def common(one: tuple[str, ...], two: tuple[str, ...]) -> list[str]:
    """The words that both hold."""
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
    terms = common(fact.terms, other.terms)
    if not terms:
        return 0.0
    shared = rarity.sum(terms)
    if shared < SHARE * min(rarity.whole(fact.terms), rarity.whole(other.terms)):
        return 0.0
    near = chance.near(fact, other)
    crowd = chance.crowd(fact, False) if near is None else near
    return shared - SURPRISE * log(1 + crowd)
