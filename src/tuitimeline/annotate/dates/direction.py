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
_TENSE = re.compile(f"(?P<refused>{_REFUSED}(?:\\s+be)?(?:\\s+[a-z]+)?)|{_AHEAD}|{_BEHIND}")
_DEADLINE = re.compile(
    rf"\b{any_case(one_of(_CUES['deadline']))}\s+(?:(?:the|this|on|late|early|end of|next)\s+)*\Z"
)
_OVER = re.compile(r"[^.;:]{0,48}?\b(?:had|was|were)\b")
_REFUSAL = re.compile(rf"{_REFUSED}[^.;:]{{0,48}}\buntil\s+\Z")
_CLAUSE = re.compile(r"[;:]|,\s+(?:but|and|while|which|who|after|as)\s|\bafter\b|[\"“”]")


def lean(context: Context, start: int, end: int) -> int:
    """1 where the words around [start, end) point to what is to come, -1 to what has been, else 0."""
    before = context.before(start, 120)
    if _DEADLINE.search(before):
        return -1 if _OVER.match(context.beyond(end, 60)) or _REFUSAL.search(before) else 1
    for clause in _CLAUSE.finditer(before):
        before = before[clause.end() :] if clause.end() < len(before) else before
        break
    nearest = 0
    for tense in _TENSE.finditer(before):
        nearest = _sign(tense) or nearest
    if nearest:
        return nearest
    beyond = context.beyond(end, 80)
    cut = _CLAUSE.search(beyond)
    for tense in _TENSE.finditer(beyond, 0, cut.start() if cut else len(beyond)):
        if sign := _sign(tense):
            return sign
    return 0


def _sign(tense: re.Match[str]) -> int:
    if tense["ahead"]:
        return 1
    if tense["refused"]:
        return -1
    return 0 if tense["behind"].lower() in _NOT_BEHIND else -1
