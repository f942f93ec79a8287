"""Cues find their source and their content within one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from tuitimeline.annotate.sourcing import identity, phrases, refusals
from tuitimeline.annotate.sourcing.lexicon import LEXICON, Verb
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Stance

Run = tuple[int, int]
_VERBS = LEXICON.verbs
_TIME = LEXICON.time
_ADVERBS = frozenset(("reportedly", "allegedly"))
_DOCUMENT = LEXICON.sources["document.words"]
TRIGGERS = frozenset(_VERBS) | _ADVERBS | refusals.HINTS | {"according"}
_BE = frozenset("is are was were be been being it's that's isn't aren't wasn't weren't he's she's".split())
_HAVE = frozenset("has have had having i've we've they've".split())
_ALONE = frozenset("both all some each either neither another many that this".split())


@dataclass(slots=True)
class Relation:
    """A cue with its source and content, as runs of words of one sentence."""

    cue: list[Run]
    source: Run | None
    content: list[Run]
    lemma: str
    stance: Stance = Stance.ASSERTS
    addressee: Run | None = None
    clause: int = 0  # the first word of the clause that the cue heads
    shared: bool = False  # the source is that of the cue before
    nobody: bool = False
    after: bool = True  # the content follows the cue
    lone: bool = False  # no content in its own sentence
    extra: list[Run] = field(default_factory=list)


def find(words: Words) -> list[Relation]:
    """The attributions of one sentence, in the order of their cues."""
    out: list[Relation] = []
    taken: set[int] = set()
    low = words.low
    if not refusals.HINTS.isdisjoint(low):
        for refusal in refusals.find(words):
            relation = _refusal(words, refusal)
            if relation is not None:
                out.append(relation)
                taken.update(range(refusal.first, refusal.last))
    for i, word in enumerate(low):
        if word not in TRIGGERS or i in taken or words.tags[i] in "CX":
            continue
        if word == "according":
            relation = _according(words, i)
        elif word in _ADVERBS:
            relation = _reportedly(words, i)
        elif word in _VERBS:
            relation = _verb(words, i, _VERBS[word])
        else:
            relation = None
        if relation is not None:
            out.append(relation)
    out.sort(key=lambda r: r.cue[0])
    _share_sources(words, out)
    out = [r for r in out if r.source is not None or r.nobody]
    _cut(words, out)
    return out


# -- where content ends and begins ------------------------------------------------------------------


def _end(words: Words, start: int) -> int:
    """Where content that begins at word `start` ends at the latest: the sentence's end or a semicolon."""
    tags = words.tags
    k = start
    size = len(tags)
    while k < size:
        tag = tags[k]
        if tag == ";":
            break
        if tag == ")" and tags.rfind("(", start, k) < 0:
            break
        k += 1
    while k > start and tags[k - 1] in ".,-:K":
        k -= 1
    return k


def _begin(words: Words, end: int) -> int:
    """Where content that ends before word `end` begins: the sentence's start or what follows a semicolon."""
    tags = words.tags
    k = end
    while k > 0 and tags[k - 1] != ";":
        k -= 1
    while k < end and (tags[k] in "K,-.:"):
        k += 1
    return k


def _adjuncts(words: Words, k: int) -> int:
    """The word after what says when, where, how or to whom, from word `k` on."""
    tags = words.tags
    low = words.low
    size = len(tags)
    while k < size:
        tag = tags[k]
        if (low[k] in _TIME and tag not in "V" and low[k] not in ("may",)) or (
            tag == "R" and low[k] not in ("not", "almost", "nearly")
        ):
            k += 1
        elif tag in "IT" and k + 1 < size and tags[k + 1] in "DNCJ#MP":
            if low[k] == "at" and low[k + 1] in ("least", "most"):
                break
            n = _object(words, k + 1)
            if n == k + 1:
                break
            k = n
        elif tag == "E" and k + 1 < size and tags[k + 1] == "I" and tags[k - 1] in "NC":
            k += 1
        elif tag == "D" and k + 1 < size and low[k + 1] in _TIME:
            k += 2
        else:
            break
    return k


