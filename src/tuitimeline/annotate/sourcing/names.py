"""Capitalised phrases: a person, a body, a place that speaks, an outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Count, Identity

ONE = Count(1, 1)
SOME = Count(2, None)
_S = LEXICON.sources
_TITLES = _S["titles.words"]
_PERSON = _S["person.words"]
_OFFICES = _TITLES | _S["person.offices"]
_PLACES = _S["reporting_bodies.places"]
_INSTITUTION = _S["institution.words"]
_SPOKES = _S["institution.spokes"]
_DOCUMENT = _S["document.words"]
_REPORTS = _S["document.titles"]
_OUTLET = _S["outlet.nouns"]
_OUTLETS = _S["outlet.names"]
_PRESS = _S["outlet.suffixes"]
_PAPERS = _S["outlet.prefixes"]
_BODIES = _S["bodies.words"]
_GIVEN = _S["given.words"]
_LAND = re.compile(r".{3,}(?:ia|stan|land|ania)$")
_RUN = re.compile(r"C{2,4}")


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a source.

    `name` is a person's last name or a body's whole name, `head` the lower-cased head noun.
    """

    identity: Identity
    count: Count
    head: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Names that a document explains.

    `people` are last names that it gives a first name or a title, `bodies` the first words of longer names (a body
    is called by its first word, a person by the last), `outlets` what it calls so.
    """

    people: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()


def bare(word: str) -> str:
    """A word without its possessive ending."""
    return word.removesuffix("'s").removesuffix("’s")


def plain(words: Words, first: int, last: int) -> str:
    """The words as they are written, without a possessive ending."""
    return bare(words.text[words.start[first] : words.end[last - 1]])


def known(sentences: Iterable[Words]) -> Known:
    """The names that the document explains."""
    people: set[str] = set()
    bodies: set[str] = set()
    outlets: set[str] = set()
    for words in sentences:
        for match in _RUN.finditer(words.tags):
            first, last = match.span()
            run = [bare(w) for w in words.low[first:last]]
            titled = not _TITLES.isdisjoint(run[:-1])
            before = words.low[first - 1] if first else ""
            if not titled and (before == "the" or names_body(run) or {before, run[0]} & (_INSTITUTION | _OUTLET)):
                bodies.add(words.word(first))
                continue
            if run[-1] in _OFFICES and run[0] not in _GIVEN:
                continue  # "the Chief Minister": an office
            people.add(bare(words.word(last - 1)))
            if run[0] in _GIVEN:
                people.add(words.word(first))
            elif not titled:
                bodies.add(words.word(first))
        if not _OUTLET.isdisjoint(words.low):
            outlets.update(_described_outlets(words))
    return Known(frozenset(people), frozenset(bodies - people), frozenset(outlets))


def _described_outlets(words: Words) -> Iterable[str]:
    """ "The newspaper Dnevnik Plus", "the news agency KTA": the names."""
    for k, low in enumerate(words.low[:-1]):
        if low in _OUTLET or (low == "agency" and words.low[k - 1] == "news"):
            end = k + 1
            while end < len(words) and words.tags[end] == "C":
                end += 1
            if end > k + 1:
                yield plain(words, k + 1, end)


def is_outlet(run: list[str], definite: bool) -> bool:
    """Whether a run of lower-cased capitalised words names a news organisation; `definite` after "the"."""
    head = bare(run[-1])
    if head in _OUTLETS or (run[0] in _OUTLETS and len(run) <= 2) or (head == "press" and run[0] == "associated"):
        return True
    if head.endswith(("-post", "-times", "-gazette", "-tribune")) or run[0] == "channel":
        return True
    if len(run) > 1 and (run[0] in _PAPERS or head in _S["outlet.titles"]):
        return True
    if definite and head in _S["outlet.definite"] and _OFFICES.isdisjoint(run[:-1]):
        return True
    return run[-2:] == ["news", "agency"] or (head in _PRESS and (len(run) > 1 or definite))


def is_body(word: str) -> bool:
    """Whether a name that ends in this word is a body's: "Ministry", "Holdings"."""
    return word.lower() in _BODIES


