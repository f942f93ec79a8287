"""Sentences are read as the program reads them: split, then searched for dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tuitimeline.annotate import dates, sentences
from tuitimeline.ingest.paragraphs import split
from tuitimeline.model import TimeExpression

Find = Callable[..., tuple[TimeExpression, ...]]


@pytest.fixture
def find() -> Find:
    """The time expressions of a text published on Wednesday 17 April 2013, or on another day."""

    def read(text: str, published: date | None = date(2013, 4, 17)) -> tuple[TimeExpression, ...]:
        return dates.find(text, sentences.split(text, split(text)), published)

    return read
