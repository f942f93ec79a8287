"""What the weaving keeps of a document: a few numbers and words for each mention, and no text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from tuitimeline.annotate.events.lexicon import people, word_class
from tuitimeline.annotate.events.numbers import amounts
from tuitimeline.annotate.events.tokens import Words, words
from tuitimeline.annotate.events.triggers import find as find_triggers
from tuitimeline.model import AnnotatedDocument, Attribution, Count, EventMention, Identity, Span, Stance
from tuitimeline.timeline import relays
from tuitimeline.timeline.stems import stem, telling

DENIAL, NO_COMMENT = "Statement.Denial", "Statement.NoComment"


@dataclass(frozen=True, slots=True)
class Page:
    """A document without its text. `furniture` is how many kinds of it there are and how many characters. `cited`
    are the origins that it names surely, `perhaps` those it may name.
    """

    id: str
    name: str
    published: date | None
    outlet: str | None
    furniture: tuple[int, int]
    cited: tuple[str, ...]
    perhaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution behind a fact.

    `key` are the stems of the words that name or describe its source, `names` those with a capital letter, `head`
    that of its noun.
    """

    index: int
    source: str
    identity: Identity
    stance: Stance
    count: Count
    relay: str | None
    key: frozenset[str]
    names: frozenset[str]
    head: str


@dataclass(frozen=True, slots=True)
class Figure:
    """How many people, or how much money: the least and the most that the words allow."""

    unit: str
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Fact:
    """One mention without its text: the number of its page, ordinals of its first and last possible day."""

    document: int
    start: int
    end: int
    trigger: int
    headline: Span
    words: str
    kind: str
    date: str | None
    first: int | None
    last: int | None
    after: int | None
    hedged: bool
    reference: bool
    terms: tuple[str, ...]
    context: tuple[str, ...]
    figures: tuple[Figure, ...]
    speeches: tuple[Speech, ...]


def page(annotated: AnnotatedDocument) -> Page:
    """What is kept of the document as a whole."""
    document = annotated.document
    furniture = [p for p in document.paragraphs if p.boilerplate]
    clutter = (len({p.boilerplate for p in furniture}), sum(p.end - p.start for p in furniture))
    name = document.path or document.id
    surely, perhaps = relays.cited(annotated)
    return Page(document.id, name, document.published, document.outlet, clutter, surely, perhaps)


def facts(annotated: AnnotatedDocument, number: int) -> list[Fact]:
    """Every mention of document `number` as a fact."""
    told, names = speeches(annotated), Surroundings(annotated)
    return [_fact(annotated, number, mention, told, names) for mention in annotated.mentions]


def speeches(annotated: AnnotatedDocument) -> list[Speech]:
    """Every attribution of a document as a speech, at its own place."""
    text = annotated.document.text
    return _told_again([_speech(text, i, a) for i, a in enumerate(annotated.attributions)])


