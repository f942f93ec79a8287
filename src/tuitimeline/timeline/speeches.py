"""Who says so, reduced to what can be compared: stems of names and descriptions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tuitimeline.annotate.events.lexicon import people
from tuitimeline.annotate.events.numbers import amounts
from tuitimeline.annotate.events.tokens import words
from tuitimeline.model import AnnotatedDocument, Attribution, Count, Identity, Stance
from tuitimeline.timeline.once import once
from tuitimeline.timeline.stems import names, stem, telling

TELLING = (Stance.ASSERTS, Stance.CONFIRMS)
BODIES = (Identity.NAMED, Identity.INSTITUTION)

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TAIL = re.compile(
    r"\b(?:who|whom|which|that|with|from|familiar|briefed|in|at|on|of|for|close|involved|inside|quoted|cited|working"
    r"|speaking|seen|obtained|used|kept|filed)\b|,"
)
_RELATIVE = re.compile(r",?\s+(?:which|who|whom|whose|that|where)\b")
"""Where a description goes on to tell of others: "Ridgeway, which bid for Castellan"."""
_ONE_OF = re.compile(r"^\s*(?:\S+\s+){1,2}of\s+(?:the|these|those|its|his|her)?\s*(?=\w)", re.I)
_GROUP = re.compile(
    r"(?:a|one|two|three|four|five|six|both|another|some|several|many|most|all|each|either|neither)\b", re.I
)
_DEFINITE = re.compile(r"(?:the|these|those|both|they|one of the|two of the)\b", re.I)
_PRONOUN = re.compile(r"(?:he|she|it|they|him|her|them)$", re.I)


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution behind a fact, by its place `index` among those of its document.

    `source` is how the text calls it, `called` the name or description that this stands for, `name`
    the bare name of that. `key` are the stems
    of that, `names` those with a capital letter, `groups` its nouns with how many each of them counts.
    """

    index: int
    source: str
    called: str
    name: str
    identity: Identity
    stance: Stance
    count: Count
    relay: str | None
    key: tuple[str, ...]
    names: tuple[str, ...]
    groups: tuple[tuple[str, Count], ...]


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
        role = found[-1] if found else None
        if role is not None and _bears(speech, role, bodies):
            speech = replace(speech, key=_both(speech.key, role.key), names=_both(speech.names, role.names))
            found = [_as_well(f, speech) if f.called == role.called else f for f in found]
        if speech.identity is Identity.ANONYMOUS:
            for noun, size in speech.groups:
                known = sizes.get(noun)
                if size.most is not None and (known is None or known.least < size.least):
                    sizes[noun] = size
                if speech.relay:
                    relays.setdefault(noun, speech.relay)
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
    source = once(" ".join(re.sub(r"\s+", " ", s.of(text)) for s in attribution.source))
    called = once(re.sub(r"\s+", " ", attribution.speaker.of(text))) if attribution.speaker else source
    count = once(attribution.count)
    if attribution.identity is Identity.DOCUMENT and count.most is None:
        count = Count(1, 1)
    bare = _RELATIVE.split(called, maxsplit=1)[0] or called
    stems = {stem(w) for word in _WORDS.findall(bare.lower()) if telling(w := re.sub(r"['’]s$", "", word))}
    return Speech(
        index,
        source,
        called,
        once(_name(called, attribution.identity)),
        attribution.identity,
        attribution.stance,
        count,
        attribution.relay or _seen_by(called) or _told_to(text, attribution),
        once(tuple(sorted(stems - _MOUTHS or stems))),
        once(tuple(sorted(names(bare)))),
        _groups(called, count),
    )


_MOUTHS = frozenset(map(stem, ["spokesman", "spokeswoman", "spokesperson", "spokespeople"]))
"""Those who speak for a body are that body."""


def _told_to(text: str, attribution: Attribution) -> str | None:
    """The outlet to which it was told: "told the Norden News Service", "alleged to the agency"."""
    cue = attribution.cue[-1] if attribution.cue else None
    if cue is None or attribution.identity is Identity.OUTLET or attribution.stance not in TELLING:
        return None
    found = _ADDRESSED.match(text, cue.end)
    return found[1] if found else None


