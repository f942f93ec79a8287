"""How many really say so: voices behind an event, after copies and relays are followed back (docs/counting.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tuitimeline.model import UNSOURCED, Count, Identity, Stance
from tuitimeline.timeline.speeches import BODIES, Speech, same_body, same_speaker
from tuitimeline.timeline.stems import stem

OWN = -1
"""Stands for all articles of an outlet among the documents that pass on its account."""

UNNAMED = (Identity.ANONYMOUS, Identity.DOCUMENT)


class Heard(NamedTuple):
    """A speech in a document, and the origin of what it says once copies and relays are followed back.

    `own` is what the outlet that is the origin tells in an article of its own.
    """

    document: int
    origin: str
    speech: Speech
    copy: bool
    own: bool = False


class Tally(NamedTuple):
    """The count of an event's sources and its reasons in words."""

    sources: Count
    reckoning: tuple[str, ...]


def tally(heard: Sequence[Heard]) -> Tally:
    """Distinct sources: named ones once each, unnamed ones by origin and description."""
    named = _named(heard)
    groups = _unnamed(heard)
    least = len(named) + sum(g.size.least for g in groups)
    opened = any(g.size.most is None for g in groups)
    most = None if opened else len(named) + sum(g.size.most or 0 for g in groups)
    lines = [
        f"{name}: {'one source' if number == 1 else f'{number} sources'}, however often quoted"
        for name, number in Counter(named).items()
    ]
    lines += [_line(g) for g in groups]
    if not named and not groups:
        outlets = sorted({h.origin for h in heard if h.speech.identity is Identity.OUTLET})
        unconfirmed = [
            h
            for h in heard
            if h.speech.identity in (Identity.OUTLET, Identity.NONE) and h.speech.stance is Stance.UNVERIFIED
        ]
        if unconfirmed:
            return Tally(Count(1, 1), (f"{unconfirmed[0].speech.source}: speaks for itself",))
        if outlets:
            return Tally(UNSOURCED, tuple(f"{o}: its own reporting, no source named" for o in outlets))
        return Tally(UNSOURCED, ("no source is given: the outlet's own voice",))
    copies = sorted({h.origin for h in heard if h.copy})
    lines += [f"copies of {origin}'s article add none" for origin in copies]
    return Tally(Count(least, most), tuple(lines))


class Group(NamedTuple):
    """Unnamed people, or documents, under one noun: how many, and with whom the account began."""

    words: str
    noun: str
    names: tuple[str, ...]
    origins: tuple[str, ...]
    size: Count


def _named(heard: Sequence[Heard]) -> list[str]:
    bodies: dict[object, Speech] = {}
    for number, h in enumerate(heard):
        if h.speech.identity in BODIES:
            bodies.setdefault(h.speech.key or number, h.speech)
    found: list[Speech] = []
    for speech in sorted(bodies.values(), key=lambda s: -len(s.key)):
        if not any(same_speaker(speech, other) or same_body(speech, other) for other in found):
            found += [speech] * max(1, speech.count.least)
    return [speech.name or speech.source for speech in found]


def _unnamed(heard: Sequence[Heard]) -> list[Group]:
    """Within one origin its documents tell of the same people; across origins like descriptions may be.

    What an outlet tells in several articles of its own is one account.
    """
    bodies = [h.speech for h in heard if h.speech.identity in BODIES]
    unnamed = [h for h in heard if h.speech.identity in UNNAMED and not _of_a_body(h.speech, bodies)]
    first = {h.origin for h in unnamed if not h.copy}
    by_origin: dict[str, dict[int, list[Speech]]] = {}
    for h in unnamed:
        if not h.copy or h.origin not in first:
            by_origin.setdefault(h.origin, {}).setdefault(OWN if h.own else h.document, []).append(h.speech)
    groups: list[Group] = []
    for origin, documents in by_origin.items():
        told = [_described(origin, speeches) for speeches in documents.values()]
        for group in max(told, key=_fullness):
            same = next((i for i, g in enumerate(groups) if _alike(g, group)), None)
            if same is None:
                groups.append(group)
            else:
                groups[same] = _perhaps_same(groups[same], group)
    return groups


def _of_a_body(speech: Speech, bodies: Sequence[Speech]) -> bool:
    """Whether officials speak for a body that is counted: "health officials of Hale", "Hale's health board"."""
    own = set(speech.key) - _OFFICIALS
    return (
        speech.count.most is None
        and len(own) > 1
        and own != set(speech.key)
        and any(own <= set(body.key) for body in bodies)
    )


_OFFICIALS = frozenset(map(stem, ["official", "officials", "authority", "authorities"]))


def _fullness(groups: list[Group]) -> tuple[int, bool, int]:
    """How much one document tells of its sources: the larger number, the closed one, the more exact."""
    most = [g.size.most for g in groups]
    return (sum(g.size.least for g in groups), None not in most, -sum(m or 0 for m in most))


def _described(origin: str, speeches: Sequence[Speech]) -> list[Group]:
    """The groups of one document: under one noun the same people, whose largest number stands."""
    found: dict[str, Group] = {}
    for speech in speeches:
        for noun, size in speech.groups:
            before = found.get(noun)
            if before is None or _larger(size, before.size):
                found[noun] = Group(speech.source.rstrip(" ,"), noun, speech.names, (origin,), size)
    return list(found.values())


def _alike(one: Group, two: Group) -> bool:
    """Whether two descriptions could be of the same people: one noun, and no names that differ."""
    apart = bool(one.names) and bool(two.names) and set(one.names).isdisjoint(two.names)
    return bool(one.noun) and one.noun == two.noun and not apart


def _perhaps_same(one: Group, two: Group) -> Group:
    most = None if one.size.most is None or two.size.most is None else one.size.most + two.size.most
    least = max(one.size.least, two.size.least)
    return one._replace(origins=(*one.origins, *two.origins), size=Count(least, most))


def _larger(one: Count, two: Count) -> bool:
    if one.least == two.least:
        return one.most is not None and two.most is None
    return one.least > two.least


def _line(group: Group) -> str:
    least, most = group.size
    size = str(least) if least == most else f"{least} or more" if most is None else f"{least} to {most}"
    if len(group.origins) == 1:
        return f"{group.words} ({group.origins[0]}): {size}"
    return f"{group.words} ({', '.join(group.origins)}), perhaps the same people: {size}"
