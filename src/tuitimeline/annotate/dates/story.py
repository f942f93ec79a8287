"""Where the story stands: what each reading leaves behind for the ones after it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from tuitimeline.annotate.dates.reading import Context, Reading
from tuitimeline.model import Sentence

_YEAR = re.compile(r"(?<!\d)(1[0-9]\d\d|20\d\d)(?!\d)")
_NAMED_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?<![\w$£€#.,:/-]\d{4})(?![\w%-]|[.,]\d)")
_OPENING = re.compile(r"(?:In|By|During|Since|Throughout|Until|Before|After)\s+")
_MEASURED = re.compile(r"\b(?:to|with|since|from|than|versus|until|by)\s+\Z")
_DATED = re.compile(r"\d[-/]\d|[A-Z][a-z]{2,8}\.?,?\s+(?:of\s+)?(?:\d{1,2}[a-z]*,?\s+)?\d{4}")
_DEICTIC = re.compile(
    r"\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|tonight|(?:this|last|next)\s(?:week|month|year)|ago"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_LEAP = 3  # years by which history goes on at once
_BEFORE_CHRIST = re.compile(r"\bBCE?\b")
_STAYS = 400  # characters for which a news story stays in another year after naming it
_MANY = 6  # years other than its own that a text must name before it counts as history


def is_historical(text: str, sentences: Iterable[Sentence], published: date | None) -> bool:
    """Whether a text tells of other years than its own far more often than of the days around its publication."""
    sentences = tuple(sentences)
    own = range(published.year - 1, published.year + 2) if published else range(0)
    ages_ago = sum(len(_BEFORE_CHRIST.findall(text, s.start, s.end)) for s in sentences) if "BC" in text else 0
    years = (int(year) for s in sentences for year in _NAMED_YEAR.findall(text, s.start, s.end))
    others = ages_ago + sum(year not in own for year in years)
    return others >= _MANY and others > 2 * sum(len(_DEICTIC.findall(text, s.start, s.end)) for s in sentences)


def entered(context: Context, sentence: Sentence) -> Context:
    """The context at the start of a sentence: a news story comes back to its own year after a while."""
    if context.year is not None and not context.historical:
        away = sentence.start - context.year_at
        if away > _STAYS or "\n\n" in context.text[context.sentence.end : sentence.start]:
            return context._replace(sentence=sentence, year=None)
    return context._replace(sentence=sentence)


def after(context: Context, reading: Reading) -> Context:
    """The context after a reading. A step aside ("a day earlier") leaves the story where it was."""
    period = reading.period
    if _owns(context, reading):
        return context
    if period is None or reading.aside:
        return context._replace(year=None) if _is_home(context, reading) else context
    context = context._replace(
        last=reading,
        day=reading if period.unit == "day" else context.day,
        quarter=reading if period.unit in ("quarter", "half") else context.quarter,
    )
    return _moved(context, reading, period.first.year) if period.first else context


def _owns(context: Context, reading: Reading) -> bool:
    """Whether it only says whose: "on Saturday it denied that last Sunday's vote was rigged" stays on Saturday."""
    told = context.day is not None and context.day.start >= context.sentence.start
    return told and context.text[reading.end : reading.end + 2] in ("'s", "’s")


def _is_home(context: Context, reading: Reading) -> bool:
    """ "Now" and "recently" bring a news story back to its own year."""
    return not context.historical and reading.value in ("PRESENT_REF", "PAST_REF") and not reading.before


def _moved(context: Context, reading: Reading, year: int) -> Context:
    """The year of the story: a date with its year moves it, a word counted from today brings it home.

    In a text that tells history a year named in passing moves it too, but neither back nor far ahead.
    """
    words = context.text[reading.start : reading.end]
    named = _YEAR.search(words)
    if reading.period is not None and reading.period.unit in ("decade", "century"):
        return context
    opens = _OPENING.fullmatch(context.text, context.sentence.start, reading.start)
    exact = opens or (_DATED.search(words) and not _MEASURED.search(context.before(reading.start, 16)))
    if context.historical:
        follows = context.year is None or 0 <= year - context.year <= _LEAP
        return context._replace(year=year, year_at=reading.start) if exact or follows else context
    if named is None:
        home = context.published is not None and _DEICTIC.search(words) is not None
        return context._replace(year=None) if home else context
    elsewhere = context.published is None or year < context.published.year
    if elsewhere and exact:
        return context._replace(year=year, year_at=reading.start)
    return context._replace(year=None) if context.published and year == context.published.year else context
