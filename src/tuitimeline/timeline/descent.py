"""Where each document's words come from: the one that it copies, the outlets that it relays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from tuitimeline.model import Descent
from tuitimeline.timeline.facts import Page
from tuitimeline.timeline.matters import Matters
from tuitimeline.timeline.relays import Outlets, is_agency, is_generic


@dataclass(frozen=True, slots=True)
class Family:
    """For every document by number: its original (itself, where it copies none) and the outlets it relays."""

    pages: list[Page]
    originals: list[int]
    relays: list[tuple[str, ...]]
    outlets: Outlets
    labels: frozenset[str]
    matters: Matters

    def descents(self) -> tuple[Descent, ...]:
        """The descent of every document, in order."""
        rows = zip(self.pages, self.originals, self.relays, strict=True)
        return tuple(
            Descent(page.id, None if i == first else self.pages[first].id, relays)
            for i, (page, first, relays) in enumerate(rows)
        )

    def akin(self, one: int, two: int) -> bool:
        """Whether two documents hold one text, or one passes on what the other reports."""
        if one == two or self.originals[one] == self.originals[two]:
            return True
        mine, yours = self.pages[one].outlet, self.pages[two].outlet
        return mine in self.relays[two] or yours in self.relays[one]

    def one_matter(self, one: int, two: int) -> bool:
        """Whether two documents can tell of one event: they are akin, or share rare names."""
        return self.akin(one, two) or self.matters.one(one, two)

    def passes_on(self, document: int, name: str) -> bool:
        """Whether a source is an outlet, the document's own or one that it relays."""
        page = self.pages[document]
        if is_generic(name):
            return True
        return (
            self.outlets.is_one(name)
            or self.outlets.resolve(name, page.outlet, sure=False) in self.relays[document]
        )

    def origin(self, document: int, relay: str | None) -> str:
        """The outlet, or the document, with which something told in `document` began."""
        first = self.originals[document]
        page = self.pages[first]
        if relay:
            named = self.outlets.resolve(relay, page.outlet, sure=True)
            if named is None and is_generic(relay) and self.relays[first]:
                named = self.relays[first][0]
            if named:
                return named
        original = self.pages[first]
        if first != document and len(self.relays[document]) == 1 and not original.outlet:
            return self.relays[document][0]
        return original.outlet or (original.label if original.label in self.labels else original.name)


def trace(pages: list[Page], families: list[list[int]]) -> Family:
    """Originals and relays: the earliest is the original, else the one with the least furniture."""
    originals = list(range(len(pages)))
    for family in families:
        first = min(family, key=lambda i: (pages[i].published or date.max, pages[i].furniture, pages[i].name))
        for member in family:
            originals[member] = first
    cited = (name for p in pages for name in (*p.cited, *p.perhaps))
    outlets = Outlets((p.outlet for p in pages if p.outlet), cited)
    own = [_relays(page, outlets) for page in pages]
    relays = []
    for number, page in enumerate(pages):
        first = originals[number]
        names = dict.fromkeys(own[number])
        if first != number:
            names.update(dict.fromkeys(own[first]))
            outlet = pages[first].outlet
            if outlet and is_agency(outlet):
                names[outlet] = None
        relays.append(tuple(n for n in names if n != page.outlet))
    labels = Counter(p.label for i, p in enumerate(pages) if originals[i] == i)
    alone = frozenset(n for n, uses in labels.items() if uses == 1)
    return Family(pages, originals, relays, outlets, alone, Matters([p.names for p in pages]))


def _relays(page: Page, outlets: Outlets) -> tuple[str, ...]:
    found = [outlets.resolve(name, page.outlet, sure=True) for name in page.cited]
    found += [outlets.resolve(name, page.outlet, sure=False) for name in page.perhaps]
    found += [outlets.resolve(name, page.outlet, sure=False) for name in page.byline if outlets.is_one(name)]
    return tuple(dict.fromkeys(name for name in found if name))
