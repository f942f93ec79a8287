"""What a line looks like: prose or a headline, how many words, in title case."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_][\w'’.-]*|\$?\d[\d,.]*")
_FULL_STOP = re.compile(r"""(?:[.…]["'”’»)\]]*|[.…,]["”’»]+|[:;])$""")
_ASKS = re.compile(r"""[!?]["'”’»)\]]*$""")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No|vs|St)\.$")
_INNER_STOP = re.compile(r"""[a-z0-9)]{4}[.!?]["'”’)]* ["'“‘(]?[A-Z]""")
_LONG = 25


def words(line: str) -> list[str]:
    """The words and figures of a line."""
    return _WORD.findall(line)


def is_ended(line: str) -> bool:
    """It ends as a sentence does: with a full stop that is no abbreviation's, a quoted stop, or a colon."""
    return bool(_FULL_STOP.search(line)) and not _ABBREVIATED.search(line)


def is_prose(line: str) -> bool:
    """A line of an article: an ended sentence of some length, several sentences, or a very long line."""
    count = len(words(line))
    if count > _LONG or (count >= 8 and _INNER_STOP.search(line)):
        return True
    return (count >= 4 and is_ended(line)) or (count >= 14 and bool(_ASKS.search(line)))


def is_headline(line: str) -> bool:
    """Three words or more, not too many, and no full stop."""
    return 3 <= len(words(line)) <= _LONG and not is_ended(line)


def is_title_case(line: str) -> bool:
    """Nearly every longer word begins with a capital: "Belarus Frees 123 Political Prisoners"."""
    longer = [w for w in words(line) if len(w) > 3 and w[0].isalpha()]
    return len(longer) >= 3 and sum(w[0].isupper() for w in longer) >= 0.75 * len(longer)
