"""Reporting verbs: which forms report, and on which side of them their source stands."""

from __future__ import annotations

import re

from tuitimeline.annotate.sourcing import (
    clauses,
    contents,
    identity,
    leftward,
    participles,
    passives,
    rightward,
    subjects,
)
from tuitimeline.annotate.sourcing.lexicon import LEXICON, Verb
from tuitimeline.annotate.sourcing.relation import Relation, Run
from tuitimeline.annotate.sourcing.tokens import Words

_VERBS = LEXICON.verbs
_TIME = LEXICON.time
_BE = frozenset("is are was were be been being isn't aren't wasn't weren't 's 're 'm am get got gets".split())
_HAVE = frozenset("has have had having 've 'd 's hasn't haven't hadn't".split())
# "reports that track", "claims go": nouns
_NOUN_AFTER = re.compile(r"H[VXEB]|[VBX]")
_SINGLE = frozenset(("this", "that", "each", "either", "neither", "another", "one"))
_ALONE = frozenset(
    """both all some each either neither another many that this these those others one most several few two
    three other latter former""".split()
)
_LIVES = frozenset(("lives", "life", "victims"))
_SIGNS = frozenset("indicate suggest imply show confirm reveal".split())
_INVERTING = frozenset(
    "say announce report add note write explain argue suggest warn show find claim reveal indicate tweet".split()
)


def relation(words: Words, i: int, verb: Verb) -> Relation | None:
    """What the verb at word `i` reports; None where it does not report."""
    tags = words.tags
    low = words.low
    j = i - 1
    while j >= 0 and words.is_adverb(j):
        j -= 1
    before = tags[j] if j >= 0 else "^"
    previous = low[j] if j >= 0 else ""
    if verb.form == "g":
        if before == "X" and previous in _BE:
            return _finite(words, i, verb)
        return participles.participle(words, i, j, verb)
    lead = j - 1 if previous == "first" and j > 0 else j
    if verb.form in "dn" and lead > 0 and low[lead] == "as" and low[i + 1 : i + 2] == ["by"]:
        return passives.reported_by(words, i, lead, verb)
    if _is_noun(words, j, verb) or (verb.form == "s" and _NOUN_AFTER.match(words.tags, i + 1)):
        return None
    if verb.form == "b" and before == "E" and previous not in _VERBS and _many(words, j):
        return _finite(words, i, verb)
    if verb.form == "b":
        if before == "T":
            return participles.infinitive(words, i, j, verb)
        if before not in "XPNCM,W#QKDVH" or (before in "NC" and not _many(words, j)):
            return None
    modified = before in "DI" or (before == "J" and tags[i] == "E")
    if verb.form in "dn" and modified and previous not in _ALONE:
        return None
    if verb.lemma in _SIGNS and previous in ("would", "could"):
        return None  # "the dead and rescued would suggest": an inference, and no report
    if verb.lemma == "claim" and not _LIVES.isdisjoint(low[i + 1 : i + 5]):
        return None  # "the flood claimed 12 lives"
    if before == "#" and previous[0].isdigit() and words.tags[i + 1 : i + 2] == "N":
        return None  # "475 pledged delegates"
    if verb.form in "dn" and _passive(words, j):
        return passives.passive(words, i, j, verb)
    if verb.form == "n" and not (before == "X" and previous in _HAVE):
        return None
    return _finite(words, i, verb)


def _is_noun(words: Words, j: int, verb: Verb) -> bool:
    """Whether what stands before makes a noun of it: "the claims", "his reports", "phone calls"."""
    if verb.form not in "sb" or j < 0 or words.low[j] in (_SINGLE if verb.form == "s" else _ALONE - _SINGLE):
        return False
    return words.tags[j] in "DJI" or (words.low[j].endswith(("'s", "s'")) and words.tags[j] in "NC")


def _many(words: Words, j: int) -> bool:
    """Whether the subject that ends at word `j` can be plural: "officials", "A and B"."""
    if words.tags[j] == "N" and identity.plural(words.low[j]):
        return True
    if words.tags[j] == "C" and words.low[j].endswith("s"):
        return True
    return "K" in words.tags[max(0, j - 4) : j] or any(
        identity.plural(w) and not w.endswith("'s") for w in words.low[max(0, j - 10) : j]
    )


def _passive(words: Words, j: int) -> bool:
    k = j
    while k >= 0 and (words.tags[k] == "X" or words.is_adverb(k)):
        if words.low[k] in _BE:
            return True
        k -= 1
    return False


