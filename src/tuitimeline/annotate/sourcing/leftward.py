"""Noun phrases to the left: where the phrase that ends before a word begins."""

from __future__ import annotations

import re
from collections.abc import Callable

from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.tokens import Words

_REACH = 60
_AMOUNTS = frozenset("not almost nearly about even only least more".split())
_PARTICIPLES = LEXICON.participles
_INDEFINITE = frozenset("this that nobody anybody everybody somebody anyone everyone someone".split())
_NAMING = frozenset(("called", "named", "dubbed", "known"))

# A step to the left: where the phrase begins so far, and the next word to look at; None where the phrase ends.
Step = tuple[int, int] | None


class _Walk:
    """How far a walk to the left has come: the phrase ends before `end` and begins, so far, at `first`."""

    __slots__ = ("end", "first", "floor", "low", "tags", "words")

    def __init__(self, words: Words, end: int) -> None:
        self.words = words
        self.tags = words.tags
        self.low = words.low
        self.end = end
        self.first = end
        self.floor = max(0, end - _REACH)


def bare_words(words: Words, first: int, last: int) -> list[str]:
    """The lower-cased words of a noun phrase, possessive endings left out."""
    return [w[:-2] if w.endswith("'s") else w for w in words.low[first:last]]


def relative_before(words: Words, verb: int) -> int | None:
    """The wh-word or "that" whose clause the verb at `verb` heads, as in "people who have seen"; None if none."""
    tags = words.tags
    k = verb - 1
    while k >= 0 and tags[k] in "XRET" and verb - k < 6:
        k -= 1
    if k >= 0 and (words.low[k] in ("who", "which", "that", "whom")) and k > 0:
        return k
    # an object relative: "the letter that he wrote", "parts of which were"
    if k >= 1 and tags[k] in "PNC":
        j = k - 1
        while j >= 0 and tags[j] in "DNCJ#" and k - j < 4:
            j -= 1
        if j > 0 and words.low[j] in ("that", "whom", "which", "whose", "where") and tags[j - 1] in "NC":
            return j
    return None


def phrase_before(words: Words, end: int) -> int | None:
    """Where the noun phrase that ends just before word `end` begins, modifiers and reduced relatives included."""
    tags = words.tags
    k = end - 1
    if k < 0 or tags[k] not in "NCJ#PMDRVGEBQ)" or words.low[k] == "worth":
        return None  # "it is worth noting that"
    walk = _Walk(words, end)
    if tags[k] == "P":
        if not (k and tags[k - 1] in "IT"):
            return k
        walk.first = k
        k -= 1
    while k >= walk.floor:
        step = _STEPS.get(tags[k], _noun)(walk, k)
        if step is None:
            break
        walk.first, k = step
    if _fronted(words, k, walk.first) and (behind := _without_preamble(words, k, end)) is not None:
        return behind
    return _without_preamble(words, walk.first, end)


def _fronted(words: Words, k: int, first: int) -> bool:
    """Whether a phrase that opens its clause leads to word `first`: "In a note on Monday the mayor said"."""
    tags = words.tags
    opens = k >= 0 and tags[k] == "I" and first == k + 1 and (k == 0 or tags[k - 1] in ",;:.(")
    return opens and tags[first] in "DP" and words.low[k] not in ("at", "about", "over", "under", "per")


def _stop(_walk: _Walk, _k: int) -> Step:
    return None


def _noun(_walk: _Walk, k: int) -> Step:
    return k, k - 1


def _bracket(walk: _Walk, k: int) -> Step:
    opening = walk.tags.rfind("(", walk.floor, k)
    return None if opening < 0 else (walk.first, opening - 1)


def _comma(walk: _Walk, k: int) -> Step:
    return (walk.first, k - 1) if _list_comma(walk.words, k, walk.first) else None


