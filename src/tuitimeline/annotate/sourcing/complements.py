"""What a reporting verb takes: where the content that follows it begins.

Each frame of cues.toml has a function here. It is given the place of the verb and says at which word the content
begins, or None where the frame does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tuitimeline.annotate.sourcing import clauses, identity, leftward
from tuitimeline.annotate.sourcing.lexicon import LEXICON, Verb
from tuitimeline.annotate.sourcing.tokens import Words

Run = tuple[int, int]
_DOCUMENTS = LEXICON.sources["document.words"]
_FINDERS = _DOCUMENTS | LEXICON.sources["document.finders"]
_LOOSE = frozenset(("say", "argue", "insist", "contend"))  # a bare clause after them need not show its verb


class Place(NamedTuple):
    """Where a verb stands: `next` is the word after it and its adverbs, `at` the one after its adjuncts."""

    words: Words
    verb: Verb
    i: int
    next: int
    at: int
    source: Run | None

    def tag(self, k: int) -> str:
        """The tag of word `k`; a full stop after the end."""
        return self.words.tags[k] if k < len(self.words) else "."

    def low(self, k: int) -> str:
        """The lower-cased word `k`; empty after the end."""
        return self.words.low[k] if k < len(self.words) else ""


def place(words: Words, i: int, verb: Verb, source: Run | None) -> Place:
    """The place of the verb at word `i`."""
    k = i + 1
    while k < len(words) and words.tags[k] == "R" and words.low[k] not in ("not", "almost", "nearly", "there"):
        k += 1
    return Place(words, verb, i, k, clauses.skip_adjuncts(words, k), source)


def begin(at: Place) -> int | None:
    """Where the content after the verb begins; None where nothing that it takes follows."""
    for frames, frame in _FRAMES:
        if at.verb.takes & frames:
            found = frame(at)
            if found is not None:
                return found
    return None


def is_phrase(at: Place, begin: int) -> bool:
    """Whether the content that begins at word `begin` is a noun phrase and no clause or quote."""
    if at.tag(begin) == "H":
        return not at.verb.takes & {"clause", "that"}  # "rejected that argument"
    if at.tag(begin - 1) == "H" or at.tag(begin) in "QWT":
        return False
    if at.tag(begin) == "P" and at.verb.takes & {"clause"} and at.tag(begin + 1) not in ".,;IK":
        return False
    if at.verb.takes & {"clause"} and clauses.finite(at.words, begin, clauses.stop(at.words, begin)):
        return False
    return bool(at.verb.takes & {"np", "as", "put", "of", "doc", "finding"})


def addressee(at: Place) -> Run | None:
    """Who is told: "told reporters", "urged residents"."""
    if "to" not in at.verb.takes or at.tag(at.next) not in "DCNJ#MP" or at.low(at.next) == "that":
        return None
    end = clauses.skip_phrase(at.words, at.next)
    return (at.next, end) if end > at.next else None


def _that(at: Place) -> int | None:
    """ "Said (on Monday) that", also after an aside: "said, in a letter, that"."""
    if at.verb.lemma in ("respond", "reply") and at.tag(at.next) == "T":
        return None
    k = _past_aside(at)
    if k > at.next and at.tag(k + 1) in "XV":
        return None  # "wrote in an email that was seen by": the letter's own clause
    return k + 1 if at.tag(k) == "H" else None


def _past_aside(at: Place) -> int:
    mark = at.tag(at.at)
    if mark in ",-" and at.tag(at.at + 1) != "Q":
        close = at.words.tags.find(mark, at.at + 1, at.at + 14)
        if close > 0 and at.tag(close + 1) in "HQ":
            return close + 1
    return at.at


def _quote(at: Place) -> int | None:
    """ "Said, “…”", "added: “…”", "called it “…”" is another matter."""
    k = _past_aside(at)
    if at.tag(k) == "Q" and (k == at.next or at.verb.takes & {"clause", "quote", "to"}):
        return k
    if at.tag(k) in ",:-" and at.tag(k + 1) == "Q":
        return k + 1
    if at.low(k) == "with" and at.words.tags[k + 1 : k + 3] == ",Q":
        return k + 2
    return None


def _colon(at: Place) -> int | None:
    return at.at + 1 if at.tag(at.at) == ":" and at.at + 1 < len(at.words) else None


def _wh(at: Place) -> int | None:
    for k in (at.next, at.at):
        if at.tag(k) == "W":
            return k
    return None


def _if(at: Place) -> int | None:
    return at.next if at.low(at.next) == "if" else None


def _out(at: Place) -> int | None:
    """ "Pointed out that", "pointed to the figures"."""
    point = at.verb.lemma == "point"
    if point and at.low(at.next) == "to" and at.tag(at.next + 1) in "DCNJ#MPG":
        return at.next + 1
    if at.low(at.next) != "out" or not (point or is_document(at)):
        return None
    k = clauses.skip_adjuncts(at.words, at.next + 1)
    return k + 1 if at.tag(k) == "H" else k if at.tag(k) in "DNC#PQW" else k + 1 if at.tag(k) in ",:" else None


def _to(at: Place) -> int | None:
    """ "Told MPs that", "urged residents to", "warned the cabinet in writing about": after the addressee."""
    told = addressee(at)
    if told is None:
        return None
    end = told[1]
    after = clauses.skip_adjuncts(at.words, end)
    for k in (end, after):
        tag = at.tag(k)
        if tag == "H":
            return k + 1
        if tag in "QW" or at.low(k) == "if":
            return k
        if tag in ",:" and at.tag(k + 1) == "Q":
            return k + 1
        if tag == "T" or (tag == "R" and at.tag(k + 1) == "T"):
            return told[0]
    for k in range(end, min(after, len(at.words))):
        if at.low(k) in ("about", "of"):
            return k + 1
    if at.low(end) in ("about", "of"):
        return end + 1
    k = clauses.skip_time(at.words, end)
    for start in (k, after):
        if at.tag(start) in "NCP" and at.tag(start + 1) == "Q":
            return start
        if at.tag(start) in "DCNJ#PMG" and clauses.finite(at.words, start, clauses.stop(at.words, start)):
            return start
    return _later_that(at, after)


def _later_that(at: Place, k: int) -> int | None:
    """ "Telling diners at a spot in Manchester, New Hampshire, that …"."""
    for n in range(k, min(k + 14, len(at.words))):
        if at.tag(n) == "H" and at.tag(n + 1) not in "XV":
            return n + 1
        if at.tag(n) not in "DNCJ#I,R":
            return None
    return None


def _inf(at: Place) -> int | None:
    return at.next if at.tag(at.next) == "T" else None


def _of(at: Place) -> int | None:
    """ "Warned of snow", "called Wednesday for talks", "called on the firm to pay"."""
    k = at.next
    if at.low(k) not in _OF:
        k = clauses.skip_time(at.words, k)
    if at.verb.lemma == "speak" and at.low(at.next) != "of":
        return None
    if at.low(k) not in _OF or (at.low(k) == "on" and at.verb.lemma != "call"):
        return None
    return k + 1 if at.tag(k + 1) not in ",.;" else None


_OF = frozenset(("of", "for", "about", "against", "on", "upon"))


def _as(at: Place) -> int | None:
    """ "Called it a hoax", "described it as a hoax", "accused them of fraud", "blamed the strike"."""
    k = at.next
    if at.tag(k) not in "DCNJ#PMQGE":
        return None
    end = clauses.skip_phrase(at.words, k)
    if at.verb.lemma in NAMING:
        if at.tag(k) == "Q":
            named = at.source is not None and at.words.tags[at.source[1] - 1] in "PC"
            return k if named else None
        if end == k or at.tag(end) in ",.;K:" or (at.tag(end) in "ITHX" and at.low(end) != "in"):
            if at.tag(end) == "I" and "Q" in at.words.tags[end : end + 12]:
                return k
            return _double(at, k, end)
        return k
    return k if end > k or at.tag(k) in "QG" else None


NAMING = frozenset(("call", "name", "dub", "label", "brand", "deem"))


def _double(at: Place, k: int, end: int) -> int | None:
    """ "Called him a liar", "called the offer derisory": two phrases in a row that the tags cannot part."""
    if end == k or at.verb.lemma == "name":
        return None
    adjective = end - k > 2 and (at.tag(end - 1) == "J" or _ADJECTIVE.fullmatch(at.low(end - 1)) is not None)
    return k if adjective or "D" in at.words.tags[k + 1 : end] else None


_ADJECTIVE = re.compile(r".{3,}(?:ory|ous|ful|ive|able|ible|ish|less|ic|ical|tional)")


def _put(at: Place) -> int | None:
    """ "Put the figure at 11"."""
    end = clauses.skip_phrase(at.words, at.next)
    if at.tag(end) == "R":
        end += 1
    if end > at.next and at.low(end) in ("at", "on", "higher", "lower", "down", "as"):
        return (
            at.next
            if set(at.words.tags[end : end + 4]) & {"#", "Q", "R"} or at.low(end) in ("higher", "lower")
            else None
        )
    return None


def _ing(at: Place) -> int | None:
    return at.next if at.tag(at.next) == "G" else None


def _bare(at: Place) -> int | None:
    """A clause without "that": "said he would go", "said Monday he would go"."""
    if at.tag(at.next) in ",.;-)K:" or at.low(at.next) in ("as", "so"):
        return None
    if at.tag(at.next) == "T":
        return None
    start = clauses.skip_time(at.words, at.next)
    if start == at.next or not clauses.finite(at.words, start, clauses.stop(at.words, start)):
        start = at.next
    if at.tag(at.at) in ",.;-" and at.at >= clauses.stop(at.words, start):
        return None
    leads = at.tag(at.next) in "ITR" or clauses.skip_time(at.words, at.next) > at.next
    if at.tag(at.at) == "," and at.at > at.next and leads:
        return None
    end = clauses.end_of_content(at.words, start)
    if clauses.finite(at.words, start, end) or (at.verb.lemma in _LOOSE and at.tag(start) != "T"):
        return start
    return None


def _np(at: Place) -> int | None:
    if at.verb.lemma == "claim" and at.low(at.next) not in _CLAIMED:
        return None
    if at.low(at.next) == "as" and at.verb.lemma in ("reject", "dismiss"):
        return at.next + 1
    if at.low(at.next) == "so" or clauses.skip_time(at.words, at.next) > at.next:
        return None
    if at.low(at.next) == "at" and at.low(at.next + 1) in ("least", "most"):
        return at.next
    if at.tag(at.next) == "H" and not at.verb.takes & {"clause", "that"}:
        return at.next  # "contradicted that account"
    return at.next if at.tag(at.next) in "DCNJ#PMGEQ" else None


_CLAIMED = frozenset(("responsibility", "victory", "credit", "success"))


def _doc(at: Place) -> int | None:
    least = at.low(at.next) == "at" and at.low(at.next + 1) in ("least", "most")
    named = at.tag(at.next) in "DCNJ#PG" and not (at.next < len(at.words) and at.words.is_time(at.next))
    would = at.words.low[at.i - 1] in _MODALS  # what a plan or a law would do is no report
    return at.next if is_document(at) and (least or named) and not would else None


_MODALS = frozenset("would could should may might must will to".split())


def is_document(at: Place) -> bool:
    """Whether the source is a document."""
    return at.source is not None and identity.head(at.words, *at.source) in _DOCUMENTS


def _finding(at: Place) -> int | None:
    """ "The inspectors found no trace", "a survey of 400 owners found none"."""
    finders = at.source is not None and not _FINDERS.isdisjoint(leftward.bare_words(at.words, *at.source))
    return at.next if finders and at.tag(at.next) in "DCNJ#P" else None


_FRAMES: tuple[tuple[frozenset[str], Callable[[Place], int | None]], ...] = tuple(
    (frozenset(names.split()), frame)
    for names, frame in (
        ("out", _out),
        ("to", _to),
        ("clause that", _that),
        ("clause quote that np to", _quote),
        ("clause quote that", _colon),
        ("clause that whether np doc finding", _wh),
        ("whether", _if),
        ("inf", _inf),
        ("of", _of),
        ("as", _as),
        ("put", _put),
        ("ing", _ing),
        ("clause", _bare),
        ("np", _np),
        ("doc", _doc),
        ("finding", _finding),
    )
)
