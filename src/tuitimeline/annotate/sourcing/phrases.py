"""Cues of several words: "declined to comment", "could not verify", "brushed aside", "made clear"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from tuitimeline.annotate.sourcing import clauses, identity, rightward, subjects
from tuitimeline.annotate.sourcing.lexicon import load
from tuitimeline.annotate.sourcing.relation import Relation, Run
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Stance


class Pattern(NamedTuple):
    """One row of phrases.toml, whose patterns are compiled when a sentence first has a word of `key`."""

    key: frozenset[str]
    words: str
    stance: Stance
    object: str
    subject: str | None
    source: str
    then: str | None


class Phrase(NamedTuple):
    """Where a cue of several words stands: words `first` up to, not including, `last`."""

    first: int
    last: int
    pattern: Pattern


LEMMA = "phrase"
_DATA = load("phrases.toml")
_ADVERBS = r"(?: \w+ly| yet| even| also| so far| ever| been| publicly)*"
_NAMES = _DATA["phrases"] | {name: "|".join(words.split()) for name, words in _DATA["words"].items()}


_NAME = re.compile(r"(?<!\(\?)<([\w-]+)>")


@cache
def _compiled(words: str) -> re.Pattern[str]:
    """The pattern with its names written out."""
    names = 1
    while names:
        words, names = _NAME.subn(lambda name: _NAMES[name[1]], words)
    return re.compile(r"(?<!\S)" + words.replace("~", _ADVERBS) + r"(?!\S)")


def _pattern(row: dict[str, Any]) -> Pattern:
    return Pattern(
        frozenset(word for name in row["key"].split() for word in _DATA["words"][name].split()),
        row["words"],
        Stance(row["stance"]),
        row["object"],
        row.get("subject"),
        row.get("source", "before"),
        row.get("then"),
    )


_PATTERNS = tuple(_pattern(row) for row in _DATA["pattern"])
HINTS = frozenset().union(*(pattern.key for pattern in _PATTERNS))


def find(words: Words) -> Iterator[Phrase]:
    """Every cue of several words in the sentence; none overlaps another."""
    here = HINTS.intersection(words.low)
    line = " ".join(words.low)
    starts = [0]
    for w in words.low:
        starts.append(starts[-1] + len(w) + 1)
    taken: list[Run] = []
    for pattern in _PATTERNS:
        if here.isdisjoint(pattern.key):
            continue
        for match in _compiled(pattern.words).finditer(line):
            first = bisect_right(starts, match.start()) - 1
            last = bisect_right(starts, match.end() - 1)
            if not any(a < last and first < b for a, b in taken):
                taken.append((first, last))
                yield Phrase(first, last, pattern)


def relation(words: Words, phrase: Phrase) -> Relation | None:
    """The attribution that a cue of several words makes."""
    first, last, pattern = phrase
    found = Relation([(first, last)], None, [], LEMMA, pattern.stance, clause=first)
    place = {"after": _source_after, "none": _nobody}.get(pattern.source, _source_before)
    if not place(words, found, phrase):
        return None
    begin = None if found.content else _object(words, last, pattern.object)
    if begin is not None:
        end = _end(words, first, begin)
        if end > begin:
            found.content = [(begin, end)]
    return found


def _source_before(words: Words, found: Relation, phrase: Phrase) -> bool:
    """The subject is the source; where there is none, it is that of the cue before."""
    low = words.low
    first, last, pattern = phrase
    if low[first] == "was" and low[first + 1] == "it":  # "nor was it able to verify"
        found.cue = [(first, first + 1), (first + 2, last)]
        subject: Run | None = (first + 1, first + 2)
    else:
        subject = subjects.subject_before(words, first)
    if pattern.subject and (subject is None or not re.fullmatch(pattern.subject, low[subject[0]])):
        return False
    if subject is None:
        found.shared = True
        return True
    if pattern.stance is Stance.NO_RESPONSE and identity.is_document(words, *subject):
        return False  # "the indictment was not immediately available": a thing is asked nothing
    found.clause = subject[0]
    found.source = _of_nobody(words, subject)
    return low[subject[0]] not in ("who", "which")


def _of_nobody(words: Words, subject: Run) -> Run:
    """ "No one at the firm could be reached": the firm gave no answer."""
    first, last = subject
    at = first + (2 if words.low[first : first + 2] == ["no", "one"] else 1)
    at_a_body = words.low[first] in _NOBODY and at + 1 < last and words.low[at] in _AT
    return (at + 1, last) if at_a_body else subject


_NOBODY = frozenset(("nobody", "no-one", "no"))
_AT = frozenset(("at", "from", "with", "in"))


def _nobody(words: Words, found: Relation, phrase: Phrase) -> bool:
    """Nobody in particular could verify: what stands before a passive is what could not be verified."""
    low, tags = words.low, words.tags
    first, last, pattern = phrase
    found.nobody = True
    if pattern.object == "of" or low[first] == "it" or tags[first - 1 : first] == "":
        return True
    if tags[first - 1] == "P":
        if low[first - 1] == "it" and tags[last : last + 1] not in ("W", "H"):
            found.content = [(first - 1, first)]
        return True
    subject = subjects.subject_before(words, first)
    if subject is None or (pattern.subject and not re.fullmatch(pattern.subject, low[subject[0]])):
        return False
    found.content = [subject]
    found.clause = subject[0]
    return True


def _source_after(words: Words, found: Relation, phrase: Phrase) -> bool:
    """ "No comment from the firm", "calls to the consulate went unanswered": the source follows."""
    last, then = phrase.last, phrase.pattern.then
    end = rightward.phrase_after(words, last)
    if end == last:
        return False
    if words.tags[end : end + 1] == ",":
        end += 1
    if then is not None:
        rest = _compiled(then).match(" ".join(words.low[end : end + 8]))
        if rest is None:
            return False
        found.cue.append((end, end + len(rest.group().split())))
    if words.low[last - 1] == "from":
        found.cue[0] = (found.cue[0][0], last - 1)
    found.source = (last, end)
    return True


_ON = frozenset("on about regarding concerning".split())
_LEADS = {"on": _ON, "for": _ON | {"for"}, "of": frozenset(("of", "that", "for"))}


def _object(words: Words, k: int, kind: str) -> int | None:
    """Where the content after the cue begins, if what follows can be content."""
    low, tags = words.low, words.tags
    if kind in _LEADS:
        k = _past_adjuncts(words, k)
        timed = k + 1 < len(words) and words.is_time(k + 1)
        return k + 1 if k < len(low) and low[k] in _LEADS[kind] and not timed else None
    if kind == "none" or k >= len(tags) or tags[k] in ",.;K":
        return None
    verb = not set("XVEB").isdisjoint(tags[k + 1 : clauses.stop(words, k + 1)])
    joins = tags[k] == "H" and verb  # not "that account"
    return k + 1 if joins or low[k] in ("on", "about") else k


def _end(words: Words, first: int, begin: int) -> int:
    """Where the content ends: before "but" ("did not explain why, but"), and with an aside that it stands in."""
    tags = words.tags
    if tags[begin] == "W" and words.low[begin + 1 : begin + 3] == [",", "but"]:
        return begin + 1
    end = clauses.end_of_content(words, begin)
    comma = tags.find(",", begin, end) if first and tags[first - 1] == "," else -1
    return comma if comma > begin and tags[comma + 1 : comma + 2] in ("V", "X", "E") else end


def _past_adjuncts(words: Words, k: int) -> int:
    """The word after adverbs and phrases of time: "declined immediately on Monday to …"."""
    while k < len(words.tags) and (
        words.tags[k] == "R"
        or (words.low[k] == "on" and k + 1 < len(words) and words.is_time(k + 1))
        or words.is_time(k)
    ):
        k += 1
    return k
