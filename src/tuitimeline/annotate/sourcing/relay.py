"""The outlet through which a source speaks."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import names
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.names import Known
from tuitimeline.annotate.sourcing.tokens import Words

_NOUNS = LEXICON.sources["outlet.nouns"]
_PASSED = frozenset(
    "polled obtained seen reviewed interviewed quoted surveyed cited contacted published read".split()
)
_HANDED = frozenset("leaked given provided shown sent shared supplied passed".split())

_OWN = frozenset("obtained seen reviewed polled read leaked".split())  # no one but an outlet says so of itself


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


def told(words: Words, first: int, last: int, known: Known) -> str | None:
    """The outlet that is told: a known one, or a definite name of two words or more that is no body."""
    found = name_in(words, first, last, known)
    if found or words.low[first] != "the" or words.tags[first + 1 : last].strip("C") or last - first < 3:
        return found
    run = [names.bare(w) for w in words.low[first + 1 : last]]
    return None if names.names_body(run) else names.plain(words, first + 1, last)


def own_name(words: Words, first: int, last: int, known: Known) -> str | None:
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


def passed(words: Words, first: int, last: int, known: Known) -> str | None:
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
