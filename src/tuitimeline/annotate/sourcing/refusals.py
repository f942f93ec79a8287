"""Cues of refusal, of silence and of failed verification: "declined to comment", "could not verify"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tuitimeline.annotate.sourcing import clauses, rightward, subjects
from tuitimeline.annotate.sourcing.lexicon import LEXICON, load
from tuitimeline.annotate.sourcing.relation import Relation
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Stance


class Pattern(NamedTuple):
    """One row of refusals.toml, compiled."""

    words: re.Pattern[str]
    stance: Stance
    object: str
    subject: re.Pattern[str] | None
    nobody: bool
    source_after: bool
    then: re.Pattern[str] | None


class Refusal(NamedTuple):
    """Where a cue of refusal stands: words `first` up to, not including, `last`."""

    first: int
    last: int
    pattern: Pattern


_DATA = load("refusals.toml")
_ADVERBS = r"(?: \w+ly| yet| even| also| so far| ever| been| publicly)*"


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\S)" + words.replace("~", _ADVERBS) + r"(?!\S)")


_PATTERNS = tuple(
    Pattern(
        _compiled(row["words"]),
        Stance(row["stance"]),
        row["object"],
        re.compile(row["subject"]) if "subject" in row else None,
        row.get("nobody", False),
        row.get("source") == "after",
        _compiled(row["then"]) if "then" in row else None,
    )
    for row in _DATA["pattern"]
)
HINTS = frozenset(_DATA["hints"].split())


def find(words: Words) -> Iterator[Refusal]:
    """Every cue of refusal in the sentence; none overlaps another."""
    low = words.low
    line = " ".join(low)
    starts = [0]
    for w in low:
        starts.append(starts[-1] + len(w) + 1)
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.words.finditer(line):
            first = bisect_right(starts, match.start()) - 1
            last = bisect_right(starts, match.end() - 1)
            if any(a < last and first < b for a, b in taken):
                continue
            taken.append((first, last))
            yield Refusal(first, last, pattern)


_TIME = LEXICON.time


def relation(words: Words, refusal: Refusal) -> Relation | None:
    """The attribution that a cue of refusal makes."""
    first, last, pattern = refusal
    tags = words.tags
    low = words.low
    found = Relation([(first, last)], None, [], "refusal", pattern.stance, clause=first)
    if pattern.source_after:
        return _source_after(words, found, last, pattern)
    if pattern.nobody:
        found.nobody = True
        if low[first] != "it" and tags[first - 1 : first] not in ("P", ""):
            subject = subjects.subject_before(words, first)
            if subject is None:
                return None
            if pattern.subject is not None and not pattern.subject.match(low[subject[0]]):
                return None
            found.content = [subject]
            found.clause = subject[0]
        elif first and low[first - 1] == "it" and tags[last : last + 1] not in ("W", "H"):
            found.content = [(first - 1, first)]
    else:
        found.source = subjects.subject_before(words, first)
        if low[first] == "was" and low[first + 1] == "it":
            found.source = (first + 1, first + 2)
            found.cue = [(first, first + 1), (first + 2, last)]
        if found.source is None:
            found.shared = True
        else:
            found.clause = found.source[0]
            if low[found.source[0]] in ("who", "which"):
                return None
        if pattern.subject is not None and (
            found.source is None or not pattern.subject.match(low[found.source[0]])
        ):
            return None
    if found.content:
        return found
    k = last
    if pattern.object == "on":
        k = _adjuncts_of_refusal(words, k)
        if (
            k < len(tags)
            and low[k] in ("on", "about", "regarding", "concerning")
            and not (low[k + 1 : k + 2] and words.is_time(k + 1))
        ):
            _fill(words, found, k + 1)
    elif pattern.object == "object" and k < len(tags) and tags[k] not in ",.;K":
        if low[k] in ("on", "about") or tags[k] == "H":
            k += 1
        _fill(words, found, k)
    return found


def _source_after(words: Words, found: Relation, last: int, pattern: Pattern) -> Relation | None:
    """ "No comment from the firm", "calls to the consulate went unanswered": the source follows."""
    end = rightward.phrase_after(words, last)
    if end == last:
        return None
    if words.tags[end : end + 1] == ",":
        end += 1
    if pattern.then is not None:
        rest = pattern.then.match(" ".join(words.low[end : end + 8]))
        if rest is None:
            return None
        found.cue.append((end, end + len(rest.group().split())))
    if words.low[last - 1] == "from":
        found.cue[0] = (found.cue[0][0], last - 1)
    found.source = (last, end)
    return found


def _adjuncts_of_refusal(words: Words, k: int) -> int:
    while k < len(words.tags) and (
        words.tags[k] == "R"
        or (words.low[k] == "on" and words.low[k + 1 : k + 2] and words.is_time(k + 1))
        or words.is_time(k)
    ):
        k += 1
    return k


def _fill(words: Words, found: Relation, start: int) -> None:
    end = clauses.end_of_content(words, start)
    if end > start:
        found.content = [(start, end)]