class Surroundings:
    """The names in and right before the sentence of a mention: what its pronouns may stand for."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        self._text = annotated.document.text
        self._sentences = annotated.sentences
        self._starts = [s.start for s in annotated.sentences]
        self._names: dict[int, frozenset[str]] = {}

    def of(self, mention: EventMention) -> frozenset[str]:
        """Stems of the names around a mention."""
        at = bisect_right(self._starts, mention.start) - 1
        return self._in(at) | self._in(at - 1)

    def _in(self, at: int) -> frozenset[str]:
        if not 0 <= at < len(self._sentences):
            return frozenset()
        if at not in self._names:
            sentence = self._sentences[at]
            self._names[at] = _names(self._text[sentence.start : sentence.end])
        return self._names[at]


def _names(text: str) -> frozenset[str]:
    return frozenset(stem(m[0]) for m in _NAME.finditer(text) if telling(m[0].lower()))


_NAME = re.compile(r"\b[A-Z][^\W\d_]+")


def _told_again(speeches: list[Speech]) -> list[Speech]:
    """ "The officials" are as many as the "two officials" before them."""
    sizes: dict[str, Count] = {}
    found = []
    for speech in speeches:
        known = sizes.get(speech.head)
        if speech.identity is Identity.ANONYMOUS:
            if speech.count.most is None and known and _DEFINITE_SOURCE.match(speech.source):
                speech = replace(speech, count=known)
            elif speech.count.most is not None and (known is None or speech.count.least > known.least):
                sizes[speech.head] = speech.count
        found.append(speech)
    return found


_DEFINITE_SOURCE = re.compile(r"(?:the|these|those|both|they)\b", re.I)


def _fact(
    annotated: AnnotatedDocument,
    number: int,
    mention: EventMention,
    speeches: list[Speech],
    names: Surroundings,
) -> Fact:
    document = annotated.document
    text = document.text
    row = words(text, mention.start, mention.end)
    first, last = _days(mention)
    day = mention.date.edtf if mention.date else None
    if day is None and mention.kind.startswith("Statement.") and document.published and mention.date is None:
        day = document.published.isoformat()
        first = last = document.published.toordinal()
    rows = [row, *(words(text, a.start, a.end) for a in mention.arguments)]
    terms = {stem(w) for r in rows for w in r.lower if telling(w)}
    if mention.kind == DENIAL:
        terms |= {t.kind for t in find_triggers(row) if t.kind != "Statement.Claim"}
    return Fact(
        number,
        mention.start,
        mention.end,
        mention.trigger.start,
        mention.headline,
        re.sub(r"\s+", " ", mention.headline.of(text)),
        mention.kind,
        day,
        first,
        last,
        mention.after.start if mention.after else None,
        mention.hedged,
        mention.date is None and _definite(text, mention.trigger),
        tuple(sorted(terms)),
        tuple(sorted(names.of(mention) - terms)),
        tuple(f for r in rows for f in _figures(r, mention, annotated)),
        tuple(speeches[i] for i in mention.attributions),
    )


def _days(mention: EventMention) -> tuple[int | None, int | None]:
    day = mention.date
    if day is None:
        return None, None
    return day.earliest.toordinal() if day.earliest else None, day.latest.toordinal() if day.latest else None


_DEFINITE = re.compile(r"\b(?:the|this|that|his|her|their|its|first|second|['’]s)\s+(?:\w+\s+){0,2}$", re.I)


def _definite(text: str, trigger: Span) -> bool:
    return _DEFINITE.search(text, max(0, trigger.start - 30), trigger.start) is not None


_NEGATED = frozenset(["not", "of"])


def _figures(row: Words, mention: EventMention, annotated: AnnotatedDocument) -> tuple[Figure, ...]:
    """People and money counted in a clause, without dates, ages and shares of a whole."""
    spans = [(d.start, d.end) for d in annotated.dates if d.start < mention.end and d.end > mention.start]
    trigger = row.at(mention.trigger.start)
    found = []
    for amount in amounts(row):
        at, end = row.starts[amount.first], row.ends[amount.last]
        if any(at < e and s < end for s, e in spans):
            continue
        if amount.first and row.lower[amount.first - 1] in ("not", "aged"):
            continue
        following = row.lower[amount.last + 1 : amount.last + 5]
        if following[:1] in (["of"], ["years"], ["year"], ["%"], ["percent"], ["per"]):
            continue
        if amount.money:
            found.append(Figure("$", amount.least, amount.most))
        elif (
            any(w in people() for w in following) or trigger - 2 <= amount.first <= row.at(mention.trigger.end) + 2
        ):
            nouns = next((i for i, w in enumerate(following) if w in people()), None)
            if nouns is not None and any(w in (",", "and", "in", "on", "at", "to") for w in following[:nouns]):
                nouns = None
            if (
                nouns is None
                and following
                and following[0].isalpha()
                and following[0] not in _LOOSE
                and following[0] not in people()
            ):
                continue
            found.append(Figure("people", amount.least, amount.most))
    return tuple(found)


_LOOSE = word_class("loose")

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HEAD_ENDS = re.compile(
    r"\b(?:who|whom|which|that|with|from|familiar|briefed|in|at|on|of|for|close|involved|inside|quoted|cited|working|speaking|seen|obtained|used|kept|filed)\b|,"
)
_ONE_OF = re.compile(r"^\s*(?:\S+\s+){0,2}(?:of|among)\s+(?:the|these|those|its|his|her)?\s*(?=\w)", re.I)


def _speech(text: str, index: int, attribution: Attribution) -> Speech:
    source = re.sub(r"\s+", " ", " ".join(s.of(text) for s in attribution.source))
    full = source
    if attribution.speaker is not None:
        full = f"{attribution.speaker.of(text)}"
    key = frozenset(
        stem(w.removesuffix("'s").removesuffix("’s"))
        for w in (m.lower() for m in _WORDS.findall(full))
        if telling(w)
    )
    return Speech(
        index,
        source,
        attribution.identity,
        attribution.stance,
        attribution.count,
        attribution.relay,
        key,
        _names(full),
        _head(full),
    )


def _head(source: str) -> str:
    """The noun of a description: "one of the investigators" → investigator, "two people who …" → people."""
    core = source
    group = _ONE_OF.match(core)
    if group and group.end() < len(core) and group[0].split()[0].lower() in _NUMBERED:
        core = core[group.end() :]
    core = _HEAD_ENDS.split(core, maxsplit=1)[0] or core
    found = [w.lower().removesuffix("'s").removesuffix("’s") for w in _WORDS.findall(core)]
    return stem(found[-1]) if found else ""


_NUMBERED = frozenset(
    "one two three four five six both another some several many most all the a each either neither".split()  # noqa: SIM905
)
