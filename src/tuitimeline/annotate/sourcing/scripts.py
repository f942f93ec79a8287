"""Speakers without a verb: `Fey: “I have.”`, `“I have.” — Fey`, the turns of a transcript, `MR. FEY: I have.`

Headlines too: `Police: Suspect held in Ostend`, `Airline knew of faulty doors: report`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.relation import Relation
from tuitimeline.annotate.sourcing.tokens import Words

_NAME = re.compile(r"([DNJ]{0,3}C{1,4})(?:\([^)]{0,4}\))?:")
_SIGNED = re.compile(r"Q-((?:D?[NJ]{0,3}C{1,4})(?:,[DNCJI]{1,8})?)$")
TRANSCRIPT = "transcript"
HEADLINE = "headline"


def find(words: Words) -> Relation | None:
    """The attribution of a sentence that names its speaker before a colon or after a dash."""
    tags = words.tags
    signed = _SIGNED.match(tags)
    if signed:
        return Relation([(1, 2)], (2, len(tags)), [(0, 1)], "—", after=False)
    headline = _headline(words)
    if headline is not None:
        return headline
    named = _NAME.match(tags)
    if named is None or named.end() >= len(tags):
        return None
    source, colon = (0, named.end(1)), named.end() - 1
    if tags[colon + 1] == "Q":
        return Relation([(colon, colon + 1)], source, [(colon + 1, len(tags))], ":")
    if words.text[words.start[0] : words.end[source[1] - 1]].isupper():
        return Relation([(colon, colon + 1)], source, [(colon + 1, len(tags))], TRANSCRIPT)
    return None


def _headline(words: Words) -> Relation | None:
    """A speaker before or after the only colon of a line that ends without a stop."""
    tags = words.tags
    colon = tags.find(":")
    if colon < 1 or tags.count(":") > 1 or "Q" in tags or words.text[words.sentence.end - 1] in ".!?…:;,":
        return None
    if _speaks(words, 0, colon) and len(tags) - colon > 3:
        return Relation([(colon, colon + 1)], (0, colon), [(colon + 1, len(tags))], HEADLINE)
    if _speaks(words, colon + 1, len(tags)) and colon > 2:
        return Relation([(colon, colon + 1)], (colon + 1, len(tags)), [(0, colon)], HEADLINE, after=False)
    return None


def _speaks(words: Words, first: int, last: int) -> bool:
    """Whether words `first` up to `last` are a short noun phrase whose head is one who speaks, or a report."""
    if (
        not 0 < last - first < 5
        or words.tags[first : last - 1].strip("DNJC#")
        or words.tags[last - 1] not in "NCB"
    ):
        return False
    return words.low[last - 1] in _SPEAKERS


_SPEAKERS = frozenset().union(
    *(LEXICON.sources[f"{kind}.words"] for kind in ("person", "institution")),
    *(LEXICON.sources[kind] for kind in ("institution.plural", "institution.spokes", "document.headline")),
)


def is_transcript(relations: Sequence[Sequence[Relation]]) -> bool:
    """Whether a document speaks in turns: one line in capitals and a colon is a heading, two are a transcript."""
    return sum(r.lemma == TRANSCRIPT for found in relations for r in found) > 1
