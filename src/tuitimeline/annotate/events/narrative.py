"""When a story goes on without naming the day again.

"Officers charged a crowd on Tuesday night. Some 30,000 people had filled the square." What a report tells in the
past right after a dated event is of that day, unless its words lead away from it (the narrative container of
Pustejovsky and Stubbs, 2011). The date stays the expression that names the day: it stands outside the clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tuitimeline.annotate.events.indexing import expressions_in
from tuitimeline.model import EventMention, Sentence, TimeExpression

REACH = 3
"""Sentences over which a day goes on."""

FAR = 60
"""Days between two events one of which is background."""

_CLOCK = (
    r"dawn|sunrise|noon|midday|dusk|sunset|midnight|\d"
    "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)
_AWAY = re.compile(
    r"\b(?:ago|earlier|once|previous(?:ly)?|years?|decades?|former(?:ly)?|ever|often|always|usually|never|since|past"
    rf"|before(?!\s(?:{_CLOCK})\b)|later(?!\s(?:in\sthe\sday|that|on\sthe\ssame)\b)|last|next|following|now|already"
    r"|recent(?:ly)?|history|traditionally|has|have|is|are|will|would|could|may)\b",
    re.I,
)


def placed(
    text: str, mentions: Sequence[EventMention], sentences: Sequence[Sentence], days: Sequence[TimeExpression]
) -> list[EventMention]:
    """The mentions in order; those without a date of their own on the day of which the story tells."""
    starts = [s.start for s in sentences]
    fronted = _fronted(text, sentences, days)
    found = []
    day: TimeExpression | None = None
    latest: TimeExpression | None = None
    at = seen = 0
    for mention in sorted(mentions, key=lambda m: (m.start, m.trigger.start)):
        here = bisect_right(starts, mention.start)
        for sentence in range(seen + 1, here + 1):
            if sentence in fronted and fronted[sentence].start < mention.start:
                day, at = fronted[sentence], sentence
        seen = here
        if mention.date is not None:
            if here != at or day is None:
                day, at = _carried(mention, day), here
            latest = mention.date
        elif latest is not None and not _statement(mention) and _SAME_DAY.search(text, mention.start, mention.end):
            mention = replace(mention, date=latest)
        elif day is not None and here - at <= REACH and _goes_on(text, mention):
            mention, at = replace(mention, date=day), here
        found.append(mention)
    return found


_OPENING = re.compile(
    r"(?:[A-Z][A-Z .]+:)?\W*"
    r"(?:(?:But|And|Then|Late|Later|Early|Shortly|On|In|At|By|on|in|by|the|of|midday|noon|dawn|dusk)\s+)*"
)
"""What may stand before the day with which a sentence opens: a speaker's name, joining words, a preposition."""


def _fronted(
    text: str, sentences: Sequence[Sentence], days: Sequence[TimeExpression]
) -> dict[int, TimeExpression]:
    """The day with which a sentence opens, by the number of the sentence: "On Saturday the square was full"."""
    found = {}
    for number, sentence in enumerate(sentences, 1):
        opening = _OPENING.match(text, sentence.start, sentence.end)
        for day in expressions_in(days, sentence.start, opening.end() + 1 if opening else sentence.start):
            if day.earliest is not None and day.earliest == day.latest:
                found[number] = day
    return found


_SAME_DAY = re.compile(r"\b(?:hours|minutes|moments) (?:later|earlier|before|after)", re.I)


def _statement(mention: EventMention) -> bool:
    return mention.kind.startswith("Statement.")


def _carried(mention: EventMention, day: TimeExpression | None) -> TimeExpression | None:
    """The day that goes on after a dated mention: none after background, the one before after a plan."""
    date = mention.date
    if date is None or _statement(mention):
        return day
    if date.earliest is None or date.earliest != date.latest:
        return None if day is None or _far(date, day) else day
    return None if day is not None and _far(date, day) else date


def _far(one: TimeExpression, two: TimeExpression) -> bool:
    return one.earliest is None or two.earliest is None or abs((one.earliest - two.earliest).days) > FAR


def _goes_on(text: str, mention: EventMention) -> bool:
    pleaded = text.startswith("pleaded", mention.trigger.start)
    if (_statement(mention) and not pleaded) or mention.after is not None:
        return False
    return not _AWAY.search(text, mention.start, mention.end)
