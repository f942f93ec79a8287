"""What was said: which kind of statement, from when, and whose."""

import datetime

import pytest

from tuitimeline.annotate import annotate
from tuitimeline.ingest import compose

SAID = [
    ("The mayor said that the well was safe.", "Statement.Claim"),
    ("The mayor denied that the well was poisoned.", "Statement.Denial"),
    ("The ministry declined to comment.", "Statement.NoComment"),
    ("The ministry did not respond to requests for comment.", "Statement.NoComment"),
    ("The Herald could not verify the account.", "Statement.Unverified"),
]


def annotated(text):
    return annotate(compose("d", f"The ledger of the town.\n\n{text}", datetime.date(2021, 6, 18)))


@pytest.mark.parametrize(("text", "kind"), SAID)
def test_kinds_of_statement(text, kind):
    [mention] = annotated(text).mentions
    assert mention.kind == kind
    assert mention.attributions == (0,)


def test_what_a_source_tells_of_an_event_is_the_event():
    found = annotated("Police arrested the treasurer on Monday, two clerks said.")
    [mention] = found.mentions
    assert mention.kind == "Justice.Arrest-Jail"
    assert mention.date.edtf == "2021-06-14"
    assert mention.attributions == (0,)


def test_the_day_of_saying_is_not_the_day_of_what_is_said():
    found = annotated("The bridge collapsed at the weekend, two engineers said on Monday.")
    assert [m.date.edtf for m in found.mentions if m.kind == "Event"] != ["2021-06-14"]


def test_what_is_denied_did_not_happen():
    found = annotated("The minister denied that envoys had met in Caldra on Tuesday.")
    assert [m.kind for m in found.mentions] == ["Statement.Denial"]


def test_a_negated_content_is_a_denial():
    found = annotated("His lawyer said that his client had never taken a bribe.")
    assert [m.kind for m in found.mentions] == ["Statement.Denial"]


def test_a_source_that_names_an_event_stands_behind_it():
    found = annotated(
        "Some 2,000 people marched to the gate on Wednesday. "
        "Ella Moen, who led the march, said that it had been quiet."
    )
    marches = [m for m in found.mentions if m.kind == "Conflict.Demonstrate"]
    assert [bool(m.attributions) for m in marches] == [False, True]


def test_nothing_rests_on_a_title():
    text = "Two guards freed\n\nThe council met on Monday in the town hall of Hale.\n"
    title = text.index("\n")
    document = compose("d", text, datetime.date(2021, 6, 18))
    assert all(m.start >= title for m in annotate(document).mentions) or document.title_at is None


def test_what_is_only_dwelt_upon_is_no_event():
    told = annotated(
        "The mayor denied any theft and highlighted her council's efforts to mend the wells."
    ).mentions
    assert [m.kind for m in told] == ["Statement.Denial"]
    told = annotated("The mayor stressed that the wells were safe.").mentions
    assert [m.kind for m in told] == ["Statement.Claim"]
