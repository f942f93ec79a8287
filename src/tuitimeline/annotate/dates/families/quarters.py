"""Quarters and halves of a year: the third quarter of 2013, Q3, last year's first half, the year-ago quarter."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import anchor, calendar, words
from tuitimeline.annotate.dates.calendar import Period
from tuitimeline.annotate.dates.direction import lean
from tuitimeline.annotate.dates.families.relative import closing
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated
from tuitimeline.annotate.dates.words import ORDINAL, YEAR, listed, spelled

_YEAR_NAMED = spelled(
    f"{which}{kind} year"
    for which in (
        "this",
        "last",
        "next",
        "that",
        "the",
        "the current",
        "the previous",
        "the prior",
        "the following",
    )
    for kind in ("", " fiscal")
)
_FISCAL = spelled(["fiscal", "calendar", "financial", "business"])
_WHOSE = rf"(?P<whose>{YEAR}(?:['’]s)?|{_YEAR_NAMED}['’]s)"
_OF = (
    rf"(?:,?\s+(?:of\s+|in\s+)?(?:the\s+)?(?:{_FISCAL}\s+)?(?:year\s+)?(?P<year>{YEAR})"
    rf"|\s+(?:of\s+|in\s+)?(?P<which>{_YEAR_NAMED}))?"
)
_NTH = (
    rf"\b(?P<the>[Tt]he\s+)?(?:{_FISCAL}\s+)?(?:{_WHOSE}[\s-]+)?"
    r"(?:(?:fiscal|current|latest|just-ended|full|company['’]s)\s+)*"
    rf"(?P<nth>{spelled(['final', 'last'])}|{ORDINAL})[\s-](?:{_FISCAL}[\s-])?"
    rf"(?P<unit>{spelled(['quarter', 'half'])}s?)\b"
    rf"(?!\s(?:back\b|of\s+the\s+(?:game|match|season|film)))(?![\s-]century){_OF}"
)
_SHORT = (
    r"(?<![\w$.-])(?:Q(?P<q>[1-4])|(?P<nq>[1-4])Q|H(?P<h>[12])|(?P<nh>[12])H)"
    rf"(?:\s*(?:of\s+)?['’]?(?P<year>{YEAR}|\d\d(?!\d)))?\b"
)
_NAMED = (
    rf"\b(?:[Tt]he|[Ii]ts|[Aa])\s+(?P<which>{listed('newest')}|{listed('compared')}|{listed('before_it')})\s+"
    r"(?:(?:year-ago|year-earlier|fiscal)\s+)?(?P<unit>quarter|period)\b"
    r"(?P<yearly>,?\s+(?:a\s+year\s+(?:ago|earlier|before)|last\s+year"
    r"|(?:of|in)\s+(?:the\s+(?:previous|prior)\s+year|\d{4})))?"
)
_SPORT = re.compile(rf"\b{listed('sport')}")
_MONEY = re.compile(rf"\b{listed('money')}|%")


def _year_of(words_: str | None, context: Context) -> int | None:
    """The year that "1989's", "last year's", "of this year" means; None where it is left open."""
    if not words_:
        return None
    figures = re.match(r"\d{4}", words_)
    if figures:
        return int(figures[0])
    text = re.sub(r"\s+", " ", words_.lower())
    if context.published and text.startswith(("this", "last", "next", "the current")):
        return context.published.year + {"l": -1, "n": 1}.get(text[0], 0)
    story = anchor.period(context, "year")
    if story is None or story.first is None:
        return None
    return story.first.year + (-1 if "previous" in text or "prior" in text else 1 if "following" in text else 0)


def nearest(context: Context, unit: str, nth: int, start: int, end: int) -> Period | None:
    """The nth quarter or half nearest to the publication date, on the side to which the sentence points."""
    today = context.published
    make = calendar.quarter if unit == "quarter" else calendar.half
    if context.year is not None:
        return make(context.year, nth)
    if today is None:
        return None
    years = [year for year in (today.year - 1, today.year, today.year + 1) if 1 <= year <= 9999]
    direction = lean(context, start, end)

    def distance(period: Period) -> float:
        assert period.first is not None
        assert period.last is not None
        if period.first > today:
            return (period.first - today).days * (1 if direction > 0 else 2 if direction == 0 else 5)
        return max(0, (today - period.last).days) * (1 if direction <= 0 else 4)

    return min((make(year, nth) for year in years), key=distance)


def _nth(match: re.Match[str], context: Context) -> Reading | None:
    unit = "half" if match["unit"].lower().startswith("half") else "quarter"
    named = match["nth"].lower()
    nth = (4 if unit == "quarter" else 2) if named in ("final", "last") else words.ordinal(named)
    if not 1 <= nth <= (4 if unit == "quarter" else 2):
        return None
    year = _year_of(match["year"] or match["which"] or match["whose"], context)
    if year is None and (closed := closing(context, match.end(), "quarter")) and closed.first:
        year = closed.first.year
    if named in ("final", "last") and year is None:
        return None
    if unit == "half" and year is None:
        sentence = context.text[context.sentence.start : min(context.sentence.end, match.end() + 200)]
        if not _MONEY.search(sentence[-600:]) or _SPORT.search(sentence[-600:]):
            return None
    make = calendar.quarter if unit == "quarter" else calendar.half
    period = make(year, nth) if year else nearest(context, unit, nth, match.start(), match.end())
    reading = dated(match, period)
    adjective = match["the"] and "-" in match[0] and not (match["year"] or match["which"] or match["whose"])
    return reading._replace(start=match.end("the")) if adjective else reading


def _short(match: re.Match[str], context: Context) -> Reading | None:
    quarter, half = match["q"] or match["nq"], match["h"] or match["nh"]
    nth = int(quarter or half)
    if match["year"] is None:
        return dated(match, nearest(context, "quarter" if quarter else "half", nth, match.start(), match.end()))
    year = int(match["year"])
    year += 0 if year > 99 else 2000 if year < 60 else 1900
    return dated(match, calendar.quarter(year, nth) if quarter else calendar.half(year, nth))


def _named(match: re.Match[str], context: Context) -> Reading | None:
    which = match["which"].lower()
    period = anchor.quarter(context)
    told = which in ("latest", "year-ago", "year-earlier") or match["yearly"]
    if match["unit"].lower() == "period" and period is None and not told:
        return None
    if period is None and context.published:
        period = calendar.step(calendar.around("quarter", context.published), "quarter", -1)
    if period is None:
        return dated(match, None)
    if "year" in match[0].lower() or (
        which in ("comparable", "corresponding", "same") and match["unit"].lower() == "period"
    ):
        return dated(match, calendar.step(period, "year", -1))._replace(aside=True)
    if which in ("prior", "previous", "preceding"):
        return dated(match, calendar.step(period, period.unit, -1))._replace(aside=True)
    return dated(match, period)


FAMILIES = (
    Family(frozenset({"quarter"}), _NTH, _nth),
    Family(frozenset({"quarter"}), _NAMED, _named),
    Family(frozenset({"quarterly"}), _SHORT, _short),
)
