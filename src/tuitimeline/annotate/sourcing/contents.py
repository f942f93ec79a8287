"""Content: on which side of its cue it stands, where it begins and where it ends."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import clauses, complements
from tuitimeline.annotate.sourcing.lexicon import Verb
from tuitimeline.annotate.sourcing.relation import Lone, Relation
from tuitimeline.annotate.sourcing.tokens import Words

SPEECH = frozenset(("clause", "quote", "that", "to", "out"))
_LEADING = frozenset("after when while although though if because since before once until as".split())
_NEVER_LONE = frozenset("read begin continue lie smile laugh offer reason think hope believe".split())


def complete(words: Words, i: int, verb: Verb, found: Relation) -> bool:
    """Fill in the content of the verb at `i`, whichever side it stands on; false where there is none to report."""
    at = complements.place(words, i, verb, found.source)
    found.addressee = complements.addressee(at)
    begin = complements.begin(at)
    if _spoken_first(words, verb, found, at, begin):
        return True
    if begin is None or (_spoken_before(words, found.clause) and not _opens(words, begin)):
        return _lone(words, verb, found, at)
    end = _end(words, i, verb, found, begin, at)
    if end <= begin:
        return _lone(words, verb, found, at)
    found.content = [*([found.antecedent] if found.antecedent else []), (begin, end)]
    if "out" in verb.takes and words.low[i + 1 : i + 2] in (["out"], ["to"]):
        found.cue = [(i, i + 2)]
    return True


def _opens(words: Words, begin: int) -> bool:
    """Whether what begins at word `begin` is content even after direct speech: "that …", or more speech."""
    return words.tags[begin - 1] in ("H" if words.tags[begin : begin + 1] != "Q" else ",:H")


def _spoken_first(words: Words, verb: Verb, found: Relation, at: complements.Place, begin: int | None) -> bool:
    """Fill in content that comes before the cue, and what goes on after it; false where it is not first."""
    spoken = _spoken_before(words, found.clause)
    if spoken and begin is not None and not _opens(words, begin):
        begin = None
    goes_on = begin is not None and words.tags[begin - 1 : begin + 1] == ",Q"
    if found.shared or not (begin is None or goes_on) or not verb.takes & SPEECH:
        return False
    after = at.at if found.addressee is None else clauses.skip_adjuncts(words, found.addressee[1])
    if not (goes_on or spoken or _nothing_more(words, after)) or (not spoken and verb.takes == {"quote"}):
        return False
    return _before(words, found, after)


def _end(words: Words, i: int, verb: Verb, found: Relation, begin: int, at: complements.Place) -> int:
    """Where content that begins at word `begin` after the verb at `i` ends."""
    end = clauses.end_of_content(words, begin)
    if end <= begin:
        return end
    end = _clause_end(words, i, found, begin, end)
    if verb.lemma in complements.NAMING and words.tags[begin : begin + 2] == "QI":
        end = begin + 1  # "called “avoidable failings” in its ward"
    if complements.is_phrase(at, begin):
        end = clauses.end_of_phrase(words, begin, end)
    return _before_own_verb(words, found, begin, end)


def _spoken_before(words: Words, clause: int) -> bool:
    """Whether direct speech, and no quote within a clause, stands right before word `clause`."""
    tags = words.tags
    if clause == 0 or tags[clause - 1] != "Q" or not words.speech(clause - 1):
        return False
    return clause == 1 or tags[clause - 2] in ",:-.QK"


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


def _before(words: Words, found: Relation, after: int) -> bool:
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
        tail(words, found, after)
        return bool(found.content)
    said = quoted or clauses.finite(words, begin, k) or _resumed(words, after)
    if begin >= k or not (said or _headline(words, begin, k, after)):
        return False
    found.after = False
    found.content = [(begin, k)]
    tail(words, found, after)
    return True


def _headline(words: Words, begin: int, k: int, after: int) -> bool:
    """ "Hale to resign, sources say", "Two dead in blast, police say": a headline without a finite verb."""
    line = words.text[words.sentence.end - 1] not in ".!?" and after == len(words)
    return line and k - begin > 2 and words.tags[begin] in "DNCJ#"


def around(words: Words, found: Relation, after: int) -> bool:
    """Content before a cue that ends its clause at `after`, and after it where the cue interrupts it."""
    begin = clauses.start_of_content(words, found.clause)
    if begin >= found.clause:
        return False
    found.after = False
    found.content = [(begin, found.clause)]
    tail(words, found, clauses.skip_adjuncts(words, after))
    return True


def _resumed(words: Words, after: int) -> bool:
    """Whether the clause goes on with its verb after the cue: "Her husband, she said, is still in hospital"."""
    if words.tags[after : after + 2] in (",X", ",V", ",E", ",R", ",Q"):
        return True
    return words.tags[after : after + 1] == "," and clauses.finite(
        words, after + 1, clauses.stop(words, after + 1)
    )


def tail(words: Words, found: Relation, k: int) -> None:
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
