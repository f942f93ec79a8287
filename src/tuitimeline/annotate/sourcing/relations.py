"""The attributions of one sentence: every cue with its source and its content."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import (
    clauses,
    contents,
    leftward,
    nominal,
    phrases,
    rightward,
    scripts,
    siblings,
    verbs,
)
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.relation import Relation
from tuitimeline.annotate.sourcing.tokens import Words

_VERBS = LEXICON.verbs
_MOST = 24  # cues in one sentence: more is no language, and would take long
_ADVERBS = frozenset(("reportedly", "allegedly"))
_WHOLE = frozenset((scripts.TRANSCRIPT, scripts.HEADLINE))
TRIGGERS = frozenset(_VERBS) | nominal.NOUNS | _ADVERBS | phrases.HINTS | {"according", "words"}


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
    if word == "according" and words.low[i + 1 : i + 2] == ["to"]:
        return _according(words, i, i + 2)
    if word == "words" and words.low[i - 2 : i + 2] == ["in", "the", "words", "of"]:
        return _according(words, i - 2, i + 2)
    if word in _ADVERBS:
        return _reportedly(words, i)
    if word in _VERBS and words.tags[i] not in "CXNJ":
        return verbs.relation(words, i, _VERBS[word])
    return None


def _according(words: Words, i: int, who: int) -> Relation | None:
    """ "According to the firm, …" and "…, in the words of the firm": the source begins at word `who`."""
    tags = words.tags
    if words.low[who : who + 1] in (["plan"], ["schedule"], ["custom"], ["law"]):
        return None
    end = who + 1 if tags[who : who + 1] in ("M", "P") else rightward.phrase_after(words, who)
    if end == who:
        return None
    found = Relation([(i, who)], (who, end), [], "according", clause=i)
    start = i
    while start > 0 and tags[start - 1] in "RK":
        start -= 1
    if (
        start == 0
        or tags[start - 1] in ";:"
        or (tags[start - 1] == "," and start > 1 and tags[start - 2] in "HKUW")
    ):
        begin = clauses.skip_adjuncts(words, end)
        while begin < len(tags) and tags[begin] not in ",Q":
            begin += 1
        while begin < len(tags) and tags[begin] == ",":
            begin += 1
        last = clauses.end_of_content(words, begin)
        found.content = [(begin, last)]
        return found if last > begin else None
    found.clause = start
    while found.clause > 0 and tags[found.clause - 1] in ",-":
        found.clause -= 1
    return found if found.clause and contents.around(words, found, end) else None


def _reportedly(words: Words, i: int) -> Relation:
    """An adverb in nobody's name: its content is the clause around it."""
    tags = words.tags
    if (
        1 < i < len(tags) - 1
        and tags[i - 1] == ","
        and (tags[i + 1] in "EGI" or words.low[i + 1] in LEXICON.participles)
        and tags.find(",", i) > 0
    ):
        first = leftward.phrase_before(words, i - 1)  # "the yacht, allegedly bought with pension money, is"
        if first is not None:
            content = [(first, i - 1), (i + 1, tags.find(",", i))]
            return Relation([(i, i + 1)], None, content, words.low[i], nobody=True, clause=i)
    begin = i
    while begin > 0 and tags[begin - 1] not in ";:.Q-" and tags[begin - 1 : begin + 1] != ",K":
        begin -= 1
    while begin < i and tags[begin] in "K,":
        begin += 1
    end = i + 1
    while end < len(tags) and tags[end] not in ";.:-" and tags[end : end + 2] != ",K":
        end += 1
    while end > i + 1 and tags[end - 1] == ",":
        end -= 1
    content = [run for run in ((begin, i), (i + 1, end)) if run[0] < run[1]]
    return Relation([(i, i + 1)], None, content, words.low[i], nobody=True, clause=i)
