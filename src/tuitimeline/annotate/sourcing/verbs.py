"""Reporting verbs: which forms report, who their source is, and on which side of them the content stands."""

from __future__ import annotations

import re

from tuitimeline.annotate.sourcing import clauses, complements, identity, leftward, rightward, subjects
from tuitimeline.annotate.sourcing.lexicon import LEXICON, Verb
from tuitimeline.annotate.sourcing.relation import Lone, Relation, Run
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
_INVERTING = frozenset(
    "say announce report add note write explain argue suggest warn show find claim reveal indicate tweet".split()
)
_NEVER_LONE = frozenset("read begin continue lie smile laugh offer reason think hope believe".split())
_RAISING = frozenset(
    """on appeared appears appear seemed seems continued continues expected set going able back proceeded
    began""".split()
)


def relation(words: Words, i: int, verb: Verb) -> Relation | None:
    """What the verb at word `i` reports; None where it does not report."""
    tags = words.tags
    low = words.low
    j = i - 1
    while j >= 0 and tags[j] == "R":
        j -= 1
    before = tags[j] if j >= 0 else "^"
    previous = low[j] if j >= 0 else ""
    if verb.form == "g":
        if before == "X" and previous in _BE:
            return _finite(words, i, verb)
        return _participle(words, i, j, verb)
    lead = j - 1 if previous == "first" and j > 0 else j
    if verb.form in "dn" and lead > 0 and low[lead] == "as" and low[i + 1 : i + 2] == ["by"]:
        return _reported_by(words, i, lead, verb)
    if _is_noun(words, j, verb) or (verb.form == "s" and _NOUN_AFTER.match(words.tags, i + 1)):
        return None
    if verb.form == "b" and before == "E" and previous not in _VERBS and _many(words, j):
        return _finite(words, i, verb)
    if verb.form == "b":
        if before == "T":
            return _infinitive(words, i, j, verb)
        if before not in "XPNCM,W#QKDVH" or (before in "NC" and not _many(words, j)):
            return None
    modified = before in "DI" or (before == "J" and tags[i] == "E")
    if verb.form in "dn" and modified and previous not in _ALONE:
        return None
    if before == "#" and previous[0].isdigit() and words.tags[i + 1 : i + 2] == "N":
        return None  # "475 pledged delegates"
    if verb.form in "dn" and _passive(words, j):
        return _passive_relation(words, i, j, verb)
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
    return "K" in words.tags[max(0, j - 4) : j] or any(identity.plural(w) for w in words.low[max(0, j - 6) : j])


def _passive(words: Words, j: int) -> bool:
    k = j
    while k >= 0 and words.tags[k] in "XR":
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
    return found if complete(words, i, verb, found) else None


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


def complete(words: Words, i: int, verb: Verb, found: Relation) -> bool:
    """Fill in the content of the verb at `i`, whichever side it stands on; false where there is none to report."""
    at = complements.place(words, i, verb, found.source)
    found.addressee = complements.addressee(at)
    begin = complements.begin(at)
    first = words.tags[begin] if begin is not None and begin < len(words) else ""
    spoken = _spoken_before(words, found.clause)
    if begin is not None and spoken and words.tags[begin - 1] not in ("H" if first != "Q" else ",:H"):
        begin = None
    if (begin is None or (first == "Q" and words.tags[begin - 1] == ",")) and not found.shared:
        after = at.at
        if found.addressee is not None:
            after = clauses.skip_adjuncts(words, found.addressee[1])
        if (
            (begin is not None or spoken or _nothing_more(words, after))
            and verb.takes & _SPEECH
            and (spoken or verb.takes != {"quote"})
            and before(words, found, after)
        ):
            return True
    if begin is not None:
        end = clauses.end_of_content(words, begin)
        if end > begin:
            end = _clause_end(words, i, found, begin, end)
            if first == "Q" and verb.lemma in complements.NAMING and words.tags[begin + 1 : begin + 2] == "I":
                end = begin + 1
            if complements.is_phrase(at, begin):
                end = clauses.end_of_phrase(words, begin, end)
            end = _before_own_verb(words, found, begin, end)
            found.content = [*([found.antecedent] if found.antecedent else []), (begin, end)]
            if words.low[i + 1 : i + 2] in (["out"], ["to"]) and "out" in verb.takes:
                found.cue = [(i, i + 2)]
            return True
    return _lone(words, verb, found, at)


