"""The present, the past and the future as such: now, currently, recently, in the near future."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import words
from tuitimeline.annotate.dates.reading import Context, Family, Reading, reads
from tuitimeline.model import TimexType

_LIST = words.one_of(words.REFERENCES).replace(r"\ ", r"\s+")
_REFERENCE = rf"(?<![\w-]){words.any_case(_LIST)}(?![\w-]|['’]s\b)"
_HISTORY = (
    r"\b(?i:(?:our|its|their|his|the\s+country['’]s)\s+)?(?i:recent)\s+(?:[A-Z][\w.]+\s+)?(?i:history|memory)\b"
)
_NOT_NOW = re.compile(r"\s+(?:that|account|accounts|affairs|events)\b|\s+known\b")
_CAPITAL = re.compile(r"[A-Z][\w&.]*\s+\Z")
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:days?|weeks?|months?|quarters?|years?|decades?|century|centuries|hours?|and\s+future)\b"
)


def _reference(match: re.Match[str], context: Context) -> Reading | None:
    name = re.sub(r"\s+", " ", match[0].lower())
    beyond = context.beyond(match.end(), 24)
    if name in ("now", "current") and _NOT_NOW.match(beyond):
        return None
    if name == "the past" and _COUNTED.match(beyond):
        return None
    if match[0] in ("Now", "NOW") and _CAPITAL.search(context.before(match.start(), 24)):
        return None
    return reads(match, TimexType.DATE, words.REFERENCES[name])


def _history(match: re.Match[str], _: Context) -> Reading:
    return reads(match, TimexType.DATE, "PAST_REF")


FAMILIES = (
    Family(frozenset({"reference"}), _REFERENCE, _reference),
    Family(frozenset({"reference"}), _HISTORY, _history),
)
