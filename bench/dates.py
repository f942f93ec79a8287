"""How fast dates are found: MB/s on one core, beside dateparser's search_dates in the same run, and linearity.

    python bench/dates.py [FILE…]

FILEs are UTF-8 texts to read; without any, invented news copy is. Prints MB (10^6 characters) a second of CPU time
and the ratio to dateparser.search.search_dates on the same text (a part of it: it is slow), and how much longer
ten times as much text takes: of news, and of nothing but digits and month names on one line.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from tuitimeline.annotate import dates, sentences
from tuitimeline.ingest.paragraphs import split

PUBLISHED = date(2013, 4, 17)
# A little denser in dates than newswire is: one in 130 characters.
COPY = """\
Stocks closed lower Friday after the ministry said unemployment rose in March, the ninth month in a row.
Hartwell Industries said first-quarter net fell 14 percent to $12.1 million from $14.1 million a year earlier.
The company, founded in 1901, makes pumps, valves and fittings for ships in two plants on the river.
"We are not in the business of guessing," its chief executive, Ruta Malk, told reporters outside the gate.
The board will meet on May 9 to vote on the plan, which would take effect early next year.
Residents of the village said that the bridge had been closed to lorries since the flood of June 2010.
The pumps are sold in forty countries, and the firm says that one tanker in six carries at least one of them.
A spokesman for the union, which has members at both plants, said that nobody had been told what came next.
"We read it in the newspaper, like everybody else," said a fitter who asked not to be named for fear of his job.
The river has moved twice in living memory, and the lower plant stands on what used to be its bed.
Nobody answered calls to the number given for the owner, a firm registered on the island of Caldra.
Two days later the council asked for an audit; the mayor, who has denied wrongdoing, said that he welcomed it.
"""
DIGITS = "12 March 5 1998 7 June 30 2013 March 4 8 19 99 October 3 2001 May 17 August 2012 23 2 "


def _seconds(text: str) -> float:
    found = sentences.split(text, split(text))
    return min(_once(text, found) for _ in range(3))


def _once(text: str, found: tuple[sentences.Sentence, ...]) -> float:
    started = time.process_time()
    dates.find(text, found, PUBLISHED)
    return time.process_time() - started


def _theirs(text: str) -> float:
    from dateparser.search import search_dates

    search_dates(text[:200], languages=["en"])
    started = time.process_time()
    for line in text.splitlines():
        search_dates(line, languages=["en"])
    return time.process_time() - started


def main(paths: list[str]) -> None:
    """Print the four figures."""
    text = "\n".join(Path(p).read_text(encoding="utf-8") for p in paths) or COPY * 500
    ours = len(text) / 1e6 / _seconds(text)
    part = text[:20_000]
    theirs = len(part) / 1e6 / _theirs(part)
    print(f"dates          {ours:.2f} MB/s on one core")
    print(f"search_dates   {theirs:.4f} MB/s; ratio {ours / theirs:.0f} x")
    print(f"ten times the news takes {_seconds(COPY * 5000) / _seconds(COPY * 500):.1f} x the time")
    half = DIGITS * (500_000 // len(DIGITS))
    print(
        f"ten times the digits and month names, 5 MB on a line, take {_seconds(half * 10) / _seconds(half):.1f} x"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
