"""The invented stories of tests/stories, told by several outlets: what is woven is what they hold (gold.json)."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tuitimeline.annotate import annotate
from tuitimeline.ingest import read
from tuitimeline.timeline import weave

STORIES = sorted(p.parent for p in (Path(__file__).parents[1] / "stories").glob("*/gold.json"))


def woven(story):
    gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    documents = {}
    for document in read([story / name for name in gold["articles"]]):
        facts = gold["articles"][Path(document.path).name]
        published = date.fromisoformat(facts["published"])
        told = annotate(replace(document, outlet=facts["outlet"], published=published))
        documents[Path(document.path).name] = told
    return gold, documents, weave(documents.values())


def standing(documents, timeline, place):
    """The events under a run of words of an article."""
    name, words = place
    document = documents[name].document
    start = document.text.index(words)
    return {
        e.id
        for e in timeline.events
        for s in e.support
        if s.document == document.id and s.start < start + len(words) and start < s.end
    }


@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.name)
def test_story(story):
    gold, documents, timeline = woven(story)
    by_id = {e.id: e for e in timeline.events}
    chosen, kinds, dates, sources, asked = {}, 0, 0, 0, Counter()
    for event in gold["events"]:
        votes = Counter(e for place in event["support"] for e in standing(documents, timeline, place))
        assert votes, event["id"]
        best = by_id[max(votes, key=lambda e: (votes[e], -len(by_id[e].support)))]
        chosen[event["id"]] = best.id
        kinds += event["kind"] in (None, best.kind)
        dates += event["date"] in (None, best.date)
        sources += list(best.sources) == event["sources"]
    number = len(gold["events"])
    assert kinds >= 0.9 * number
    assert dates >= 0.9 * number
    assert sources >= 0.8 * number
    quarrels = {frozenset((c.first, c.second)) for c in timeline.conflicts}
    right = sum(frozenset((chosen[a], chosen[b])) in quarrels for a, b in gold["conflicts"])
    assert right >= len(gold["conflicts"]) - 1
    assert not any(standing(documents, timeline, place) for place in gold["not_events"]), asked


@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.name)
def test_descent(story):
    gold, documents, timeline = woven(story)
    ids = {told.document.id: name for name, told in documents.items()}
    for descent in timeline.descents:
        facts = gold["articles"][ids[descent.document]]
        assert (descent.copy_of and ids[descent.copy_of]) == facts["copy_of"]
        assert sorted(descent.relays) == sorted(facts["relays"])
