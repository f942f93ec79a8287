"""Verbs that are not finite: ", saying that", ", citing two officials", "went on to say"."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import clauses, contents, identity, leftward, rightward, subjects
from tuitimeline.annotate.sourcing.lexicon import LEXICON, Verb
from tuitimeline.annotate.sourcing.relation import Relation
from tuitimeline.annotate.sourcing.tokens import Words

_RAISING = frozenset(
    """on appeared appears appear seemed seems continued continues expected set going able back proceeded
    began quick keen careful eager pains forced compelled obliged sought purports purported purport""".split()
)

_SEEMING = frozenset("on appears appear appeared purports purported purport".split())


def participle(words: Words, i: int, j: int, verb: Verb) -> Relation | None:
    """ ", saying that …": the source is the subject of the main clause; "emails showing that": the noun before."""
    if j > 0 and words.low[j] in ("both", "all", "each"):
        j -= 1
    before_it = words.tags[j] if j >= 0 else "^"
    found = Relation([(i, i + 1)], None, [], verb.lemma, verb.stance, clause=i)
    if before_it in ",^QK-" or words.low[j] in (
        "by",
        "while",
        "before",
        "after",
        "in",
        "when",
        "beyond",
        "besides",
        "than",
    ):
        if verb.lemma in ("cite", "quote"):
            return _cited(words, i)
        found.shared = True
        return found if contents.complete(words, i, verb, found) else None
    if before_it in "NC" and i + 1 < len(words):
        first = leftward.phrase_before(words, j + 1)
        follows = words.tags[i + 1] in "HQ" or clauses.finite(words, i + 1, clauses.stop(words, i + 1))
        if first is not None and _in_passing(words, first, j):
            found.shared = True
            return found if contents.complete(words, i, verb, found) else None
        if first is not None and follows:
            found.source = (first, j + 1)
            found.clause = first
            return found if contents.complete(words, i, verb, found) else None
    return None


def _in_passing(words: Words, first: int, j: int) -> bool:
    """Whether a phrase of time or a place ends before it: "he left the country last year saying"."""
    before = first > 1 and words.tags[first - 1] in "VE" and words.low[first] == "the"
    return words.is_time(j) or (before and identity.head(words, first, j + 1) not in _SPEAKING)


_SPEAKING = frozenset().union(
    *(LEXICON.sources[kind] for kind in ("document.words", "person.words", "institution.words"))
)


def _cited(words: Words, i: int) -> Relation | None:
    """ ", citing two officials": the cited are the source of what was just said."""
    end = rightward.phrase_after(words, i + 1)
    if end == i + 1 or not identity.can_speak(words, i + 1, end):
        return None
    return Relation([(i, i + 1)], (i + 1, end), [], "cite", clause=i, cited=True)


def infinitive(words: Words, i: int, to: int, verb: Verb) -> Relation | None:
    """ "Went on to say", "is expected to announce"."""
    tags = words.tags
    k = to - 1
    if k < 0 or words.low[k] not in _RAISING:
        return None
    head = k
    while head > 0 and tags[head] in "IRE" and tags[head - 1] in "VXRE":
        head -= 1
    subject = subjects.subject_before(words, head)
    if subject is None:
        return None
    seems = words.low[k] in _SEEMING
    found = Relation([(head if seems else i, i + 1)], subject, [], verb.lemma, verb.stance, clause=subject[0])
    return found if contents.complete(words, i, verb, found) else None
