"""How fast documents are annotated: words a second on one core, beside spaCy's bare parse, and hostile texts.

    python bench/annotate.py [FILE…]

FILEs are UTF-8 texts to read; without any, invented news copy is. Prints words a second of CPU time for
sentences, dates and sourcing, for each of them, and for all of the annotation; the ratio to spaCy's parse of
the same text and to textacy's quotes on top of it, each where it is installed with `en_core_web_sm`; and how
much longer hostile texts of 2 MB take by the character than news copy does.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tuitimeline.annotate import annotate, dates, sentences, sourcing
from tuitimeline.ingest.paragraphs import split
from tuitimeline.model import Document

PUBLISHED = date(2024, 5, 21)
COPY = """\
Half a dozen lawmakers who attended the closed briefing said the agency could not account for the missing files.
The agency’s director, Ruth Calloway, walked past reporters; her office did not answer emailed questions.
“We counted them twice,” said Elif Tan, 34, a clerk in the archive. “Then we counted them again, in March.”
The ferry line has carried passengers between the two islands since 1961, and most of its boats are older.
According to a report by the accident board, the pumps failed at about 3 a.m. on February 27, before any alarm.
Arden Freight, which owns the ship, declined to comment on the report but said that it would study it.
The lower deck was flooded within eleven minutes, and the stern doors, which open outward, could not be closed.
Two people briefed on the inquiry told the Evening Courier that the doors had been reported as faulty in January.
The ministry denied that it had received any such report, and Reuters could not independently verify the account.
Residents of the harbour quarter laid flowers on the quay on Sunday, as they have done every week since the winter.
"""
HOSTILE = {
    "all quote marks": '"',
    "all curly marks": "“",
    "all “said”": "said ",
    "all “he said”": "he said ",
    "one endless sentence": "the man who said that the boat was late and ",
    "all commas": "a, ",
}


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The least CPU time of several runs."""
    spent = []
    for _ in range(times):
        started = time.process_time()
        work()
        spent.append(time.process_time() - started)
    return min(spent)


def document(text: str) -> Document:
    """An article of this text."""
    return Document("bench", text, split(text), published=PUBLISHED)


def theirs(text: str) -> dict[str, float]:
    """CPU seconds of others on the same text; what is not installed is left out."""
    try:
        import spacy
    except ImportError:
        return {}
    models = [name for name in spacy.util.get_installed_models() if name.startswith("en_core_web_sm")]
    if not models:
        return {}
    parse = spacy.load(models[0])
    parse(text[:1_000])
    found = {"spaCy, bare parse": seconds(lambda: [parse(line) for line in text.splitlines()], 1)}
    try:
        from textacy.extract import direct_quotations
    except ImportError:
        return found
    found["textacy, direct quotations"] = seconds(
        lambda: [list(direct_quotations(parse(line))) for line in text.splitlines()], 1
    )
    return found


def main(paths: list[str]) -> None:
    """Print the figures."""
    copy = "\n".join(Path(path).read_text("utf-8") for path in paths) or COPY
    text = copy * max(1, 500_000 // len(copy))
    article = document(text)
    words = len(text.split())
    found = sentences.split(text, article.paragraphs)
    ours = seconds(lambda: annotate(article))
    parts = {
        "sentences": seconds(lambda: sentences.split(text, article.paragraphs)),
        "dates": seconds(lambda: dates.find(text, found, PUBLISHED)),
        "sourcing": seconds(lambda: sourcing.find(text, article.paragraphs, found)),
    }
    print(f"{words} words, {len(text) / 1e6:.2f} MB, one core, CPU time")
    three = sum(parts.values())
    print(f"{words / three:9.0f} words/s  sentences, dates and sourcing")
    print(f"{words / ours:9.0f} words/s  annotate: all of it, events too")
    for name, spent in parts.items():
        print(f"{words / spent:9.0f} words/s  {name} alone")

    part = text[:50_000]
    part_words = len(part.split())
    for name, spent in theirs(part).items():
        rate = part_words / spent
        print(f"{rate:9.0f} words/s  {name}: we are {words / three / rate:.1f} times as fast")

    by_character = three / len(text)
    for name, unit in HOSTILE.items():
        hostile = document(unit * (2_000_000 // len(unit)))
        spent = seconds(lambda hostile=hostile: _three(hostile), 1)
        print(f"{spent / len(hostile.text) / by_character:9.1f} times the time by the character: 2 MB of {name}")


def _three(article: Document) -> None:
    found = sentences.split(article.text, article.paragraphs)
    dates.find(article.text, found, PUBLISHED)
    sourcing.find(article.text, article.paragraphs, found)


if __name__ == "__main__":
    main(sys.argv[1:])
