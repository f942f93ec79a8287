"""Which events contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import combinations
from math import log

from tuitimeline.model import Quarrel, Stance
from tuitimeline.tables import read_table
from tuitimeline.timeline.descent import Family
from tuitimeline.timeline.facts import DENIAL, Fact
from tuitimeline.timeline.figures import at_odds
from tuitimeline.timeline.merging import COMPARED, ENOUGH, Cluster, Woven, of_one_matter
from tuitimeline.timeline.speeches import Speech, same_speaker
from tuitimeline.timeline.stems import names, stem

KEYS, REACH = 24, 24
"""Words of a denial looked up, and clusters looked at for each."""

NEAR, MATTER = 10, 40
"""What one report may tell of, and all that tell of its matter."""

LISTED = 2
"""Names that two lists of bodies must share."""

DOUBT = 0.3
"""What a denial must share beyond what chance gives."""

OF_A_KIND = 3.0
"""What it weighs that a denial names an event of the same kind."""

NEARLY = 0.6
"""What else a denial contradicts: what shares this much of what its best match shares."""

ACCOUNTS = 6
"""Accounts of one event with different figures that are set against each other."""

Pair = tuple[int, int, Quarrel]


def find(woven: Woven, family: Family) -> list[Pair]:
    """Pairs of clusters, by number, and over what they quarrel."""
    rivals = _accounts(woven)
    found = {(one, two): Quarrel.FIGURES for one, others in rivals.items() for two in others if one < two}
    for one, two in sorted(woven.days):
        found.setdefault((min(one, two), max(one, two)), Quarrel.DATES)
    index = _index(woven)
    for number, cluster in enumerate(woven.clusters):
        if cluster.kind == DENIAL:
            for denied in _denied(cluster, woven, index, family):
                for other in (denied, *rivals.get(denied, ())):
                    found.setdefault((min(number, other), max(number, other)), Quarrel.DENIAL)
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


def _index(woven: Woven) -> dict[str, list[int]]:
    """Clusters that can be denied by their words and kind."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(woven.clusters):
        claimed = cluster.kind == "Statement.Claim" and any(f.speeches for f in cluster.facts)
        if claimed or not cluster.kind.startswith("Statement."):
            documents = dict.fromkeys(f"in {f.document}" for f in cluster.facts)
            for term in (*documents, *sorted(cluster.terms), cluster.kind):
                index[term].append(number)
    return index


def _denied(denial: Cluster, woven: Woven, index: dict[str, list[int]], family: Family) -> list[int]:
    """What a denial denies: what shares most with it, beyond what chance gives."""
    scores = {}
    who = _speakers(denial.facts[:ENOUGH])
    words = [(d, _denying(d), _names(d.words)) for d in denial.facts[:3]]
    for number in _candidates(denial, index):
        other = woven.clusters[number]
        if _undeniable(denial, who, other) or not of_one_matter(denial.facts[0], other, family):
            continue
        score = max(_contradicts(*row, o, woven, family) for row in words for o in other.facts[:3])
        if score > 0:
            scores[number] = score
    best = max(scores.values(), default=0.0)
    return [n for n, s in sorted(scores.items(), key=lambda x: (-x[1], x[0])) if s >= NEARLY * best][:2]


def _candidates(denial: Cluster, index: dict[str, list[int]]) -> list[int]:
    """What stands in the same documents, then what uses the rarest words, no more than is worth comparing."""
    keys = [f"in {f.document}" for f in denial.facts]
    keys += sorted(denial.terms, key=lambda t: (len(index.get(t, ())), t))[:KEYS]
    found: dict[int, None] = {}
    for key in keys:
        found.update(dict.fromkeys(index.get(key, ())[-REACH:]))
        if len(found) >= COMPARED:
            break
    return sorted(found)


def _undeniable(denial: Cluster, who: list[Speech], other: Cluster) -> bool:
    """Whether a denial cannot be of it: it came later, or none but who denies says so."""
    if not other.kind.startswith("Statement."):
        return denial.last is not None and other.first is not None and other.first > denial.last
    said = _speakers(other.facts[:ENOUGH])
    return all(any(same_speaker(speech, own) for own in who) for speech in said)


def _contradicts(
    denial: Fact, words: frozenset[str], named: frozenset[str], other: Fact, woven: Woven, family: Family
) -> float:
    """How much a denial shares with what another tells; 0 where it is no more than chance gives.

    Names tell the matter in a large pile; which of its events is meant is told by other words. So a name weighs
    half beside them, and is not enough alone.
    """
    shared = words.intersection(other.terms)
    alike = "." in other.kind and other.kind in words
    if not (shared or alike):
        return 0.0
    names_shared = shared & (named | _names(other.words))
    if not alike and shared == names_shared:
        return 0.0
    rarity = woven.rarity
    weight = rarity.sum(shared) + (OF_A_KIND if alike else 0.0) - DOUBT
    if not family.akin(denial.document, other.document) and weight <= 0.8 * log(
        1 + min(MATTER, len(woven.clusters))
    ):
        return 0.0
    return max(0.0, weight - 0.5 * rarity.sum(names_shared) - 0.8 * log(1 + NEAR))


def _denying(denial: Fact) -> frozenset[str]:
    """What a denial is of, without the words that do not tell it."""
    return frozenset(denial.terms) - _empty_words()


@cache
def _empty_words() -> frozenset[str]:
    table = read_table(__file__, "denials.toml")
    return frozenset(stem(word) for words in table.values() for word in str(words).split())


_names = lru_cache(maxsize=1 << 14)(names)


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
        for a in _speakers(one.facts)
        for b in _speakers(two.facts)
    )


def _one_body(one: Speech, two: Speech) -> bool:
    """Whether two speak for one body, alone or in a list: "the White House and the State Department"."""
    return same_speaker(one, two) or len(set(one.names).intersection(two.names)) >= LISTED


def _speakers(facts: Sequence[Fact]) -> list[Speech]:
    """Who speaks in a cluster, each with each stance once."""
    return list({(s.key, s.names, s.stance): s for f in facts for s in f.speeches}.values())
