"""Noun phrases and clauses: where the source of a cue begins and ends."""

from __future__ import annotations

import re

from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.tokens import Words

_FINITE = frozenset("XVE")
_HARD = frozenset(";:().Q-")
_NOMINAL = frozenset("DNCJ#PM")
_TIME = LEXICON.time
_REACH = 60


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
    low = words.low
    first = end
    k = end - 1
    floor = max(0, end - _REACH)
    if k < floor or tags[k] not in "NCJ#PMDRVGEBQ)":
        return None
    if tags[k] == "P":
        if not (k and tags[k - 1] in "IT"):
            return k
        first = k
        k -= 1
    while k >= floor:
        tag = tags[k]
        if tag in ";:.(-U":
            break
        if tag == ")":
            opening = tags.rfind("(", floor, k)
            if opening < 0:
                break
            k = opening - 1
            continue
        if tag == ",":
            if not _list_comma(words, k, first):
                break
            k -= 1
            continue
        if tag == "K":
            if low[k] in ("but", "yet") or (low[k] == "nor" and "neither" not in low[max(0, k - 8) : k]):
                break
            if k == floor or tags[k - 1] not in "NCJ#M,":
                break
            if tags[k - 1] == ",":
                if not _list_comma(words, k - 1, first):
                    break
                k -= 2
                continue
            if clause_between(words, k, within=","):
                break
            k -= 1
            continue
        if tag in "HW":
            break
        if tag == "Q":
            if first == end or words.speech(k):
                break
            first = k
            k -= 1
            continue
        if tag == "P" and low[k] not in ("this", "that") and not (k and tags[k - 1] in "IT"):
            break
        if tag in "XV":
            relative = relative_before(words, k)
            if relative is None or relative <= floor:
                break
            first = relative
            k = relative - 1
            if tags[k] == ",":
                k -= 1
            continue
        if tag == "E":
            relative = relative_before(words, k)
            if relative is not None and relative > floor and tags[relative - 1] in "NC,#":
                first = relative
                k = relative - 1
                if tags[k] == ",":
                    k -= 1
                continue
            after = tags[k + 1] if k + 1 < len(tags) else ""
            before = tags[k - 1] if k else ""
            if before in ("D", "J", "#") or (
                before == "R" and k >= 2 and tags[k - 2] in "DJ#"
            ):  # an adjective: "the proposed law"
                first = k
                k -= 1
                continue
            if (
                before in ("N", "C", ")", "#")
                and first == k + 1
                and (
                    after in ("I", "T", "R", "G", "D")
                    or words.is_time(k + 1)
                    or low[k] in ("called", "named", "dubbed", "known")
                    or k + 1 == end
                )
            ):
                first = k
                k -= 1
                continue
            break
        if tag == "R":
            if k > floor and tags[k - 1] in "NCD#JE" and first != end:
                first = k
                k -= 1
                continue
            if first != end and low[k] in ("not", "almost", "nearly", "about", "even", "only", "least", "more"):
                first = k
                k -= 1
                continue
            break
        if tag == "G":
            if (k and tags[k - 1] in "NCDJ#") or (
                first == k + 1 and tags[first] in "NC" and (not k or tags[k - 1] in ",K")
            ):
                first = k
                k -= 1
                continue
            break
        if tag in "IT":
            if first == end or first != k + 1:
                break
            if k == floor or tags[k - 1] in ",;:.(":
                if low[k] == "at" and low[k + 1] in ("least", "most"):
                    first = k
                break
            if tag == "T" and tags[k + 1] == "B" and tags[k - 1] not in "NCJE":
                break
            first = k
            k -= 1
            continue
        if tag == "B" and (k == 0 or tags[k - 1] not in "DJNC#"):
            break
        first = k
        k -= 1
    return _without_preamble(words, first, end)


def bare_words(words: Words, first: int, last: int) -> list[str]:
    """The lower-cased words of a noun phrase, possessive endings left out."""
    return [w[:-2] if w.endswith("'s") else w for w in words.low[first:last]]


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


