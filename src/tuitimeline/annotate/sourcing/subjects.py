"""Subjects: the source that stands before its verb."""

from __future__ import annotations

import re

from tuitimeline.annotate.sourcing.leftward import phrase_before
from tuitimeline.annotate.sourcing.tokens import Words


def subject_before(words: Words, verb: int) -> tuple[int, int] | None:
    """The subject of the finite verb at `verb`, to its left: (first word, word after the last)."""
    tags = words.tags
    low = words.low
    j = verb - 1
    while j >= 0 and (
        tags[j] == "X"
        or words.is_adverb(j)
        or (low[j] in ("first", "both", "all", "each") and j and tags[j - 1] in "NC")
        or (low[j] in ("to", "also", "both", "all") and tags[j + 1] in "XRVEB" and j > 0 and tags[j - 1] in "XE")
    ):
        j -= 1
    j = _before_time(words, j)
    if j < 0:
        return None
    if tags[j] == "Q" and words.closed_by_comma(j) and "W" in tags[:j]:
        return _over_parenthesis(words, j + 1)
    if tags[j] == "P" and not (j and tags[j - 1] in "IT"):
        return j, j + 1
    if low[j] in ("both", "all", "each") and tags[j] in "D#":
        return j, j + 1
    if (tags[j] == "W" and low[j] in ("who", "which")) or tags[j] == "H":
        k = j - 1
        if k >= 0 and tags[k] == ",":
            k -= 1
        if k < 0:
            return None
        if tags[k] == "K":
            return None
        first = _antecedent(words, k + 1)
        return None if first is None else (first, k + 1)
    if tags[j] in ",-)":
        return _over_parenthesis(words, j)
    first = phrase_before(words, j + 1)
    return None if first is None else (first, j + 1)


def _before_time(words: Words, j: int) -> int:
    """The word before a phrase of time that ends at `j`: "its envoy, Davit Oru, last week", "police on Friday"."""
    tags = words.tags
    k = j
    while k > 0 and (words.is_time(k) or (tags[k] in "IDJ" and words.low[k] not in _OF and words.is_time(k + 1))):
        k -= 1
    if k == j or k < 0 or tags[k] in ",C)":
        return k if k >= 0 else j
    first = phrase_before(words, k + 1) if tags[k] == "N" and tags[j] == "C" else None
    simple = first is not None and set("EVGW").isdisjoint(tags[first : k + 1])  # not "a letter sent in March"
    return k if simple else j


_OF = frozenset(("of", "from", "for"))


def _antecedent(words: Words, end: int) -> int | None:
    """Where the noun phrase before a relative clause begins; a preposition before it is no part of it."""
    first = phrase_before(words, end)
    if first is None:
        for k in range(end - 1, max(-1, end - 12), -1):
            if words.tags[k] in "IT":
                return k + 1 if k + 1 < end else None
            if words.tags[k] not in "NCDJ#":
                return None
        return None
    for k in range(end - 1, first, -1):
        if words.tags[k] == "T":
            return k + 1
    return first


_ASIDE = re.compile(r"^(?:W|#$|IW|[GE]|R[EGI]|I|R+$|#IW|NIW|[DNCJ#I]{1,8}[WH]|V[IR]|#[NV]?[RJ]$|T|U[DCNI])")
_INCLUDED = re.compile(r"W|#|E|N|IW|[DC]")


def _over_parenthesis(words: Words, comma: int) -> tuple[int, int] | None:
    """The subject before an aside that ends at `comma`: "Avila, the mayor, who resigned," and the like.

    It walks to the left over the parts between commas: asides first, then the noun phrase that they belong to and,
    where that is an apposition, the phrase before it.
    """
    tags = words.tags
    if tags[comma] == ")":
        opening = tags.rfind("(", 0, comma)
        begin = phrase_before(words, opening) if opening > 0 else None
        return None if begin is None else (begin, comma + 1)
    mark = comma < len(tags) and tags[comma] in ",-"
    kind = tags[comma] if mark else ","
    closing = comma + 1 if mark else comma
    end = comma
    first: int | None = None
    last: int | None = None  # where the source ends
    phrases = parts = 0
    while parts < 8 and phrases < 2:
        stop = max(*(tags.rfind(mark, 0, end) for mark in ",;-"), _speech(words, end))
        part = tags[stop + 1 : end]
        if not part:
            break
        parts += 1
        aside = _is_aside(words, stop + 1, end)
        if aside and (stop >= 0 or phrases):
            if (phrases and part[0] in "IGRTU") or stop < 0:
                break
            if _INCLUDED.match(part) or words.low[stop + 1] in ("of", "from", "with", "a"):
                last = last or (closing if end == comma else end)
            elif not phrases:
                last = None
            if tags[stop] in ";Q":
                break
            end = stop
            continue
        begin = phrase_before(words, end)
        if begin is None or (aside and (part[0] != "I" or begin == stop + 1)):
            break
        phrases += 1
        if first is None or not _time_only(words, begin, end):
            last = last or (closing if end == comma else end)
            first = begin
        if begin > stop + 1 or stop < 0 or tags[stop] != kind:
            break
        end = stop
    if first is None or (parts < 2 and kind == "," and tags[comma - 1] != ")"):
        return None
    return first, min(last or closing, closing)


def _is_aside(words: Words, first: int, end: int) -> bool:
    """Whether the part between two commas is an age, a relative clause, a participle or the like."""
    if words.low[first] == "at" and words.low[first + 1 : first + 2] == ["least"]:
        return False
    return _ASIDE.match(words.tags[first:end]) is not None


def _speech(words: Words, end: int) -> int:
    """The last quote before `end` that is speech, and no scare quote within a phrase; -1 if none."""
    k = words.tags.rfind("Q", 0, end - 1 if words.tags[end - 1 : end] == "Q" else end)
    while k > 0 and words.tags[k - 1] in "DNCJEXGAI" and not words.closed_by_comma(k):
        k = words.tags.rfind("Q", 0, k)
    return k


def _time_only(words: Words, first: int, end: int) -> bool:
    return all(words.is_time(k) or words.tags[k] in "D#" for k in range(first, end))