def names_body(run: list[str]) -> bool:
    """Whether a run of lower-cased capitalised words names a body or an outlet rather than a person."""
    head = run[-1]
    if set(run[:-1]) & _TITLES and head not in _BODIES:
        return False
    return not _BODIES.isdisjoint(run) or is_outlet(run, False) or head in _PLACES


def is_strange(run: list[str], last: str, known: Known) -> bool:
    """Whether nothing tells whose name a word is: no title, no first name, no land, no one in the document."""
    person = last in known.people or run[0] in _GIVEN or run[0] in _TITLES or run[-1] in _OFFICES
    body = last in known.bodies or run[-1] in _INSTITUTION or _LAND.match(run[-1]) is not None
    return len(run) == 1 and not person and not body


def of_name(words: Words, first: int, k: int, last: int, known: Known) -> Source:
    """The source whose head is the capitalised word `k` of the phrase from word `first` up to `last`."""
    n = k
    while n > first and words.tags[n - 1] == "C":
        n -= 1
    name = bare(words.word(k))
    identity = _identity(words, first, n, k, last, known)
    if identity is not Identity.NAMED:
        name = "" if identity is Identity.ANONYMOUS else plain(words, n, k + 1)
    return Source(identity, *_count(words, k, known), name)


def _count(words: Words, k: int, known: Known) -> tuple[Count, str]:
    head = bare(words.low[k])
    if head in _OFFICES and head.endswith("s") and words.word(k) not in known.people:
        return SOME, head
    return ONE, head


def _identity(words: Words, first: int, n: int, k: int, last: int, known: Known) -> Identity:
    run = [bare(w) for w in words.low[n : k + 1]]
    head, modifiers = run[-1], words.low[first:n]
    name = bare(words.word(k))
    described = modifiers[-1] if modifiers else ""
    definite = modifiers[:1] == ["the"]
    body = not _BODIES.isdisjoint(run)
    if run[0] in _TITLES and len(run) > 1 and head not in _BODIES and head not in _OFFICES:
        return Identity.NAMED
    if plain(words, n, k + 1) in known.outlets or is_outlet(run, definite):
        return Identity.OUTLET
    if (described in _OUTLET and described != "paper") or "-".join(modifiers[-2:]) in _S["outlet.compounds"]:
        return Identity.OUTLET
    if (head in _OUTLET and len(run) == 1) or "channel" in modifiers:
        return Identity.OUTLET
    if described.endswith("-year-old"):
        return Identity.NAMED
    if described in _INSTITUTION or (run[0] in _INSTITUTION and len(run) > 1 and run[0] not in _PLAIN):
        return Identity.INSTITUTION
    if "&" in words.text[words.start[n] : words.end[k]]:
        return Identity.INSTITUTION
    if head in _OFFICES and name not in known.people:  # "the Chief Minister"
        return Identity.ANONYMOUS
    if head not in _BODIES and not (
        _OFFICES.isdisjoint(run[:-1]) and _PERSON.isdisjoint(modifiers) and _TITLES.isdisjoint(modifiers)
    ):
        return Identity.NAMED
    if (
        (head in _REPORTS or (head in _DOCUMENT and len(run) == 1))
        and name not in known.people
        and run[0] not in _GIVEN
    ):
        return Identity.DOCUMENT
    if body:
        return Identity.INSTITUTION
    if _apposed_body(words, k, last):
        return Identity.INSTITUTION
    if name in known.people or run[0] in _GIVEN:
        return Identity.NAMED
    if head in _PLACES or (len(run) == 1 and (_LAND.match(head) or (name.isupper() and len(name) > 1))):
        return Identity.INSTITUTION
    if definite or (len(run) == 1 and name in known.bodies):
        return Identity.INSTITUTION
    return Identity.NAMED


_PLAIN = frozenset("defence defense police city town state council party church club".split())


def _apposed_body(words: Words, k: int, last: int) -> bool:
    """Whether an apposition calls it a body: "Halyard, a security firm,"."""
    end = k + 2
    while end < last and words.tags[end] not in "IW,H":
        end += 1
    after = words.low[k + 2 : end]
    return (
        words.tags[k + 1 : k + 2] == ","
        and after[:1] != []
        and after[0] in ("a", "an", "the", "its", "which")
        and any(w in _INSTITUTION and w not in _SPOKES for w in after[1:6])
        and not any(w in _PERSON or w in _SPOKES for w in after[:8])
    )
