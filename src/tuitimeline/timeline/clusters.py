"""Facts of one event, and who speaks in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from tuitimeline.timeline.descent import Family
from tuitimeline.timeline.facts import Fact
from tuitimeline.timeline.figures import Figure
from tuitimeline.timeline.speeches import Speech

T = TypeVar("T")

REPORTS = 2
"""Facts of a cluster whose documents must tell of the matter that another tells of."""

ENOUGH = 16
"""Facts of a statement whose speakers are compared with another's: thousands can be one "no comment"."""


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


def of_one_matter(fact: Fact, cluster: Cluster, family: Family) -> bool:
    """Whether a fact and a cluster come from documents that can tell of one event."""
    return any(family.one_matter(fact.document, f.document) for f in cluster.facts[:REPORTS])


def speakers(cluster: Cluster) -> list[Speech]:
    """Who speaks in a cluster, as its first facts have it: each with each stance once."""
    return list({(s.key, s.names, s.stance): s for f in cluster.facts[:ENOUGH] for s in f.speeches}.values())