def _finite(words: Words, i: int, verb: Verb) -> Relation | None:
    """A finite verb: its subject stands before it, or after it where the content comes first."""
    source = _inverted(words, i, verb)
    if source is not None:
        return _content_first(words, i, verb, source)
    found = Relation([(i, i + 1)], None, [], verb.lemma, verb.stance, clause=i)
    left = subjects.subject_before(words, i)
    if left is None:
        k = i - 1
        while k >= 0 and words.tags[k] in "XR":
            k -= 1
        k = clauses.before_adjunct(words, k)
        if k < 0 or not (words.tags[k] == "," or words.low[k] in ("and", "but", "or")):
            return None
        found.shared = True
        found.clause = k
    else:
        found.source = left
        found.clause = left[0]
        _relative(words, found, i)
        if left[0] and words.low[left[0] - 1] == "as" and (left[0] == 1 or words.tags[left[0] - 2] in ",K"):
            return _as_reported(words, i, found)
    return found if contents.complete(words, i, verb, found) else None


def _as_reported(words: Words, i: int, found: Relation) -> Relation | None:
    """ "As the Times reported, …" and "…, as the Times reported": the content is the clause beside it."""
    assert found.source is not None
    after = clauses.skip_adjuncts(words, i + 1)
    tags = words.tags
    if found.source[0] <= 2 and tags[after : after + 1] in (",", ":"):
        content = (after + 1, clauses.end_of_content(words, after + 1))
    elif found.source[0] > 2 and tags[after : after + 1] in ("", ".", ",", "-", ";"):
        content = (clauses.start_of_content(words, found.source[0] - 2), found.source[0] - 2)
        found.after = False
        found.echoes = True
    else:
        return None
    found.content = [content]
    found.clause = found.source[0] - 1
    return found if content[1] > content[0] and clauses.finite(words, *content) else None


def _relative(words: Words, found: Relation, i: int) -> None:
    """An object relative, "a prediction that Oyarzun called “an old song”", begins before its source."""
    assert found.source is not None
    k = found.source[0] - 1
    if k < 1 or words.low[k] not in ("that", "which", "what") or i - k > 12:
        return
    if words.low[k] == "which" and words.tags[k - 1] == ",":
        found.clause = k
        return
    first = leftward.phrase_before(words, k) if words.low[k] == "that" else None
    if first is not None and first > 1 and words.tags[first - 1] == "," and words.tags[first] == "D":
        found.clause = first
        found.antecedent = (first, k)


def _content_first(words: Words, i: int, verb: Verb, source: Run) -> Relation | None:
    """ "…,” said Avila"."""
    tags = words.tags
    end = i
    while end > 0 and tags[end - 1] in "RX":
        end -= 1
    while end > 0 and tags[end - 1] in ",-":
        end -= 1
    begin = clauses.start_of_content(words, end)
    if begin >= end:
        return None
    found = Relation([(i, i + 1)], source, [(begin, end)], verb.lemma, verb.stance, clause=end, after=False)
    contents.tail(words, found, clauses.skip_adjuncts(words, source[1]))
    return found


def _inverted(words: Words, i: int, verb: Verb) -> Run | None:
    """The source after the verb, where the content comes first."""
    tags = words.tags
    low = words.low
    k = i - 1
    while k >= 0 and tags[k] == "R":
        k -= 1
    if not verb.takes & contents.SPEECH or k < 0 or tags[k] not in ",Q-." or i + 1 >= len(tags):
        return None
    if verb.form not in "sdb" or tags[i + 1] not in "DCN#PJ" or words.is_time(i + 1):
        return None
    if tags[i + 1] == "P":
        if low[i + 1] not in ("he", "she", "they", "it", "i", "we") or tags[i + 2 : i + 3] not in (",", ".", ""):
            return None
        end = i + 2
    else:
        end = rightward.phrase_after(words, i + 1)
    if end == i + 1 or (verb.form == "b" and not identity.plural(identity.head(words, i + 1, end))):
        return None
    if tags[k] == "Q" or (tags[k] == "," and k and tags[k - 1] == "Q") or tags[k] == ".":
        scare = tags[k] == "Q" and not words.speech(k) and k and tags[k - 1] not in ",:.KRQX"
        return None if scare or _verb_follows(words, end) else (i + 1, end)
    if (
        verb.lemma not in _INVERTING
        or (_verb_follows(words, end) and tags[end : end + 1] != ",")
        or tags[end : end + 1] == "H"
    ):
        return None
    resumed = tags[end : end + 2] in (",X", ",V") or (tags[end - 1] == "," and tags[end : end + 1] in ("X", "V"))
    begin = clauses.start_of_content(words, k)
    if resumed or tags[begin] == "Q" or clauses.finite(words, begin, k):
        return i + 1, end
    return None


def _verb_follows(words: Words, end: int) -> bool:
    """Whether the noun phrase that ends at `end` is the subject of a verb of its own."""
    tags = words.tags
    if end < len(tags) and tags[end] in "XVEB":
        return True
    k = end
    while k < len(tags) and tags[k] not in ",;:.Q-":
        k += 1
    return clauses.finite(words, end, k)
