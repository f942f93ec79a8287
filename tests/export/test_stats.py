"""Statements and events counted by document and outlet."""

from __future__ import annotations

import json

from tuitimeline.export.stats import statistics, stats_json, stats_table
from tuitimeline.model import Story


def test_each_document_is_counted(story: Story) -> None:
    mill, copy, denial = statistics(story).documents
    assert (mill.statements, mill.anonymous, mill.named, mill.institutional) == (2, 1, 1, 0)
    assert (denial.denials, denial.no_comments, denial.institutional) == (1, 1, 1)
    assert (mill.events, mill.single_source, mill.unsourced) == (3, 1, 1), "hidden events are not counted"
    assert (copy.events, copy.single_source) == (1, 0)
    assert mill.share(mill.anonymous) == 0.5


def test_outlets_add_up_and_an_event_counts_once_for_all(story: Story) -> None:
    found = statistics(story)
    assert [tally.name for tally in found.outlets] == ["County News", "Linden Echo", "Linden Post"]
    assert (found.originals.documents, found.originals.statements, found.originals.events) == (2, 4, 5)
    assert (found.total.documents, found.total.statements, found.total.events) == (3, 6, 5)


def test_a_story_without_statements_has_no_shares() -> None:
    total = statistics(Story()).total
    assert total.share(total.anonymous) is None
    assert json.loads(stats_json(statistics(Story())))["total"]["anonymous_share"] is None


def test_the_table_lines_up(story: Story) -> None:
    lines = stats_table(statistics(story)).splitlines()
    name = lines[0].rindex("name")
    rows = [line for line in lines[1:] if line.startswith(" ")]
    assert [line[name:] for line in rows] == [
        *("Linden Post, Mill burns", "County News (a copy)", "Linden Echo, Owner: no sale"),
        *("County News", "Linden Echo", "Linden Post", "all but copies", "all"),
    ]
    assert rows[0].split()[:3] == ["2", "50%", "50%"]