def _spoken_before(words: Words, clause: int) -> bool:
    """Whether direct speech, and no quote within a clause, stands right before word `clause`."""
    tags = words.tags
    if clause == 0 or tags[clause - 1] != "Q" or not words.speech(clause - 1):
        return False
    return clause == 1 or tags[clause - 2] in ",:-.QK"


_SPEECH = frozenset(("clause", "quote", "that", "to", "doc", "out"))


def _clause_end(words: Words, i: int, found: Relation, begin: int, end: int) -> int:
    """Where content ends in a clause within another: "Avila, who denied it, was freed", "After he said so, …"."""
    tags = words.tags
    if found.shared or found.source is None:
        return end
    k = i - 1
    while k > found.source[1] and tags[k] in "XR":
        k -= 1
    if tags[k] == "W" and words.low[k] in ("who", "which"):
        for n in range(begin, end):
            if (tags[n] == "," and tags[n + 1 : n + 2] in ("X", "V", "E", "R")) or (
                tags[n] == "Q" and words.closed_by_comma(n) and tags[n + 1 : n + 2] in ("X", "V", "E")
            ):
                return max(begin + 1, n if tags[n] == "," else n + 1)
        return end
    lead = found.clause - 1
    if (
        lead >= 0
        and tags[lead] in "UI"
        and (lead == 0 or tags[:lead].find(",") < 0)
        and words.low[lead] in _LEADING
    ):
        comma = tags.find(",", begin, end)
        if comma > begin and clauses.finite(words, comma + 1, end):
            return comma
    return end


def _before_own_verb(words: Words, found: Relation, begin: int, end: int) -> int:
    """Content ends where the source does something more: "…, and has called a fourth", "…, and was freed"."""
    tags = words.tags
    if found.source is None and not found.shared:
        return end
    for k in range(begin + 2, end - 1):
        if tags[k - 1 : k + 1] == ",K" and tags[k + 1] in "XV" and clauses.finite(words, begin, k - 1):
            return k - 1
    return end


_LEADING = frozenset("after when while although though if because since before once until as".split())


def _nothing_more(words: Words, after: int) -> bool:
    return after >= len(words) or words.tags[after] in ",.;-K)QGU" or words.low[after] in ("when", "to", "who")


def _lone(words: Words, verb: Verb, found: Relation, at: complements.Place) -> bool:
    """A cue whose content is the quote in the sentence before, or in what follows a colon."""
    if "quote" not in verb.takes or found.shared:
        return False
    end = at.at
    if found.addressee is not None:
        end = clauses.skip_adjuncts(words, found.addressee[1])
    tags = words.tags
    if tags.endswith(":"):
        found.lone = Lone.AHEAD
        return True
    if end >= len(words) or tags[end:].strip(".") == "" or (found.clause == 0 and _nothing_more(words, end)):
        found.lone = Lone.BEHIND
        if verb.lemma in ("say", "write"):
            return True
        return verb.form == "d" and verb.lemma not in _NEVER_LONE and "np" not in verb.takes
    return False


def before(words: Words, found: Relation, after: int) -> bool:
    """Content that comes before its source and cue: "…, he said"; `after` is the word after the cue's clause."""
    tags = words.tags
    k = found.clause
    while k > 0 and tags[k - 1] in ",-":
        k -= 1
    if k == 0 or (k == found.clause and tags[k - 1] not in "Q."):
        return False
    begin = clauses.start_of_content(words, k)
    quoted = tags[k - 1] in "Q."
    if (
        not quoted
        and words.tags[after : after + 2] == ",Q"
        and tags[begin : begin + 1] in ("E", "G", "U", "W", "I", "R")
    ):
        return False
    if begin >= k and tags[after : after + 1] == ",":
        # "But, he said, it is a risky strategy"
        _tail(words, found, after)
        return bool(found.content)
    if begin >= k or not (quoted or clauses.finite(words, begin, k) or _resumed(words, after)):
        return False
    found.after = False
    found.content = [(begin, k)]
    _tail(words, found, after)
    return True


def content_around(words: Words, found: Relation, after: int) -> bool:
    """Content before a cue that ends its clause at `after`, and after it where the cue interrupts it."""
    begin = clauses.start_of_content(words, found.clause)
    if begin >= found.clause:
        return False
    found.after = False
    found.content = [(begin, found.clause)]
    _tail(words, found, clauses.skip_adjuncts(words, after))
    return True


