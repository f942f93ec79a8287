#!/usr/bin/env python3
"""How long a person waits on a large story: opening, filters, search, jumps.

    lists.py STORY.db [ROUNDS]

Prints for each the median of ROUNDS (5) and the slowest, in milliseconds, and what of them the processor worked:
all, on a machine with nothing else to do; at last the resident memory. Make the story with `stories.py story
1000000 STORY.db`.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tuitimeline.model import Identity, Stance
from tuitimeline.store import Filter, StoryFile

FILTERS = {
    "everything": Filter(),
    "one kind": Filter(kinds=frozenset({"Life.Die"})),
    "two stances": Filter(stances=frozenset({Stance.DENIES, Stance.ASSERTS})),
    "anonymous": Filter(identities=frozenset({Identity.ANONYMOUS})),
    "two sources at least": Filter(sources_at_least=2),
    "since 2000": Filter(since=date(2000, 1, 1)),
    "one month": Filter(since=date(1990, 5, 1), until=date(1990, 5, 31)),
    "one document": Filter(document="00000000002a"),
    "the busiest speaker": Filter(speaker=""),
    "conflicts only": Filter(conflicts_only=True),
    "hidden too": Filter(hidden=True),
    "all at once": Filter(
        "talks", frozenset({"Contact.Meet"}), frozenset({Stance.ASSERTS}), since=date(1990, 1, 1)
    ),
    "search: a rare word": Filter(text="bakormi"),
    "search: a beginning": Filter(text="ta"),
    "search: one letter": Filter(text="t"),
    "search: a frequent word": Filter(text="talks "),
    "search: in every event": Filter(text="said "),
    "search: two words": Filter(text="talks ministry"),
    "search: a phrase": Filter(text='"part in the treaty"'),
    "search: without": Filter(text="talks -ministry"),
}


def main() -> None:
    path, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5

    def opened() -> None:
        with StoryFile(path) as story:
            events = story.events()
            [events.row(i) for i in range(min(40, len(events)))]

    measure("open, count, 40 rows", opened, rounds)
    with StoryFile(path) as story:
        for name, wanted in FILTERS.items():
            if wanted.speaker == "":
                wanted = Filter(speaker=story.speakers()[0].key)

            def filtered(wanted: Filter = wanted) -> int:
                events = story.events(wanted)
                [events.row(i) for i in range(min(40, len(events)))]
                return len(events)

            measure(f"filter, 40 rows: {name}", filtered, rounds)
        for name, wanted in (("everything", Filter()), ("one kind", FILTERS["one kind"])):
            middle = story.events(wanted).row(len(story.events(wanted)) // 2)
            measure(f"density of 120, {name}", lambda w=wanted: story.events(w).density(120) and None, rounds)
            measure(
                f"index of an event, {name}", lambda w=wanted, e=middle.id: story.events(w).index_of(e), rounds
            )
        measure("speakers, 40 rows", lambda: story.speakers()[:40] and None, rounds)
        measure("documents, 40 rows", lambda: story.documents()[:40] and None, rounds)
        measure("conflicts, 40 rows", lambda: story.conflicts()[:40] and None, rounds)
        measure("one event", lambda: story.event("e0000123") and None, rounds)
        measure("one document", lambda: story.document("00000000002a") and None, rounds)
    print(f"{'resident':40} {resident():8.1f} MB")


def measure(name: str, call: Callable[[], int | None], rounds: int) -> None:
    """Call it `rounds` times and print what it took."""
    took, busy, count = [], [], None
    for _ in range(rounds):
        gc.collect()
        start, used = time.perf_counter(), time.process_time()
        count = call()
        took.append(1000 * (time.perf_counter() - start))
        busy.append(1000 * (time.process_time() - used))
    found = "" if count is None else f"{count:12,}"
    print(
        f"{name:40} {statistics.median(took):8.1f} {max(took):8.1f} {statistics.median(busy):8.1f} ms {found}",
        flush=True,
    )


def resident() -> float:
    """Resident memory in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


if __name__ == "__main__":
    main()
