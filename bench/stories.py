#!/usr/bin/env python3
"""Make piles to measure with.

    stories.py articles N FOLDER [--from TEXTS]     N articles: the texts of TEXTS under other names and dates
    stories.py story N STORY.db                     a story file of N events on N / 10 documents

The same arguments give the same bytes. TEXTS are seeds/ unless told otherwise. Articles come in groups that tell
of one matter: each leaves some paragraphs out, and each sixth is a copy of another. 1,000,000 events take some
three minutes and 1.2 GB.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from tuitimeline.model import (
    AnnotatedDocument,
    Attribution,
    Conflict,
    Count,
    Descent,
    Document,
    Event,
    Identity,
    Paragraph,
    Quarrel,
    Span,
    Stance,
    Support,
    Timeline,
    Voice,
)

SEEDS = Path(__file__).parent.parent / "seeds"
_SYLLABLES = [a + b + c for a in "bdfghklmnprstvz" for b in "aeiou" for c in "lnrsdk"]
_MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
_KEPT = {*_MONTHS, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Reuters"}
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
_WORD = re.compile(r"\b[A-Z][a-z]+\b")


# Articles ------------------------------------------------------------------------------------------------------


def articles(number: int, texts: Sequence[str]) -> Iterator[str]:
    """`number` articles in groups, each group the `texts` under names and dates of its own."""
    made = 0
    group = 0
    while made < number:
        chance = random.Random(group)
        told = [_varied(text, group, chance) for text in texts]
        told.append("By our own correspondents\n\n" + told[chance.randrange(len(told))])
        told += [_varied(text, group, chance) for text in texts[:2]]
        yield from told[: number - made]
        made += len(told)
        group += 1


def _varied(text: str, group: int, chance: random.Random) -> str:
    names = {name for name in _NAME.findall(text) if name not in _KEPT}

    def other(found: re.Match[str]) -> str:
        word = found[0]
        if word in _MONTHS:
            return _MONTHS[(_MONTHS.index(word) + group) % 12]
        return _name(group, word) if word in names else word

    paragraphs = text.split("\n\n")
    kept = paragraphs[:3] + [p for p in paragraphs[3:] if chance.random() > 0.2]
    return re.sub(r"\b20\d\d\b", str(2000 + group % 26), _WORD.sub(other, "\n\n".join(kept)))


def _name(group: int, word: str) -> str:
    digest = hashlib.blake2s(f"{group}:{word}".encode(), digest_size=4).digest()
    parts = int.from_bytes(digest, "big")
    return (_SYLLABLES[parts % len(_SYLLABLES)] + _SYLLABLES[parts // 1000 % len(_SYLLABLES)]).capitalize()


# A story file --------------------------------------------------------------------------------------------------

_PER_DOCUMENT = 10
_SPAN = timedelta(days=365 * 60)
_FIRST = date(1966, 1, 1)
_TOLD = (
    ("Contact.Meet", "{a} met {b} in {p} to speak about the {t}"),
    ("Justice.Arrest-Jail", "police in {p} arrested {a} over the {t}"),
    ("Justice.Extradite", "{p} extradited {a} after the {t}"),
    ("Conflict.Attack", "gunmen attacked a convoy of {a} near {p} during the {t}"),
    ("Life.Die", "{n} people died in {p} in the {t}"),
    ("Personnel.End-Position", "{a} resigned as head of the {t} in {p}"),
    ("Statement.Claim", "{a} said that {b} had paid {n} million for the {t} in {p}"),
    ("Statement.Denial", "{a} denied that {b} had a part in the {t} in {p}"),
    ("Statement.NoComment", "{a} declined to comment on the {t} in {p}"),
    ("Statement.Unverified", "{a} could not verify the account of the {t} in {p}"),
)
_THINGS = [
    "talks",
    "loan",
    "election",
    "harvest",
    "pipeline",
    "treaty",
    "strike",
    "inquiry",
    "tender",
    "ceasefire",
    "budget",
    "border",
    "port",
    "bridge",
]
_SOURCES = (
    ("two officials", Identity.ANONYMOUS, Count(2, 2)),
    ("a person familiar with the matter", Identity.ANONYMOUS, Count(1, 1)),
    ("the ministry", Identity.INSTITUTION, Count(1, 1)),
    ("a court filing", Identity.DOCUMENT, Count(1, 1)),
    ("{a}", Identity.NAMED, Count(1, 1)),
)
_KIND_STANCES = {
    "Statement.Denial": Stance.DENIES,
    "Statement.NoComment": Stance.DECLINES,
    "Statement.Unverified": Stance.UNVERIFIED,
}


def _telling(number: int) -> tuple[str, str, str, Identity, Count]:
    """Kind, clause, source, identity and count of the event with this number."""
    chance = random.Random(number)
    kind, form = _TOLD[int(len(_TOLD) * chance.random() ** 1.5)]
    person = f"{_name(chance.randrange(300), 'first')} {_name(chance.randrange(3000), 'last')}"
    clause = form.format(
        a=person,
        b=_name(chance.randrange(3000), "last"),
        p=_name(chance.randrange(800), "place"),
        t=_THINGS[int(len(_THINGS) * chance.random() ** 2)],
        n=chance.randrange(2, 90),
    )
    source, identity, count = _SOURCES[int(len(_SOURCES) * chance.random() ** 1.3)]
    return kind, clause, source.format(a=person), identity, count


def document(number: int) -> AnnotatedDocument:
    """The document on which ten events stand; each tenth is a copy of the one before it."""
    told = number - 1 if number % 10 == 9 else number
    lines, sentences, attributions, at = [], [], [], 0
    for event in range(told * _PER_DOCUMENT, (told + 1) * _PER_DOCUMENT):
        kind, clause, source, identity, count = _telling(event)
        sentence = f"{clause}, {source} said in a statement on the matter."
        says = Span(at + len(clause) + 2, at + len(clause) + 2 + len(source))
        stance = _KIND_STANCES.get(kind, Stance.ASSERTS)
        cue = Span(says.end + 1, says.end + 5)
        attributions.append(Attribution((says,), (cue,), (Span(at, at + len(clause)),), identity, count, stance))
        sentences.append(Span(at, at + len(sentence)))
        lines.append(sentence)
        at += len(sentence) + 1
    text = "\n".join(lines)
    published = _day(told * _PER_DOCUMENT)
    return AnnotatedDocument(
        Document(
            f"{number:012x}",
            text,
            tuple(Paragraph(*s) for s in sentences),
            path=f"news/{number:06}.txt",
            published=_FIRST + timedelta(days=published),
            published_from="metadata",
            title=lines[0][:60],
            outlet=f"{_name(number % 40, 'outlet')} Courier",
        ),
        tuple(sentences),
        attributions=tuple(attributions),
    )


def _day(number: int) -> int:
    return int(_SPAN.days * (number % 1_000_000) / 1_000_000)


class Events(Sequence[Event]):
    """`number` events in the order of their days, made when asked for. The last twentieth has no date."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __len__(self) -> int:
        return self._number

    def __getitem__(self, index: object) -> Event:  # type: ignore[override]
        assert isinstance(index, int)
        if not 0 <= index < self._number:
            raise IndexError(index)
        kind, clause, source, identity, count = _telling(index)
        home, line = divmod(index, _PER_DOCUMENT)
        if home % 10 == 9:
            home -= 1
            kind, clause, source, identity, count = _telling(home * _PER_DOCUMENT + line)
        homes = (home, home + 1) if home % 10 == 8 and home + 1 < self._number // _PER_DOCUMENT else (home,)
        start = 0
        for before in range(home * _PER_DOCUMENT, home * _PER_DOCUMENT + line):
            _, other, said, _, _ = _telling(before)
            start += len(f"{other}, {said} said in a statement on the matter.\n")
        support = tuple(Support(f"{h:012x}", start, start + len(clause)) for h in homes)
        stance = _KIND_STANCES.get(kind, Stance.ASSERTS)
        dated = index < self._number * 19 // 20
        day = _FIRST + timedelta(days=int(_SPAN.days * index / self._number)) if dated else None
        origin = support[0].document
        return Event(
            f"e{index:07x}",
            kind,
            clause,
            support[0],
            support,
            day.isoformat() if day else None,
            day,
            day,
            hedged=index % 7 == 0,
            sources=count if index % 3 else Count(0, 0),
            voices=(Voice(origin, line, source, identity, stance, origin, count),) if index % 3 else (),
            reckoning=(f"{source}: {count.least}",) if index % 3 else (),
        )


def story(number: int, path: Path) -> None:
    """A story file of `number` events."""
    from tuitimeline.store import StoryFile

    documents = number // _PER_DOCUMENT
    descents = tuple(Descent(f"{d:012x}", f"{d - 1:012x}" if d % 10 == 9 else None) for d in range(documents))
    conflicts = tuple(
        Conflict(f"e{n:07x}", f"e{n + 3:07x}", Quarrel.DENIAL)
        for n in range(0, number - 3, max(50, number // 20_000))
    )
    with StoryFile(path, create=True) as file:
        events: tuple[Event, ...] = Events(number)  # type: ignore[assignment]
        file.fill(map(document, range(documents)), Timeline(events, conflicts, descents))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["articles", "story"])
    parser.add_argument("number", type=int)
    parser.add_argument("where", type=Path)
    parser.add_argument("--from", dest="texts", type=Path, default=SEEDS)
    options = parser.parse_args()
    if options.what == "story":
        return story(options.number, options.where)
    texts = [p.read_text(encoding="utf-8") for p in sorted(options.texts.glob("*.txt"))]
    for number, text in enumerate(articles(options.number, texts)):
        folder = options.where / f"{number // 1000:04}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return None


if __name__ == "__main__":
    main()