def _object(words: Words, k: int) -> int:
    """The word after the noun phrase that begins at `k`, "of" phrases included."""
    tags = words.tags
    size = len(tags)
    n = phrases.bare(words, k, size)
    while n < size - 1 and words.low[n] in ("of", "for") and n > k:
        m = phrases.bare(words, n + 1, size)
        if m == n + 1:
            break
        n = m
    return n


def finite(words: Words, start: int, end: int) -> bool:
    """Whether words `start` up to `end` hold a finite verb of their own, outside relative clauses."""
    tags = words.tags
    for k in range(start, min(end, start + 60)):
        if tags[k] in "XV" or (
            tags[k] in "EB"
            and k > start
            and tags[k - 1] in "NCPMRK#DQ"
            and words.low[k - 1] not in ("a", "the", "an")
        ):
            if tags[k] == "E" and (k + 1 < len(tags) and tags[k + 1] == "I") and tags[k - 1] == "N" and False:
                continue
            if phrases.relative_before(words, k) is None:
                return True
    return False


# -- verbs ------------------------------------------------------------------------------------------


def _verb(words: Words, i: int, verb: Verb) -> Relation | None:
    tags = words.tags
    low = words.low
    j = i - 1
    while j >= 0 and tags[j] == "R":
        j -= 1
    before = tags[j] if j >= 0 else "^"
    previous = low[j] if j >= 0 else ""
    if (
        verb.form in "sb"
        and (before in "DJ#I" or (previous.endswith("'s") and tags[j] != "X"))
        and low[j]
        not in (
            "this",
            "that",
            "both",
            "all",
            "some",
            "many",
            "few",
            "several",
            "others",
            "one",
            "another",
            "most",
        )
    ):
        return None
    if verb.form == "b" and before == "T":
        return _infinitive(words, i, j, verb)
    if verb.form == "b" and (before not in "XPNCM,W#QKDV" or (before == "N" and not identity.plural(previous))):
        return None
    if verb.form in "dn" and verb.lemma not in ("put", "read", "forecast") and _passive(words, j):
        return _passive_relation(words, i, j, verb)
    if verb.form == "n" and not (before == "X" and previous in _HAVE):
        return None
    if verb.form in "dn" and before in "DJI" and previous not in _ALONE:
        return None
    if verb.form == "g" and not (before == "X" and previous in _BE):
        return _participle(words, i, j, verb)
    return _subject(words, i, verb)


def _passive(words: Words, j: int) -> bool:
    k = j
    while k >= 0 and words.tags[k] in "XR":
        if words.low[k] in _BE:
            return True
        k -= 1
    return False


def _subject(words: Words, i: int, verb: Verb) -> Relation | None:
    """A finite verb: its subject stands before it, or after it where the content comes first."""
    tags = words.tags
    relation = Relation([(i, i + 1)], None, [], verb.lemma, verb.stance, clause=i)
    left = phrases.subject_before(words, i)
    inverted = _inverted(words, i, verb)
    if inverted is not None:
        relation.source = inverted
        relation.after = False
        start = i - 1
        while start >= 0 and tags[start] in "RX":
            start -= 1
        end = start + 1
        while end > 0 and tags[end - 1] in ",-":
            end -= 1
        begin = _begin(words, end)
        relation.clause = end
        if begin < end:
            relation.content = [(begin, end)]
        _tail(words, relation, inverted[1])
        return relation if relation.content else None
    k = i - 1
    while k >= 0 and tags[k] in "XR":
        k -= 1
    if left is None:
        if (k >= 0 and tags[k] in "K" and words.low[k] in ("and", "but", "or")) or (k >= 0 and tags[k] == ","):
            relation.shared = True
            relation.clause = k
        else:
            return None
    else:
        relation.source = left
        relation.clause = left[0]
    if not _complement(words, i, verb, relation):
        return None
    return relation


