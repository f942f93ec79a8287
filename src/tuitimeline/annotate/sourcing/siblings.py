"""The cues of one sentence among themselves: shared sources, and content that ends where the next cue's begins."""

from __future__ import annotations

from itertools import pairwise

from tuitimeline.annotate.sourcing import adjuncts, clauses, leftward, phrases, subjects
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.relation import Relation, Run
from tuitimeline.annotate.sourcing.tokens import Words

_TIME = LEXICON.time
_WITH_PARTICIPLE = frozenset(("before", "after", "while"))
_NEAR = 12  # cues before and after that bear on one
_PARTING = frozenset("while whereas though although and but or yet nor".split())


def settle(words: Words, found: list[Relation]) -> list[Relation]:
    """The relations in the order of their cues, each with a source, none running into the next."""
    found.sort(key=lambda r: r.cue[0])
    _share_sources(words, found)
    kept = [
        r
        for n, r in enumerate(found)
        if (r.source is not None or r.nobody) and not (r.cited and n and found[n - 1].lemma == phrases.LEMMA)
    ]
    _join_claims(kept)
    for n, relation in enumerate(kept):
        if relation.content and (relation.after or len(relation.content) > 1):
            _end_before_next(words, relation, kept[n + 1 : n + 1 + _NEAR])
        if relation.content and not relation.after:
            _begin_after_last(words, relation, kept[max(0, n - _NEAR) : n])
    _pass_on_content(kept)
    for relation in kept:
        _keep_apart(words, relation)
    return kept


def _keep_apart(words: Words, relation: Relation) -> None:
    """No role of an attribution overlaps another: a source handed on ends before the cue, content around both."""
    cue = relation.cue[0][0]
    if relation.source is not None and relation.source[0] < cue < relation.source[1]:
        first, last = relation.source[0], cue
        relative = words.tags.find("W", first, last)
        relation.source = (first, relative if relative > first else last)
    taken = [*relation.cue, *([relation.source] if relation.source is not None else [])]
    kept: list[Run] = []
    for start, end in relation.content:
        for first, last in sorted(taken):
            if start < last and first < end:
                if start < first:
                    kept.append((start, first))
                start = last
        if start < end:
            kept.append((start, end))
    relation.content = kept


def _pass_on_content(found: list[Relation]) -> None:
    """Those whom a source cites put forward what it says: ", citing two officials"."""
    for n, relation in enumerate(found):
        if relation.echoes and relation.content:
            begin, end = relation.content[0]
            inner = [r for r in found[:n] if r.content and not r.nobody and begin <= r.cue[0][0] < end]
            if inner:
                relation.content = list(inner[0].content)
        if relation.cited:
            near = [r for r in found[:n] if r.content][-1:] or [r for r in found[n + 1 :] if r.content][:1]
            if near:
                relation.content = list(near[0].content)


def _join_claims(found: list[Relation]) -> None:
    """ "The army's claim to have taken it could not be confirmed": the whole claim is what was not confirmed."""
    for claim, check in pairwise(found):
        if check.nobody and claim.source is not None and claim.content and claim.content[-1][1] == check.cue[0][0]:
            check.content = [(claim.source[0], claim.content[-1][1])]


def _share_sources(words: Words, found: list[Relation]) -> None:
    """Coordinated and participial cues take the source of the clause they belong to."""
    for n, relation in enumerate(found):
        if relation.source is not None or not relation.shared:
            continue
        for earlier_one in reversed(found[:n]):
            if earlier_one.source is not None and not earlier_one.cited and not earlier_one.nobody:
                relation.source = earlier_one.source
                break
        else:
            relation.source = _main_subject(words, relation.cue[0][0])


def _main_subject(words: Words, before: int) -> Run | None:
    """The subject of the sentence's first finite verb, or of the verb that "by" goes with."""
    tags = words.tags
    if words.low[before - 1 : before] in (["by"], ["in"]):  # "who responded by reaffirming"
        for k in range(before - 1, 0, -1):
            if tags[k] in "XVE":
                return subjects.subject_before(words, k)
    for k in range(1, before):
        if tags[k] in "XVE" and leftward.relative_before(words, k) is None:
            if tags[k] == "E" and tags[k + 1] == "I" and tags[k - 1] in "NC":
                continue
            return subjects.subject_before(words, k)
    return None


def _end_before_next(words: Words, relation: Relation, following: list[Relation]) -> None:
    """Content ends where the clause of a later cue of the same rank begins."""
    tags = words.tags
    start, end = relation.content[-1]
    if relation.lemma == "according" and relation.after:
        return
    for other in following:
        if other.source is not None and other.source[0] <= relation.cue[0][0] < start < other.source[1] < end:
            relation.content[-1] = (start, other.source[1])
            return
        if other.lemma in adjuncts.ADVERBS:
            continue
        if other.lemma == "according" and not other.after and start < other.clause < end:
            if other.content[0][0] <= relation.clause:
                relation.content[-1] = (start, other.clause)
                return
            continue
        at = other.cue[0][0] if other.cited or other.shared else other.clause
        if not start < at < end:
            continue
        k = at
        while k > start and tags[k - 1] in "RX" and (other.shared or other.cited):
            k -= 1
        if not other.cited:
            k = clauses.before_adjunct(words, k - 1) + 1
        parted = k
        if other.cited and words.low[k - 1] in ("both", "all", "each"):
            k -= 1
            parted = k
        while k > start and (
            tags[k - 1] in ",;-"
            or words.low[k - 1] in _PARTING
            or (other.shared and words.low[k - 1] in _WITH_PARTICIPLE)
        ):
            k -= 1
        k = _before_time(words, start, k)
        if k == parted and k > start and tags[k - 1] == "Q" and words.closed_by_comma(k - 1):
            parted += 1  # the comma stands within the quote
        if start < k < parted:
            relation.content[-1] = (start, k)
            return


def _before_time(words: Words, start: int, k: int) -> int:
    """The word before ", a day after", which leads into another's report; `k` where none stands."""
    if words.low[k - 1] not in ("after", "before"):
        return k
    n = k - 1
    while n > start and (words.is_time(n - 1) or words.tags[n - 1] in "D#"):
        n -= 1
    return n - 1 if start < n < k - 1 and words.tags[n - 1] == "," else k


def _begin_after_last(words: Words, relation: Relation, earlier: list[Relation]) -> None:
    """Content that comes before its cue begins after the attribution that ends before it."""
    tags = words.tags
    start, end = relation.content[0]
    for other in earlier:
        if not other.content or other.nobody or other.after or other.content[-1][1] > end:
            continue
        last = max(run[1] for run in [*other.cue, *([other.source] if other.source else []), *other.content])
        if start < last < end:
            k = last
            while k < end and tags[k] in ",;K-":
                k += 1
            if k < end:
                relation.content[0] = (k, end)
