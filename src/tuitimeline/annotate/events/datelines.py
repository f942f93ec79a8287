"""Where a first sentence begins behind its dateline: "OSLO, March 14 (Reuters) - Envoys …"."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"""(?:[A-Z][A-Z.'’-]+(?:[\s/]+[A-Z][A-Z.'’-]+)*)            # a place in capitals
        (?:,\s*[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?                   # its country or state
        (?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s*\d{4})?)?  # a day
        \s*(?:\([^()\n]{2,40}\))?                                # an agency
        \s*(?:[-–—]{1,2}|:|•|\.(?=\s+[A-Z]))\s*""",
    re.VERBOSE,
)
_PLACE = r"[A-Z][a-z’']+(?:[ -][A-Z][a-z’']+){0,2}"
_IN_LOWER_CASE = re.compile(
    rf"""{_PLACE}(?:
        /{_PLACE}\s*(?::|[-–—]{{1,2}}\s)                          # two places
        |(?:,\s*{_PLACE}\.?)?\s*\([A-Z][^()\n]{{1,30}}\)\s*(?::|•|[-–—]{{1,2}}\s)  # an agency
        |\s[–—]\s(?=[A-Z])(?![^–—\n]*[–—])                      # one dash in all the sentence
    )\s*(?=["“‘A-Z0-9])""",
    re.VERBOSE,
)


def end(text: str, start: int, stop: int) -> int:
    """The offset at which the sentence text[start:stop] begins once its dateline is over."""
    found = _DATELINE.match(text, start, stop) or _IN_LOWER_CASE.match(text, start, stop)
    return found.end() if found and found.end() - start > 4 else start
