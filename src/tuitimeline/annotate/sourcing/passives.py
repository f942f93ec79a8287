"""Passives: "it was alleged that", "was quoted as saying", "was told by two aides that", "as reported by"."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import clauses, rightward, subjects
from tuitimeline.annotate.sourcing.lexicon import Verb
from tuitimeline.annotate.sourcing.relation import Relation, Run
from tuitimeline.annotate.sourcing.tokens import Words


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
    """What the passive participle at word `i` reports; `j` is the word before it and its adverbs."""
    k = j
    while k >= 0 and words.tags[k] in "XR":
        k -= 1
    if words.low[k] == "it" and verb.takes & {"clause", "that", "it"}:
        return _impersonal(words, i, k, verb)
    if verb.lemma in ("quote", "cite") and "saying" in words.low[i + 1 : i + 14]:
        return _quoted(words, i, k)
    if words.low[i + 1 : i + 2] == ["by"]:
        return _told_by(words, i, k, verb) or _done_by(words, i, verb)
    return None


def _impersonal(words: Words, i: int, it: int, verb: Verb) -> Relation | None:
    """ "It was alleged (on Monday) that …", "it is claimed the officer fired first"."""
    at = clauses.skip_adjuncts(words, i + 1)
    joined = words.tags[at : at + 1] == "H"
    begin = at + 1 if joined else i + 1
    end = clauses.end_of_content(words, begin)
    clause = joined or (begin < end and words.tags[begin] in "DCNJ#P" and clauses.finite(words, begin, end))
    if end <= begin or not clause:
        return None
    return Relation([(it, i + 1)], None, [(begin, end)], verb.lemma, verb.stance, nobody=True, clause=it)


def _quoted(words: Words, i: int, k: int) -> Relation | None:
    """ "Was quoted (by KTA) as saying"."""
    saying = words.low.index("saying", i + 1)
    subject = subjects.subject_before(words, i)
    begin = saying + 1 + (words.tags[saying + 1 : saying + 2] == "H")
    end = clauses.end_of_content(words, begin)
    if words.low[saying - 1] != "as" or subject is None or end <= begin:
        return None
    cue = [(k + 1, i + 1), (saying - 1, saying + 1)]
    told = (i + 1, saying - 1) if saying - 1 > i + 1 else None
    return Relation(cue, subject, [(begin, end)], "quote", clause=subject[0], addressee=told)


def _told_by(words: Words, i: int, k: int, verb: Verb) -> Relation | None:
    """ "Was told by two aides that …"."""
    end = clauses.skip_phrase(words, i + 2)
    if "to" not in verb.takes or end == i + 2 or words.tags[end : end + 1] != "H":
        return None
    content = (end + 1, clauses.end_of_content(words, end + 1))
    return Relation([(i, i + 1)], (i + 2, end), [content], verb.lemma, verb.stance, clause=k)


def _done_by(words: Words, i: int, verb: Verb) -> Relation | None:
    """ "Was dismissed by the ministry as speculation": the subject is the content, and what it is called."""
    end = rightward.phrase_after(words, i + 2)
    subject = subjects.subject_before(words, i)
    if not verb.takes & {"as", "np"} or end == i + 2 or subject is None:
        return None
    content: list[Run] = [subject]
    if words.low[end : end + 1] == ["as"] and end + 1 < len(words):
        content.append((end + 1, clauses.end_of_content(words, end + 1)))
    return Relation([(i, i + 1)], (i + 2, end), content, verb.lemma, verb.stance, clause=subject[0], after=False)
