"""Seasons: spring 2013, last summer, the winter of 1941, this fall."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import calendar, words
from tuitimeline.annotate.dates.direction import lean
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated
from tuitimeline.annotate.dates.words import SEASON, YEAR, spelled

_WHICH = (
    "this past", "this coming", "this", "last", "next", "that",
    "the coming", "the following", "the previous", "the",
)  # fmt: skip
_SEASON = (
    rf"\b(?:(?P<which>{spelled(_WHICH)})\s+)?"
    rf"(?:(?i:early|late|mid)[\s-]+)?(?P<season>{SEASON})\b(?![’'-]?s\b|-)"
    rf"(?:,?\s+(?:(?i:of)\s+)?(?:(?P<year>{YEAR})(?:[-–/]\d\d(?:\d\d)?\b)?"
    rf"|(?P<yearly>(?i:(?:this|last|next|that)\s+year))))?"
)
_BEFORE = re.compile(r"\b(?:in|by|since|until|during|through|early|late|mid)[\s-]+\Z", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|in)\b")
_SHIFT = {"last": -1, "this past": -1, "next": 1, "this coming": 1, "the coming": 1}


def _season(match: re.Match[str], context: Context) -> Reading | None:
    code, which = words.SEASONS[match["season"].lower()], re.sub(r"\s+", " ", (match["which"] or "").lower())
    if match["year"]:
        return dated(match, calendar.season(int(match["year"]), code))
    bare = which in ("", "the", "that")
    falls = match["season"].lower() in ("fall", "spring")
    if bare and not match["yearly"] and not _BEFORE.search(context.before(match.start(), 10)):
        return None
    if bare and falls and which == "the" and _OF.match(context.beyond(match.end(), 4)):
        return None
    return dated(match, _nearest(match, context, code, which))


def _nearest(match: re.Match[str], context: Context, code: str, which: str) -> calendar.Period | None:
    if context.year is not None and which not in _SHIFT:
        return calendar.season(context.year, code)
    today = context.published
    if today is None:
        return None
    if match["yearly"]:
        return calendar.season(today.year + {"l": -1, "n": 1}.get(match["yearly"][0].lower(), 0), code)
    this = calendar.season(today.year if code != "WI" or today.month > 2 else today.year - 1, code)
    assert this.first is not None
    assert this.last is not None
    if which in ("last", "this past", "the previous"):
        return calendar.step(this, "year", -1) if this.last >= today else this
    if which in _SHIFT or which == "the following":
        return calendar.step(this, "year", 1) if this.first <= today else this
    direction = lean(context, match.start(), match.end())
    if which != "this" and direction > 0 and this.last < today:
        return calendar.step(this, "year", 1)
    if which == "this" or this.first <= today:
        return this
    return this if direction >= 0 else calendar.step(this, "year", -1)


FAMILIES = (Family(frozenset({"season"}), _SEASON, _season),)
