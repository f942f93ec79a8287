"""What each family of expressions reads: invented sentences, published on Wednesday 17 April 2013.

A row is a sentence and what stands in it, `words=value` parted by ` | `: nothing where it must be refused.
"""

from __future__ import annotations

from datetime import date

import pytest

MONTHS = [
    ("The bridge opened on March 5, 2011, to light traffic.", "March 5, 2011=2011-03-05"),
    ("The mayor resigned on March 5.", "March 5=2013-03-05"),
    ("The court will hear the case on May 20.", "May 20=2013-05-20"),
    ("Rebels took the town on 3 April 1999.", "3 April 1999=1999-04-03"),
    ("Sales fell in February.", "February=2013-02"),
    ("Sales had fallen in October.", "October=2012-10"),
    ("The rules may change.", ""),
    ("May Lindqvist runs the shop.", ""),
    ("The bank was founded in July 1907.", "July 1907=1907-07"),
]

WEEKDAYS = [
    ("The council met on Tuesday.", "Tuesday=2013-04-16"),
    ("The strike was called off Wednesday.", "Wednesday=2013-04-17"),
    ("The talks will resume on Friday.", "Friday=2013-04-19"),
    ("Markets stay shut until Monday.", "Monday=2013-04-22"),
]


@pytest.mark.parametrize(("sentence", "expected"), MONTHS + WEEKDAYS)
def test_reads(find, sentence, expected):
    """Every expression with its value, and nothing else."""
    got = " | ".join(f"{sentence[t.start : t.end]}={t.value}" for t in find(sentence))
    assert got == expected


def test_a_year_that_nothing_gives_is_unknown(find):
    """Without a publication date a day of a month keeps its granularity and lacks its year."""
    (t,) = find("A key meeting took place on February 27 in Washington.", None)
    assert (t.value, t.edtf, t.earliest, t.latest) == ("XXXX-02-27", "XXXX-02-27", None, None)


def test_an_impossible_date_is_left_with_a_note(find):
    """It is never shifted to a day that exists."""
    (t,) = find("The fair ends on February 30.")
    assert (t.edtf, t.note) == (None, "February has no day 30")


def test_a_month_keeps_its_granularity(find):
    """March is the whole month, not its first day."""
    (t,) = find("It happened in March.", date(2025, 6, 12))
    assert (t.edtf, t.earliest, t.latest) == ("2025-03", date(2025, 3, 1), date(2025, 3, 31))
