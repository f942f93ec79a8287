"""What goes into a story file comes out of it."""

from datetime import date

import pytest

from tuitimeline.model import Count, Identity, Stance, Story
from tuitimeline.store import DocumentRow, Filter, StoryFile, build, open_story


def test_a_story_comes_back_as_it_went_in(story: StoryFile, told):
    assert story.story() == Story(told.documents, told.timeline)


def test_one_event_comes_back_whole(story: StoryFile, told):
    assert story.event("met") == told.timeline.events[1]
    with pytest.raises(KeyError):
        story.event("never")


def test_a_row_holds_what_a_line_and_its_badges_need(story: StoryFile):
    row = story.events().row(1)
    assert (row.id, row.date, row.earliest, row.kind) == ("met", "2025-03-03", date(2025, 3, 3), "Contact.Meet")
    assert row.sources == Count(2, 4)
    assert row.anonymous == Count(2, 2)
    assert row.identities == {Identity.ANONYMOUS}
    assert row.stances == {Stance.ASSERTS}
    assert row.conflict
    assert row.copies == 1


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(), "seized met denied resigned spoke burned"),
        (Filter(kinds=frozenset({"Contact.Meet", "Event"})), "met burned"),
        (Filter(kinds=frozenset({"None.Such"})), ""),
        (Filter(stances=frozenset({Stance.DENIES})), "denied"),
        (Filter(identities=frozenset({Identity.ANONYMOUS, Identity.INSTITUTION})), "met denied"),
        (Filter(sources_at_least=1), "met denied"),
        (Filter(sources_at_least=2), "met"),
        (Filter(since=date(2025, 3, 3)), "met denied resigned"),
        (Filter(since=date(2025, 2, 15)), "seized met denied resigned"),
        (Filter(until=date(2025, 2, 1)), "seized"),
        (Filter(until=date(2025, 1, 31)), ""),
        (Filter(since=date(2025, 2, 15), until=date(2025, 2, 16)), "seized"),
        (Filter(since=date(2025, 5, 1)), ""),
        (Filter(document="other"), "resigned burned"),
        (Filter(document="none"), ""),
        (Filter(speaker="anonymous:wire:two officials"), "met"),
        (Filter(speaker="institution:ostrany's ministry"), "denied"),
        (Filter(conflicts_only=True), "met denied"),
        (Filter(conflicts_only=True, stances=frozenset({Stance.ASSERTS})), "met"),
        (Filter(starred=True), ""),
        (Filter(tag="x"), ""),
        (Filter(hidden=True), "seized met denied resigned spoke burned"),
    ],
)
def test_parts_of_a_filter_combine_with_and(story: StoryFile, wanted: Filter, ids: str):
    assert [row.id for row in story.events(wanted)] == ids.split()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("avila", "met resigned"),
        ("AVI", "met resigned"),
        ("avila caldra", "met"),
        ('"met bo"', "met"),
        ('"bo met"', ""),
        ("avila -caldra", "resigned"),
        ("cafe", "burned"),
        ("march officials", "met"),
        ("denied", "denied"),
        ('den"', ""),
        ("*", ""),
        ("AND", ""),
        ("headline:avila", ""),
        ("'; drop table event", ""),
    ],
)
def test_search_finds_words_of_headlines_and_sentences(story: StoryFile, text: str, ids: str):
    assert [row.id for row in story.events(Filter(text=text))] == ids.split()


def test_an_event_is_found_in_the_list_and_out_of_it(story: StoryFile):
    everything, meetings = story.events(), story.events(Filter(kinds=frozenset({"Contact.Meet"})))
    assert (everything.index_of("denied"), everything.index_of("never")) == (2, None)
    assert (meetings.index_of("met"), meetings.index_of("denied")) == (0, None)


@pytest.mark.parametrize(
    ("day", "index"),
    [
        (date(2020, 1, 1), 0),
        (date(2025, 2, 1), 0),
        (date(2025, 2, 2), 1),
        (date(2025, 3, 4), 3),
        (date(2026, 1, 1), 4),
    ],
)
def test_a_day_leads_to_the_first_event_on_or_after_it(story: StoryFile, day: date, index: int):
    assert story.events().index_at(day) == index


def test_density_counts_dated_events_over_their_span(story: StoryFile):
    events = story.events()
    assert events.span() == (date(2025, 2, 1), date(2025, 4, 9))
    assert events.dated() == 4
    assert events.density(1) == (4,)
    assert events.density(4) == (1, 2, 0, 1)
    assert sum(events.density(120)) == 4
    assert story.events(Filter(kinds=frozenset({"Event"}))).density(3) == (0, 0, 0)


def test_documents_are_listed_in_the_order_of_reading(story: StoryFile):
    rows = story.documents()
    assert [row.id for row in rows] == ["wire", "copy", "other"]
    assert rows[1] == DocumentRow(
        "copy", None, "copy", None, None, None, None, "wire", ("Wire",), 4, None, ("no publication date",)
    )
    assert rows[0].anonymous_share == 0.5


def test_speakers_are_listed_by_how_much_they_say(story: StoryFile):
    rows = story.speakers()
    assert [(r.name, r.identity, r.document, r.events, r.asserts, r.denies) for r in rows] == [
        ("two officials", Identity.ANONYMOUS, "wire", 1, 1, 0),
        ("Ostrany's ministry", Identity.INSTITUTION, None, 1, 0, 1),
    ]


def test_conflicts_are_pairs_of_events(story: StoryFile, told):
    assert tuple(story.conflicts()) == told.timeline.conflicts
    assert story.conflicts_of("denied") == told.timeline.conflicts
    assert story.conflicts_of("burned") == ()


def test_the_margin_of_a_document_shows_its_events(story: StoryFile, told):
    mentions = story.mentions_of("wire")
    assert [m.event for m in mentions] == ["met", "denied", "seized", "spoke"]
    assert told.documents[0].document.text[mentions[0].start : mentions[0].end] == mentions[0].headline


def test_weaving_again_takes_the_place_of_what_was_woven(story: StoryFile, told):
    woven = story.woven
    story.fill((), told.timeline)
    assert story.woven == woven + 1
    assert story.story() == Story(told.documents, told.timeline)
    assert [row.id for row in story.events(Filter(text="avila"))] == ["met", "resigned"]


def test_a_document_in_another_language_says_that_its_sourcing_is_unread(tmp_path):
    text = "El ministro dijo el lunes que no se había reunido con los enviados de la empresa, según el portavoz."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with open_story(None) as story:
        build([tmp_path], story)
        (row,) = story.documents()
    assert row.missing == ("no publication date", "not in English (es): its sourcing is unread")


def test_there_are_no_more_unnamed_sources_than_sources(story: StoryFile, told):
    from dataclasses import replace

    events = tuple(replace(e, sources=Count(1, 1)) for e in told.timeline.events)
    story.fill((), replace(told.timeline, events=events))
    assert story.events().row(1).anonymous == Count(1, 1)
