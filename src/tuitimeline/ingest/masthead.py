"""The head of an article as metadata: its title, who wrote it, which agency sent it, when it was printed.

Everything is read from lines that stay in the text; whole lines of it are marked as bylines. A day without a year
is handed on as that: no year is ever guessed here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from tuitimeline.ingest.lines import is_ended, is_prose, words
from tuitimeline.model import Furniture, Paragraph, Span

_HEAD = 15  # lines among which a masthead is looked for, and as many at the end
_TAIL = 3
_PREFIX = 140  # characters in which a dateline ends
_DASH = re.compile(r"\s(?:-{1,2}|[–—])\s|(?<=[)\w.])(?:--|—)\s?")
_TIME = re.compile(
    r"(?<!\w)\d{1,2}(?:[:.]\d{2}){1,2}\s*(?:[ap]\.?m\.?(?!\w))?(?:\s*(?:GMT|UTC|[A-Z]{1,3}[SD]?T)\b)?(?:\s*[+-]\d{2}:?\d{2})?"
    r"|(?<!\w)\d{1,2}\s*[ap]\.?m\.?(?!\w)(?:\s*(?:GMT|UTC|[A-Z]{1,3}[SD]?T)\b)?|T\d{2}:\d{2}\S*",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-ÞŁŚŠŽ][\w.'’-]*"


class Day(NamedTuple):
    """A day as it is printed; `year` is None where none stands there."""

    year: int | None
    month: int
    day: int

    def full(self) -> date | None:
        """The calendar day, None without a year."""
        return self.in_year(self.year) if self.year else None

    def in_year(self, year: int) -> date | None:
        """This day of that year, None where the year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def latest_by(self, limit: date) -> date | None:
        """The last such day not after `limit`; with a year of its own, that day."""
        if self.year:
            return self.full()
        found = self.in_year(limit.year)
        return found if found and found <= limit else self.in_year(limit.year - 1)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of an article says of the article."""

    title_at: Span | None = None
    author: str | None = None
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    day: Day | None = None


class _Line(NamedTuple):
    """A line read as metadata."""

    names: tuple[str, ...] = ()
    by: bool = False
    day: Day | None = None
    changed: bool = False


def mark(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The same paragraphs, whole lines of bylines and printed dates marked as such."""
    lines = [
        p.boilerplate is None and _metadata(text, paragraphs, i) is not None for i, p in enumerate(paragraphs)
    ]
    return tuple(
        p._replace(boilerplate=Furniture.BYLINE) if line else p for p, line in zip(paragraphs, lines, strict=True)
    )


def read(text: str, paragraphs: Sequence[Paragraph]) -> Masthead:
    """What the marked lines and the dateline of the first prose say."""
    found = [
        line
        for i, p in enumerate(paragraphs)
        if p.boilerplate is Furniture.BYLINE and (line := _metadata(text, paragraphs, i))
    ]
    dateline = _dateline_of_article(text, paragraphs)
    days = [line.day for line in sorted(found, key=lambda line: line.changed) if line.day]
    if dateline and dateline.day:
        days.append(dateline.day)
    names = [n for line in found for n in line.names] + list(dateline.names if dateline else ())
    agencies = tuple(dict.fromkeys(n for n in names if _is_agency(n)))
    papers = [n for line in found for n in line.names if not line.by and _is_paper(n) and n not in agencies]
    authors = [a for line in found if line.by for n in line.names if not _is_agency(n) for a in _people(n)]
    return Masthead(
        title_at=_title(text, paragraphs),
        author=", ".join(dict.fromkeys(authors)) or None,
        outlet=papers[0] if papers else _site_name(text, paragraphs),
        agencies=agencies,
        day=next((d for d in days if d.year), days[0] if days else None),
    )


def _title(text: str, paragraphs: Sequence[Paragraph]) -> Span | None:
    """The first line that is neither furniture nor prose, where prose follows."""
    first = None
    for p in paragraphs[: 2 * _HEAD]:
        if p.boilerplate is None:
            line = text[p.start : p.end]
            if is_prose(line):
                return first
            if first is None and len(words(line)) >= 2:
                first = Span(p.start, p.end)
    return None


def _metadata(text: str, paragraphs: Sequence[Paragraph], i: int) -> _Line | None:
    """Line i as metadata. A bare date counts only where another line is left to be the title, or at the head."""
    if _HEAD <= i < len(paragraphs) - _TAIL or len(paragraphs) == 1:
        return None
    start, end = paragraphs[i].start, paragraphs[i].end
    if end - start > _PREFIX:
        return None
    return _line(text[start:end])


def _line(line: str) -> _Line | None:
    bare = line.strip("[]() \t|*_")
    label = _label().match(bare)
    by = _by().match(bare)
    if not label and not by and is_ended(line) and not re.search(r"\d{4}\.?$|\b[ap]\.m\.$", line):
        return None
    rest = bare[by.end() :] if by else bare[label.end() :] if label else bare
    taken = _take_day(rest)
    day, rest = (taken[0], taken[1]) if taken else (None, rest)
    timed = _TIME.search(rest) is not None
    signed = label is not None and " by " in rest
    names = _names(_TIME.sub(" | ", rest.replace(" by ", " | ") if signed else rest))
    if names is None:
        return None
    changed = label is not None and label[1].casefold() in _words("changes")
    if by:
        return _Line(names, True, day) if names else None
    if label and (day or timed):
        return _Line(names, signed, day, changed)
    if day and (taken is None or taken[2]):
        return _Line(names, False, day)
    if len(names) == 1 and _is_known_agency(names[0]):
        return _Line(names)
    return None


