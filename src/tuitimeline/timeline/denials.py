"""What a denial denies (docs/conflicts.md): the event, or the claim, that it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log

from tuitimeline.model import Identity
from tuitimeline.tables import read_table
from tuitimeline.timeline.clusters import ENOUGH, Cluster, of_one_matter, speakers
from tuitimeline.timeline.descent import Family
from tuitimeline.timeline.facts import Fact
from tuitimeline.timeline.figures import HARM
from tuitimeline.timeline.kinship import LOOSE
from tuitimeline.timeline.merging import COMPARED, Woven
from tuitimeline.timeline.speeches import BODIES, same_speaker
from tuitimeline.timeline.stems import names, stem
from tuitimeline.timeline.wording import CLAIM, DENIAL

KEYS, REACH = 24, 24
"""Words of a denial looked up, and clusters looked at for each."""

FACTS = 3
"""Facts of a denial, and of what it may deny, that are compared."""

NEAR, MATTER = 10, 40
"""What one report may tell of, and all that tell of its matter."""

DOUBT = 0.3
"""What a denial must share beyond what chance gives."""

OF_A_KIND = 3.0
"""What it weighs that a denial names an event of the same kind."""

MOST = 0.5
"""The share of a denial's words that an event must hold whose kind the denial does not name."""

NEARLY = 0.6
"""What else a denial contradicts: what shares this much of what its best match shares."""

TARGETS = 2

VIOLENCE = ("Conflict.Attack", *HARM)
"""Kinds of which a denial of one denies the others: "no civilian was hit"."""


def find(woven: Woven, family: Family) -> Iterator[tuple[int, int]]:
    """Every denial and what it denies, by number."""
    told = _Told(woven, family)
    for number, cluster in enumerate(woven.clusters):
        if cluster.kind == DENIAL:
            for other in _denied(cluster, told, woven, family):
                yield number, other


def deniable(denial: Cluster, other: Cluster, family: Family) -> bool:
    """Whether a denial can be of it: it came no later, and another than who denies says so.

    A date may be off by some days, and what was foretold can be denied before it comes.
    """
    happened = not other.kind.startswith("Statement.")
    if (
        happened
        and denial.last is not None
        and other.first is not None
        and other.first > denial.last + _slack(denial, other)
    ):
        told = [day for f in other.facts[:ENOUGH] if (day := family.pages[f.document].published) is not None]
        if not told or min(told).toordinal() > denial.last:
            return False
    who = speakers(denial)
    said = speakers(other)
    if happened and not said:
        return True
    return not all(any(same_speaker(speech, own) for own in who) for speech in said)


def _slack(denial: Cluster, other: Cluster) -> int:
    """Days by which a date that stands in another sentence may be off."""
    return LOOSE if any(f.inferred for c in (denial, other) for f in c.facts[:FACTS]) else 0


class _Told:
    """What can be denied: by the words it uses, and by the documents in which something is denied."""

    def __init__(self, woven: Woven, family: Family) -> None:
        denying = {f.document for c in woven.clusters if c.kind == DENIAL for f in c.facts}
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.beside: dict[int, dict[int, list[Fact]]] = defaultdict(dict)
        """For a document the facts of each cluster that it tells."""
        for number, cluster in enumerate(woven.clusters):
            if cluster.kind.startswith("Statement.") and cluster.kind != CLAIM:
                continue
            for fact in cluster.facts:
                if fact.document in denying and _puts_forward(fact, family):
                    self.beside[fact.document].setdefault(number, []).append(fact)
            if any(_puts_forward(f, family) for f in cluster.facts[:ENOUGH]):
                for term in (*sorted(cluster.terms), cluster.kind):
                    self.by_word[term].append(number)

    def candidates(self, denial: Cluster) -> dict[int, list[Fact]]:
        """What stands in the same documents, then what uses the rarest words, no more than is worth comparing."""
        found: dict[int, list[Fact]] = {}
        for fact in denial.facts[:FACTS]:
            for number, facts in self.beside.get(fact.document, {}).items():
                found.setdefault(number, []).extend(facts[:FACTS])
        for word in sorted(denial.terms, key=lambda t: (len(self.by_word.get(t, ())), t))[:KEYS]:
            if len(found) >= COMPARED:
                break
            for number in self.by_word.get(word, ())[-REACH:]:
                found.setdefault(number, [])
        return found


def _puts_forward(fact: Fact, family: Family) -> bool:
    """Whether it is more than the bare mention that an outlet had a report."""
    return fact.kind != CLAIM or not all(
        s.identity is Identity.OUTLET or (s.identity in BODIES and family.passes_on(fact.document, s.called))
        for s in fact.speeches
    )


def _denied(denial: Cluster, told: _Told, woven: Woven, family: Family) -> list[int]:
    """What a denial denies: what shares most with it, beyond what chance gives."""
    scores = {}
    words = [(d, _denying(d), _names(d.words)) for d in denial.facts[:FACTS]]
    for number, beside in sorted(told.candidates(denial).items()):
        other = woven.clusters[number]
        if not of_one_matter(denial.facts[0], other, family) or not deniable(denial, other, family):
            continue
        facts = [*beside, *other.facts[:FACTS]]
        score = max(_contradicts(*row, fact, woven, family) for row in words for fact in facts)
        if score > 0:
            scores[number] = score
    best = max(scores.values(), default=0.0)
    return [n for n, s in sorted(scores.items(), key=lambda x: (-x[1], x[0])) if s >= NEARLY * best][:TARGETS]


def _contradicts(
    denial: Fact, words: frozenset[str], named: frozenset[str], other: Fact, woven: Woven, family: Family
) -> float:
    """How much a denial shares with what another tells; 0 where it is no more than chance gives.

    Names tell the matter in a large pile; which of its events is meant is told by other words. So a name weighs
    half beside them, and is not enough alone.
    """
    shared = words.intersection(other.terms)
    alike = _of_a_kind(words, other.kind)
    if not (shared or alike):
        return 0.0
    names_shared = shared & (named | _names(other.words))
    if not alike and shared == names_shared:
        return 0.0
    rarity = woven.rarity
    if not alike and "." in other.kind and not other.said:
        return 0.0
    if not alike and not other.said and rarity.sum(shared) < MOST * rarity.sum(w for w in words if "." not in w):
        return 0.0
    weight = rarity.sum(shared) + (OF_A_KIND if alike else 0.0) - DOUBT
    if not family.akin(denial.document, other.document) and weight <= 0.8 * log(
        1 + min(MATTER, len(woven.clusters))
    ):
        return 0.0
    return max(0.0, weight - 0.5 * rarity.sum(names_shared) - 0.8 * log(1 + NEAR))


def _of_a_kind(words: frozenset[str], kind: str) -> bool:
    """Whether a denial names a kind of event, or of violence another."""
    if "." not in kind:
        return False
    return kind in words or (kind in VIOLENCE and not words.isdisjoint(VIOLENCE))


def _denying(denial: Fact) -> frozenset[str]:
    """What a denial is of, without the words that do not tell it."""
    return frozenset(denial.terms) - _empty_words()


@cache
def _empty_words() -> frozenset[str]:
    table = read_table(__file__, "denials.toml")
    return frozenset(stem(word) for words in table.values() for word in str(words).split())


_names = lru_cache(maxsize=1 << 14)(names)