def _inverted(words: Words, i: int, verb: Verb) -> Run | None:
    """The source after the verb, where the content comes first: "…,” said Avila"."""
    tags = words.tags
    low = words.low
    if not verb.takes & {"quote", "clause", "that", "to"} or i == 0:
        return None
    k = i - 1
    while k >= 0 and tags[k] in "R":
        k -= 1
    if k < 0 or tags[k] not in ",Q-." or i + 1 >= len(tags):
        return None
    if tags[i + 1] not in "DCN#PJ" or (
        tags[i + 1] == "P" and low[i + 1] not in ("he", "she", "they", "it", "i", "we")
    ):
        return None
    end = phrases.phrase_after(words, i + 1)
    if end == i + 1 or low[i + 1] in _TIME:
        return None
    if tags[i + 1] == "P":
        end = i + 2
    quoted = tags[k] == "Q" or (tags[k] == "," and k and tags[k - 1] == "Q") or tags[k] == "."
    stop = end
    while stop < len(tags) and tags[stop] not in ",;:.Q":
        stop += 1
    if quoted:
        if (
            tags[k] == "Q"
            and k
            and tags[k - 1] not in ",:.KRQ"
            and not tags[:k].startswith("Q")
            and words.end[k] - words.start[k] < 30
        ):
            return None  # a scare quote: 'the "reset" said'
        if end < len(tags) and tags[end] in "XV" and finite(words, end, stop):
            return None
        return i + 1, end
    if finite(words, i + 1, stop) and finite(words, end, stop):
        return None
    if verb.form not in "sd" or verb.lemma not in _INVERTING:
        return None
    begin = _begin(words, k)
    if not finite(words, begin, k):
        return None
    return i + 1, end


_INVERTING = frozenset("say announce report add note write explain argue suggest warn show find claim".split())


def _tail(words: Words, relation: Relation, k: int) -> None:
    """The second half of interrupted content, after the source: "…," he said on Monday, "…"."""
    tags = words.tags
    size = len(tags)
    k = _adjuncts(words, k)
    m = k
    while m < size and tags[m] not in ",;:.Q-":
        m += 1
    if m >= size:
        return
    if tags[m] == "Q" and m > k:
        # "said, wiping his eyes, “…”": anything may stand between
        pass
    if tags[m] in ",:-." and m + 1 < size and tags[m + 1] == "Q":
        relation.content.append((m + 1, _end(words, m + 1)))
        return
    if tags[m] == "Q" and m == k:
        relation.content.append((m, _end(words, m)))
        return
    if tags[m] == "," and m == k and m + 1 < size:
        nxt = tags[m + 1]
        if nxt in "GKUW" or words.low[m + 1] in ("according", "citing") or nxt == "E":
            return
        first = relation.content[0] if relation.content else None
        if first is None:
            return
        if nxt in "XVI" or not finite(words, m + 1, _end(words, m + 1)) or not finite(words, *first):
            # the clause goes on: "Her husband, she said, is still in intensive care"
            relation.content.append((m + 1, _end(words, m + 1)))


