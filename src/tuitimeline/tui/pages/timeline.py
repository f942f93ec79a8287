"""The rows of the timeline: a gutter of dates that does not repeat itself, headline, badges."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tuitimeline.safe import visible
from tuitimeline.tui.lines import Line, Run, clip, clip_line, line_width, width
from tuitimeline.tui.pages.badges import badge_line, badges
from tuitimeline.tui.wording import MONTHS, date_words, only_follows, when_words, year_of

if TYPE_CHECKING:
    from tuitimeline.store import EventRow

GUTTER = 14
"""Columns of the date gutter: "year? Feb 27" and a space to breathe."""

_DAY = re.compile(r"(?P<year>[\dX]{4})-(?P<month>\d\d)-(?P<day>\d\d)(?P<doubt>[?~%]?)")


class Stamp(NamedTuple):
    """What the gutter says of an event: its year ("2025", "year?", none) and the rest."""

    year: str
    day: str


def stamp(row: EventRow, follows: str | None) -> Stamp:
    """The stamp of `row`; `follows` is the date (EDTF) of the event it comes after."""
    if row.date is None and row.after is not None and follows is None:
        return Stamp("", "later")
    if only_follows(row.date, follows):
        words = when_words(row.date, follows, year=False).removesuffix(", year unknown")
        return Stamp(year_of(follows) or "", words)
    year = year_of(row.date) or ""
    if row.date and (found := _DAY.fullmatch(row.date)):
        about = "~" if found["doubt"] in ("~", "%") else ""
        doubt = "?" if found["doubt"] in ("?", "%") else ""
        return Stamp(year, f"{about}{MONTHS[int(found['month']) - 1]} {int(found['day']):>2}{doubt}")
    words = date_words(row.date, year=False).removesuffix(", year unknown")
    return Stamp(year, "" if words == year else words)


def gutter(now: Stamp, before: Stamp | None) -> str:
    """A stamp without what the row before it has already said."""
    if now == before:
        return ""
    told = before is not None and before.year == now.year
    if now.day.startswith("after"):  # there is no room for both the day and the year
        return now.day if told or not now.year.isdigit() else f"after {now.year}"
    if not now.year:
        return now.day
    year = " " * len(now.year) if told else now.year
    return f"{year} {now.day}" if len(year) + len(now.day) + 1 < GUTTER else now.day


def event_lines(row: EventRow, dates: str, columns: int, tall: int, *, found: bool = False) -> tuple[Line, ...]:
    """The one or two lines (`tall`) of an event in a list of `columns` columns; `dates` is its gutter."""
    mark = Run("★", ("key",)) if row.starred else Run("»", ("key",)) if found else Run(" ")
    left: Line = (Run(" "), mark, Run(" "), Run(clip(dates, GUTTER), ("gutter",)))
    room = columns - line_width(left) - 1
    roles = ("faint",) if row.hidden else ("headline",)
    headline = visible(" ".join(row.headline.split()))
    if tall == 1:
        shown = badge_line(badges(row), max(room // 3, 12))
        gap = 2 if shown else 0
        text = clip(headline, room - line_width(shown) - gap)
        return ((*left, Run(text, roles), Run(" " * gap), *shown, Run(" ")),)
    shown = badge_line(badges(row), max(room - 2 - width(row.kind), 12))
    below: Line = (Run(" " * line_width(left)), Run(row.kind, ("kind",)), Run("  "), *shown)
    return (*left, Run(clip(headline, room), roles)), clip_line(below, columns)


def bucket_line(start: date, months: bool, count: int, total: int, columns: int) -> Line:
    """A month or a year of a timeline that is zoomed out: how many events, and a bar of their share."""
    name = f"{start.year} {MONTHS[start.month - 1]}" if months else str(start.year)
    room = max(columns - 3 - GUTTER - 12, 0)
    bar = "━" * round(room * count / total) if total else ""
    return (
        Run("   "),
        Run(clip(name, GUTTER), ("gutter",)),
        Run(f"{count:>9,}  ", ("headline",) if count else ("faint",)),
        Run(bar or ("╸" if count else ""), ("strip",)),
    )
