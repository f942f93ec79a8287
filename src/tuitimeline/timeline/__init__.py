"""Annotated documents become one Timeline: copies, coreference, counting, conflicts, order."""

from __future__ import annotations

from collections.abc import Iterable

from tuitimeline.model import AnnotatedDocument, Descent, Timeline


def weave(documents: Iterable[AnnotatedDocument]) -> Timeline:
    """One timeline of many documents. `documents` is read once and may be longer than memory holds."""
    return Timeline(descents=tuple(Descent(d.document.id) for d in documents))