def _complement(words: Words, i: int, verb: Verb, relation: Relation) -> bool:
    """Fill in what the verb puts forward; false where it does not report here."""
    tags = words.tags
    low = words.low
    size = len(tags)
    takes = verb.takes
    k = i + 1
    while k < size and tags[k] == "R" and low[k] not in ("not", "almost", "nearly"):
        k += 1
    if k < size and tags[k] == "X" and low[i] in ("called",):
        return False
    if "out" in takes:
        if k < size and low[k] in ("out", "to"):
            relation.cue = [(i, k + 1)]
            if low[k] == "to":
                n = _end(words, k + 1)
                relation.content = [(k + 1, n)]
                return n > k + 1
            k += 1
            takes = frozenset(("that", "np", "quote"))
            while k < size and tags[k] == "R":
                k += 1
        else:
            return False
    if "to" in takes and k < size and tags[k] in "DCNJ#MPT":
        n = _object(words, k) if tags[k] != "T" else k
        if tags[k] in "MP" or (low[k] in ("her",) and n == k):
            n = k + 1
        if n > k:
            relation.addressee = (k, n)
            after = _adjuncts(words, n)
            while after < size and tags[after] == "," and False:
                after += 1
            m = (
                after
                if (after < size and tags[after] in "HQ:T")
                or (after + 1 < size and tags[after : after + 2] == ",Q")
                else n
            )
            if m < size and tags[m] == "H":
                return _fill(words, relation, m + 1)
            if m < size and tags[m] == "Q":
                return _fill(words, relation, m)
            if m + 1 < size and tags[m] in ",:" and tags[m + 1] == "Q":
                return _fill(words, relation, m + 1)
            if m < size and (tags[m] == "T" or (tags[m] == "R" and tags[m + 1 : m + 2] == "T")):
                return _fill(words, relation, k if verb.lemma != "tell" else m)
            if m < size and tags[m] == "W":
                return _fill(words, relation, m)
            if after < size and low[after - 1] and _about(words, n, after):
                return _fill(words, relation, _about(words, n, after))
            if low[m : m + 1] and low[m] in ("about", "of") and verb.lemma in ("tell", "warn", "remind", "inform"):
                return _fill(words, relation, m + 1)
            if m < size and tags[m] in "DCNJ#PMGI" and finite(words, m, _stop(words, m)):
                return _fill(words, relation, m)
            if ("clause" not in takes and "np" not in takes) or after >= size or tags[after] in ",.;":
                return bool(_before(words, relation, after))
            relation.addressee = None
    at = _adjuncts(words, k)
    if at < size and tags[at] == "," and tags[at + 1 : at + 2] not in ("Q", "") and _aside_then(words, at):
        at = _aside_then(words, at)
    if at < size and tags[at] == "H" and takes & {"clause", "that", "to"}:
        return _fill(words, relation, at + 1)
    if (
        at < size
        and tags[at] == "Q"
        and takes & {"clause", "quote", "that", "np"}
        and (at == k or takes & {"clause", "quote"})
    ):
        return _fill(words, relation, at)
    if at + 1 < size and tags[at] in ",:-" and tags[at + 1] == "Q" and takes & {"clause", "quote", "to", "that"}:
        if at == k and tags[at] == "," and _before(words, relation, at):
            relation.content.append((at + 1, _end(words, at + 1)))
            return True
        return _fill(words, relation, at + 1)
    if at < size and tags[at] == ":" and takes & {"clause", "quote", "that"}:
        return _fill(words, relation, at + 1)
    if at >= size or tags[at] in ",.;-K)":
        if takes & {"clause", "quote", "that", "to", "doc"}:
            if _before(words, relation, at):
                return True
            if at >= size or tags[at] in ".":
                relation.lone = True
                return (
                    bool(takes & {"quote"})
                    and verb.lemma not in ("read", "begin", "continue", "lie", "smile", "laugh")
                    and "np" not in takes
                ) or verb.lemma == "say"
        return False
    if low[k : k + 1] == ["as"] and "as" not in takes:
        return verb.lemma in ("reject", "dismiss") and _fill(words, relation, k + 1)
    if k < size and tags[k] == "W" and takes & {"clause", "that", "whether", "np", "doc"}:
        return _fill(words, relation, k)
    if at < size and tags[at] == "W" and takes & {"clause", "that", "whether"}:
        return _fill(words, relation, at)
    if k < size and tags[k] == "T":
        return "inf" in takes and _fill(words, relation, k)
    if "of" in takes and k < size and low[k] in ("of", "for", "about", "against", "on", "upon", "to"):
        return low[k] != "to" and _fill(words, relation, k + 1)
    if "as" in takes and k < size and tags[k] in "DCNJ#PMQG":
        return _as(words, relation, k, verb)
    if "put" in takes:
        n = _object(words, k)
        return (
            n < size
            and tags[n] in "IQR"
            and low[n] in ("at", "on", "higher", "lower", "down", "as")
            and any(t in "#QC" for t in tags[n : n + 4])
            and _fill(words, relation, k)
        )
    if "ing" in takes and k < size and tags[k] == "G":
        return _fill(words, relation, k)
    if "clause" in takes:
        start = k
        t = k
        while t < size and (low[t] in _TIME or (tags[t] == "I" and t + 1 < size and low[t + 1] in _TIME)):
            t += 1
        if t > k and finite(words, t, _stop(words, t)):
            start = t
        if verb.lemma in ("say", "argue", "insist", "contend", "believe") or finite(
            words, start, _end(words, start)
        ):
            return _fill(words, relation, start)
    if "np" in takes and k < size and tags[k] in "DCNJ#PMGE":
        return _fill(words, relation, k)
    if "doc" in takes and relation.source is not None and k < size and tags[k] in "DCNJ#PM":
        head = words.low[relation.source[0] : relation.source[1]]
        if not _DOCUMENT.isdisjoint(head) or finite(words, k, _end(words, k)):
            return _fill(words, relation, k)
    if verb.lemma in ("show", "find") and finite(words, k, _end(words, k)):
        return _fill(words, relation, k)
    return False


