"""What holds of every text: nothing is raised, offsets stand, values are well formed, printed dates read back."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuitimeline.annotate import dates, sentences
from tuitimeline.annotate.dates import words
from tuitimeline.ingest.paragraphs import split
from tuitimeline.model import Sentence

PUBLISHED = date(2013, 4, 17)
DAYS = st.dates(date(1600, 1, 1), date(2099, 12, 31))
AROUND = """the of ago later earlier last next this and to - – / : , . ' 's in on at by until after before early
late mid 1 3 11 30 31 1998 2013 '90s 1980s 9/11 2013-04-17 10-29-98 6 p.m. Shortly fiscal Q3 0 99999 half a May
March Sept. İ 𝟙 ² ٣"""
TABLES = (words.MONTHS, words.WEEKDAYS, words.UNITS, words.NUMBERS, words.ORDINALS, words.REFERENCES, words.VAGUE)
PIECES = st.sampled_from(["\n", *AROUND.split(), *(word for table in TABLES for word in table)])
VALUE = re.compile(
    r"(?:PRESENT|PAST|FUTURE)_REF"
    r"|P(?:\d+[YMWD])*T?(?:\d+[HM])*(?:X|\d+(?:\.\d+)?)(?:[HSMD]|D|W|WE|M|Q|H|Y|DE|CE|ML)|PT(?:X|\d+(?:\.\d+)?)[HMS]"
    r"|BC\d{2,4}(?:-\d\d){0,2}|\d{2,3}"
    r"|(?:\d{4}|XXXX)(?:-(?:W(?:\d\d|XX)(?:-(?:WE|[1-7]))?|Q[1-4]|H[12]|SP|SU|FA|WI"
    r"|(?:\d\d|XX)(?:-(?:\d\d|XX)(?:T(?:MO|MI|AF|EV|NI|XX|\d\d:\d\dZ?))?)?))?"
)
EDTF = re.compile(
    r"(?:\.\.|(?:\d{4}|XXXX)(?:-\d\d){0,2}|\d{3}X|\d{2}XX)~?(?:/(?:\.\.|(?:\d{4}|XXXX)(?:-\d\d){0,2}|\d{3}X|\d{2}XX)~?)?"
)
FORMS = [
    "%B {d}, %Y", "%B {d} %Y", "%b. {d}, %Y", "%b {d}, %Y", "{d} %B %Y", "{d} %b %Y", "{d} %b. %Y", "{o} of %B %Y",
    "the {o} of %B, %Y", "%B {o}, %Y", "%A, %B {d}, %Y", "%A, {d} %B %Y", "%A %B {d}, %Y", "%A, %b. {d}, %Y",
    "%Y-%m-%d", "%m/%d/%Y", "%m-%d-%Y", "%d.%m.%Y", "%B the {o}, %Y", "{d} %B, %Y",
]  # fmt: skip


def find(text: str, published: date | None = PUBLISHED):
    return dates.find(text, sentences.split(text, split(text)), published)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(PIECES, max_size=30).map(" ".join), st.text(max_size=80)), st.none() | st.dates())
def test_whatever_the_text(text, published):
    """Spans in order inside the text, TIMEX3 values, EDTF, bounds the right way round."""
    reached = 0
    for t in find(text, published):
        assert reached <= t.start < t.end <= len(text)
        reached = t.end
        assert t.value == "" or VALUE.fullmatch(t.value), t
        assert t.edtf is None or EDTF.fullmatch(t.edtf), t
        assert t.earliest is None or t.latest is None or t.earliest <= t.latest
        assert all(0 <= s.start < s.end <= len(text) for s in (t.after, t.before) if s is not None)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=40, deadline=None)
@given(day=DAYS)
def test_a_printed_date_reads_back(form, day):
    """In twenty common forms."""
    ending = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    printed = day.strftime(form).format(d=day.day, o=f"{day.day}{ending}").replace("May.", "May")
    (found,) = find(f"It was signed on {printed} in Lund.")
    assert (found.value, found.edtf, found.earliest, found.latest) == (str(day), str(day), day, day)


@settings(max_examples=200, deadline=None)
@given(day=DAYS, published=DAYS)
def test_a_weekday_is_within_a_week(day, published):
    """On or before the publication date, the day of the week that was named."""
    (found,) = find(f"The council met on {day:%A}.", published)
    assert found.earliest is not None
    assert found.earliest.weekday() == day.weekday()
    assert 0 <= (published - found.earliest).days < 7


@settings(max_examples=200, deadline=None)
@given(day=DAYS, published=DAYS)
def test_a_day_of_a_month_is_within_a_year(day, published):
    """The past tense takes the last such day, or leaves an impossible one with a note."""
    (found,) = find(f"The mine collapsed on {day:%B} {day.day}.", published)
    if found.note is None:
        assert found.earliest is not None
        assert (found.earliest.month, found.earliest.day) == (day.month, day.day)
        assert 0 <= (published - found.earliest).days <= 366
    else:
        assert (day.month, day.day) == (2, 29)


@pytest.mark.parametrize(
    "words", ["12 March 5 1998 7 June 30 2013 ", "Q3 ", "first quarter of ", "a week ", "1998-", " "]
)
def test_time_is_linear(words):
    """Ten times the text takes about ten times as long, whatever is in it."""

    def least(length: int) -> float:
        text = words * (length // len(words))
        return min(_seconds(text) for _ in range(3))

    assert least(30_000) < 20 * max(least(3_000), 0.001)


def _seconds(text: str) -> float:
    started = time.process_time()
    dates.find(text, (Sentence(0, len(text)),), PUBLISHED)
    return time.process_time() - started
