"""Verbs that are not finite, or passive: ", saying that", "went on to say", "it was alleged", "as reported by"."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import clauses, contents, identity, leftward, rightward, subjects
from tuitimeline.annotate.sourcing.lexicon import Verb
from tuitimeline.annotate.sourcing.relation import Relation
from tuitimeline.annotate.sourcing.tokens import Words

_RAISING = frozenset(
    """on appeared appears appear seemed seems continued continues expected set going able back proceeded
    began""".split()
)


def participle(words: Words, i: int, j: int, verb: Verb) -> Relation | None:
    """ ", saying that …": the source is the subject of the main clause; "emails showing that": the noun before."""
    if j > 0 and words.low[j] in ("both", "all", "each"):
        j -= 1
    before_it = words.tags[j] if j >= 0 else "^"
    found = Relation([(i, i + 1)], None, [], verb.lemma, verb.stance, clause=i)
    if before_it in ",^QK-" or words.low[j] in ("by", "while", "before", "after", "in", "when"):
        if verb.lemma in ("cite", "quote"):
            return _cited(words, i, before_it)
        found.shared = True
        return found if contents.complete(words, i, verb, found) else None
    if before_it in "NC" and i + 1 < len(words):
        first = leftward.phrase_before(words, j + 1)
        follows = words.tags[i + 1] in "HQ" or clauses.finite(words, i + 1, clauses.stop(words, i + 1))
        if first is not None and follows:
            found.source = (first, j + 1)
            found.clause = first
            return found if contents.complete(words, i, verb, found) else None
    return None


def _cited(words: Words, i: int, before_it: str) -> Relation | None:
    """ ", citing two officials": the cited are the source of what was just said."""
    end = rightward.phrase_after(words, i + 1)
    if end == i + 1 or before_it == "^" or not identity.can_speak(words, i + 1, end):
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
    seems = words.low[k] in ("on", "appears", "appear", "appeared")
    found = Relation([(head if seems else i, i + 1)], subject, [], verb.lemma, verb.stance, clause=subject[0])
    return found if contents.complete(words, i, verb, found) else None


def reported_by(words: Words, i: int, lead: int, verb: Verb) -> Relation | None:
    """ "…, as (first) reported by the Courier": the content is the clause before."""
    end = rightward.phrase_after(words, i + 2)
    last = lead
    while last > 0 and words.tags[last - 1] in ",-":
        last -= 1
    begin = clauses.start_of_content(words, last)
    if end == i + 2 or begin >= last:
        return None
    return Relation(
        [(i, i + 1)], (i + 2, end), [(begin, last)], verb.lemma, verb.stance, clause=lead, after=False, echoes=True
    )


def passive(words: Words, i: int, j: int, verb: Verb) -> Relation | None:
    """ "It was alleged that", "was criticised by the mayor", "was quoted (by KTA) as saying"."""
    tags = words.tags
    low = words.low
    k = j
    while k >= 0 and tags[k] in "XR":
        k -= 1
    at = clauses.skip_adjuncts(words, i + 1)
    if tags[at : at + 1] == "H" and low[k] == "it" and verb.takes & {"clause", "that"}:
        end = clauses.end_of_content(words, at + 1)
        cue = [(k, i + 1)]
        return (
            Relation(cue, None, [(at + 1, end)], verb.lemma, verb.stance, nobody=True, clause=k)
            if end > at + 1
            else None
        )
    if verb.lemma in ("quote", "cite") and "saying" in low[i + 1 : i + 14]:
        saying = low.index("saying", i + 1)
        subject = subjects.subject_before(words, i)
        begin = saying + 1 + (tags[saying + 1 : saying + 2] == "H")
        end = clauses.end_of_content(words, begin)
        if low[saying - 1] == "as" and subject is not None and end > begin:
            cue = [(k + 1, i + 1), (saying - 1, saying + 1)]
            told = (i + 1, saying - 1) if saying - 1 > i + 1 else None
            return Relation(cue, subject, [(begin, end)], "quote", clause=subject[0], addressee=told)
    if low[i + 1 : i + 2] == ["by"] and "to" in verb.takes:
        end = clauses.skip_phrase(words, i + 2)
        if tags[end : end + 1] == "H" and end > i + 2:
            content = (end + 1, clauses.end_of_content(words, end + 1))
            return Relation([(i, i + 1)], (i + 2, end), [content], verb.lemma, verb.stance, clause=k)
    if low[i + 1 : i + 2] == ["by"] and verb.takes & {"as", "np"}:
        end = rightward.phrase_after(words, i + 2)
        subject = subjects.subject_before(words, i)
        if end > i + 2 and subject is not None:
            return Relation(
                [(i, i + 1)], (i + 2, end), [subject], verb.lemma, verb.stance, clause=subject[0], after=False
            )
    return None
