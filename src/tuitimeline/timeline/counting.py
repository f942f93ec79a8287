"""How many really say so: voices behind an event, after copies and relays are followed back (docs/counting.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuitimeline.model import UNSOURCED, Count, Identity, Stance
from tuitimeline.timeline.merging import same_speaker
from tuitimeline.timeline.speeches import BODIES, Speech

UNNAMED = (Identity.ANONYMOUS, Identity.DOCUMENT)


class Heard(NamedTuple):
    """A speech in a document, and the origin of what it says once copies and relays are followed back."""

    document: int
    origin: str
    speech: Speech
    copy: bool


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
    lines = [f"{name}: one source, however often quoted" for name in named]
    lines += [_line(g) for g in groups]
    if not named and not groups:
        outlets = sorted({h.origin for h in heard if h.speech.identity is Identity.OUTLET})
        unconfirmed = [
            h for h in heard if h.speech.identity is Identity.OUTLET and h.speech.stance is Stance.UNVERIFIED
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
    """Unnamed people under one description: how many, and with whom the account began."""

    words: str
    origins: tuple[str, ...]
    size: Count


def _named(heard: Sequence[Heard]) -> list[str]:
    found: list[Speech] = []
    for h in sorted((h for h in heard if h.speech.identity in BODIES), key=lambda h: -len(h.speech.key)):
        if not any(same_speaker(h.speech, other) for other in found):
            found += [h.speech] * max(1, h.speech.count.least)
    return [speech.source for speech in found]


def _unnamed(heard: Sequence[Heard]) -> list[Group]:
    """Within one origin its documents tell of the same people; across origins like descriptions may be."""
    by_origin: dict[str, dict[int, list[Speech]]] = {}
    for h in heard:
        if h.speech.identity in UNNAMED and not h.copy:
            by_origin.setdefault(h.origin, {}).setdefault(h.document, []).append(h.speech)
    for h in heard:
        if h.speech.identity in UNNAMED and h.copy and h.origin not in by_origin:
            by_origin.setdefault(h.origin, {}).setdefault(h.document, []).append(h.speech)
    groups: list[Group] = []
    for origin, documents in by_origin.items():
        told = [_described(speeches) for speeches in documents.values()]
        fullest = max(told, key=lambda d: (sum(c.least for _, _, c in d), sum(c.most or 0 for _, _, c in d)))
        for words, head, count in fullest:
            same = next((i for i, g in enumerate(groups) if head and _head_of(g) == head), None)
            if same is None:
                groups.append(Group(f"{words}\0{head}", (origin,), count))
            else:
                groups[same] = _perhaps_same(groups[same], origin, count)
    return groups


def _head_of(group: Group) -> str:
    return group.words.split("\0")[1]


def _perhaps_same(group: Group, origin: str, count: Count) -> Group:
    most = None if group.size.most is None or count.most is None else group.size.most + count.most
    return Group(group.words, (*group.origins, origin), Count(max(group.size.least, count.least), most))


def _described(speeches: Sequence[Speech]) -> list[tuple[str, str, Count]]:
    """The groups of one document: speeches under one noun are the same people, the largest number stands."""
    found: dict[str, tuple[str, Count]] = {}
    for s in speeches:
        before = found.get(s.head)
        if before is None or _larger(s.count, before[1]):
            found[s.head] = (s.source, s.count)
    return [(words, head, count) for head, (words, count) in found.items()]


def _larger(one: Count, two: Count) -> bool:
    if one.least == two.least:
        return one.most is not None and two.most is None
    return one.least > two.least


def _line(group: Group) -> str:
    words = group.words.split("\0")[0]
    count = group.size
    size = (
        str(count.least)
        if count.least == count.most
        else f"{count.least} or more"
        if count.most is None
        else f"{count.least} to {count.most}"
    )
    if len(group.origins) == 1:
        return f"{words} ({group.origins[0]}): {size}"
    return f"{words} ({', '.join(group.origins)}), perhaps the same people: {size}"
