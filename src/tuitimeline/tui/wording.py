"""The words of the screens: dates, counts and badges as a person reads them. Pure functions of the model's values.

Dates are EDTF (ISO 8601-2). What EDTF says about doubt stays in view: "Feb 27?", "~May", "Feb 27, year unknown".
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from tuitimeline.model import Count, Identity, Stance

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# ISO 8601-2, 4.8: codes that stand in the month's place for a part of the year.
_PARTS = {
    **dict(zip(range(21, 25), ("spring", "summer", "autumn", "winter"), strict=True)),
    **{33 + n: f"Q{n + 1}" for n in range(4)},
    **{37 + n: f"third {n + 1}" for n in range(3)},
    **{40 + n: f"half {n + 1}" for n in range(2)},
}
_DATE = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?:T.*)?")
_DOUBT = str.maketrans("", "", "?~%")


def day_words(day: datetime.date) -> str:
    """A calendar day: "Feb 27, 2025"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def span_words(first: datetime.date | None, last: datetime.date | None) -> str:
    """Days from `first` to `last`, None where a side is open: "since Mar 1, 2025", "Feb 1, 2025 – Feb 2, 2025"."""
    if first is None or last is None:
        return f"since {day_words(first)}" if first else f"until {day_words(last)}" if last else ""
    return day_words(first) if first == last else f"{day_words(first)} – {day_words(last)}"


def date_words(edtf: str | None, *, year: bool = True) -> str:
    """An EDTF date in words; without `year`, a known year is left out where a month stands.

    >>> date_words("2025-02-27"), date_words("XXXX-02-27"), date_words("2025-05~"), date_words(None)
    ('Feb 27, 2025', 'Feb 27, year unknown', '~May 2025', 'undated')
    """
    if edtf is None:
        return "undated"
    if "/" in edtf:
        return _interval(edtf, year)
    found = _DATE.fullmatch(edtf.translate(_DOUBT))
    if not found:
        return edtf
    words = _calendar(found["year"], found["month"], found["day"], year)
    before = "~" if "~" in edtf or "%" in edtf else ""
    after = "?" if "?" in edtf or "%" in edtf else ""
    return f"{before}{words}{after}"


def _interval(edtf: str, year: bool) -> str:
    first, _, last = edtf.partition("/")
    if first in ("", ".."):
        return f"until {date_words(last, year=year)}" if last not in ("", "..") else "undated"
    if last in ("", ".."):
        return f"after {date_words(first, year=year)}"
    if first[:7] == last[:7] and len(first) == len(last) == 10 and "X" not in first:
        tail = f", {first[:4]}" if year else ""
        return f"{MONTHS[int(first[5:7]) - 1]} {int(first[8:])}–{int(last[8:])}{tail}"
    same = first[:4] == last[:4] and len(first) > 4
    return f"{date_words(first, year=year and not same)}–{date_words(last, year=year)}"


def _calendar(year: str, month: str | None, day: str | None, with_year: bool) -> str:
    unknown = year == "XXXX"
    named = year.replace("X", "0") + "s" if year.endswith("X") else year.lstrip("0") or "0"
    if month is None:
        return "year unknown" if unknown else named
    number = int(month) if month.isdigit() else 0
    part = MONTHS[number - 1] if 1 <= number <= 12 else _PARTS.get(number, "some month")
    words = f"{part} {int(day)}" if day and day.isdigit() else part
    if unknown:
        return f"{words}, year unknown"
    if not with_year:
        return words
    return f"{words}, {named}" if day and day.isdigit() else f"{words} {named}"


def when_words(edtf: str | None, after: str | None, *, year: bool = True) -> str:
    """When an event was: its own date, or "after Feb 27" where it is only told to follow one (`after`, EDTF)."""
    if only_follows(edtf, after):
        return f"after {date_words(after, year=year)}"
    return date_words(edtf, year=year)


def only_follows(edtf: str | None, after: str | None) -> bool:
    """Whether all that is known of an event's date is the one it follows."""
    return after is not None and (edtf is None or edtf == f"{after}/..")


def year_of(edtf: str | None) -> str | None:
    """The year that a gutter shows: "2025", "year?" where unknown, None where there is no date at all."""
    found = re.match(r"-?[\dX]{4}", (edtf or "").removeprefix("../"))
    if not found:
        return None
    return "year?" if found.group() == "XXXX" else found.group()


def count_words(count: Count) -> str:
    """How many: "2", "2-4", "3+" where it is open."""
    if count.most is None:
        return f"{count.least}+"
    return str(count.least) if count.least == count.most else f"{count.least}-{count.most}"


def path_words(path: Path) -> str:
    """A path as a person knows it, from ~ on where it lies at home."""
    return f"~/{path.relative_to(Path.home()).as_posix()}" if path.is_relative_to(Path.home()) else str(path)


def plural(number: int, noun: str, nouns: str | None = None) -> str:
    """ "1 document", "1,204 documents"."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


STANCE_WORDS = {
    Stance.ASSERTS: "asserts",
    Stance.CONFIRMS: "confirms",
    Stance.DENIES: "denies",
    Stance.DECLINES: "declines to comment",
    Stance.NO_RESPONSE: "did not respond",
    Stance.UNVERIFIED: "could not verify",
}
"""A stance as a verb on a line about one source."""

STANCE_BADGES = {
    Stance.DENIES: "denied",
    Stance.UNVERIFIED: "unverified",
    Stance.DECLINES: "no comment",
    Stance.NO_RESPONSE: "no answer",
}
"""A stance as a badge; what is asserted or confirmed needs none."""

IDENTITY_WORDS = {
    Identity.NAMED: "named",
    Identity.INSTITUTION: "institution",
    Identity.ANONYMOUS: "anonymous",
    Identity.DOCUMENT: "document",
    Identity.OUTLET: "outlet",
    Identity.NONE: "nobody named",
}
"""Who a source is, in a word."""
