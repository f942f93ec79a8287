"""A Document learns what its sentences say: its dates, its attributions, its events."""

from __future__ import annotations

from tuitimeline.annotate import dates, events, sentences, sourcing
from tuitimeline.model import AnnotatedDocument, Document, Furniture, Sentence


def annotate(document: Document) -> AnnotatedDocument:
    """Everything the text of one document says; nothing rests on its boilerplate."""
    text = document.text
    found = sentences.split(text, document.paragraphs)
    timexes = dates.find(text, _dated(document, found), document.published)
    sourced = sourcing.find(text, document.paragraphs, found)
    mentions = events.find(document, found, timexes, sourced)
    return AnnotatedDocument(
        document, found, timexes, sourced.attributions, sourced.within, sourced.hedges, mentions
    )


def _dated(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Where dates are read: the sentences, and the lines that say when the article was printed."""
    bylines = (Sentence(p.start, p.end) for p in document.paragraphs if p.boilerplate is Furniture.BYLINE)
    return tuple(sorted([*sentences, *bylines]))
