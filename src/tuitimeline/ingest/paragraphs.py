"""Text becomes paragraphs: the runs between line breaks, whatever character breaks the line."""

from __future__ import annotations

import re
from itertools import pairwise

from tuitimeline.model import Paragraph

# Every character at which str.splitlines breaks a line: CR and LF, VT, FF, FS to RS, NEL, LS and PS.
_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# Mail and plain text are wrapped at 65 to 80 columns; no printed line of a wrapped text is longer than this.
_WIDEST_WRAP = 100


def split(text: str) -> tuple[Paragraph, ...]:
    """Every line that holds a word, without its outer white space."""
    found = []
    for m in _LINE.finditer(text):
        line = m[0]
        if kept := line.strip():
            start = m.start() + len(line) - len(line.lstrip())
            found.append(Paragraph(start, start + len(kept)))
    return tuple(found)


def unwrap(text: str) -> str:
    """`text` with the breaks within its paragraphs as spaces where it is hard-wrapped; else as it is.

    It is wrapped where nearly every break within a block came because the next word did not fit. Each character
    of a break becomes one space: offsets into the result are offsets into `text`.
    """
    lines = split(text)
    width = max((line.end - line.start for line in lines), default=0)
    if width > _WIDEST_WRAP:
        return text
    inner = [(a, b) for a, b in pairwise(lines) if len(f"x{text[a.end : b.start]}x".splitlines()) == 2]
    full = [(a, b) for a, b in inner if _did_not_fit(text, a, b, width)]
    if len(inner) < 3 or len(full) < 0.8 * len(inner):
        return text
    pieces, done = [], 0
    for above, below in full:
        pieces += [text[done : above.end], " " * (below.start - above.end)]
        done = below.start
    return "".join([*pieces, text[done:]])


def _did_not_fit(text: str, above: Paragraph, below: Paragraph, width: int) -> bool:
    word = text[below.start : below.end].split(maxsplit=1)[0]
    return above.end - above.start + 1 + len(word) >= width - 1
