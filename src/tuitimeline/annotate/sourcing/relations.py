"""The attributions of one sentence: every cue with its source and its content."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import adjuncts, nominal, phrases, scripts, siblings, verbs
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.relation import Relation
from tuitimeline.annotate.sourcing.tokens import Words

_VERBS = LEXICON.verbs
_MOST = 24  # cues in one sentence: more is no language, and would take long
_WHOLE = frozenset((scripts.TRANSCRIPT, scripts.HEADLINE))
TRIGGERS = frozenset(_VERBS) | nominal.NOUNS | adjuncts.TRIGGERS | phrases.HINTS


def find(words: Words) -> list[Relation]:
    """The attributions of one sentence, in the order of their cues."""
    low = words.low
    spoken = scripts.find(words) if ":" in words.tags or words.tags.startswith("Q-") else None
    if spoken is not None and (spoken.lemma in _WHOLE or TRIGGERS.isdisjoint(low)):
        return [spoken]
    if TRIGGERS.isdisjoint(low):
        return []
    out: list[Relation] = []
    taken: set[int] = set()
    if not phrases.HINTS.isdisjoint(low):
        for phrase in phrases.find(words):
            relation = phrases.relation(words, phrase)
            if relation is not None:
                out.append(relation)
                taken.update(range(phrase.first, phrase.last))
    for i, word in enumerate(low):
        if word in TRIGGERS and i not in taken:
            relation = _cue(words, i, word)
            if relation is not None:
                out.append(relation)
                if len(out) == _MOST:
                    break
    return siblings.settle(words, out)


def _cue(words: Words, i: int, word: str) -> Relation | None:
    if word in nominal.NOUNS and words.tags[i] == "N":
        return nominal.relation(words, i)
    if word in adjuncts.TRIGGERS:
        found = adjuncts.relation(words, i)
        if found is not None:
            return found
    if word in _VERBS and words.tags[i] not in "CXNJ":
        return verbs.relation(words, i, _VERBS[word])
    return None
