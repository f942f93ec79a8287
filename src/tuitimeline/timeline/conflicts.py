"""Which events contradict each other."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from tuitimeline.model import Quarrel, Stance
from tuitimeline.timeline import denials
from tuitimeline.timeline.clusters import Cluster, of_one_matter, speakers
from tuitimeline.timeline.descent import Family
from tuitimeline.timeline.figures import at_odds
from tuitimeline.timeline.merging import Woven
from tuitimeline.timeline.speeches import Speech, same_speaker

LISTED = 2
"""Names that two lists of bodies must share."""

ACCOUNTS = 6
"""Accounts of one event with different figures that are set against each other."""

Pair = tuple[int, int, Quarrel]


def find(woven: Woven, family: Family) -> list[Pair]:
    """Pairs of clusters, by number, and over what they quarrel."""
    rivals = _accounts(woven)
    found = {(one, two): Quarrel.FIGURES for one, others in rivals.items() for two in others if one < two}
    for one, two in sorted(woven.days):
        found.setdefault((min(one, two), max(one, two)), Quarrel.DATES)
    for denial, denied in denials.find(woven, family):
        for other in (denied, *rivals.get(denied, ())):
            if denials.deniable(woven.clusters[denial], woven.clusters[other], family):
                found.setdefault((min(denial, other), max(denial, other)), Quarrel.DENIAL)
    for pair in _comments(woven, family):
        found.setdefault(pair, Quarrel.COMMENT)
    return [(one, two, over) for (one, two), over in sorted(found.items())]


def _accounts(woven: Woven) -> dict[int, list[int]]:
    """For each account of an event the others that give other figures; few enough to be shown pair by pair."""
    together: dict[int, set[int]] = {}
    for one, two in sorted(woven.rivals):
        joined = together.get(one, {one}) | together.get(two, {two})
        if len(joined) <= ACCOUNTS:
            together.update(dict.fromkeys(joined, joined))
    return {
        one: [
            two
            for two in sorted(others)
            if two != one and at_odds(woven.clusters[one].figures, woven.clusters[two].figures)
        ]
        for one, others in together.items()
    }


def _comments(woven: Woven, family: Family) -> list[tuple[int, int]]:
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
            here, there = woven.clusters[one], woven.clusters[two]
            if of_one_matter(here.facts[0], there, family) and _opposite(here, there):
                found.add((one, two))
    return sorted(found)


def _opposite(one: Cluster, two: Cluster) -> bool:
    return any(
        {a.stance, b.stance} == {Stance.DECLINES, Stance.NO_RESPONSE} and _one_body(a, b)
        for a in speakers(one)
        for b in speakers(two)
    )


def _one_body(one: Speech, two: Speech) -> bool:
    """Whether two speak for one body, alone or in a list: "the White House and the State Department"."""
    return same_speaker(one, two) or len(set(one.names).intersection(two.names)) >= LISTED