_LISTED = re.compile(r"^(?:[DNCJ#I]+)$")


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


def subject_before(words: Words, verb: int) -> tuple[int, int] | None:
    """The subject of the finite verb at `verb`, to its left: (first word, word after the last)."""
    tags = words.tags
    low = words.low
    j = verb - 1
    while j >= 0 and (
        tags[j] in "XR"
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
    """The word before a phrase of time that follows an aside: "its envoy, Davit Oru, last week"."""
    k = j
    while k > 0 and (words.is_time(k) or (words.tags[k] in "IDJ" and words.is_time(k + 1))):
        k -= 1
    return k if k >= 0 and words.tags[k] in ",C)" and k < j else j


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


def _over_parenthesis(words: Words, comma: int) -> tuple[int, int] | None:
    """The subject before an aside that ends at `comma`: "Avila, the mayor, who resigned," and the like."""
    tags = words.tags
    low = words.low
    if tags[comma] == ")":
        opening = tags.rfind("(", 0, comma)
        if opening <= 0:
            return None
        begin = phrase_before(words, opening)
        return None if begin is None else (begin, comma + 1)
    end = comma
    last: int | None = None  # where the source ends
    first: int | None = None
    phrases = parts = 0
    kind = tags[comma] if comma < len(tags) and tags[comma] in ",-" else ","
    for _ in range(8):
        stop = max(tags.rfind(",", 0, end), tags.rfind(";", 0, end), tags.rfind("-", 0, end), _speech(words, end))
        part = tags[stop + 1 : end]
        if not part:
            break
        parts += 1
        aside = bool(_ASIDE.match(part)) and not (
            part[0] == "I" and low[stop + 1] in ("at",) and low[stop + 2] == "least"
        )
        if aside and stop < 0:
            if phrases or part[0] != "I":
                break
            # "In Paris the minister, 58, said"
            k = phrase_before(words, end)
            if k is not None and k > stop + 1:
                first = k
                last = last or end
            break
        if aside:
            if phrases and part[0] in "IGRTU":
                break
            if part[0] in "W#EN" or part[:2] in ("IW",) or low[stop + 1] in ("of", "from", "with", "a"):
                last = last or end + (1 if end == comma else 0)
            elif not phrases:
                last = None
            if tags[stop] in ";Q" and tags[stop] != "Q":
                break
            end = stop
            if tags[stop] == "Q":
                end = stop
                break
            continue
        k = phrase_before(words, end)
        if k is None:
            break
        phrases += 1
        if first is None or not _time_only(words, k, end):
            if last is None:
                last = end + (1 if end == comma else 0)
            first = k
        if k > stop + 1 or stop < 0 or tags[stop] != kind or phrases >= 2:
            break
        end = stop
    if first is None or (parts < 2 and kind == "," and tags[comma - 1] != ")"):
        return None
    closing = comma + 1 if comma < len(tags) and tags[comma] in ",-" else comma
    return first, min(last or end, closing)


def _speech(words: Words, end: int) -> int:
    """The last quote before `end` that is speech, and no scare quote within a phrase; -1 if none."""
    k = words.tags.rfind("Q", 0, end - 1 if words.tags[end - 1 : end] == "Q" else end)
    while k > 0 and words.tags[k - 1] in "DNCJEXGAI" and not words.closed_by_comma(k):
        k = words.tags.rfind("Q", 0, k)
    return k


def _time_only(words: Words, first: int, end: int) -> bool:
    return all(words.is_time(k) or words.tags[k] in "D#" for k in range(first, end))


_PHRASE = re.compile(
    r"(?:R?(?:[#DJ]|E(?=[NC])|R(?=[#J]))*(?:[NCJ#G]|V(?=[,.]|$)|E(?=[NC])|K(?=[NCDJ#]))+"
    r"|[PM#]|D+(?=[,;.I]|$))"
)


def phrase_after(words: Words, start: int) -> int:
    """Where the noun phrase from word `start` on ends, apposition and relatives included; `start` if none."""
    tags = words.tags
    low = words.low
    size = min(len(tags), start + _REACH)
    k = bare(words, start, size)
    if k == start:
        return start
    if k < size and low[k].endswith(("self", "selves")):
        k += 1
    while k < size:
        tag = tags[k]
        if (
            tag == "T"
            and k + 1 < size
            and tags[k + 1] in "DNC#M"
            and low[k - 1] in ("close", "adviser", "advisers", "aide")
        ):
            k = bare(words, k + 1, size)
        elif tag == "I":
            if low[k] not in (
                "of",
                "for",
                "at",
                "from",
                "with",
                "by",
                "about",
                "in",
                "to",
                "on",
                "close",
                "near",
                "involved",
                "outside",
                "who",
            ):
                break
            if low[k] in ("in", "on", "at") and _adjunct(words, k):
                break
            if low[k] == "for" and k + 1 < size and tags[k + 1] == "G":
                break
            n = bare(words, k + 1, size)
            if n == k + 1:
                break
            k = n
        elif (tag == "W" and low[k] in ("who", "whose", "which")) or (
            tag == "H" and k + 1 < size and tags[k + 1] in "XV"
        ):
            k = _relative_end(words, k, size)
        elif tag == "J" and low[k] in ("familiar", "close", "aware"):
            k += 1
        elif tag == "E" and k + 1 < size and tags[k + 1] in "IT":
            if low[k + 1] in ("to",) and tags[k + 1] == "T" and not (k + 2 < size and tags[k + 2] in "DNC"):
                break
            k += 1
        elif tag == ",":
            n = _apposition(words, k, size)
            if n == k:
                break
            k = n
        else:
            break
    return k


def bare(words: Words, start: int, size: int) -> int:
    """Where the noun phrase from word `start` on ends, without what follows its head; `start` if none."""
    match = _PHRASE.match(words.tags, start, size)
    if not match:
        return start
    end = match.end()
    low = words.low
    # a time word ends it: "Elif Tan Monday"
    for k in range(start + 1, end):
        if (
            words.is_time(k)
            and words.tags[k] == "C"
            and low[k] not in ("may", "march", "sun", "jan")
            and words.tags[k - 1] in "NC"
        ):
            return k
    while end > start + 1 and words.tags[end - 1] == "K":
        end -= 1
    return end


def _adjunct(words: Words, k: int) -> bool:
    """Whether the preposition at `k` leads to when or where it was said: "on Monday", "in a statement"."""
    low = words.low
    following = low[k + 1 : k + 4]
    if any(words.is_time(n) for n in range(k + 1, min(k + 3, len(low)))):
        return True
    leads = following[0] if following else ""
    if low[k] == "in":
        return leads in ("a", "an", "his", "her", "their", "its", "response", "reply")
    return low[k] in ("on", "at") and leads in ("a", "an", "his", "her", "their", "twitter", "facebook", "x")


def _relative_end(words: Words, start: int, size: int) -> int:
    tags = words.tags
    k = start + 1
    while k < size and tags[k] not in ",;:.Q-()":
        k += 1
    return k


def _apposition(words: Words, comma: int, size: int) -> int:
    """Where an apposition, an age or a relative clause after the comma ends; the comma itself if there is none."""
    tags = words.tags
    low = words.low
    k = comma + 1
    if k >= size:
        return comma
    if tags[k] == "W" and low[k] in ("who", "whose", "which"):
        return _relative_end(words, k, size)
    if tags[k] == "I" and low[k] in ("of", "from"):
        return bare(words, k + 1, size)
    if tags[k] in "DNCJ#":
        n = bare(words, k, size)
        if n == k:
            return comma
        while n < size and tags[n] == "I" and not _adjunct(words, n):
            m = bare(words, n + 1, size)
            if m == n + 1:
                break
            n = m
        m = n
        while m < size and tags[m] == "R":
            m += 1
        if m < size and tags[m] in "XVEB":
            return comma
        return n
    return comma
