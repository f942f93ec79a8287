#!/usr/bin/env python3
"""How a build grows with the pile: seconds by stage, processor seconds, peak memory.

    build.py [N …] [--jobs N]

Makes N articles (1,000 and 10,000 unless told otherwise; 100,000 takes half an hour) as `stories.py` does, and
builds each pile in a program of its own. Seconds by stage and in all; "readers" is the processor time of the
processes that read (two jobs or more), "rest" that of the one that weaves and writes; "ms each" is both for an
article, "x" the same against the first pile. Processor time holds on a busy machine too.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from stories import SEEDS, articles
from tuitimeline.store import Progress, StoryFile, build


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.into:
        return measured(options.into, options.jobs)
    heads = ("articles", "reading", "weaving", "writing", "all", "readers", "rest", "ms each", "MB", "x")
    print(" ".join(f"{head:>8}" for head in heads))
    first = None
    for number in options.numbers:
        with tempfile.TemporaryDirectory() as folder:
            pile = Path(folder, "news")
            texts = [p.read_text(encoding="utf-8") for p in sorted(SEEDS.glob("*.txt"))]
            for n, text in enumerate(articles(number, texts)):
                path = pile / f"{n // 1000:04}" / f"{n:06}.txt"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            command = [sys.executable, __file__, "--into", folder, "--jobs", str(options.jobs)]
            figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        stages = [figures.get(stage, 0.0) for stage in ("reading", "weaving", "writing")]
        each = 1000 * (figures["readers"] + figures["rest"]) / number
        first = first or each
        row = " ".join(f"{s:8.1f}" for s in (*stages, sum(stages), figures["readers"], figures["rest"]))
        print(f"{number:8,} {row} {each:8.2f} {figures['memory']:8.0f} {each / first:8.2f}", flush=True)
    return None


def measured(folder: Path, jobs: int) -> None:
    """Build the pile in `folder`, and print seconds by stage, processor seconds and peak memory (MB) as JSON."""
    spent: dict[str, float] = {}
    last = time.perf_counter()

    def note(progress: Progress) -> None:
        nonlocal last
        now = time.perf_counter()
        spent[progress.stage] = spent.get(progress.stage, 0.0) + now - last
        last = now

    with StoryFile(folder / "story.db", create=True) as story:
        build([folder / "news"], story, jobs=jobs, progress=note)
    ours, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    used = {"readers": theirs.ru_utime + theirs.ru_stime, "rest": ours.ru_utime + ours.ru_stime}
    print(json.dumps({**spent, **used, "memory": ours.ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
