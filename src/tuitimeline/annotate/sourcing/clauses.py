"""Clauses: whether words hold a finite verb, and how far content can reach in its sentence."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import leftward, rightward
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.tokens import Words

_TIME = LEXICON.time
_REACH = 60
_WHEN = frozenset(("this", "that", "last", "next", "every", "each", "earlier", "late", "early"))
_NOT_ADJUNCT = frozenset(("not", "almost", "nearly", "only", "there"))


def finite(words: Words, start: int, end: int) -> bool:
    """Whether words `start` up to `end` hold a finite verb of their own, outside relative clauses."""
    tags = words.tags
    low = words.low
    for k in range(start, min(end, start + _REACH)):
        tag = tags[k]
        if (
            tag in "XV"
            or (tag in "EB" and k > start and tags[k - 1] in "NCPMRK#DQ" and low[k - 1] not in ("a", "the"))
            or (tag == "E" and k > start and tags[k - 1] == "," and tags[k + 1 : k + 2] == "D")
        ) and leftward.relative_before(words, k) is None:
            return True
    return False


def stop(words: Words, start: int) -> int:
    """The first place from `start` on where a semicolon, a colon or a full stop parts the sentence."""
    tags = words.tags
    k = start
    while k < len(tags) and tags[k] not in ";:.":
        k += 1
    return k


def end_of_content(words: Words, start: int) -> int:
    """Where content that begins at word `start` ends at the latest: the sentence's end or a semicolon."""
    tags = words.tags
    k = tags.find(";", start)
    if k < 0:
        k = len(tags)
    closing = tags.find(")", start, k)
    if closing >= 0 and tags.find("(", start, closing) < 0:
        k = closing
    dash = tags.find("-", start + 2, k)
    if dash >= 0 and tags.find("-", dash + 1, k) < 0 and tags[dash + 1 : dash + 2] not in ("Q", "K"):
        k = dash
    while k > start and tags[k - 1] in ".,-:K":
        k -= 1
    return k


def end_of_phrase(words: Words, start: int, end: int) -> int:
    """Where content that is a noun phrase ends: a pronoun alone, else before a colon or a further verb."""
    tags = words.tags
    following = tags[start + 1 : start + 2]
    if tags[start] in "MP" and (not following or following not in "XVTQGDJE"):
        return end if words.low[start + 1 : start + 2] in (["as"], ["of"], ["at"], ["on"]) else start + 1
    for k in range(start + 1, end):
        if tags[k] == ":" or (tags[k] == "I" and not tags[start:k].strip("DNCJ#H") and _says_where(words, k)):
            return k
        if tags[k] == "K" and tags[k + 1 : k + 2] in ("V", "E", "X") and not finite(words, start, k):
            return k - 1 if tags[k - 1] == "," else k
    return end


def _says_where(words: Words, k: int) -> bool:
    """Whether the preposition at `k` leads to where it was said: "in a letter to the board", "on its channel"."""
    low = words.low
    if low[k] not in ("in", "on", "at", "during") or low[k + 1 : k + 2] == [] or low[k + 1] not in _INDEFINITE:
        return False
    n = k + 2
    while n < len(low) and words.tags[n] in "NJC" and low[n] not in _MEDIA:
        n += 1
    return n < len(low) and low[n] in _MEDIA and words.tags[n] in "NBV" and "as" not in low[n:]


_INDEFINITE = frozenset("a an his her its their".split())
_MEDIA = LEXICON.sources["document.occasions"]


def start_of_content(words: Words, end: int) -> int:
    """Where content that ends before word `end` begins: the sentence's start or what follows a semicolon."""
    tags = words.tags
    k = max(tags.rfind(";", 0, end), tags.rfind(":Q", 0, end)) + 1
    while k < end and tags[k] in "K,-.:":
        k += 1
    return k


def skip_time(words: Words, k: int) -> int:
    """The word after phrases of time alone, from word `k` on: "on Monday", "last week"."""
    tags = words.tags
    low = words.low
    size = len(tags)
    while k < size:
        if words.is_time(k) and low[k] != "may":
            k += 1
        elif (
            (tags[k] == "I" or low[k] in _WHEN)
            and k + 1 < size
            and words.is_time(k + 1)
            and low[k + 1] not in ("may", "day")
        ):
            k += 2
        else:
            break
    return k


def skip_adjuncts(words: Words, k: int) -> int:
    """The word after what says when, where, how or to whom, from word `k` on."""
    tags = words.tags
    low = words.low
    size = min(len(tags), k + _REACH)
    while k < size:
        tag = tags[k]
        if (words.is_time(k) and low[k] != "may") or (tag == "R" and low[k] not in _NOT_ADJUNCT):
            k += 1
        elif tag in "IT" and k + 1 < size and tags[k + 1] in "DNCJ#MPG":
            if low[k] == "at" and low[k + 1] in ("least", "most"):
                break
            n = skip_phrase(words, k + 1)
            if n < size - 1 and low[n] == "of" and low[n + 1] in ("about", "nearly", "around"):
                n = skip_phrase(words, n + 2)
            if n == k + 1:
                break
            k = n
        elif tag == "E" and k + 1 < size and tags[k + 1] in "IC" and tags[k - 1] in "NC":
            k += 1
        elif tag == "D" and k + 1 < size and words.is_time(k + 1):
            k += 2
        else:
            break
    return k


def before_adjunct(words: Words, k: int) -> int:
    """The word before an adjunct that ends at word `k`: "and in an interview said", "but late Saturday he"."""
    tags = words.tags
    n = k
    while n >= 0 and k - n < 8 and (tags[n] in "IDNJRC#" or words.is_time(n)):
        n -= 1
    leads = n + 1 <= k and (tags[n + 1] in "IR" or words.is_time(n + 1) or words.low[n + 1] in _WHEN)
    return n if leads and n >= 0 and tags[n] in "K," else k


def skip_phrase(words: Words, k: int) -> int:
    """The word after the noun phrase that begins at `k`, its "of" and "for" phrases included."""
    size = len(words.tags)
    if k < size and words.tags[k] in "MP":
        return k + 1
    n = rightward.bare(words, k, size)
    while k < n < size - 1 and words.low[n] in ("of", "for"):
        m = rightward.bare(words, n + 1, size)
        if m == n + 1:
            break
        n = m
    return n