def _conjunction(walk: _Walk, k: int) -> Step:
    """ "And" goes on with the phrase where it joins nouns, and not where it joins clauses."""
    low, tags = walk.low, walk.tags
    if low[k] in ("but", "yet") or (low[k] == "nor" and "neither" not in low[max(0, k - 8) : k]):
        return None
    if k == walk.floor or tags[k - 1] not in "NCJ#M,":
        return None
    if tags[k - 1] == ",":
        return (walk.first, k - 2) if _list_comma(walk.words, k - 1, walk.first) else None
    return None if clause_between(walk.words, k, within=",") else (walk.first, k - 1)


def _quote(walk: _Walk, k: int) -> Step:
    return None if walk.first == walk.end or walk.words.speech(k) else (k, k - 1)


def _pronoun(walk: _Walk, k: int) -> Step:
    fits = walk.low[k] in _INDEFINITE or (k and walk.tags[k - 1] in "IT")
    return (k, k - 1) if fits else None


def _verb(walk: _Walk, k: int) -> Step:
    """A finite verb ends the phrase, but not a relative clause's, nor a participle: "a message sent at noon"."""
    if walk.low[k] in _PARTICIPLES and walk.first == k + 1 and _modifies(walk, k):
        return k, k - 1
    relative = relative_before(walk.words, k)
    if relative is None or relative <= walk.floor:
        return None
    return relative, relative - (2 if walk.tags[relative - 1] == "," else 1)


def _past(walk: _Walk, k: int) -> Step:
    """In -ed: a relative clause's, an adjective ("the proposed law"), a participle ("people briefed on")."""
    tags = walk.tags
    relative = relative_before(walk.words, k)
    if relative is not None and relative > walk.floor and tags[relative - 1] in "NC,#":
        return relative, relative - (2 if tags[relative - 1] == "," else 1)
    before = tags[k - 1] if k else ""
    if before and (before in "DJ#" or (before == "R" and k >= 2 and tags[k - 2] in "DJ#")):
        return k, k - 1
    if (
        before
        and (before in "NC)#" or walk.low[k - 1] in _INDEFINITE)
        and walk.first == k + 1
        and (_modifies(walk, k) or walk.low[k] in _NAMING or k + 1 == walk.end)
    ):
        return k, k - 1
    return None


def _modifies(walk: _Walk, k: int) -> bool:
    """Whether the participle at word `k` stands after its noun, before what it takes."""
    after = walk.tags[k + 1 : k + 2] in ("I", "T", "R", "G") or (k + 1 < walk.end and walk.words.is_time(k + 1))
    return after and k > 0 and walk.tags[k - 1] in "NC)#"


def _adverb(walk: _Walk, k: int) -> Step:
    place = walk.low[k] in ("there", "here") and walk.tags[k - 1 : k] in ("X", "N", "C")
    if k > walk.floor and (place or walk.tags[k - 1] == "V"):
        return k, k - 1  # "those who were there", "a guard there", "a woman who lives opposite"
    if walk.first != walk.end and ((k > walk.floor and walk.tags[k - 1] in "NCD#JE") or walk.low[k] in _AMOUNTS):
        return k, k - 1
    return None


def _as(walk: _Walk, k: int) -> Step:
    """ "A man who gave his name only as Ali"; any other "as" leads a clause."""
    named = walk.low[k] == "as" and k > walk.floor and walk.low[k - 1] in ("only", "himself", "herself")
    return (k, k - 1) if named and walk.tags[k + 1] == "C" else None


def _gerund(walk: _Walk, k: int) -> Step:
    """A form in -ing within the phrase: "drivers waiting", "billing records"."""
    tags = walk.tags
    leads = walk.first == k + 1 and tags[walk.first] in "NC" and (not k or tags[k - 1] in ",K")
    return (k, k - 1) if leads or (k and tags[k - 1] in "NCDJ#") else None


def _preposition(walk: _Walk, k: int) -> Step:
    tags = walk.tags
    if walk.first == walk.end or walk.first != k + 1:
        return None
    if walk.low[k] == "than" and tags[k + 1] != "#" and walk.low[k + 1] not in ("a", "half"):
        return None  # "two days earlier than the agency reported"
    if k == walk.floor or tags[k - 1] in ",;:.(":
        return (k, -1) if walk.low[k] == "at" and walk.low[k + 1] in ("least", "most") else None
    if tags[k] == "T" and tags[k + 1] == "B" and tags[k - 1] not in "NCJE":
        return None
    return k, k - 1


