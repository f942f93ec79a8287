"""What every format shows of an event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tuitimeline.export.evidence import address_of, name_of, page_of, sentence_around, tell
from tuitimeline.model import Document, Quarrel, Span, Story


def test_originals_come_before_copies_and_voices_stand_at_their_place(story: Story) -> None:
    fire = tell(story)[0]
    assert [(q.document.id, q.descent.copy_of) for q in fire.quotes] == [("d1", None), ("d2", "d1")]
    assert [[v.source for v, _ in q.voices] for q in fire.quotes] == [["two firefighters"], ["two firefighters"]]
    assert fire.quotes[0].text == "The old mill burned down on March 3, 2024, two firefighters said."


def test_a_voice_of_a_document_without_a_place_gets_a_place(story: Story) -> None:
    timeline = story.timeline
    fire = replace(timeline.events[0], support=timeline.events[0].support[1:])
    told = tell(replace(story, timeline=replace(timeline, events=(fire,))))[0]
    assert [q.document.id for q in told.quotes] == ["d1", "d2"]


def test_hidden_events_and_conflicts_with_them_are_left_out(story: Story) -> None:
    told = {t.event.id: t for t in tell(story)}
    assert "e6" not in told
    assert told["e4"].contradicted_by == (("e2", Quarrel.DENIAL),)


def test_a_span_over_two_sentences_or_outside_every_one(story: Story) -> None:
    mill = story.documents[0]
    assert sentence_around(mill, Span(60, 70)) == Span(0, 120)
    nowhere = replace(mill, sentences=mill.sentences[1:])
    assert sentence_around(nowhere, Span(3, 9)) == Span(3, 9)


def test_pages_are_counted_from_one(story: Story) -> None:
    paged = story.documents[0].document
    assert [page_of(paged, at) for at in (0, 65, 66, 150)] == [1, 1, 2, 2]
    assert page_of(story.documents[1].document, 0) is None


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"outlet": "Post", "title": "Fire"}, "Post, Fire"),
        ({"title": "Fire", "path": "a/b.txt"}, "Fire"),
        ({"path": "a/b.txt"}, "b.txt"),
        ({"path": "a\\b.txt"}, "b.txt"),
        ({}, "d"),
    ],
)
def test_what_a_document_is_called(known: dict[str, str], name: str) -> None:
    assert name_of(Document("d", "", **known)) == name  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/b?c=d", True),
        ("HTTP://a.example/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ('https://a.example/" onload=x', False),
        ("https://a.example/\nb", False),
        (" https://a.example", False),
        ("https://ａ.example/\u202e", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, linked: bool) -> None:
    assert (address_of(Document("d", "", url=url)) is not None) is linked