def _about(words: Words, first: int, last: int) -> int:
    """The word after "about" between two words: "warned the cabinet in writing about the scheme"; 0 if none."""
    for k in range(first, last):
        if words.low[k] == "about":
            return k + 1
    return 0


def _aside_then(words: Words, comma: int) -> int:
    """The word after an aside that is followed by "that" or a quote: "said, in a letter, that"; 0 if none."""
    close = words.tags.find(",", comma + 1, comma + 12)
    if close > 0 and words.tags[close + 1 : close + 2] in ("H", "Q"):
        return close + 1
    return 0


def _stop(words: Words, start: int) -> int:
    k = start
    while k < len(words.tags) and words.tags[k] not in ";:.":
        k += 1
    return k


def _fill(words: Words, relation: Relation, start: int) -> bool:
    end = _end(words, start)
    if end <= start:
        return False
    relation.content = [(start, end)]
    return True


def _before(words: Words, relation: Relation, after: int) -> bool:
    """Content that comes before its source and cue: "…, he said"."""
    tags = words.tags
    end = relation.clause
    k = end
    while k > 0 and tags[k - 1] in ",-":
        k -= 1
    if k == 0 or (k == end and tags[k - 1] not in "Q."):
        return False
    begin = _begin(words, k)
    if begin >= k:
        return False
    relation.after = False
    relation.content = [(begin, k)]
    _tail(words, relation, after)
    return True


def _as(words: Words, relation: Relation, k: int, verb: Verb) -> bool:
    """ "Called it a hoax", "described it as a hoax", "accused them of fraud", "blamed the strike"."""
    tags = words.tags
    size = len(tags)
    n = k + 1 if tags[k] in "PM" else _object(words, k)
    if n == k and tags[k] != "G":
        return tags[k] == "Q" and _fill(words, relation, k)
    if verb.lemma in ("call", "name", "dub", "label", "brand", "deem"):
        if n >= size or tags[n] in ",.;K":
            # "called a meeting": not a characterisation
            return tags[k] == "D" and False
        if tags[n] in "ITHX" and words.low[n] not in ("in",):
            return False
    return _fill(words, relation, k)


def _infinitive(words: Words, i: int, to: int, verb: Verb) -> Relation | None:
    """ "Went on to say", "is expected to announce"."""
    low = words.low
    tags = words.tags
    k = to - 1
    if k < 0:
        return None
    if low[k] not in (
        "on",
        "appeared",
        "appears",
        "appear",
        "seemed",
        "seems",
        "continued",
        "continues",
        "expected",
        "set",
        "wanted",
        "likely",
        "going",
        "forced",
        "able",
        "yet",
        "back",
        "proceeded",
        "tried",
        "planned",
        "began",
    ):
        return None
    head = k
    while head > 0 and tags[head] in "IRE" and tags[head - 1] in "VXRE":
        head -= 1
    subject = phrases.subject_before(words, head)
    if subject is None:
        return None
    relation = Relation(
        [(head if low[k] in ("on", "appears", "appear", "appeared") else i, i + 1)],
        subject,
        [],
        verb.lemma,
        verb.stance,
        clause=subject[0],
    )
    return relation if _complement(words, i, verb, relation) else None