_ADDRESSED = re.compile(r"\s+(?:to\s+)?(the (?:news )?agency\b|the (?:[A-Z][\w’'&-]*(?: |\b)){2,6})(?![\w’'])")


def _seen_by(source: str) -> str | None:
    """The outlet to which a document came: "a diary seen by the paper"."""
    found = _SEEN.search(source)
    return found[1] if found else None


_SEEN = re.compile(r"\b(?:seen|obtained|reviewed|read) by ((?:the )?[\w’' ]+)")


def _resolved(speech: Speech, sizes: dict[str, Count], relays: dict[str, str], bodies: list[Speech]) -> Speech:
    """A speech with what the text said before of the same people: how many they are, through whom, who."""
    nouns = [noun for noun, _ in speech.groups]
    if speech.identity is Identity.ANONYMOUS and _DEFINITE.match(speech.source):
        groups = tuple((n, sizes[n] if c.most is None and n in sizes else c) for n, c in speech.groups)
        if groups != speech.groups:
            speech = replace(speech, groups=groups, count=_sum(groups))
        if speech.relay is None:
            speech = replace(speech, relay=next((relays[n] for n in nouns if n in relays), None))
    if not speech.names and nouns and _DEFINITE.match(speech.called):
        noun = stem(nouns[-1])
        body = next((b for b in reversed(bodies) if noun in b.key and b.count == speech.count), None)
        if body is not None:
            return replace(
                speech, called=body.called, name=body.name, identity=body.identity, key=body.key, names=body.names
            )
    known = _known(speech, bodies)
    if known is not None:
        speech = replace(speech, name=known)
    introduced = _introduced(speech, bodies)
    if introduced is not None:
        return introduced
    if _PRONOUN.match(speech.called) and bodies:
        body = bodies[-1]
        return replace(
            speech, called=body.called, name=body.name, key=body.key, names=body.names, groups=body.groups
        )
    return speech


def _name(called: str, identity: Identity) -> str:
    """The bare name in a description: "Ostrany's foreign minister, Bero Stahl," → Bero Stahl.

    What stands before a title is where it is held: "Baja California Governor Marina del Pilar Avila". A name that
    comes first is whose the rest tells of: "Bero Stahl, head of the Ostrany Media Association,".
    """
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", called).rstrip(" ,")
    bare = called if bare == called else bare
    if identity is not Identity.NAMED or _ROLE.match(called):
        return bare
    first = _FULL.match(bare)
    if first and bare[first.end() : first.end() + 1] in ("", ","):
        return _untitled(first.group())
    found = [_untitled(name) for name in _FULL.findall(called)]
    return max(found, key=len) if found else bare


def _untitled(name: str) -> str:
    """A name without the title before it; what is all title stays."""
    words = name.split()
    titles = [n for n, word in enumerate(words[:-1]) if word.lower() in people()]
    return " ".join(words[titles[-1] + 1 :]) if titles else name


def _known(speech: Speech, bodies: list[Speech]) -> str | None:
    """The full name that the document gave to a surname."""
    if speech.identity is not Identity.NAMED or " " in speech.name:
        return None
    return next((b.name for b in reversed(bodies) if b.name.endswith(f" {speech.name}")), None)


_FULL = re.compile(r"[A-Z][\w’-]+(?: (?:[A-Z]\.|de|del|van|von|der|al|bin|la|[A-Z][\w’-]+))* [A-Z][\w-]+")


def _introduced(speech: Speech, bodies: list[Speech]) -> Speech | None:
    """A name that comes after its bearer's role: "The lawyer for Viktor Sand … Pavel Drum said"."""
    before = bodies[-1] if bodies else None
    if before is None or speech.identity is not Identity.NAMED or before.count != speech.count:
        return None
    bare = _NAMED.match(speech.called) and not any(n in b.names for b in bodies for n in speech.names)
    if not bare or not _ROLE.match(before.called):
        return None
    return replace(speech, key=_both(speech.key, before.key), names=_both(speech.names, before.names))


def _bears(speech: Speech, role: Speech, bodies: list[Speech]) -> bool:
    """Whether a full name, new to the text, is of whom it spoke right before by what he is: "Selby's mayor"."""
    return (
        speech.identity is Identity.NAMED
        and role.identity is not Identity.NAMED
        and speech.count == role.count == Count(1, 1)
        and _NAMED.match(speech.called) is not None
        and " " in speech.called
        and not any(n in b.names for b in bodies for n in speech.names)
        and _HOLDER.match(role.called) is not None
        and role.called.rstrip(" ,").rpartition(" ")[2] in people() - _MANY
    )