def _base(walk: _Walk, k: int) -> Step:
    return (k, k - 1) if k and walk.tags[k - 1] in "DJNC#" else None


_STEPS: dict[str, Callable[[_Walk, int], Step]] = {
    **dict.fromkeys(";:.(-HW", _stop),
    "U": _as,
    ")": _bracket,
    ",": _comma,
    "K": _conjunction,
    "Q": _quote,
    "P": _pronoun,
    "X": _verb,
    "V": _verb,
    "E": _past,
    "R": _adverb,
    "G": _gerund,
    "I": _preposition,
    "T": _preposition,
    "B": _base,
}


def clause_between(words: Words, conjunction: int, within: str = "") -> bool:
    """Whether a finite clause stands before `conjunction`, so that it joins clauses and not noun phrases.

    A tag in `within` ends the search.
    """
    tags = words.tags
    k = conjunction - 1
    while k >= 0 and conjunction - k < _REACH:
        tag = tags[k]
        if tag in ";:." or tag in within:
            return False
        if tag in "XV" or (tag == "E" and k + 1 < len(tags) and tags[k - 1 : k] not in ("D", "J", "#")):
            relative = relative_before(words, k)
            if relative is None:
                if tag == "E" and tags[k + 1] in "IT" and k and tags[k - 1] in "NC":
                    k -= 1
                    continue
                return True
            k = relative - 1
            continue
        if tag in "HU":
            return False
        k -= 1
    return False


def _list_comma(words: Words, comma: int, first: int) -> bool:
    """Whether the comma parts the members of a list that goes on with "and": "A, B, and C"."""
    tags = words.tags
    rest = tags[comma + 1 : first + 12]
    if not re.match(r"[DNCJ#]+(?:I[DNCJ#]+)?(?:,[DNCJ#]+(?:I[DNCJ#]+)?)*,?K[DNCJ#]", rest) and not (
        tags[comma + 1] == "K" and words.low[comma + 1] == "and"
    ):
        return False
    if clause_between(words, comma):
        return False
    before = tags.rfind(",", 0, comma)
    member = tags[before + 1 : comma]
    if tags[comma + 1] == "K" and before < 0 and "K" not in member:
        # "A, and B said": two members want no comma
        return False
    return bool(re.search(r"[NC#]$", member)) and not re.search(r"[XVUHW]", member)


def _without_preamble(words: Words, first: int, end: int) -> int | None:
    """Leave out what leads into the sentence: "But", "Then", "On Monday the minister"."""
    tags = words.tags
    low = words.low
    while first < end and (
        tags[first] in "KRU," and not (tags[first] == "R" and low[first] in ("not", "almost", "nearly", "only"))
    ):
        first += 1
    if first >= end:
        return None
    if (
        tags[first] in "IT"
        and not (low[first] in ("at", "about", "over", "under") and tags[first + 1 : first + 2] in ("#", "R"))
        and not (low[first] in ("at",) and low[first + 1 : first + 2] == ["least"])
    ):
        for k in range(end - 1, first, -1):
            if (tags[k] in "DP" and tags[k - 1] in "NC#") or (
                tags[k] == "C" and words.is_time(k - 1) and not words.is_time(k)
            ):
                return k
        return None
    # "On Monday police", "Last week the minister": a phrase of time leads
    k = first
    while k < end and (words.is_time(k) or (tags[k] == "#" and k > first)):
        k += 1
    if first < k < end and words.is_time(k - 1) and tags[k] in "DCNP" and low[first] not in ("may", "this"):
        return k
    if (
        tags[first] == "D"
        and first + 1 < end
        and words.is_time(first + 1)
        and low[first] in ("this", "that", "last")
    ):
        k = first + 1
        while k < end and words.is_time(k):
            k += 1
        if k < end and tags[k] in "DCNP":
            return k
    return first