def _resumed(words: Words, after: int) -> bool:
    """Whether the clause goes on with its verb after the cue: "Her husband, she said, is still in hospital"."""
    if words.tags[after : after + 2] in (",X", ",V", ",E", ",R", ",Q"):
        return True
    return words.tags[after : after + 1] == "," and clauses.finite(
        words, after + 1, clauses.stop(words, after + 1)
    )


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
    _tail(words, found, clauses.skip_adjuncts(words, source[1]))
    return found


def _inverted(words: Words, i: int, verb: Verb) -> Run | None:
    """The source after the verb, where the content comes first."""
    tags = words.tags
    low = words.low
    k = i - 1
    while k >= 0 and tags[k] == "R":
        k -= 1
    if not verb.takes & _SPEECH or k < 0 or tags[k] not in ",Q-." or i + 1 >= len(tags):
        return None
    if verb.form not in "sd" or tags[i + 1] not in "DCN#PJ" or words.is_time(i + 1):
        return None
    if tags[i + 1] == "P":
        if low[i + 1] not in ("he", "she", "they", "it", "i", "we") or tags[i + 2 : i + 3] not in (",", ".", ""):
            return None
        end = i + 2
    else:
        end = rightward.phrase_after(words, i + 1)
    if end == i + 1:
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


def _tail(words: Words, found: Relation, k: int) -> None:
    """The second half of interrupted content, after the cue's clause: "…," he said on Monday, "…"."""
    tags = words.tags
    m = k
    while m < len(tags) and tags[m] not in ",;:.Q-":
        m += 1
    if m >= len(tags):
        return
    begin = None
    if tags[m] in ",:-." and tags[m + 1 : m + 2] == "Q":
        begin = m + 1
    elif tags[m] == "Q" and m == k and tags[m - 1] not in "IDJ" and not words.low[m - 1].endswith("'s"):
        begin = m
    elif tags[m] == "," and m == k and m + 1 < len(tags):
        first, last = found.content[0] if found.content else (m, m)
        following = tags[m + 1]
        if (
            following in "XVH"
            or (following == "T" and tags[last - 1] == "Q")
            or (following == "E" and not clauses.finite(words, first, last))
            or (
                tags[last - 1] != "Q"
                and following in "DIR#CNJ"
                and words.low[m + 1] not in ("according", "who", "both", "all", "each")
                and not (
                    clauses.finite(words, m + 1, clauses.end_of_content(words, m + 1))
                    and clauses.finite(words, first, last)
                )
            )
        ):
            begin = m + 1
    if begin is not None:
        end = clauses.end_of_content(words, begin)
        if end > begin:
            found.content.append((begin, end))


def _participle(words: Words, i: int, j: int, verb: Verb) -> Relation | None:
    """ ", saying that …": the source is the subject of the main clause; "emails showing that": the noun before."""
    if j > 0 and words.low[j] in ("both", "all", "each"):
        j -= 1
    before_it = words.tags[j] if j >= 0 else "^"
    found = Relation([(i, i + 1)], None, [], verb.lemma, verb.stance, clause=i)
    if before_it in ",^QK-" or words.low[j] in ("by", "while", "before", "after", "in", "when"):
        if verb.lemma in ("cite", "quote"):
            return _cited(words, i, before_it)
        found.shared = True
        return found if complete(words, i, verb, found) else None
    if before_it in "NC" and i + 1 < len(words):
        first = leftward.phrase_before(words, j + 1)
        follows = words.tags[i + 1] in "HQ" or clauses.finite(words, i + 1, clauses.stop(words, i + 1))
        if first is not None and follows:
            found.source = (first, j + 1)
            found.clause = first
            return found if complete(words, i, verb, found) else None
    return None


def _cited(words: Words, i: int, before_it: str) -> Relation | None:
    """ ", citing two officials": the cited are the source of what was just said."""
    end = rightward.phrase_after(words, i + 1)
    if end == i + 1 or before_it == "^" or not identity.can_speak(words, i + 1, end):
        return None
    return Relation([(i, i + 1)], (i + 1, end), [], "cite", clause=i, cited=True)


def _infinitive(words: Words, i: int, to: int, verb: Verb) -> Relation | None:
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
    return found if complete(words, i, verb, found) else None


def _reported_by(words: Words, i: int, lead: int, verb: Verb) -> Relation | None:
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


def _passive_relation(words: Words, i: int, j: int, verb: Verb) -> Relation | None:
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
