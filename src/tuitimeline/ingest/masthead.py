"""The head of an article as metadata: its title, who wrote it, which agency sent it, when it was printed.

Everything is read from lines that stay in the text; whole lines of it are marked as bylines. A day without a year
is handed on as that: no year is ever guessed here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from tuitimeline.ingest import printed
from tuitimeline.ingest.lines import is_ended, is_prose, words
from tuitimeline.ingest.printed import Day, any_of
from tuitimeline.model import Furniture, Paragraph, Span
from tuitimeline.tables import read_table

_HEAD = 15  # lines among which a masthead is looked for
_TAIL = 3  # and as many at the end
_LONGEST = 140  # characters of a line of it, and of a dateline
_DASH = re.compile(r"\s(?:-{1,2}|[–—])\s|(?<=[)\w.])(?:--|—)\s?")
_ZONE = r"(?:\s*(?:GMT|UTC|[A-Z]{1,3}[SD]?T)\b)?"
_TIME = re.compile(
    rf"(?<!\w)\d{{1,2}}(?:[:.]\d{{2}}){{1,2}}\s*(?:[ap]\.?m\.?(?!\w))?{_ZONE}(?:\s*[+-]\d{{2}}:?\d{{2}})?"
    rf"|(?<!\w)\d{{1,2}}\s*[ap]\.?m\.?(?!\w){_ZONE}|T\d{{2}}:\d{{2}}\S*",
    re.IGNORECASE,
)
_NAME = r"(?:[A-ZÀ-ÞŁŚŠŽ][\w.'’-]*|&|(?:1[5-9]|20)\d{2}$)"


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of an article says of the article."""

    title_at: Span | None = None
    author: str | None = None
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    day: Day | None = None


class _Line(NamedTuple):
    """A line read as metadata. `by`: its names are people; `changed`: its day is that of a change."""

    names: tuple[str, ...] = ()
    by: bool = False
    day: Day | None = None
    changed: bool = False


