"""A Document learns what its sentences say: its dates, its attributions, its events."""

from __future__ import annotations

from tuitimeline.annotate import datelines, dates, events, sentences, sourcing
from tuitimeline.annotate.dates import foreign
from tuitimeline.model import AnnotatedDocument, Document, Furniture, Sentence


def annotate(document: Document) -> AnnotatedDocument:
    """Everything the text of one document says; nothing rests on its boilerplate.

    Of a document in another language than English only the dates are read: who says what in it is not guessed.
    """
    text = document.text
    found = sentences.split(text, document.paragraphs)
    if document.language != "en":
        return AnnotatedDocument(
            document, found, foreign.find(text, _dated(document, found), document.published, document.language)
        )
    timexes = dates.find(text, _dated(document, found), document.published)
    told = datelines.left_out(text, found)
    sourced = sourcing.find(text, document.paragraphs, told)
    mentions = events.find(document, told, timexes, sourced)
    return AnnotatedDocument(
        document, found, timexes, sourced.attributions, sourced.within, sourced.hedges, mentions
    )


def _dated(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Where dates are read: the sentences, and the lines that say when the article was printed."""
    bylines = (Sentence(p.start, p.end) for p in document.paragraphs if p.boilerplate is Furniture.BYLINE)
    return tuple(sorted([*sentences, *bylines]))
