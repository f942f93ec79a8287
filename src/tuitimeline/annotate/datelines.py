"""Where a first sentence begins behind its dateline: "OSLO, March 14 (Reuters) - Envoys …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuitimeline.model import Sentence

_DATELINE = re.compile(
    r"""(?:[A-Z][A-Z.'’-]+(?:[\s/]+[A-Z][A-Z.'’-]+)*)            # a place in capitals
        (?:,\s*[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?                   # its country or state
        (?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s*\d{4})?)?  # a day
        \s*(?:\([^()\n]{2,40}\))?                                # an agency
        # A mark, but no hyphen of a compound ("NATO-led") and no stop of initials ("U.S. officials").
        \s*(?:--|[–—]{1,2}|(?<=[\s)])-|-(?=\s)|:|•|(?<!\.[A-Z])\.(?=\s+[A-Z]))\s*""",
    re.VERBOSE,
)
_PLACE = r"[A-Z][a-z’']+(?:[ -][A-Z][a-z’']+){0,2}"
_IN_LOWER_CASE = re.compile(
    rf"""{_PLACE}(?:
        /{_PLACE}\s*(?::|[-–—]{{1,2}}\s)                          # two places
        |(?:,\s*{_PLACE}\.?)?\s*\([A-Z][^()\n]{{1,30}}\)\s*(?::|•|[-–—]{{1,2}}\s)  # an agency
        |\s[–—]\s(?=[A-Z])(?![^–—\n]*[–—])                      # one dash in all the sentence
    )\s*(?=["“‘A-Z0-9])
    |\([A-Z][^()\n]{{1,30}}\)\s*[-–—]{{1,2}}\s+(?=["“‘A-Z0-9])     # an agency alone""",
    re.VERBOSE,
)
_CITY = re.compile(rf"{_PLACE}:\s+(?=(?:A|An|At|The|In|On|Two|Three|Some|More|About|Nearly|Police|Officials)\s)")
_HEAD = 6  # sentences among which that of the dateline is: titles and decks stand above it


def left_out(text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, each without the dateline that it begins with.

    A name and a colon is one only where no second sentence begins so: two are the turns of a transcript.
    """
    starts = [end(text, *s) if i < _HEAD else s.start for i, s in enumerate(sentences)]
    colons = [i for i, s in enumerate(sentences) if ":" in text[s.start : starts[i]]]
    first = next((i for i, s in enumerate(sentences) if text.endswith(".", *s)), -1)
    if not colons and first >= 0 and (city := _CITY.match(text, *sentences[first])):
        starts[first] = city.end()
    for i in colons:
        if len(colons) > 1 or text[starts[i]] in "\"“‘'":
            starts[i] = sentences[i].start
    return tuple(Sentence(start, s.end) for start, s in zip(starts, sentences, strict=True))


def end(text: str, start: int, stop: int) -> int:
    """The offset at which the sentence text[start:stop] begins once its dateline is over."""
    found = _DATELINE.match(text, start, stop) or _IN_LOWER_CASE.match(text, start, stop)
    return found.end() if found and 4 < found.end() - start < stop - start else start
