"""What each family of expressions reads: a table of invented sentences, by family, and what must be refused.

`sentences.txt` has the sentences, published on Wednesday 17 April 2013.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

TABLE = Path(__file__).with_name("sentences.txt")


def _rows() -> Iterator[tuple[str, str]]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#[":
            sentence, _, expected = line.partition(" =>")
            yield sentence, expected.strip()


@pytest.mark.parametrize(("sentence", "expected"), [*_rows()])
def test_reads(find, sentence, expected):
    """Every expression with its value, and nothing else."""
    got = [f"{sentence[t.start : t.end]}={t.value}{'!' if t.note else ''}" for t in find(sentence)]
    assert " | ".join(got) == expected


def test_the_table_is_long_enough():
    """A family without sentences of its own is a family without a specification."""
    assert len(list(_rows())) >= 300


def test_a_year_that_nothing_gives_is_unknown(find):
    """Without a publication date a day of a month keeps its granularity and lacks its year."""
    (t,) = find("A key meeting took place on February 27 in Washington.", None)
    assert (t.value, t.edtf, t.earliest, t.latest) == ("XXXX-02-27", "XXXX-02-27", None, None)


def test_an_impossible_date_is_left_with_a_note(find):
    """It is never shifted to a day that exists."""
    (t,) = find("The fair ends on February 30.")
    assert (t.edtf, t.earliest, t.note) == (None, None, "February has no day 30")


def test_a_month_keeps_its_granularity(find):
    """March is the whole month, not its first day."""
    (t,) = find("It happened in March.", date(2025, 6, 12))
    assert (t.edtf, t.earliest, t.latest) == ("2025-03", date(2025, 3, 1), date(2025, 3, 31))


@pytest.mark.parametrize(
    ("sentence", "edtf", "earliest", "latest"),
    [
        ("The talks were held last week.", "2013-04-08/2013-04-14", "2013-04-08", "2013-04-14"),
        ("Talks were held last weekend.", "2013-04-13/2013-04-14", "2013-04-13", "2013-04-14"),
        ("It earned $2 million in the first quarter of 2012.", "2012-01/2012-03", "2012-01-01", "2012-03-31"),
        ("In the summer of 1911 the crop failed.", "1911-22", "1911-06-01", "1911-08-31"),
        ("The firm grew in the 1980s.", "198X", "1980-01-01", "1989-12-31"),
        ("The church dates from the 12th century.", "11XX", "1100-01-01", "1199-12-31"),
        ("The wall was built around 1920.", "1920~", "1919-01-01", "1921-12-31"),
        ("About March 5 he vanished.", "2013-03-05~", "2013-03-02", "2013-03-08"),
        ("The budget was passed in early March 2012.", "2012-03", "2012-03-01", "2012-03-10"),
        ("He retired at the end of last year.", "2012", "2012-09-01", "2012-12-31"),
        ("The fair ran from February 27 to March 1.", "2013-02-27/2013-03-01", "2013-02-27", "2013-03-01"),
        ("Sales fell between January and March.", "2013-01/2013-03", "2013-01-01", "2013-03-31"),
        ("He was president from 1999 until 2004.", "1999/2004", "1999-01-01", "2004-12-31"),
        ("The fire broke out on Saturday night.", "2013-04-13", "2013-04-13", "2013-04-13"),
    ],
)
def test_edtf_and_bounds(find, sentence, edtf, earliest, latest):
    """EDTF says what is known; the bounds are the days it can mean."""
    t = find(sentence)[0]
    assert (t.edtf, str(t.earliest), str(t.latest)) == (edtf, earliest, latest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 5 July 1943 the battle began. On 12 July the tanks met.", "1943-07-12"),
        ("He fell ill in 2004. On February 24 he resigned.", "2013-02-24"),
        ("On June 3, 2004, he was held. He was charged on June 5.", "2004-06-05"),
        ("On June 3, 2004, he was held. Yesterday he was freed. He spoke on April 10.", "2013-04-10"),
    ],
)
def test_a_story_stays_in_the_year_it_has_moved_to(find, text, expected):
    """Until a word counted from today brings it home; a bare year in passing does not move it."""
    assert find(text)[-1].value == expected


def test_history_is_read_as_history(find):
    """A text that names many other years is not about the days around its publication."""
    text = (
        "The league was founded in 1901. In 1914 it split. By 1919 it had six clubs, and in 1923 it went broke. "
        "It was born again in 1931. In 1939 it closed. On 3 September, clubs burned their flags. "
        "The following month the players left. It never came back after 1947."
    )
    assert [t.value for t in find(text)][-3:] == ["1939-09-03", "1939-10", "1947"]
