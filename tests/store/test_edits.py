"""The analyst's hand: kept apart from what was woven, laid over it, undone, and there after every rebuild."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tuitimeline.model import Count, Marks, Stance, Timeline
from tuitimeline.store import (
    Edit,
    Filter,
    Grade,
    Hide,
    Merge,
    Note,
    Publish,
    Rename,
    SetDate,
    Split,
    Star,
    StoreError,
    StoryFile,
    Tag,
    build,
)

NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)


def ids(story: StoryFile, wanted: Filter = Filter()) -> str:  # noqa: B008
    return " ".join(row.id for row in story.events(wanted))


def test_a_date_moves_an_event_to_its_day(story: StoryFile):
    story.edit(SetDate("burned", "2025-03-01"))
    assert ids(story) == "seized burned met denied resigned spoke"
    event = story.event("burned")
    assert (event.date, event.earliest, event.latest) == ("2025-03-01", date(2025, 3, 1), date(2025, 3, 1))
    assert event.marks == Marks(edited=("date",))
    assert story.events().index_at(date(2025, 3, 1)) == 1
    assert ids(story, Filter(since=date(2025, 3, 1), until=date(2025, 3, 3))) == "burned met denied"


@pytest.mark.parametrize(
    ("edtf", "order"),
    [
        (None, "seized denied resigned spoke burned met"),
        ("XXXX-01-01", "seized denied resigned spoke met burned"),
        ("2025", "met seized denied resigned spoke burned"),
        ("2025-04-09", "seized denied resigned met spoke burned"),
        ("2030-01/..", "seized denied resigned met spoke burned"),
    ],
)
def test_any_date_has_its_place(story: StoryFile, edtf: str | None, order: str):
    story.edit(SetDate("met", edtf))
    assert ids(story) == order
    assert [story.events().index_of(id_) for id_ in order.split()] == list(range(6))


def test_a_headline_is_renamed_and_found_by_its_words(story: StoryFile):
    story.edit(Rename("met", "The Zanzibar meeting"))
    assert story.event("met").headline == story.events().row(1).headline == "The Zanzibar meeting"
    assert ids(story) == "seized met denied resigned spoke burned"
    assert ids(story, Filter(text="zanzibar")) == "met"
    assert ids(story, Filter(text="officials")) == "met"


def test_merged_events_stand_on_all_their_places_and_are_counted_anew(story: StoryFile):
    before = story.event("met"), story.event("resigned")
    story.edit(Merge(("met", "resigned")))
    assert ids(story) == "seized met denied spoke burned"
    merged = story.event("met")
    assert merged.support == before[0].support + before[1].support
    assert merged.marks.edited == ("merge",)
    assert story.event("resigned") == merged
    assert story.events().index_of("resigned") == 1
    assert ids(story, Filter(document="other")) == "met burned"
    assert "met" in [m.event for m in story.mentions_of("other")]


def test_a_conflict_between_merged_events_is_none(story: StoryFile):
    story.edit(Merge(("denied", "met")))
    assert tuple(story.conflicts()) == ()
    assert not story.events().row(1).conflict
    story.undo()
    assert len(story.conflicts()) == 1


def test_a_conflict_follows_an_event_into_another(story: StoryFile):
    story.edit(Merge(("resigned", "denied")))
    assert [(c.first, c.second) for c in story.conflicts()] == [("met", "resigned")]
    assert [(c.first, c.second) for c in story.conflicts_of("resigned")] == [("met", "resigned")]
    assert ids(story, Filter(conflicts_only=True)) == "met resigned"


def test_a_split_event_becomes_two(story: StoryFile):
    whole = story.event("met")
    story.edit(Split("met", whole.support[1:]))
    rows = list(story.events())
    assert [row.id for row in rows if row.id == "met"] == ["met"]
    parts = [story.event(row.id) for row in rows if row.kind == "Contact.Meet"]
    assert sorted(s for part in parts for s in part.support) == sorted(whole.support)
    assert all(part.marks.edited == ("split",) for part in parts)
    assert len(rows) == 7
    assert ids(story, Filter(document="copy")).split().count("met") == 0


def test_a_hidden_event_is_left_out_everywhere_until_it_is_asked_for(story: StoryFile):
    story.edit(Hide("met"))
    assert ids(story) == "seized denied resigned spoke burned"
    assert ids(story, Filter(hidden=True)) == "seized met denied resigned spoke burned"
    assert tuple(story.conflicts()) == ()
    assert "met" not in [m.event for m in story.mentions_of("wire")]
    assert [e.id for e in story.story().timeline.events] == ids(story).split()
    assert story.events().index_of("met") is None
    story.edit(Hide("met", False))
    assert ids(story) == "seized met denied resigned spoke burned"


def test_marks_are_shown_and_filtered(story: StoryFile):
    for edit in (
        Star("met"),
        Tag("met", "talks"),
        Tag("denied", "talks"),
        Note("met", "ask Bo"),
        Grade("met", "B2"),
    ):
        story.edit(edit)
    row = story.events().row(1)
    assert (row.starred, row.tags, row.note, row.grade, row.edited) == (True, ("talks",), "ask Bo", "B2", False)
    assert ids(story, Filter(starred=True)) == "met"
    assert ids(story, Filter(tag="talks")) == "met denied"
    assert story.tags() == ("talks",)
    assert ids(story, Filter(tag="talks", stances=frozenset({Stance.DENIES}))) == "denied"
    story.edit(Tag("met", "talks", on=False))
    assert ids(story, Filter(tag="talks")) == "denied"


@pytest.mark.parametrize(
    "edit",
    [
        SetDate("burned", "2025-03-01"),
        Rename("met", "The Zanzibar meeting"),
        Merge(("met", "resigned", "burned")),
        Hide("met"),
        Tag("met", "talks"),
        Note("met", "ask Bo"),
        Star("met"),
        Grade("met", "B2"),
    ],
)
def test_every_edit_can_be_undone_and_made_again(story: StoryFile, edit: Edit):
    before = story.story()
    story.edit(edit)
    after = story.story()
    assert after != before
    assert story.undo() == edit
    assert story.story() == before
    assert ids(story, Filter(text="zanzibar")) == ""
    assert story.redo() == edit
    assert story.story() == after


def test_undo_goes_back_one_by_one_and_a_new_edit_ends_redo(story: StoryFile):
    assert story.undo() is None
    assert story.redo() is None
    first, second, third = Star("met"), Tag("met", "a"), Tag("met", "b")
    story.edit(first)
    story.edit(second)
    assert (story.undo(), story.undo(), story.undo()) == (second, first, None)
    assert story.redo() == first
    story.edit(third)
    assert story.redo() is None
    assert story.event("met").marks == Marks(starred=True, tags=("b",))
    assert [(m.edit, m.undone) for m in story.edits()] == [(first, False), (third, False)]


def test_every_edit_has_its_time_and_user(story: StoryFile):
    story.edit(Star("met"), user="vera", at=NOON)
    (made,) = story.edits()
    assert (made.user, made.at, made.edit, made.undone) == ("vera", NOON, Star("met"), False)
    story.undo()
    assert story.edits()[0].undone


@pytest.mark.parametrize(
    "edit",
    [
        SetDate("met", "some day"),
        Rename("met", " "),
        Merge(("met",)),
        Merge(("met", "met")),
        Merge(("met", "never")),
        Split("met", ()),
        Tag("met", ""),
        Grade("met", "G7"),
        Star("never"),
        Publish("never", date(2025, 1, 1)),
    ],
)
def test_an_edit_that_means_nothing_is_refused_and_leaves_no_trace(story: StoryFile, edit: Edit):
    before = story.story()
    with pytest.raises(StoreError, match=r"^[^\n]+$"):
        story.edit(edit)
    assert story.story() == before
    assert story.edits() == ()


def test_splitting_off_every_place_is_refused(story: StoryFile):
    with pytest.raises(StoreError):
        story.edit(Split("met", story.event("met").support))


EDITS = (
    Merge(("met", "resigned")),
    Star("resigned"),
    SetDate("burned", "2025-03-01"),
    Rename("denied", "Denied"),
    Hide("spoke"),
    Note("seized", "where?"),
)


def test_edits_survive_a_rebuild(story: StoryFile, told):
    for edit in EDITS:
        story.edit(edit)
    before = story.story()
    story.fill((), told.timeline)
    assert story.story() == before
    assert ids(story) == "seized burned met denied"


def test_edits_find_their_events_by_place_when_a_rebuild_gave_them_other_ids(story: StoryFile, told):
    from dataclasses import replace

    for edit in EDITS:
        story.edit(edit)
    before = [(e.headline, e.support, e.date, e.marks) for e in story.story().timeline.events]
    renamed = tuple(replace(e, id=e.id + "*") for e in told.timeline.events)
    story.fill((), Timeline(renamed, (), told.timeline.descents))
    assert [(e.headline, e.support, e.date, e.marks) for e in story.story().timeline.events] == before


def test_an_edit_whose_event_has_gone_is_kept_but_not_laid(story: StoryFile, told):
    story.edit(Star("burned"))
    story.fill((), Timeline(told.timeline.events[:4], (), told.timeline.descents))
    assert ids(story, Filter(starred=True)) == ""
    assert len(story.edits()) == 1
    story.fill((), told.timeline)
    assert ids(story, Filter(starred=True)) == "burned"


def test_edits_are_there_when_the_file_is_opened_again(tmp_path: Path, told):
    path = tmp_path / "story.db"
    with StoryFile(path, create=True) as story:
        story.fill(told.documents, told.timeline)
        for edit in EDITS:
            story.edit(edit)
        before = story.story()
    with StoryFile(path) as story:
        assert story.story() == before
        assert story.undo() == EDITS[-1]


def test_a_publication_date_is_read_into_every_date_of_the_document(tmp_path: Path):
    (tmp_path / "a.txt").write_text(
        "The president met the minister in Caldra on February 27, two officials said.\n"
    )
    with StoryFile(None) as story:
        build([tmp_path / "a.txt"], story)
        document = story.documents()[0].id
        before = story.story()
        assert [d.edtf for d in story.document(document).dates] == ["XXXX-02-27"]
        story.edit(Publish(document, date(2025, 6, 12)))
        assert [d.edtf for d in story.document(document).dates] == ["2025-02-27"]
        row = story.documents()[0]
        assert (row.published, row.published_from) == (date(2025, 6, 12), "analyst")
        assert {e.date for e in story.story().timeline.events} == {"2025-02-27"}
        build([tmp_path], story, published=date(2001, 1, 1))
        assert story.documents()[0].published == date(2025, 6, 12)
        story.undo()
        assert story.documents()[0].published == date(2001, 1, 1)
        assert before.documents != story.story().documents


def test_counts_of_merged_events_follow_the_rule_of_counting(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Ann Avila met Bo Stahl in Caldra on March 3, 2025, two officials said.\n")
    (tmp_path / "b.txt").write_text("Guards seized a ship at Pell on May 9, 2025, a diplomat said.\n")
    with StoryFile(None) as story:
        build([tmp_path], story)
        rows = [row for row in story.events() if not row.kind.startswith("Statement")]
        assert [row.sources for row in rows] == [Count(2, 2), Count(1, 1)]
        story.edit(Merge(tuple(row.id for row in rows)))
        assert story.event(rows[0].id).sources == Count(3, 3)
