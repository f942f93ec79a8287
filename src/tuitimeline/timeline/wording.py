"""The words that tell of a mention, and what they come to once they are made comparable."""

from __future__ import annotations

import re

from tuitimeline.annotate.events.patterns import AUXILIARIES, PREPOSITIONS
from tuitimeline.annotate.events.tokens import Words, words
from tuitimeline.annotate.events.triggers import find as find_triggers
from tuitimeline.model import AnnotatedDocument, EventMention, Span, Spans
from tuitimeline.timeline.stems import stem, telling

CLAIM, DENIAL = "Statement.Claim", "Statement.Denial"


def wording(annotated: AnnotatedDocument, mention: EventMention) -> list[Words]:
    """The words that tell of a mention: its clause and noun phrase; of a statement what is put forward."""
    return [words(annotated.document.text, *span) for span in _told(annotated, mention)]


def terms(rows: list[Words], mention: EventMention, text: str) -> tuple[str, ...]:
    """The stems of `rows`, and of what is claimed or denied the kinds of event that it is of."""
    found = {stem(w) for row in rows for w in row.lower if telling(w)}
    if mention.kind == CLAIM:
        found |= {kind for row in rows for kind in _kinds(row, False)}
    if mention.kind == DENIAL:
        found |= {kind for row in rows for kind in _kinds(_as_told(row, text), True)}
    return tuple(sorted(found))


def _told(annotated: AnnotatedDocument, mention: EventMention) -> Spans:
    """The text that tells of it: the clause and its noun phrase; of a statement what is put forward."""
    if mention.kind.startswith("Statement."):
        content = tuple(c for i in mention.attributions for c in annotated.attributions[i].content)
        if content and mention.kind == DENIAL:
            return tuple(_without_circumstance(annotated.document.text, c) for c in content)
        if content:
            return content
        return (Span(mention.trigger.end, max(mention.trigger.end, mention.end)),)
    return (Span(mention.start, mention.end), *mention.arguments)


def _without_circumstance(text: str, content: Span) -> Span:
    """What is denied, without what it came before or after: "that the alarm was off when the crown was stolen"."""
    found = _CIRCUMSTANCE.search(text, content.start, content.end)
    return Span(content.start, found.start()) if found else content


_CIRCUMSTANCE = re.compile(r"(?<=\w)[ ,]+(?:even as|before|after|when|while|amid|following)\b")


def _as_told(row: Words, text: str) -> Words:
    """What is denied as one would tell it who says so: of "attacking them" and "any attack" that they happened."""
    if not row.lower:
        return row
    told = _ALLEGED.sub("", text[row.starts[0] : row.ends[-1]])
    if row.lower[0].endswith("ing"):
        told = f"he was {told}"
    told = _ANY.sub("the ", told)
    return words(told, 0, len(told))


_ALLEGED = re.compile(
    r"^(?:the |these |those |all )?(?:\w+ )?"
    r"(?:reports?|allegations?|claims?|accusations?|charges?|rumou?rs?|suggestions?)\b"
    r".{,80}?\b(?:that|of|about|regarding|concerning|over) "
)
_ANY = re.compile(r"\b(?:any|ever) ")


def _kinds(row: Words, nouns: bool) -> set[str]:
    """The kinds of event that a statement is of. A noun tells it only as its subject ("that a meeting")."""
    begun = next((i for i, w in enumerate(row.lower) if i and w in _BEGUN), None)
    return {
        t.kind
        for t in find_triggers(row)
        if not t.kind.startswith("Statement.")
        and (not t.nominal or (nouns and (begun is None or t.first < begun)))
    }


_BEGUN = PREPOSITIONS | AUXILIARIES
"""What ends the noun phrase with which a clause begins."""
