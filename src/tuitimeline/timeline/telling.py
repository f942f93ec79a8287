"""A cluster of facts becomes an Event."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tuitimeline.model import Event, Identity, Support, Voice
from tuitimeline.timeline.clusters import Cluster
from tuitimeline.timeline.counting import Heard, tally
from tuitimeline.timeline.descent import Family
from tuitimeline.timeline.facts import Fact, Page
from tuitimeline.timeline.merging import Woven
from tuitimeline.timeline.order import Place, ordered
from tuitimeline.timeline.speeches import BODIES, Speech

_EMPTY = Cluster("")


class Teller:
    """Turns the clusters of one pile into events."""

    def __init__(self, pages: list[Page], family: Family, woven: Woven) -> None:
        self._pages = pages
        self._family = family
        self._clusters = woven.clusters
        self._through: dict[tuple[int, str], str] = {}
        for cluster in self._clusters:
            for fact in cluster.facts:
                passed = self._passed(fact) if fact.speeches[1:] else None
                for speech in fact.speeches if passed else ():
                    for noun, _ in speech.groups:
                        self._through[fact.document, noun] = passed or ""
            cluster.facts.sort(key=self._rank)
        self.ids = [self._id(cluster) for cluster in self._clusters]
        """The id of the event of every cluster."""
        self._after = self._followed()
        self._lent = self._lending(woven.rivals)

    def events(self) -> Iterator[Event]:
        """Every event, in the order of the timeline. A cluster that is told is let go of."""
        places = []
        for number, (cluster, after) in enumerate(zip(self._clusters, self._after, strict=True)):
            day = self._day(number, cluster.facts)
            places.append(Place(day.date, day.first, after) if day else Place(None, None, after))
        for number in ordered(places):
            yield self._event(number, self._clusters[number].facts)
            self._clusters[number] = _EMPTY

    def _event(self, number: int, facts: list[Fact]) -> Event:
        day = self._day(number, facts)
        heard = self._heard(facts)
        counted = tally(heard)
        lead = facts[0]
        after = self._after[number]
        return Event(
            self.ids[number],
            lead.kind,
            lead.words,
            Support(self._pages[lead.document].id, *lead.headline),
            tuple(Support(self._pages[f.document].id, f.start, f.end) for f in facts),
            day.date if day else None,
            date.fromordinal(day.first) if day and day.first else None,
            date.fromordinal(day.last) if day and day.last else None,
            None if after is None else self.ids[after],
            all(f.hedged for f in facts),
            counted.sources,
            tuple(self._voice(h) for h in heard),
            counted.reckoning,
        )

    def _day(self, number: int, facts: list[Fact]) -> Fact | None:
        return _day(facts) or self._lent.get(number)

    def _lending(self, rivals: set[tuple[int, int]]) -> dict[int, Fact]:
        """The day of an event for an account of it that gives none: two figures, one event."""
        lent: dict[int, Fact] = {}
        for pair in sorted(rivals):
            for one, two in (pair, pair[::-1]):
                day = _day(self._clusters[two].facts)
                if day is not None and _day(self._clusters[one].facts) is None:
                    lent.setdefault(one, day)
        return lent

    def _rank(self, fact: Fact) -> tuple[object, ...]:
        page = self._pages[fact.document]
        copy = self._family.originals[fact.document] != fact.document
        return (copy, fact.reference, page.published or date.max, page.name, fact.start)

    def _id(self, cluster: Cluster) -> str:
        first = min(cluster.facts, key=lambda f: (f.document, f.start, f.end))
        text = f"{self._pages[first.document].id} {first.start} {first.end} {cluster.kind}"
        return hashlib.blake2s(text.encode(), digest_size=8).hexdigest()

    def _followed(self) -> list[int | None]:
        """For every cluster the number of the one that it comes after."""
        wanted = {(f.document, f.after) for c in self._clusters for f in c.facts if f.after is not None}
        told = {
            (f.document, f.trigger): n
            for n, c in enumerate(self._clusters if wanted else ())
            for f in c.facts
            if (f.document, f.trigger) in wanted
        }

        def after(number: int, facts: list[Fact]) -> int | None:
            others = (told.get((f.document, f.after)) for f in facts if f.after is not None)
            return next((n for n in others if n is not None and n != number), None)

        return [after(n, c.facts) for n, c in enumerate(self._clusters)]

    def _heard(self, facts: list[Fact]) -> list[Heard]:
        seen: set[tuple[int, int]] = set()
        rows = []
        for fact in facts:
            copy = self._family.originals[fact.document] != fact.document
            passed = self._passed(fact)
            for speech in fact.speeches:
                if (fact.document, speech.index) in seen:
                    continue
                seen.add((fact.document, speech.index))
                outlet = self._passes_on(fact, speech)
                relay = speech.relay or passed or self._via(fact, speech)
                origin = self._family.origin(fact.document, relay)
                heard = replace(speech, identity=Identity.OUTLET) if outlet else speech
                own = not copy and origin == self._family.origin(fact.document, None)
                rows.append(Heard(fact.document, origin, heard, copy, own))
        return rows

    def _passed(self, fact: Fact) -> str | None:
        """The outlet that stands behind a fact beside its sources: "Reuters reported, citing two officials"."""
        return next((s.called for s in fact.speeches if self._passes_on(fact, s)), None)

    def _via(self, fact: Fact, speech: Speech) -> str | None:
        """The outlet through which the same people spoke elsewhere in the document."""
        return next((v for noun, _ in speech.groups if (v := self._through.get((fact.document, noun)))), None)

    def _passes_on(self, fact: Fact, speech: Speech) -> bool:
        """Whether a source is but the outlet through which the word came."""
        if speech.identity is Identity.OUTLET:
            return True
        return speech.identity in BODIES and self._family.passes_on(fact.document, speech.called)

    def _voice(self, heard: Heard) -> Voice:
        speech = heard.speech
        return Voice(
            self._pages[heard.document].id,
            speech.index,
            speech.source,
            speech.identity,
            speech.stance,
            heard.origin,
            speech.count,
            heard.origin if speech.identity is Identity.OUTLET else speech.name,
        )


def _day(facts: list[Fact]) -> Fact | None:
    """The fact with the most exact date; among equals the date that most give, then the first told."""
    dated = [f for f in facts if f.date is not None]
    if not dated:
        return None
    votes = Counter(f.date for f in dated)
    statement = dated[0].kind.startswith("Statement.")

    def key(fact: Fact) -> tuple[float, ...]:
        width = fact.last - fact.first if fact.first is not None and fact.last is not None else 10**6
        early = fact.first or 0 if statement else 0
        return (fact.inferred, width, early, -votes[fact.date])

    return min(dated, key=key)
