"""Text becomes paragraphs, and page furniture is marked on them."""

from __future__ import annotations

import re

from tuitimeline.model import Paragraph

_LINE = re.compile(r"[^\n\r]*\S")


def split(text: str) -> tuple[Paragraph, ...]:
    """Every line that holds a word, without its outer white space."""
    return tuple(Paragraph(m.end() - len(m[0].lstrip()), m.end()) for m in _LINE.finditer(text))
