"""Text becomes paragraphs: the runs between line breaks, whatever character breaks the line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuitimeline.model import Paragraph, Span

# Every character at which str.splitlines breaks a line: CR and LF, VT, FF, FS to RS, NEL, LS and PS.
_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# Mail and plain text are wrapped at 65 to 80 columns; no printed line of a wrapped text is longer than this.
_WIDEST_WRAP = 100


def split(text: str) -> tuple[Paragraph, ...]:
    """Every line that holds a word, without its outer white space; the lines of a hard-wrapped text rejoined.

    Offsets are code points into `text`, which is left as it is: a paragraph of a wrapped text holds line breaks.
    """
    lines = [Span(*_trim(text, m.start(), m.end())) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line.end > line.start]
    return tuple(Paragraph(*span) for span in _unwrap(text, lines))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    kept = line.strip()
    start += len(line) - len(line.lstrip())
    return start, start + len(kept)


def _unwrap(text: str, lines: Sequence[Span]) -> list[Span]:
    """A text is wrapped where nearly every break within a block comes because the next word did not fit."""
    width = max((line.end - line.start for line in lines), default=0)
    if width > _WIDEST_WRAP:
        return list(lines)
    inner = [i for i in range(1, len(lines)) if _adjacent(text, lines[i - 1], lines[i])]
    full = [i for i in inner if _did_not_fit(text, lines[i - 1], lines[i], width)]
    if len(inner) < 3 or len(full) < 0.8 * len(inner):
        return list(lines)
    joined = [lines[0]]
    follows = set(full)
    for i, line in enumerate(lines[1:], start=1):
        if i in follows:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _adjacent(text: str, above: Span, below: Span) -> bool:
    between = text[above.end : below.start].replace("\r\n", "\n")
    return len(re.findall("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", between)) == 1


def _did_not_fit(text: str, above: Span, below: Span, width: int) -> bool:
    word = text[below.start : below.end].split(maxsplit=1)[0]
    return above.end - above.start + 1 + len(word) >= width - 1
