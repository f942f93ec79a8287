"""Dates and counts as a person reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tuitimeline.export.evidence import tell
from tuitimeline.export.wording import count_in_words, date_in_words, day_of, voices_in_words
from tuitimeline.model import Count, Event, Identity, Stance, Story, Support


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-02-27", "27 February 2025"),
        ("2025-02-27T14:30", "27 February 2025, 14:30"),
        ("2025-02", "February 2025"),
        ("2025-02-XX", "February 2025"),
        ("2025", "2025"),
        ("202X", "2020s"),
        ("19XX", "1900s"),
        ("2025-02-27~", "about 27 February 2025"),
        ("2025-02-27?", "perhaps 27 February 2025"),
        ("2025-02-27%", "perhaps about 27 February 2025"),
        ("XXXX-02-27", "27 February, year unknown"),
        ("XXXX-02", "February, year unknown"),
        ("XXXX", "year unknown"),
        ("2025-21", "spring 2025"),
        ("2025-33", "first quarter of 2025"),
        ("2025-02/2025-05", "February 2025 to May 2025"),
        ("2025-02-27/..", "27 February 2025 or later"),
        ("2025-02-27/", "27 February 2025 or later"),
        ("../2025-02-27", "27 February 2025 or earlier"),
        (None, "undated"),
        ("2025-99", "2025-99"),
        ("[2025-02-27, 2025-03-01]", "[2025-02-27, 2025-03-01]"),
        ("what?/..", "what?/.."),
    ],
)
def test_edtf_in_words(edtf: str | None, words: str) -> None:
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        ((0, 0), "no source given"),
        ((1, 1), "1 source"),
        ((2, 2), "2 sources"),
        ((2, 4), "2 to 4 sources"),
        ((1, None), "1 source or more"),
        ((3, None), "3 sources or more"),
        ((0, 1), "0 to 1 sources"),
    ],
)
def test_counts_in_words(count: tuple[int, int | None], words: str) -> None:
    assert count_in_words(Count(*count)) == words


def test_a_pronoun_is_followed_by_whom_it_points_back_to(story: Story) -> None:
    quote = tell(story)[1].quotes[0]
    ((voice, said),) = quote.voices
    assert voices_in_words(quote) == ("fire chief Ana Böhm (named) said so, via Reuters",)
    she = replace(voice, source="She"), replace(said, speaker=said.source[0], relay=None)
    assert voices_in_words(quote._replace(voices=(she, she))) == ("She (fire chief Ana Böhm, named) said so",)
    nobody = replace(voice, source="", identity=Identity.NONE, stance=Stance.UNVERIFIED), replace(said, relay=None)
    assert voices_in_words(quote._replace(voices=(nobody,))) == ("nobody is named who could not verify it",)


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2025-02-27", date(2025, 2, 27)),
        ("2025-02-27T14:30", date(2025, 2, 27)),
        ("2025-02-27~", None),
        ("2025-02-27?", None),
        ("2025-02", None),
        ("XXXX-02-27", None),
        ("2025-02-30", None),
        ("2025-02-27/..", None),
        (None, None),
    ],
)
def test_only_a_certain_day_is_a_day(edtf: str | None, day: date | None) -> None:
    assert day_of(Event("e", "Event", "h", Support("d", 0, 1), (), date=edtf)) == day
