"""Cues that are no verb of their own clause: "according to", "in the words of", "as she put it", "reportedly"."""

from __future__ import annotations

import re

from tuitimeline.annotate.sourcing import clauses, contents, leftward, rightward, subjects
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.relation import Relation, Run
from tuitimeline.annotate.sourcing.tokens import Words

ADVERBS = frozenset(("reportedly", "allegedly"))
_VIEWS = LEXICON.views
_COUNTS = LEXICON.counts
TRIGGERS = ADVERBS | _VIEWS | _COUNTS | {"according", "put"}
_NO_SOURCE = frozenset("plan schedule custom law".split())
_NO_SUBJECT = re.compile(",R*X")
_OWNERS = frozenset("his her their its".split())


def relation(words: Words, i: int) -> Relation | None:
    """What the cue at word `i` attributes; None where it is none."""
    word = words.low[i]
    if word in ADVERBS:
        return _reportedly(words, i)
    if word == "according" and words.low[i + 1 : i + 2] == ["to"]:
        return _of(words, i, i + 2)
    if word == "put" and words.low[i + 1 : i + 2] == ["it"]:
        return _put(words, i)
    if word in _VIEWS and words.low[i - 2 : i] == ["in", "the"] and words.low[i + 1 : i + 2] == ["of"]:
        return _of(words, i - 2, i + 2)
    return _owned(words, i) if words.tags[i] in "NBV" else None


def _of(words: Words, first: int, who: int) -> Relation | None:
    """ "According to the firm", "in the words of the firm": the source begins at word `who`."""
    if words.low[who : who + 1] and words.low[who] in _NO_SOURCE:
        return None
    pronoun = words.tags[who : who + 1] in ("M", "P")
    end = who + 1 if pronoun else _without_subject(words, first, who, rightward.phrase_after(words, who))
    return _beside(words, [(first, who)], (who, end), (first, end)) if end > who else None


def _without_subject(words: Words, first: int, who: int, end: int) -> int:
    """Where the source ends that opens its sentence: what follows its comma is the subject where none comes after.

    "According to the Post, the three captains, along with a pilot, have left", but "according to Ruiz, the mayor,
    the captains have left".
    """
    tags = words.tags
    comma = tags.find(",", who, end)
    alone = tags[end : end + 1] == "," and tags[end + 1 : end + 2] in ("I", "R", "G", "E")
    return comma if first == 0 and comma > 0 and alone and _NO_SUBJECT.search(tags, end) else end


def _owned(words: Words, i: int) -> Relation | None:
    """ "In Ruiz's words", "by his own account", "by the ministry's count"."""
    k = i - 1
    if words.low[k] == "own":
        k -= 1
    if k == 1 and words.low[k] in _OWNERS:
        first = k
    elif k > 0 and words.low[k].endswith(("'s", "s'")):
        first = k
        while first > 0 and words.tags[first - 1] in "DNCJ#":
            first -= 1
    else:
        return None
    leads = words.low[first - 1] if first else ""
    if not ((leads == "in" and words.low[i] in _VIEWS) or (leads == "by" and words.low[i] in _COUNTS)):
        return None
    return _beside(words, [(first - 1, first), (i, i + 1)], (first, k + 1), (first - 1, i + 1))


def _put(words: Words, i: int) -> Relation | None:
    """ "As one aide put it"."""
    subject = subjects.subject_before(words, i)
    if subject is None or subject[0] == 0 or words.low[subject[0] - 1] != "as":
        return None
    return _beside(words, [(i, i + 2)], subject, (subject[0] - 1, i + 2))


def _beside(words: Words, cue: list[Run], source: Run, whole: Run) -> Relation | None:
    """The attribution of an adjunct of words `whole`: its content is the clause after it, or around it."""
    tags = words.tags
    first, end = whole
    found = Relation(cue, source, [], "according", clause=first)
    start = first
    while start > 0 and tags[start - 1] in "RK":
        start -= 1
    joined = start > 1 and tags[start - 1] == "," and tags[start - 2] in "HKUW"
    if start == 0 or joined or tags[start - 1] in ";:":
        begin = _past_source(words, end)
        found.content = [(begin, clauses.end_of_content(words, begin))]
        return found if found.content[0][1] > begin else None
    found.clause = start
    while found.clause > 0 and tags[found.clause - 1] in ",-":
        found.clause -= 1
    return found if found.clause and contents.around(words, found, end) else None


def _past_source(words: Words, end: int) -> int:
    """Where the clause begins after the source that ends before word `end`, and after what is added to it."""
    tags = words.tags
    k = clauses.skip_adjuncts(words, end)
    dash = tags.find("-", k + 1) if tags[k : k + 1] == "-" else -1
    if dash > 0:  # "according to Ruiz — who was not there — the car"
        return dash + 1
    while k < len(tags) and tags[k] not in ",Q":
        k += 1
    while k < len(tags) and tags[k] == ",":
        k += 1
    return k


def _reportedly(words: Words, i: int) -> Relation:
    """An adverb in nobody's name: its content is the clause around it."""
    tags = words.tags
    content = _aside(words, i)
    if not content:
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


def _aside(words: Words, i: int) -> list[Run]:
    """ "The yacht, allegedly bought with pension money, is": the phrase, and what is said of it in passing."""
    close = words.tags.find(",", i)
    if not 1 < i < close or words.tags[i - 1] != ",":
        return []
    participle = words.tags[i + 1] in "EGI" or words.low[i + 1] in LEXICON.participles
    first = leftward.phrase_before(words, i - 1) if participle else None
    return [] if first is None else [(first, i - 1), (i + 1, close)]