def mark(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The same paragraphs, lines of bylines, printed dates and the paper's own name marked as such."""
    marked = list(paragraphs)
    for i, p in enumerate(paragraphs):
        if (p.boilerplate is None and _metadata(text, paragraphs, i) is not None) or _is_day(text, paragraphs, i):
            marked[i] = p._replace(boilerplate=Furniture.BYLINE)
    name = _paper_above(text, marked)
    if name is not None:
        marked[name] = marked[name]._replace(boilerplate=Furniture.BYLINE)
    return tuple(marked)


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
    names += _signed(text, paragraphs)
    agencies = tuple(dict.fromkeys(n for n in names if _is_agency(n)))
    papers = [
        n for line in found for n in line.names[line.by :] if _is_paper(n) and n not in agencies
    ]  # a byline names people first
    authors = [
        a
        for line in found
        if line.by
        for n in line.names
        if n not in papers and not _is_agency(n)
        for a in _people(n)
    ]
    return Masthead(
        title_at=_title(text, paragraphs),
        author=", ".join(dict.fromkeys(authors)) or None,
        outlet=_site_name(text, paragraphs) or (papers[0] if papers else None),
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


def _paper_above(text: str, paragraphs: Sequence[Paragraph]) -> int | None:
    """The first line where it is the paper's name: names alone, beside a date or a menu, a title still below."""
    own = [i for i, p in enumerate(paragraphs[:_HEAD]) if p.boilerplate is None]
    if len(own) < 2 or own[0] > 1 or is_prose(text[paragraphs[own[1]].start : paragraphs[own[1]].end]):
        return None
    first = own[0]
    line = re.sub(r"\([^()]*\)", "", text[paragraphs[first].start : paragraphs[first].end])
    beside = {p.boilerplate for p in paragraphs[max(0, first - 1) : first + 2]}
    furnished = not beside.isdisjoint((Furniture.BYLINE, Furniture.MENU))
    return first if furnished and len(words(line)) <= 7 and not is_ended(line) and _names(line) else None


def _metadata(text: str, paragraphs: Sequence[Paragraph], i: int) -> _Line | None:
    """Line i as metadata: one of the first or last lines, and not the only one."""
    if _HEAD <= i < len(paragraphs) - _TAIL or len(paragraphs) == 1:
        return None
    start, end = paragraphs[i].start, paragraphs[i].end
    return _line(text[start:end], below=i > 0) if end - start <= _LONGEST else None


def _is_day(text: str, paragraphs: Sequence[Paragraph], i: int) -> bool:
    """Whether a line that looks like a caption opens with its day: "May 3, 2024 / 7:14 PM / AP"."""
    if paragraphs[i].boilerplate is not Furniture.CAPTION or (line := _metadata(text, paragraphs, i)) is None:
        return False
    found = printed.find(text[paragraphs[i].start : paragraphs[i].end])
    return line.day is not None and found is not None and not found.before.strip(" |")


def _line(line: str, below: bool) -> _Line | None:
    """A line as metadata; `below` another, it can be an agency's mark."""
    bare = line.strip("[]() \t|*_-–—•·")
    if _label().match(bare):
        return _labelled(bare)
    if by := _by().match(bare):
        found = printed.find(bare[by.end() :])
        names = _names(_TIME.sub(" | ", f"{found.before} | {found.after}" if found else bare[by.end() :]))
        if names is None:
            return None
        apart = tuple(part for name in names for part in _without_agency(name))
        return _Line(apart, True, found.day if found else None)
    if found := printed.find(bare):
        return _dated(found)
    return _Line(sent_by) if below and not is_ended(line) and (sent_by := _agencies(bare)) else None


def _labelled(line: str) -> _Line | None:
    """ "Posted May 3, 2024 | Updated May 5, 2024": of several days, the one that is no day of a change."""
    read = (_after_label(part) for part in re.split(r"\s*[|·•;]\s*(?=[A-Z][a-z]+\b)", line))
    return next(iter(sorted((part for part in read if part), key=lambda part: part.changed)), None)


def _after_label(line: str) -> _Line | None:
    """What stands after "Published:" or "Updated": a day or an hour, and by whom."""
    label = _label().match(line)
    rest = line[label.end() :] if label else line
    found = printed.find(rest)
    left = f"{found.before} | {found.after}" if found else rest
    names = _names(_TIME.sub(" | ", left.replace(" by ", " | ")))
    if names is None or not (found or _TIME.search(rest)):
        return None
    changed = label is not None and label[1].casefold() in _words("changes")
    return _Line(names, " by " in left, found.day if found else None, changed)


def _dated(found: printed.Printed) -> _Line | None:
    """A day set apart from names before it, and after it names, or with a year a few words on who reports."""
    ahead = _TIME.sub(" | ", found.before)
    before = _names(ahead)
    after = _names(_TIME.sub(" | ", re.sub(r"\bsource:", "|", found.after, flags=re.IGNORECASE)))
    if before is None or re.search(r"[\w)]\s*$", ahead):
        return None
    if after is None:
        few = len(words(found.after)) <= 8 and re.match(r"\s*[.|·•/–—-]", found.after) and found.day.year
        return _Line(before, False, found.day) if few else None
    return _Line((*before, *after), False, found.day)


def _agencies(line: str) -> tuple[str, ...]:
    """The agencies of a line that is nothing but names and one of them, or ends in one in brackets."""
    names = _names(line)
    if names and len(words(line)) <= 8:
        return names if any(_is_known_agency(n) for n in names) else ()
    brackets = re.search(r"\(([^()]+)\)?$", line)
    if brackets and len(words(line)) <= 8 and (inside := _names(brackets[1])):
        return tuple(n for n in inside if _is_known_agency(n))
    return ()


def _names(rest: str) -> tuple[str, ...] | None:
    """The capitalised names in what is left of a line; None where other words stand there."""
    found: list[str] = []
    parts = re.split(r"[|·•,;:()\[\]/]|\s[–—-]+\s|\swith\s", printed.without_weekdays(rest))
    for part in parts:
        kept = [w for w in part.split() if w in ("The", "THE") or w.casefold().strip(".") not in _words("filler")]
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
    return next((found for p in prose[:2] if (found := _dateline(text[p.start : p.start + _LONGEST]))), None)


def _dateline(opening: str) -> _Line | None:
    """ "LORN, Aug 21, 2023 (Norden News Agency) - …", "MEXICO CITY (AP) —", "VELL, Monday, April 15, 2019. …"."""
    dash = _DASH.search(opening)
    if not dash:
        full = printed.find(opening)
        ends = full is not None and full.day.year and re.match(r"\.\s", full.after) and full.before[:2].isupper()
        return _Line((), False, full.day) if full and ends and _names(full.before) else None
    prefix = opening[: dash.start()]
    brackets = re.search(r"\(([^()]{2,40})\)\s*$", prefix)
    rest = prefix[: brackets.start()] if brackets else prefix
    found = printed.find(rest)
    names = _names(f"{found.before} | {found.after}" if found else rest)
    if names is None or len(words(rest)) > 8 or not (brackets or found or (names and names[0].isupper())):
        return None
    sent_by = (brackets[1].strip(),) if brackets and _names(brackets[1]) else ()
    return _Line(sent_by + tuple(n for n in names if _is_known_agency(n)), False, found.day if found else None)


def _signed(text: str, paragraphs: Sequence[Paragraph]) -> list[str]:
    """The agency that signs the last paragraph: "… he said. — Reuters", "… there. (AFP)", "… on Monday. PTI"."""
    prose = [p for p in paragraphs[-2 * _TAIL :] if p.boilerplate is None]
    last = text[max(prose[-1].start, prose[-1].end - _LONGEST) : prose[-1].end] if prose else ""
    found = re.search(r"""[.!?]["”’)]*\s*(?:[-–—]+\s*|\(|\s)([A-Z][\w -]{1,24})\)?$""", last)
    return [found[1]] if found and found[1] in _words("agencies") else []


def _site_name(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """What a page calls itself: a line above the title, "Welcome to EconoTimes", capitals that head its menu."""
    for i, p in enumerate(paragraphs):
        line = text[p.start : min(p.end, p.start + 200)]
        if i < 2 and p.boilerplate is Furniture.BYLINE and _metadata(text, paragraphs, i) is None:
            return re.split(r"\s*[|(]", line)[0]
        if p.boilerplate is Furniture.SIGN_UP and (
            m := re.match(rf"Welcome to ((?:{_NAME} ?){{1,4}})[.!]?$", line)
        ):
            return m[1].strip()
        if not i and p.boilerplate is Furniture.MENU and _names(line) == (line,) and _is_named_paper(line):
            return line
        if p.boilerplate is Furniture.MENU and (m := re.match(r"((?:[A-Z][A-Z'’&]+ ?){2,5})(?:\s*[|·•]|$)", line)):
            return m[1].strip().title()
    return None


def _without_agency(name: str) -> tuple[str, ...]:
    """A byline's name and the agency that is printed behind it: "ANN VOS Associated Press"."""
    if name in _words("agencies"):
        return (name,)
    agency = next((a for a in sorted(_words("agencies"), key=len, reverse=True) if name.endswith(f" {a}")), None)
    return (name.removesuffix(agency).strip(), agency) if agency else (name,)


def _people(names: str) -> list[str]:
    """ "Ansel Rook in Port Caldra and Mira Toth in Vell" are two people."""
    return [part.split(" in ")[0] for part in re.split(r" (?:and|with|y|et|und|e) ", names)]


def _is_agency(name: str) -> bool:
    return _is_known_agency(name) or name.split()[-1].casefold() in _words("agency_words")


def _is_known_agency(name: str) -> bool:
    last = name.split()[-1].casefold()
    return name in _words("agencies") or (len(name.split()) > 1 and last in _words("agency_words"))


def _is_paper(name: str) -> bool:
    return name.startswith("The ") or _is_named_paper(name)


def _is_named_paper(name: str) -> bool:
    return name.split()[-1].casefold() in _words("paper_words")


@cache
def _data() -> dict[str, Any]:
    return read_table(__file__, "masthead.toml")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_data()[key])


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"({any_of(_words('labels'))})\b(?:\s+(?:as of|on|at|le|el|am|il|em))?\s*:?\s*", re.IGNORECASE
    )


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"(?i:{any_of(_words('by'))})(?:\s+\(?(?={_NAME})|:\s*)")
