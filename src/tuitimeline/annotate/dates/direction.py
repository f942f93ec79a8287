"""Which way an expression without a year points: the tense and the cues of its clause."""

from __future__ import annotations

import re
from typing import NamedTuple

from tuitimeline.annotate.dates.reading import Context
from tuitimeline.annotate.dates.words import spelled
from tuitimeline.tables import read_table

_CUES: dict[str, list[str]] = read_table(__file__, "direction.toml")
_MODALS, _AHEAD, _BEHIND, _NOT_BEHIND, _REFUSED, _AWAITED, _ARRANGED = (
    frozenset(_CUES[name])
    for name in ("modals", "ahead", "behind", "not_behind", "refused", "awaited", "arranged")
)
_GOVERNED = frozenset({"to", "be", "not", "also", "have", "been"})
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_DEADLINE = re.compile(
    rf"\b(?P<cue>{spelled(_CUES['deadline'])})\s+(?:(?:the|this|on|late|early|end of|next)\s+)*\Z"
)
_OVER = re.compile(r"[^.;:]{0,48}?\b(?:had|was|were)\b")
_INFINITIVE = re.compile(r"\bto\s+(?!the\b|a\b|an\b|his\b|her\b|its\b)[a-z]+[^.;:]*\Z")
_CLAUSE = re.compile(r"[;:\"“”]|,\s(?:but|and|while|which|who|after|as)\s|\bafter\b")


class _Verb(NamedTuple):
    """Where a verb or cue stands, 1 ahead or -1 behind, and whether it is a refusal ("did not")."""

    at: int
    sign: int
    refused: bool = False


def lean(context: Context, start: int, end: int) -> int:
    """1 where the words around [start, end) point to what is to come, -1 to what has been, else 0.

    The nearest verb of the clause before decides, else the first of the clause behind, else any verb before. A
    deadline ("until Friday", "by June") points ahead unless its clause is over ("was gone by Tuesday").
    """
    beyond = context.beyond(end, 80)
    if (noun := _WORD.match(beyond, 1)) and noun[0].lower() in _AWAITED:
        return 1
    before = context.before(start, 120)
    prose = context.text[context.sentence.end - 1] in ".!?…\"”’'"
    verbs = _verbs(before, prose)
    if deadline := _DEADLINE.search(before, max(0, len(before) - 40)):
        return -1 if _is_over(deadline, verbs, before, beyond) else 1
    clause = max((found.end() for found in _CLAUSE.finditer(before)), default=0)
    if verbs and verbs[-1].at >= clause:
        return verbs[-1].sign
    cut = _CLAUSE.search(beyond)
    behind = _verbs(beyond[: cut.start()] if cut else beyond, prose)
    nearest = behind[:1] or verbs[-1:]
    return nearest[0].sign if nearest else 0


def _is_over(deadline: re.Match[str], verbs: list[_Verb], before: str, beyond: str) -> bool:
    cue = deadline["cue"].lower()
    if cue not in ("by", "until", "till"):
        return False
    if not verbs:
        return _OVER.match(beyond) is not None
    last = verbs[-1]
    if cue != "by":
        return last.refused
    return last.sign < 0 and _INFINITIVE.search(before, last.at, deadline.start()) is None


def _verbs(text: str, prose: bool) -> list[_Verb]:
    """The verbs and cues that have a tense; in prose, not in a headline, the present can be a fixed future.

    What a modal governs ("will be formally signed") is passed over: it is no past tense.
    """
    words = [(found.start(), found[0].lower().replace("’", "'")) for found in _WORD.finditer(text)]
    verbs: list[_Verb] = []
    i = 0
    while i < len(words):
        at, word = words[i]
        following = words[i + 1][1] if i + 1 < len(words) else ""
        i += 1
        pair = f"{word} {following}"
        if word in _REFUSED or (following == "not" and f"{word}n't" in _REFUSED):
            verbs.append(_Verb(at, -1, refused=True))
            i = _past_governed(words, i)
        elif pair in _MODALS or word in _MODALS or word.endswith("'ll"):
            verbs.append(_Verb(at, 1))
            i = _past_governed(words, i + (pair in _MODALS))
        elif pair in _AHEAD or word in _AHEAD or (prose and word in _ARRANGED):
            verbs.append(_Verb(at, 1))
        elif word in _BEHIND or (word.endswith("ed") and len(word) > 3 and word not in _NOT_BEHIND):
            verbs.append(_Verb(at, -1))
    return verbs


def _past_governed(words: list[tuple[int, str]], i: int) -> int:
    while i < len(words) and (words[i][1] in _GOVERNED or words[i][1].endswith("ly")):
        i += 1
    return i + 1