def _as_well(role: Speech, bearer: Speech) -> Speech:
    """A speech by what somebody is, as one of whom that is."""
    return replace(bearer, index=role.index, source=role.source, stance=role.stance, relay=role.relay)


_HOLDER = re.compile(r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\b|.*\w(?:['’]s|s['’]) ")
_MANY = frozenset(["police", "crew", "staff", "personnel", "troops"])


def _both(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*one, *two}))


_NAMED = re.compile(r"(?:[A-Z][\w’'.-]+ ?){1,4}$")
_ROLE = re.compile(r"(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) [a-z]\w+(?: [a-z]\w+)? (?:for|of) ")


def _sum(groups: tuple[tuple[str, Count], ...]) -> Count:
    most = [c.most for _, c in groups]
    return Count(sum(c.least for _, c in groups), None if None in most else sum(m or 0 for m in most))


@lru_cache(maxsize=1 << 14)
def _groups(source: str, count: Count) -> tuple[tuple[str, Count], ...]:
    """The nouns of a description with their numbers; one noun with the whole count where they do not add up."""
    core = source
    of = _ONE_OF.match(core)
    if of and _GROUP.match(core):
        core = core[of.end() :]
    core = _TAIL.split(core, maxsplit=1)[0] or core
    parts = [p for p in re.split(r"\band\b|,", core) if _WORDS.search(p)]
    if len(parts) > 1 and not of:
        sizes: dict[str, Count] = {}
        for part in parts:
            before, size = sizes.get(_noun(part)), _size(part)
            sizes[_noun(part)] = _sum((("", before), ("", size))) if before else size
        groups = tuple(sizes.items())
        if _sum(groups) == count:
            return groups
    return ((_noun(core), count),)


def _noun(phrase: str) -> str:
    """The singular of the last noun; "another" keeps it apart from the one before."""
    found = [re.sub(r"['’]s$", "", w.lower()) for w in _WORDS.findall(phrase)]
    if not found:
        return ""
    noun = re.sub(r"men$", "man", found[-1])
    noun = re.sub(r"ies$", "y", noun) if len(noun) > 4 else noun
    noun = noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
    return f"other {noun}" if _OTHER.search(phrase) else noun


_OTHER = re.compile(r"\b(?:another|other|second|third|different|separate)\b", re.I)


def _size(phrase: str) -> Count:
    """How many a noun phrase counts: "a driver" one, "two doctors" two, "officers" at least two."""
    row = words(phrase, 0, len(phrase))
    found = amounts(row)
    if found:
        return Count(int(found[0].least), int(found[0].most))
    plural = phrase.rstrip().endswith("s") and not phrase.rstrip().endswith("ss")
    return Count(2, None) if plural else Count(1, 1)


def same_speaker(one: Speech, two: Speech) -> bool:
    """Whether two names are of one person or body: one holds all words of the other, a name among them."""
    mine, yours = set(one.key), set(two.key)
    if not mine or not yours or not (mine <= yours or yours <= mine):
        return False
    return mine == yours or not set(one.names).isdisjoint(two.names)


def same_body(one: Speech, two: Speech) -> bool:
    """Whether one may be a name and the other a title of one body: "the interior ministry", "the government"."""
    mine, yours = _bodies(one.key), _bodies(two.key)
    subset = bool(mine) and bool(yours) and (mine <= yours or yours <= mine)
    return (subset or _FIRM in (mine, yours)) and not (one.names and two.names)


@lru_cache(maxsize=1 << 16)
def _bodies(key: tuple[str, ...]) -> frozenset[str]:
    """Words for parts of a state made one: a report may say "the government" for a ministry."""
    return frozenset("state" if word in _STATE else "firm" if word in _FIRMS else word for word in key)


_FIRM = frozenset(["firm"])
_FIRMS = frozenset(
    map(stem, ["company", "firm", "line", "group", "owner", "operator", "maker", "lender", "carrier"])
)
_STATE = frozenset(map(stem, ["government", "ministry", "minister", "cabinet", "administration", "presidency"]))
