"""A text becomes its attributions."""

import pytest

from tuitimeline.annotate import sentences, sourcing
from tuitimeline.model import Paragraph


def paragraphs(text):
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph(at, at + len(line)))
        at += len(line) + 1
    return tuple(found)


@pytest.fixture(scope="session")
def find():
    """Everything that sourcing finds in a text whose lines are its paragraphs."""

    def find(text):
        lines = paragraphs(text)
        return sourcing.find(text, lines, sentences.split(text, lines))

    return find
