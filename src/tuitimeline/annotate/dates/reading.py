"""What a family of expressions is, what it reads, and what it may look at while reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tuitimeline.annotate.dates.calendar import Period
from tuitimeline.model import Sentence, Span, TimexType


class Reading(NamedTuple):
    """A time expression as a family reads it: span, TIMEX3 type and value, and its period where it has one.

    `aside` is true of a step backwards ("a day earlier"), which leaves the story where it stands.
    """

    start: int
    end: int
    type: TimexType
    value: str
    period: Period | None = None
    after: Span | None = None
    before: Span | None = None
    note: str | None = None
    aside: bool = False


class Context(NamedTuple):
    """What is known at one place of a document: its date, and what was read before that place.

    `last` is the last dated reading, `day` the last that is a single day, `quarter` the last that is a quarter or
    a half; `year` is the year in which the story stands where it has left the document's own, `year_at` where it
    was named. `historical` is true of a text that tells of other years than the one it was published in.
    """

    text: str
    sentence: Sentence
    published: date | None
    historical: bool = False
    last: Reading | None = None
    day: Reading | None = None
    quarter: Reading | None = None
    year: int | None = None
    year_at: int = 0

    def before(self, at: int, width: int = 40) -> str:
        """The characters of the sentence before `at`."""
        return self.text[max(self.sentence.start, at - width) : at]

    def beyond(self, at: int, width: int = 40) -> str:
        """The characters of the sentence from `at` on."""
        return self.text[at : min(self.sentence.end, at + width)]


class Family(NamedTuple):
    """Expressions of one form: the kinds of trigger words each of which it needs, a pattern, and its reader.

    The pattern is compiled when a text first needs it.

    The reader returns None for a match that is no time expression after all.
    """

    kinds: frozenset[str]
    pattern: str
    read: Callable[[re.Match[str], Context], Reading | None]


UNKNOWN = "XXXX-XX-XX"


def reads(match: re.Match[str], kind: TimexType, value: str) -> Reading:
    """The whole match, with a value that is no calendar period."""
    return Reading(match.start(), match.end(), kind, value)


def dated(match: re.Match[str], period: Period | None) -> Reading:
    """The whole match, read as that period; None where the text gives nothing to count from."""
    if period is None:
        return reads(match, TimexType.DATE, UNKNOWN)
    return Reading(match.start(), match.end(), TimexType.DATE, period.value, period)
