"""Who goes on to speak of what the outlet told in its own voice: "He was freed. The abbot found him"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tuitimeline.annotate.events.indexing import Indexed
from tuitimeline.annotate.events.said import TELLING
from tuitimeline.model import Attribution, EventMention, Identity, Sentence

SPEAKERS = (Identity.NAMED, Identity.ANONYMOUS, Identity.INSTITUTION, Identity.DOCUMENT)


def witnessed(
    text: str,
    sentences: Sequence[Sentence],
    attributions: Mapping[Sentence, Indexed],
    told: Sequence[EventMention],
) -> list[EventMention]:
    """`told`, where what nobody is cited for has a witness in the sentence right behind it."""
    starts = [s.start for s in sentences]
    main = _main(text, told, starts)
    pointed = {(m.kind, i) for m in told for i in m.attributions}
    found = []
    for mention in told:
        at = bisect_right(starts, mention.start) - 1
        following = sentences[at + 1] if at + 1 < len(sentences) else None
        behind: tuple[int, ...] = ()
        main_event = main.get(at) is mention and not mention.kind.startswith("Statement.")
        if main_event and following is not None and "\n" not in text[mention.end : following.start]:
            attributed = bool(attributions[sentences[at]])
            behind = tuple(
                i
                for i, a in attributions[following]
                if (mention.kind, i) not in pointed and _speaks_of_it(text, a, following, attributed)
            )
        found.append(replace(mention, attributions=(*mention.attributions, *behind)) if behind else mention)
    return found


def _main(text: str, told: Sequence[EventMention], starts: Sequence[int]) -> dict[int, EventMention]:
    """For each sentence what it tells first, past what belongs to its subject: "men abducted there were freed"."""
    found: dict[int, EventMention] = {}
    for mention in sorted(told, key=lambda m: m.trigger.start):
        at = bisect_right(starts, mention.start) - 1
        before = found.get(at)
        if before is None or not _PARTED.search(text, before.trigger.end, mention.trigger.start):
            found[at] = mention
    return found


_PARTED = re.compile(r"[,;:()–—]|\b(?:after|before|when|while|since|as|and|or|but|to|for|in which|where|that)\b")


def _speaks_of_it(text: str, attribution: Attribution, sentence: Sentence, attributed: bool) -> bool:
    """Whether what a source says begins with a pronoun: it goes on about whom the sentence before named.

    Where that sentence has a source of its own, it must be people without a name who say that they saw it.
    """
    if attribution.identity not in SPEAKERS or attribution.stance not in TELLING or not attribution.source:
        return False
    if attributed and attribution.identity is not Identity.ANONYMOUS:
        return False
    if not any(sentence.start <= c.start < sentence.end for c in attribution.cue):
        return False
    first = min(attribution.content, default=None)
    pattern = _SEEN if attributed else _BACK
    return first is not None and pattern.match(text, first.start, first.end) is not None


_BACK = re.compile(r"[\s\"“‘']*(?:that\s+)?(?:he|she|they|it)\b", re.I)
_SEEN = re.compile(
    r"\s*(?:that\s+)?(?:he|she|they)\s+(?:(?:had\s+)?(?:saw|seen|heard|watched)|had\s+(?:got|received))\b"
)
