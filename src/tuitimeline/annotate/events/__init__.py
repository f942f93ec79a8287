"""What happened and what was said, clause by clause."""

from __future__ import annotations

from tuitimeline.annotate.sourcing import Sourcing
from tuitimeline.model import Document, EventMention, Sentence, TimeExpression


def find(
    document: Document,
    sentences: tuple[Sentence, ...],
    dates: tuple[TimeExpression, ...],
    sourcing: Sourcing,
) -> tuple[EventMention, ...]:
    """The events that the document tells of, in the order of the text."""
    return ()
