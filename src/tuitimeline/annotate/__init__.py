"""A Document learns what its sentences say: its dates, its attributions, its events."""

from __future__ import annotations

from tuitimeline.annotate import dates, events, sentences, sourcing
from tuitimeline.model import AnnotatedDocument, Document


def annotate(document: Document) -> AnnotatedDocument:
    """Everything the text of one document says; nothing rests on its boilerplate."""
    text = document.text
    found = sentences.split(text, document.paragraphs)
    timexes = dates.find(text, found, document.published)
    sourced = sourcing.find(text, document.paragraphs, found)
    mentions = events.find(document, found, timexes, sourced)
    return AnnotatedDocument(
        document, found, timexes, sourced.attributions, sourced.within, sourced.hedges, mentions
    )
