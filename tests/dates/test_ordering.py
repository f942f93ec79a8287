"""Anchored order: what follows or precedes a dated expression, or an event that someone else has dated."""

from __future__ import annotations

from datetime import date

import pytest

from tuitimeline.annotate.dates import ordering


def _first(found, kind):
    return next(t for t in found if t.type == kind)


def test_shortly_after_is_open_and_tied_to_the_last_date(find):
    """It gives no day, only a day before which it was not."""
    text = "The mayor resigned on March 4. Shortly after, the council fell."
    day, tie = find(text)
    assert (tie.value, tie.edtf, tie.earliest, tie.latest) == (
        "FUTURE_REF",
        "2013-03-04/..",
        date(2013, 3, 4),
        None,
    )
    assert tie.after == (day.start, day.end)


def test_shortly_after_keeps_an_unknown_year(find):
    """Without a year there are no bounds, but the order stands."""
    text = "A meeting took place on February 27 in Washington. Shortly after, Mexico extradited 29 people."
    day, tie = find(text, None)
    assert (tie.edtf, tie.earliest, tie.after) == ("XXXX-02-27/..", None, (day.start, day.end))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It met on June 3. Two days later it voted.", "XXXX-06-05"),
        ("It met on June 3. It had voted a day earlier.", "XXXX-06-02"),
        ("It met on February 27. Two days later it voted.", "XXXX-XX-XX"),
    ],
)
def test_days_are_counted_without_a_year(find, text, value):
    """Where every year agrees; the order stands in any case."""
    day, tie = find(text, None)
    assert (tie.value, tie.after or tie.before) == (value, (day.start, day.end))


@pytest.mark.parametrize(
    ("text", "words", "way"),
    [
        ("He resigned shortly after the hearing, the board said.", "the hearing", "after"),
        ("Two days before the fire, the alarms failed.", "the fire", "before"),
        ("He was freed three weeks after he was seized.", "he was seized", "after"),
        ("Hours before the meeting the envoy fell ill.", "the meeting the envoy fell ill", "before"),
        ("They were moved the morning after the fire.", "the fire", "after"),
    ],
)
def test_a_tie_to_an_event_spans_its_words(find, text, words, way):
    """Up to the end of the clause: the event is named in them."""
    (tie,) = find(text)
    assert getattr(tie, way).of(text) == words


@pytest.mark.parametrize(
    ("text", "day", "edtf"),
    [
        ("Two days before the fire the alarms failed.", "August 19", "2012-08-17"),
        ("Three weeks after the fire the mayor resigned.", "August 19", "2012-09-09"),
        ("A month before the sale they dined.", "August 19", "2012-07"),
        ("A month before the sale they dined.", "June 2010", "2010-05"),
        ("Two years after the sale they dined.", "2010", "2012"),
        ("Hours before the meeting the envoy fell ill.", "August 19", "2012-08-19"),
        ("They were moved the morning after the fire.", "August 19", "2012-08-20"),
        ("He resigned shortly after the hearing.", "August 19", "2012-08-19/.."),
        ("He resigned shortly before the hearing.", "August 19", "../2012-08-19"),
        ("He resigned several weeks after the hearing.", "August 19", "2012-08-19/.."),
    ],
)
def test_place_dates_a_tie_from_its_event(find, text, day, edtf):
    """Whoever knows when the event was can place what is tied to it."""
    (event,) = find(f"It happened in {day}." if day[0].isdigit() else f"It happened on {day}.")
    (tie,) = find(text)
    assert ordering.place(text, tie, event).edtf == edtf


def test_place_leaves_what_has_no_known_date(find):
    """An event of an unknown year dates nothing."""
    (event,) = find("It happened on August 19.", None)
    text = "Two days before the fire the alarms failed."
    (tie,) = find(text, None)
    assert ordering.place(text, tie, event) == tie