def _participle(words: Words, i: int, j: int, verb: Verb) -> Relation | None:
    """ ", saying that …": the source is the subject of the main clause."""
    tags = words.tags
    relation = Relation([(i, i + 1)], None, [], verb.lemma, verb.stance, clause=i)
    before = tags[j] if j >= 0 else "^"
    if before in ",^QK-" or words.low[j] in ("by", "while", "before", "after", "in", "without", "when"):
        if verb.lemma in ("cite", "quote"):
            end = phrases.phrase_after(words, i + 1)
            if end == i + 1 or before == "^":
                return None
            relation.source = (i + 1, end)
            relation.extra = [(i, i + 1)]
            relation.nobody = False
            relation.lemma = "cite"
            return relation
        if not _complement(words, i, verb, relation):
            return None
        relation.shared = True
        return relation
    if before in "NC":
        first = phrases.phrase_before(words, j + 1)
        if first is None:
            return None
        relation.source = (first, j + 1)
        relation.clause = first
        if not takes_clause(words, i) or not _complement(words, i, verb, relation):
            return None
        return relation
    return None


def takes_clause(words: Words, i: int) -> bool:
    """Whether a clause or a quote follows the verb at `i`."""
    tags = words.tags
    return i + 1 < len(tags) and (tags[i + 1] in "HQ" or finite(words, i + 1, _stop(words, i + 1)))


def _passive_relation(words: Words, i: int, j: int, verb: Verb) -> Relation | None:
    """ "It was alleged that", "was criticised by the mayor", "was quoted as saying"."""
    tags = words.tags
    low = words.low
    k = j
    while k >= 0 and tags[k] in "XR":
        k -= 1
    at = _adjuncts(words, i + 1)
    if at < len(tags) and tags[at] == "H" and (low[k] == "it" or low[k + 1] == "it's"):
        relation = Relation([(max(k, 0), i + 1)], None, [], verb.lemma, verb.stance, nobody=True, clause=max(k, 0))
        return relation if _fill(words, relation, at + 1) else None
    return None


def _according(words: Words, i: int) -> Relation | None:
    tags = words.tags
    low = words.low
    size = len(tags)
    if low[i + 1 : i + 2] != ["to"]:
        return None
    end = phrases.phrase_after(words, i + 2)
    if tags[i + 2 : i + 3] in ("M", "P"):
        end = i + 3
    if end == i + 2 or low[i + 2] in ("plan", "schedule", "custom", "law"):
        return None
    relation = Relation([(i, i + 2)], (i + 2, end), [], "according", clause=i)
    start = i
    while start > 0 and tags[start - 1] in "RK":
        start -= 1
    if start == 0 or tags[start - 1] in ";:":
        k = end
        k = _adjuncts(words, k)
        while k < size and tags[k] != "," and tags[k] not in "Q":
            k += 1
        while k < size and tags[k] == ",":
            k += 1
        return relation if _fill(words, relation, k) else None
    last = start
    while last > 0 and tags[last - 1] in ",-":
        last -= 1
    begin = _begin(words, last)
    if begin < last:
        relation.content = [(begin, last)]
        relation.after = False
        _tail(words, relation, end)
        return relation
    return None


def _reportedly(words: Words, i: int) -> Relation:
    """An adverb in nobody's name: its content is the clause around it."""
    tags = words.tags
    relation = Relation([(i, i + 1)], None, [], words.low[i], nobody=True, clause=i)
    begin = i
    while (
        begin > 0
        and tags[begin - 1] not in ";:.Q-"
        and not (tags[begin - 1] == "," and begin < len(tags) and tags[begin] == "K")
    ):
        begin -= 1
    while begin < i and tags[begin] in "K,":
        begin += 1
    end = i + 1
    size = len(tags)
    while (
        end < size
        and tags[end] not in ";.:-"
        and not (tags[end] == "," and end + 1 < size and tags[end + 1] in "K")
    ):
        end += 1
    while end > i + 1 and tags[end - 1] == ",":
        end -= 1
    relation.content = [run for run in ((begin, i), (i + 1, end)) if run[0] < run[1]]
    return relation


# -- refusals ---------------------------------------------------------------------------------------


