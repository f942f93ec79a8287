"""Every relation with its labels: identity, count, stance, relay, speaker and the reason for anonymity."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from tuitimeline.annotate.sourcing import relay, stances
from tuitimeline.annotate.sourcing.coreference import Scene
from tuitimeline.annotate.sourcing.discourse import Found
from tuitimeline.annotate.sourcing.names import Source
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import UNSOURCED, Attribution, Identity, Span

_ANONYMITY = re.compile(
    r"(?:on (?:the )?condition of anonymity|not (?:to )?be (?:named|identified)|anonymity|name was not used)"
    r"[^.;]*?\b(?:because|to |for fear|as |citing)[^.;,]*",
    re.IGNORECASE,
)


def label(text: str, sentences: Sequence[Words], found: Sequence[Found]) -> list[Attribution]:
    """The attributions, in the order of their cues."""
    scene = Scene(sentences)
    out: list[Attribution] = []
    heard: deque[Found] = deque(maxlen=stances.HEARD)
    last: str | None = None
    for n, item in enumerate(found):
        if _leads(found, n) and not _citing(sentences, found, n, scene):
            continue
        words = sentences[item.sentence]
        relation = item.relation
        speaker: Span | None = None
        if relation.source is None:
            who = Source(Identity.NONE, UNSOURCED, "")
            source: tuple[Span, ...] = ()
        else:
            who, speaker = scene.who(item.sentence, relation.source)
            source = (words.span(*relation.source),)
        cue = tuple(words.span(*run) for run in relation.cue)
        content = tuple(item.content)
        through = _citing(sentences, found, n, scene) or relay.through(words, relation, who, last, scene.known)
        if through or not (relation.source is not None and relation.shared):
            last = through or last
        out.append(
            Attribution(
                source,
                cue,
                content,
                who.identity,
                who.count,
                stances.of(text, item, heard),
                through,
                speaker,
                _reason(text, words, who),
            )
        )
        heard.append(item)
    return out


def _leads(found: Sequence[Found], n: int) -> bool:
    """Whether the sentence begins with those cited: "Citing two officials, the Post said"."""
    return found[n].relation.cited and found[n].relation.cue[0][0] == 0


def _citing(sentences: Sequence[Words], found: Sequence[Found], n: int, scene: Scene) -> str | None:
    """The outlet that speaks after those it cites, in their sentence."""
    item = found[n]
    if not item.relation.cited or n + 1 == len(found) or found[n + 1].sentence != item.sentence:
        return None
    return relay.citing(sentences[item.sentence], found[n + 1].relation, scene.known)


def _reason(text: str, words: Words, who: Source) -> Span | None:
    if who.identity is not Identity.ANONYMOUS:
        return None
    match = _ANONYMITY.search(text, words.sentence.start, words.sentence.end)
    return Span(*match.span()) if match else None
