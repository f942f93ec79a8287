"""Which way an expression without a year points: the tense and the cues of its clause."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any

from tuitimeline.annotate.dates.reading import Context
from tuitimeline.annotate.dates.words import any_case, one_of

_CUES: dict[str, Any] = tomllib.loads(
    resources.files(__package__).joinpath("direction.toml").read_text(encoding="utf-8")
)
_NOT_BEHIND = frozenset(_CUES["not_behind"])
_MODAL = rf"(?<![\w’']){any_case(one_of(_CUES['modals']))}(?!\w)|['’]ll\b"
_GOVERNED = r"(?:\s+(?:to|be|not|also|[a-z]+ly))*(?:\s+[a-z]+\b)?"
_AHEAD = rf"(?P<ahead>(?:{_MODAL}){_GOVERNED}|\b{any_case(one_of(_CUES['ahead']))}\b)"
_REFUSED = r"\b(?i:would|could|did|does|do|has|had|was|were)(?:n['’]t|\s+not)\b"
_BEHIND = rf"(?P<behind>\b(?:{any_case(one_of(_CUES['behind']))}|[a-zA-Z]+ed)\b)"
_REFUSAL = re.compile(_REFUSED)
_TENSE = re.compile(f"(?P<refused>{_REFUSED}(?:\\s+be)?(?:\\s+[a-z]+)?)|{_AHEAD}|{_BEHIND}")
_DEADLINE = re.compile(
    rf"\b(?P<cue>{any_case(one_of(_CUES['deadline']))})\s+(?:(?:the|this|on|late|early|end of|next)\s+)*\Z"
)
_OVER = re.compile(r"[^.;:]{0,48}?\b(?:had|was|were)\b")
_INFINITIVE = re.compile(r"\bto\s+(?!the\b|a\b|an\b|his\b|her\b|its\b)[a-z]+[^.;:]*\Z")
_CLAUSE = re.compile(r"[;:]|,\s+(?:but|and|while|which|who|after|as)\s|\bafter\b|[\"“”]")


def lean(context: Context, start: int, end: int) -> int:
    """1 where the words around [start, end) point to what is to come, -1 to what has been, else 0.

    The nearest verb of the clause before decides, else the first of the clause behind, else any verb before. A
    deadline ("until Friday", "by June") points ahead unless its clause is over ("was gone by Tuesday").
    """
    before = context.before(start, 120)
    signs = [(tense.start(), sign) for tense in _TENSE.finditer(before) if (sign := _sign(tense))]
    if deadline := _DEADLINE.search(before):
        return -1 if _is_over(deadline, signs, before, context.beyond(end, 60)) else 1
    clause = max((found.end() for found in _CLAUSE.finditer(before)), default=0)
    if signs and signs[-1][0] >= clause:
        return signs[-1][1]
    beyond = context.beyond(end, 80)
    cut = _CLAUSE.search(beyond)
    for tense in _TENSE.finditer(beyond, 0, cut.start() if cut else len(beyond)):
        if sign := _sign(tense):
            return sign
    return signs[-1][1] if signs else 0


def _is_over(deadline: re.Match[str], signs: list[tuple[int, int]], before: str, beyond: str) -> bool:
    cue = deadline["cue"].lower()
    if cue == "by":
        done = bool(signs) and signs[-1][1] < 0 and not _INFINITIVE.search(before, signs[-1][0], deadline.start())
        return done or (not signs and _OVER.match(beyond) is not None)
    refused = bool(signs) and _REFUSAL.match(before, signs[-1][0]) is not None
    return cue in ("until", "till") and (refused or (not signs and _OVER.match(beyond) is not None))


def _sign(tense: re.Match[str]) -> int:
    if tense["ahead"]:
        return 1
    if tense["refused"]:
        return -1
    return 0 if tense["behind"].lower() in _NOT_BEHIND else -1