def _refusal(words: Words, refusal: refusals.Refusal) -> Relation | None:
    first, last, pattern = refusal
    tags = words.tags
    low = words.low
    relation = Relation([(first, last)], None, [], "refusal", pattern.stance, clause=first)
    if pattern.nobody:
        relation.nobody = True
        if low[first] != "it" and tags[first - 1 : first] not in ("P", ""):
            subject = phrases.subject_before(words, first)
            if subject is None:
                return None
            relation.content = [subject]
            relation.clause = subject[0]
        elif first and low[first - 1] == "it" and tags[last : last + 1] not in ("W", "H"):
            relation.content = [(first - 1, first)]
    else:
        relation.source = phrases.subject_before(words, first)
        if low[first] == "was" and low[first + 1] == "it":
            relation.source = (first + 1, first + 2)
            relation.cue = [(first, first + 1), (first + 2, last)]
        if relation.source is None:
            relation.shared = True
        else:
            relation.clause = relation.source[0]
            if low[relation.source[0]] in ("who", "which"):
                return None
        if pattern.subject is not None and (
            relation.source is None or not pattern.subject.match(low[relation.source[0]])
        ):
            return None
    if relation.content:
        return relation
    k = last
    if pattern.object == "on":
        k = _adjuncts_of_refusal(words, k)
        if (
            k < len(tags)
            and low[k] in ("on", "about", "regarding", "concerning")
            and not (low[k + 1 : k + 2] and low[k + 1] in _TIME)
        ):
            _fill(words, relation, k + 1)
    elif pattern.object == "object" and k < len(tags) and tags[k] not in ",.;K":
        if low[k] in ("on", "about") or tags[k] == "H":
            k += 1
        _fill(words, relation, k)
    return relation


def _adjuncts_of_refusal(words: Words, k: int) -> int:
    while k < len(words.tags) and (
        words.tags[k] == "R"
        or (words.low[k] == "on" and words.low[k + 1 : k + 2] and words.low[k + 1] in _TIME)
        or words.low[k] in _TIME
    ):
        k += 1
    return k


# -- the sentence as a whole ------------------------------------------------------------------------


def _share_sources(words: Words, relations: list[Relation]) -> None:
    """Coordinated and participial cues take the source of the clause they belong to."""
    for n, relation in enumerate(relations):
        if relation.lemma == "cite" and relation.extra:
            earlier = [r for r in relations[:n] if r.content]
            if earlier:
                relation.content = list(earlier[-1].content)
        if relation.source is not None or not relation.shared:
            continue
        for earlier_one in reversed(relations[:n]):
            if earlier_one.source is not None and earlier_one.lemma != "cite" and not earlier_one.nobody:
                relation.source = earlier_one.source
                break
        else:
            relation.source = _main_subject(words, relation.cue[0][0])


def _main_subject(words: Words, before: int) -> Run | None:
    """The subject of the sentence's first finite verb."""
    tags = words.tags
    for k in range(1, before):
        if tags[k] in "XVE" and phrases.relative_before(words, k) is None:
            if tags[k] == "E" and tags[k + 1] == "I" and tags[k - 1] in "NC":
                continue
            return phrases.subject_before(words, k)
    # "The palace, rejecting rumours": no verb yet
    return None


def _cut(words: Words, relations: list[Relation]) -> None:
    """Content ends where the next attribution of the same rank begins."""
    tags = words.tags
    for n, relation in enumerate(relations):
        if not relation.content or (not relation.after and len(relation.content) < 2):
            continue
        start, end = relation.content[-1]
        for other in relations[n + 1 :]:
            if other.lemma in _ADVERBS:
                continue
            at = other.clause
            if other.lemma == "cite" or other.shared:
                at = other.cue[0][0]
            if not start < at < end:
                continue
            k = at
            while k > start and tags[k - 1] in "RX":
                k -= 1
            if k > start and tags[k - 1] in ",;KU-":
                while k > start and tags[k - 1] in ",;KU-R":
                    k -= 1
                if k > start:
                    relation.content[-1] = (start, k)
                    break
    for n, relation in enumerate(relations):
        if relation.after or not relation.content:
            continue
        start, end = relation.content[0]
        for other in relations[:n]:
            last = max(run[1] for run in [*other.cue, *([other.source] if other.source else [])])
            if (
                other.content
                and not other.nobody
                and other.content[-1][1] <= end
                and start < last < end
                and other.after is False
            ):
                k = max(last, max(run[1] for run in other.content))
                while k < end and tags[k] in ",;K-":
                    k += 1
                if k < end:
                    relation.content[0] = (k, end)