def _take_day(line: str) -> tuple[Day, str, bool] | None:
    """The first day in a line, the line without it, and whether marks set it apart from any words before it."""
    for pattern in _days():
        if m := pattern.search(line):
            groups = m.groupdict()
            month = _months().get((groups.get("month") or "").casefold().rstrip(".")) or int(groups["number"] or 0)
            day = Day(int(groups["year"]) if groups["year"] else None, month, int(groups["day"]))
            if not day.in_year(day.year or 2000):
                return None
            before = line[: m.start()]
            apart = re.search(r"[\w)]\s*$", _weekday().sub("", before)) is None
            return day, f"{before} | {line[m.end() :]}", apart
    return None


def _names(rest: str) -> tuple[str, ...] | None:
    """The capitalised names in what is left of a line; None where other words stand there."""
    found: list[str] = []
    for part in re.split(r"[|·•,;:()\[\]/]|\s[–—-]+\s", _weekday().sub(" | ", rest)):
        kept = [w for w in part.split() if w == "The" or w.casefold().strip(".") not in _words("filler")]
        if not kept or not any(c.isalnum() for w in kept for c in w):
            continue
        if len(kept) > 12 or not all(re.match(_NAME, w) or w.casefold() in _words("joining") for w in kept):
            return None
        if any(re.match(_NAME, w) for w in kept):
            found.append(" ".join(kept))
    return tuple(found)


def _dateline_of_article(text: str, paragraphs: Sequence[Paragraph]) -> _Line | None:
    prose = [
        p for p in paragraphs if p.boilerplate is None and is_prose(text[p.start : min(p.end, p.start + 600)])
    ]
    for p in prose[:2]:
        if found := dateline(text[p.start : p.start + _PREFIX]):
            return found
    return None


def dateline(opening: str) -> _Line | None:
    """ "LORN, Aug 21, 2023 (Norden News Agency) - …", "MEXICO CITY (AP) —", "Olm, 3 May, dpa -"."""
    dash = _DASH.search(opening)
    if not dash:
        return None
    prefix = opening[: dash.start()]
    brackets = re.search(r"\(([^()]{2,40})\)\s*$", prefix)
    rest = prefix[: brackets.start()] if brackets else prefix
    taken = _take_day(rest)
    day, rest = (taken[0], taken[1]) if taken else (None, rest)
    names = _names(rest)
    if names is None or len(words(rest)) > 8 or not (brackets or day or (names and names[0].isupper())):
        return None
    sent_by = (brackets[1].strip(),) if brackets and _names(brackets[1]) else ()
    return _Line(sent_by + tuple(n for n in names if _is_known_agency(n)), False, day)


def _site_name(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """What a page calls itself: "Welcome to EconoTimes", or capitals at the head of its menu."""
    for p in paragraphs:
        line = text[p.start : min(p.end, p.start + 200)]
        if p.boilerplate is Furniture.SIGN_UP and (
            m := re.match(rf"Welcome to ((?:{_NAME} ?){{1,4}})[.!]?$", line)
        ):
            return m[1].strip()
        if p.boilerplate is Furniture.MENU and (m := re.match(r"((?:[A-Z][A-Z'’&]+ ?){2,5})(?:\s*[|·•]|$)", line)):
            return m[1].strip().title()
    return None


def _people(names: str) -> list[str]:
    """ "Ansel Rook in Port Caldra and Mira Toth in Vell" are two people."""
    return [part.split(" in ")[0] for part in re.split(r" (?:and|with|y|et|und|e) ", names)]


def _is_agency(name: str) -> bool:
    return _is_known_agency(name) or name.split()[-1].casefold() in _words("agency_words")


def _is_known_agency(name: str) -> bool:
    return name in _words("agencies") or (
        len(name.split()) > 1 and name.split()[-1].casefold() in _words("agency_words")
    )


def _is_paper(name: str) -> bool:
    return name.startswith("The ") or name.split()[-1].casefold() in _words("paper_words")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("masthead.toml").read_text(encoding="utf-8"))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_data()[key])


@cache
def _months() -> dict[str, int]:
    return {name: int(n) for n, names in _data()["months"].items() for name in names}


def _any_of(names: frozenset[str] | dict[str, int]) -> str:
    return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(_words('weekdays'))})\b\.?,?\s*", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"({_any_of(_words('labels'))})\b(?:\s+(?:on|at|le|el|am|il|em))?\s*:?\s*", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"(?i:{_any_of(_words('by'))})(?:\s+(?={_NAME})|:\s*)")


@cache
def _days() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{_any_of(_months())})\b\.?"
    number = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
    year = r"(?P<year>(?:1[5-9]|20)\d{2})"
    return (
        re.compile(rf"(?<!\d){year}-(?P<number>\d{{2}})-(?P<day>\d{{2}})(?P<month>)(?!\d)"),
        re.compile(
            rf"(?<![\d:]){number}(?:\s+(?:de|of|d[ei]))?\s+{month}(?:,?\s+(?:de\s+|of\s+)?{year}\b)?(?P<number>)",
            re.I,
        ),
        re.compile(rf"\b{month}\s+{number}(?![\d:])(?:,?\s+{year}\b)?(?P<number>)", re.I),
    )
