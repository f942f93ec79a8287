"""What a family of expressions is, what it reads, and what it may look at while reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tuitimeline.annotate.dates.calendar import Period
from tuitimeline.model import Sentence, Span, TimexType


class Reading(NamedTuple):
    """A time expression as a family reads it: span, TIMEX3 type and value, and its period where it has one."""

    start: int
    end: int
    type: TimexType
    value: str
    period: Period | None = None
    after: Span | None = None
    before: Span | None = None
    note: str | None = None


class Context(NamedTuple):
    """What is known at one place of a document: its date, and what was read before that place.

    `last` is the dated reading before this one, `day` the last one that is a single day, `year` the year in which
    the narrative stands where it has left the document's own, None where it has not.
    """

    text: str
    sentence: Sentence
    published: date | None
    last: Reading | None = None
    day: Reading | None = None
    year: int | None = None
    historical: bool = False

    @property
    def today(self) -> date | None:
        """The day that "today" is: the publication date."""
        return self.published

    def before(self, at: int, width: int = 40) -> str:
        """The characters of the sentence before `at`."""
        return self.text[max(self.sentence.start, at - width) : at]

    def beyond(self, at: int, width: int = 40) -> str:
        """The characters of the sentence from `at` on."""
        return self.text[at : min(self.sentence.end, at + width)]


class Family(NamedTuple):
    """Expressions of one form: the kinds of trigger words without which none can stand, a pattern, its reader.

    The reader returns None for a match that is no time expression after all.
    """

    kinds: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Reading | None]


def dated(match: re.Match[str], period: Period) -> Reading:
    """The whole match, read as that period."""
    return Reading(match.start(), match.end(), TimexType.DATE, period.value, period)
