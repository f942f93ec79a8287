"""The outlet through which a source speaks."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import identity, names
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.names import Known, Source
from tuitimeline.annotate.sourcing.relation import Relation
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Identity, Stance

_NOUNS = LEXICON.sources["outlet.nouns"]
_PASSED = frozenset(
    "polled obtained seen reviewed interviewed quoted surveyed cited contacted published read".split()
)
_HANDED = frozenset("leaked given provided shown sent shared supplied passed".split())

_OWN = frozenset("obtained seen reviewed polled read leaked".split())  # no one but an outlet says so of itself


def through(words: Words, relation: Relation, who: Source, last: str | None, known: Known) -> str | None:
    """The outlet that the attribution comes through; `last` is the one before, for "the same newspaper"."""
    if relation.source is None:
        return None
    if relation.cited:
        return last
    if who.identity is Identity.OUTLET:
        speaks = relation.stance in (Stance.ASSERTS, Stance.DENIES)
        return (_own_name(words, *relation.source, known) or last) if speaks else None
    if relation.addressee is not None:
        first, end = relation.addressee
        if "same" in words.low[first:end] or words.low[first:end] in (["the", "newspaper"], ["the", "paper"]):
            return last
        found = _told(words, first, end, known)
        if found:
            return found
    return _passed(words, *relation.source, known) or _to_outlet(words, relation, known)


def citing(words: Words, relation: Relation, known: Known) -> str | None:
    """The outlet that speaks after the ones it cites: "The Post, citing two officials, said"."""
    if relation.source is None or identity.of(words, *relation.source, known).identity is not Identity.OUTLET:
        return None
    return _own_name(words, *relation.source, known)


def name_in(words: Words, first: int, last: int, known: Known) -> str | None:
    """The name of the outlet in words `first` up to `last`, without its article; None where there is none."""
    tags = words.tags
    k = first
    while k < last:
        if tags[k] != "C":
            k += 1
            continue
        end = k
        while end < last and tags[end] == "C":
            end += 1
        definite = k > 0 and words.low[k - 1] == "the"
        described = not _NOUNS.isdisjoint(words.low[first:k]) or words.low[max(first, k - 1)] == "agency"
        if described or names.is_outlet(words.low[k:end], definite) or names.plain(words, k, end) in known.outlets:
            return names.plain(words, k, end)
        k = end
    return None


def _told(words: Words, first: int, last: int, known: Known) -> str | None:
    """The outlet that is told: a known one, or a name that is no body's, place's or person's in the document."""
    found = name_in(words, first, last, known)
    definite = words.low[first] == "the"
    start = first + definite
    if found or words.tags[start:last].strip("C") or last - start < 1 + definite:
        return found
    run = [names.bare(w) for w in words.low[start:last]]
    strange = definite or names.is_strange(run, names.bare(words.word(last - 1)), known)
    return names.plain(words, start, last) if strange and not names.names_body(run) else None


def _own_name(words: Words, first: int, last: int, known: Known) -> str | None:
    """What an outlet that speaks is called: its name, every one of several, or a noun: "state media"."""
    if "K" in words.tags[first:last] and words.tags[first:last].strip("CDK") == "":
        return names.plain(words, first + (words.tags[first] == "D"), last)
    found = name_in(words, first, last, known)
    if found:
        return found
    if words.tags[first:last].strip("DC") == "" and "C" in words.tags[first:last]:
        return names.plain(words, first + (words.tags[first] == "D"), last)
    for k in range(first, last):
        if words.low[k] in _NOUNS and words.tags[k] == "N":
            n = k
            while n > first and words.tags[n - 1] in "NJ" and words.low[n - 1] in ("state", "local", "social"):
                n -= 1
            if words.low[k] == "media" and n > first and words.tags[n - 1] in "CJ":
                n -= 1
            return words.text[words.start[n] : words.end[k]] if words.low[k] in _COLLECTIVE or n < k else None
    return None


_COLLECTIVE = frozenset(("media", "outlets", "newspapers", "television", "radio", "tv"))


def _passed(words: Words, first: int, last: int, known: Known) -> str | None:
    """The outlet that a source's own modifiers name: "emails seen by the Ledger"."""
    for k in range(first, last - 2):
        passed_by = words.low[k] in _PASSED and words.low[k + 1] == "by"
        if passed_by or (words.low[k] in _HANDED and words.low[k + 1] in ("to", "with")):
            stop = k + 2
            while stop < last and words.tags[stop] in "DNCJ":
                stop += 1
            found = name_in(words, k + 2, stop, known)
            if found:
                return found
            if words.low[k] in _OWN and words.tags[stop - 1] == "C":
                first_capital = k + 2 + (words.tags[k + 2] == "D")
                return names.plain(words, first_capital, stop)
    return None


def _to_outlet(words: Words, relation: Relation, known: Known) -> str | None:
    """ "Confirmed them to Reuters", "said in an interview with the Courier"."""
    low, tags = words.low, words.tags
    k = relation.cue[-1][1]
    stop = min(len(words), k + 10)
    while k + 1 < stop and tags[k] not in "QVXH,;":
        if low[k] in ("to", "with") and tags[k] in "TI":
            n = k + 1
            while n < len(words) and tags[n] in "DCNJ":
                n += 1
            if "C" not in tags[k + 1 : n]:
                return None
            named = name_in(words, k + 1, n, known)
            interview = low[k - 1] == "interview" and tags[k + 1 : n].strip("C") in ("", "D")
            return named or (names.plain(words, k + 1 + (tags[k + 1] == "D"), n) if interview else None)
        k += 1
    return None
