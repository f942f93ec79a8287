"""Who says so, reduced to what can be compared: stems of names and descriptions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tuitimeline.model import AnnotatedDocument, Attribution, Count, Identity, Stance
from tuitimeline.timeline.stems import names, stem, telling

TELLING = (Stance.ASSERTS, Stance.CONFIRMS)
BODIES = (Identity.NAMED, Identity.INSTITUTION)

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TAIL = re.compile(
    r"\b(?:who|whom|which|that|with|from|familiar|briefed|in|at|on|of|for|close|involved|inside|quoted|cited|working"
    r"|speaking|seen|obtained|used|kept|filed)\b|,"
)
_ONE_OF = re.compile(r"^\s*(?:\S+\s+){1,2}of\s+(?:the|these|those|its|his|her)?\s*(?=\w)", re.I)
_GROUP = re.compile(
    r"(?:a|one|two|three|four|five|six|both|another|some|several|many|most|all|each|either|neither)\b", re.I
)
_DEFINITE = re.compile(r"(?:the|these|those|both|they|one of the|two of the)\b", re.I)
_PRONOUN = re.compile(r"(?:he|she|it|they|him|her|them)$", re.I)


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution behind a fact, by its place `index` among those of its document.

    `source` is how the text calls it, `called` the name or description that this stands for. `key` are the stems
    of that, `names` those with a capital letter, `head` that of its noun.
    """

    index: int
    source: str
    called: str
    identity: Identity
    stance: Stance
    count: Count
    relay: str | None
    key: frozenset[str]
    names: frozenset[str]
    head: str


def speeches_of(annotated: AnnotatedDocument) -> list[Speech]:
    """The attributions of a document, those that point back resolved: "the officials", "the minister"."""
    text = annotated.document.text
    found: list[Speech] = []
    sizes: dict[str, Count] = {}
    relays: dict[str, str] = {}
    bodies: list[Speech] = []
    for index, attribution in enumerate(annotated.attributions):
        inner = _quoted(annotated, attribution)
        speech = _speech(text, index, inner or attribution)
        if inner is not None and attribution.source:
            speech = replace(speech, relay=inner.relay or attribution.source[0].of(text))
        speech = _resolved(speech, sizes, relays, bodies)
        if speech.identity is Identity.ANONYMOUS and speech.count.most is not None:
            before = sizes.get(speech.head)
            if before is None or before.least < speech.count.least:
                sizes[speech.head] = speech.count
        if speech.identity is Identity.ANONYMOUS and speech.relay:
            relays.setdefault(speech.head, speech.relay)
        if speech.identity in BODIES and speech.names:
            bodies.append(speech)
        found.append(speech)
    return found


def _quoted(annotated: AnnotatedDocument, attribution: Attribution) -> Attribution | None:
    """Who denies or declines within what another passes on: "Tarsk would not comment, according to the agency"."""
    for inner in annotated.within:
        if inner.stance not in TELLING and any(
            c.start <= cue.start < c.end for c in attribution.content for cue in inner.cue
        ):
            return inner
    return None


def _speech(text: str, index: int, attribution: Attribution) -> Speech:
    source = " ".join(re.sub(r"\s+", " ", s.of(text)) for s in attribution.source)
    called = re.sub(r"\s+", " ", attribution.speaker.of(text)) if attribution.speaker else source
    words = (re.sub(r"['’]s$", "", w) for w in _WORDS.findall(called.lower()))
    return Speech(
        index,
        source,
        called,
        attribution.identity,
        attribution.stance,
        attribution.count,
        attribution.relay,
        frozenset(stem(w) for w in words if telling(w)),
        names(called),
        _head(called),
    )


def _resolved(speech: Speech, sizes: dict[str, Count], relays: dict[str, str], bodies: list[Speech]) -> Speech:
    """A speech with what the text said before of the same people: how many they are, through whom, who."""
    if speech.identity is Identity.ANONYMOUS and _DEFINITE.match(speech.source):
        known = sizes.get(speech.head)
        if speech.count.most is None and known is not None:
            speech = replace(speech, count=known)
        if speech.relay is None and speech.head in relays:
            speech = replace(speech, relay=relays[speech.head])
    if not speech.names and speech.head and _DEFINITE.match(speech.called):
        body = next((b for b in reversed(bodies) if speech.head in b.key and b.count == speech.count), None)
        if body is not None:
            return replace(speech, called=body.called, identity=body.identity, key=body.key, names=body.names)
    if _PRONOUN.match(speech.called) and bodies:
        body = bodies[-1]
        return replace(speech, called=body.called, key=body.key, names=body.names, head=body.head)
    return speech


def _head(source: str) -> str:
    """The stem of a description's noun: "one of the investigators" and "two investigators who …" have one."""
    core = source
    group = _ONE_OF.match(core)
    if group and _GROUP.match(core):
        core = core[group.end() :]
    core = _TAIL.split(core, maxsplit=1)[0] or core
    found = [re.sub(r"['’]s$", "", w.lower()) for w in _WORDS.findall(core)]
    return stem(found[-1]) if found else ""
