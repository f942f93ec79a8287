"""How each document and each outlet sources what it says, counted for scholars."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from tuitimeline.export.evidence import name_of, shown
from tuitimeline.export.jsontext import laid_out
from tuitimeline.model import AnnotatedDocument, Event, Identity, Stance, Story
from tuitimeline.safe import visible


class Tally(NamedTuple):
    """What one document, one outlet or the whole story attributes, and to whom.

    A statement is an attribution; shares are of all statements. `no_comments` are refusals and missing answers.
    `events` are those that stand on it; of them, `single_source` have one source however it is counted, and
    `unsourced` none but the outlet's own voice.
    """

    name: str
    documents: int
    statements: int
    anonymous: int
    named: int
    institutional: int
    denials: int
    no_comments: int
    unverified: int
    events: int
    single_source: int
    unsourced: int

    def share(self, part: int) -> float | None:
        """`part` of all statements, 0 to 1; None where there are none."""
        return part / self.statements if self.statements else None


class Statistics(NamedTuple):
    """Tallies by document (in the order of reading), by outlet (by name), of what is no copy, and of everything.

    Documents whose outlet is not known are in no outlet's tally.
    """

    documents: tuple[Tally, ...]
    outlets: tuple[Tally, ...]
    originals: Tally
    total: Tally


def statistics(story: Story) -> Statistics:
    """Count a story's statements and events. Events that the analyst has hidden are not counted."""
    standing: defaultdict[str, dict[str, Event]] = defaultdict(dict)
    for event in shown(story):
        for support in event.support:
            standing[support.document][event.id] = event
    outlets: defaultdict[str, list[AnnotatedDocument]] = defaultdict(list)
    for annotated in story.documents:
        if annotated.document.outlet:
            outlets[annotated.document.outlet].append(annotated)
    copies = {descent.document for descent in story.timeline.descents if descent.copy_of}
    originals = [d for d in story.documents if d.document.id not in copies]
    return Statistics(
        tuple(_tally(_name(d, copies), [d], standing) for d in story.documents),
        tuple(_tally(name, outlets[name], standing) for name in sorted(outlets)),
        _tally("all but copies", originals, standing),
        _tally("all", story.documents, standing),
    )


def stats_table(found: Statistics) -> str:
    """A plain table: the name stands last, so that no script's width can push a column out of line."""
    head = (
        "statements",
        "anonymous",
        "named",
        "institution",
        "denials",
        "no comment",
        "events",
        "one source",
        "no source",
    )
    lines = ["  ".join(f"{word:>11}" for word in head) + "  name"]
    totals = (found.originals, found.total)
    for heading, tallies in (("documents", found.documents), ("outlets", found.outlets), ("together", totals)):
        lines += [heading, *map(_line, tallies)] if tallies else []
    return "\n".join(lines) + "\n"


def stats_json(found: Statistics) -> str:
    """The same counts, with their shares, as JSON."""
    groups = {"documents": found.documents, "outlets": found.outlets}
    told = {**{k: [*map(_row, v)] for k, v in groups.items()}, "originals": _row(found.originals)}
    return laid_out({**told, "total": _row(found.total)})


def _name(annotated: AnnotatedDocument, copies: set[str]) -> str:
    return name_of(annotated.document) + (" (a copy)" if annotated.document.id in copies else "")


def _tally(name: str, documents: Iterable[AnnotatedDocument], standing: dict[str, dict[str, Event]]) -> Tally:
    documents = tuple(documents)
    said = [attribution for annotated in documents for attribution in annotated.attributions]
    who, how = Counter(s.identity for s in said), Counter(s.stance for s in said)
    events = {k: e for annotated in documents for k, e in standing.get(annotated.document.id, {}).items()}
    return Tally(
        name,
        len(documents),
        len(said),
        who[Identity.ANONYMOUS],
        who[Identity.NAMED],
        who[Identity.INSTITUTION],
        how[Stance.DENIES],
        how[Stance.DECLINES] + how[Stance.NO_RESPONSE],
        how[Stance.UNVERIFIED],
        len(events),
        sum(event.sources.most == 1 for event in events.values()),
        sum(event.sources.most == 0 for event in events.values()),
    )


def _line(tally: Tally) -> str:
    shares = (_percent(tally.share(part)) for part in (tally.anonymous, tally.named, tally.institutional))
    counts = (tally.denials, tally.no_comments, tally.events, tally.single_source, tally.unsourced)
    return "  ".join(f"{cell:>11}" for cell in (tally.statements, *shares, *counts)) + f"  {visible(tally.name)}"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"


def _row(tally: Tally) -> dict[str, object]:
    shares = {
        f"{part}_share": tally.share(getattr(tally, part)) for part in ("anonymous", "named", "institutional")
    }
    return {**tally._asdict(), **shares}
