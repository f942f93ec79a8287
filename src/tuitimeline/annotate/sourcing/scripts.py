"""Speakers without a verb: `Fey: “I have.”`, `“I have.” — Fey`, the turns of a transcript, `MR. FEY: I have.`"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuitimeline.annotate.sourcing.relation import Relation
from tuitimeline.annotate.sourcing.tokens import Words

_NAME = re.compile(r"([DNJ]{0,3}C{1,4})(?:\([^)]{0,4}\))?:")
_SIGNED = re.compile(r"Q-((?:D?[NJ]{0,3}C{1,4})(?:,[DNCJI]{1,8})?)$")
TRANSCRIPT = "transcript"


def find(words: Words) -> Relation | None:
    """The attribution of a sentence that names its speaker before a colon or after a dash."""
    tags = words.tags
    signed = _SIGNED.match(tags)
    if signed:
        return Relation([(1, 2)], (2, len(tags)), [(0, 1)], "—", after=False)
    named = _NAME.match(tags)
    if named is None or named.end() >= len(tags):
        return None
    source, colon = (0, named.end(1)), named.end() - 1
    if tags[colon + 1] == "Q":
        return Relation([(colon, colon + 1)], source, [(colon + 1, len(tags))], ":")
    if words.text[words.start[0] : words.end[source[1] - 1]].isupper():
        return Relation([(colon, colon + 1)], source, [(colon + 1, len(tags))], TRANSCRIPT)
    return None


def is_transcript(relations: Sequence[Sequence[Relation]]) -> bool:
    """Whether a document speaks in turns: one line in capitals and a colon is a heading, two are a transcript."""
    return sum(r.lemma == TRANSCRIPT for found in relations for r in found) > 1
