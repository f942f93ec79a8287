"""Identity, count, stance, relay, speaker and the reason for anonymity of every relation."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Sequence

from tuitimeline.annotate.sourcing import relay
from tuitimeline.annotate.sourcing.coreference import Scene
from tuitimeline.annotate.sourcing.discourse import Found
from tuitimeline.annotate.sourcing.lexicon import LEXICON, load
from tuitimeline.annotate.sourcing.names import Known, Source
from tuitimeline.annotate.sourcing.relation import Relation
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import UNSOURCED, Attribution, Count, Identity, Span, Stance

_ANONYMITY = re.compile(
    r"(?:on (?:the )?condition of anonymity|not (?:to )?be (?:named|identified)|anonymity|name was not used)"
    r"[^.;]*?\b(?:because|to |for fear|as |citing)[^.;,]*",
    re.IGNORECASE,
)


def label(text: str, sentences: Sequence[Words], found: Sequence[Found]) -> list[Attribution]:
    """The attributions, in the order of their cues."""
    scene = Scene(sentences)
    out: list[Attribution] = []
    heard: deque[Found] = deque(maxlen=_HEARD)
    last: str | None = None
    for item in found:
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
        through = _relay(words, item, who, last, scene.known)
        if through or not (relation.source is not None and relation.shared):
            last = through or last
        out.append(
            Attribution(
                source,
                cue,
                content,
                who.identity,
                who.count,
                _answered(text, _stance(text, item), item, heard),
                through,
                speaker,
                _reason(text, words, who),
            )
        )
        heard.append(item)
    return out


def _any(section: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_STANCES[section])})\b", re.IGNORECASE)


_STANCES = load("stances.toml")
_DENIAL, _SILENCE, _BELITTLED = _any("denials"), _any("silence"), _any("belittled")
_NAMING = frozenset(_STANCES["naming"])
_OWN_STANCE = frozenset(_STANCES["own"])


def _stance(text: str, item: Found) -> Stance:
    """The cue's stance; where the cue only asserts, what its content says."""
    stance = item.relation.stance
    if stance is not Stance.ASSERTS or not item.content or item.relation.lemma in _OWN_STANCE:
        return stance
    said = text[item.content[0].start : min(item.content[-1].end, item.content[0].start + 160)]
    if len(said) < 90 and _SILENCE.search(said):
        return Stance.DECLINES
    if _DENIAL.search(said):
        return Stance.DENIES
    if item.relation.lemma in _NAMING and _BELITTLED.search(said):
        return Stance.DENIES
    return stance


_HEARD = 12  # contents before that one can answer
_NOT_ONE = re.compile(
    r"\W*(?:there (?:is|was|were|are|has been|had been)\W+)?(?:no|no one|nobody|nothing|none)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]{4,}")


def _matter(text: str, item: Found) -> frozenset[str]:
    """What a content is about: how its words of weight begin."""
    said = " ".join(span.of(text) for span in item.content).lower()
    return frozenset(word[:5] for word in _WORD.findall(said) if word not in LEXICON.tags)


def _answered(text: str, stance: Stance, item: Found, heard: Collection[Found]) -> Stance:
    """ "No one had wept", where another said that the foreman wept: it denies what was put forward."""
    if stance is not Stance.ASSERTS or not item.content or item.relation.lemma in _OWN_STANCE:
        return stance
    start, end = item.content[0].start, item.content[-1].end
    if not _NOT_ONE.match(text, start, end):
        return stance
    matter = _matter(text, item)
    before = (other for other in heard if other.content and other.content[-1].end <= start)
    return Stance.DENIES if any(matter & _matter(text, other) for other in before) else stance


def _relay(words: Words, item: Found, who: Source, last: str | None, known: Known) -> str | None:
    """The outlet that the attribution comes through; `last` is the one before, for "the same newspaper"."""
    relation = item.relation
    if relation.source is None:
        return None
    if relation.cited:
        return last
    if who.identity is Identity.OUTLET:
        if relation.stance in (Stance.ASSERTS, Stance.DENIES):
            return relay.own_name(words, *relation.source, known) or last
        return None
    if relation.addressee is not None:
        first, end = relation.addressee
        if "same" in words.low[first:end] or words.low[first:end] in (["the", "newspaper"], ["the", "paper"]):
            return last
        found = relay.told(words, first, end, known)
        if found:
            return found
    return relay.passed(words, *relation.source, known) or _to_outlet(words, relation, known)


def _to_outlet(words: Words, relation: Relation, known: Known) -> str | None:
    """ "Confirmed them to Reuters", "said in an interview with the Courier"."""
    k = relation.cue[-1][1]
    stop = min(len(words), k + 10)
    while k + 1 < stop and words.tags[k] not in "QVXH,;":
        if words.low[k] in ("to", "with") and words.tags[k] in "TI":
            n = k + 1
            while n < len(words) and words.tags[n] in "DCNJ":
                n += 1
            return relay.name_in(words, k + 1, n, known) if "C" in words.tags[k + 1 : n] else None
        k += 1
    return None


def _reason(text: str, words: Words, who: Source) -> Span | None:
    if who.identity is not Identity.ANONYMOUS:
        return None
    match = _ANONYMITY.search(text, words.sentence.start, words.sentence.end)
    return Span(*match.span()) if match else None


__all__ = ["Count", "label"]
