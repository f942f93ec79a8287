"""Paragraphs become sentences."""

from __future__ import annotations

import re

from tuitimeline.model import Paragraph, Sentence

_END = re.compile(r"""[.!?…]+["'”’)\]]*(\s+)(?=["'“‘(\[]*[A-Z0-9])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]\.)*[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Col|Lt|Sgt|St|No|vs|Jr|Sr|Inc|Corp|Ltd|Co"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)


def split(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """The sentences of the article itself, in order; none crosses a paragraph or stands in boilerplate."""
    sentences = []
    for paragraph in paragraphs:
        if paragraph.boilerplate is not None:
            continue
        start = paragraph.start
        for end in _END.finditer(text, paragraph.start, paragraph.end):
            if _ABBREVIATION.search(text, max(start, end.start(1) - 12), end.start(1)):
                continue
            sentences.append(Sentence(start, end.start(1)))
            start = end.end()
        if start < paragraph.end:
            sentences.append(Sentence(start, paragraph.end))
    return tuple(sentences)
