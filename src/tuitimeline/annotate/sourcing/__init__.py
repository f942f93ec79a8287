"""Who says what, how many of them, and do they deny it."""

from __future__ import annotations

from dataclasses import dataclass

from tuitimeline.model import Attribution, Paragraph, Sentence, Spans


@dataclass(frozen=True, slots=True)
class Sourcing:
    """The attributions of a document, those inside another's content, and its hedges."""

    attributions: tuple[Attribution, ...] = ()
    within: tuple[Attribution, ...] = ()
    hedges: Spans = ()


def find(text: str, paragraphs: tuple[Paragraph, ...], sentences: tuple[Sentence, ...]) -> Sourcing:
    """Every attribution that `sentences` make, in the order of their cues."""
    return Sourcing()
