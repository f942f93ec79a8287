"""The worked examples of docs/merging.md come to what the page says."""

import pytest
from tests.timeline.worked import examples, story

from tuitimeline.timeline import weave


@pytest.mark.parametrize("example", examples("merging"))
def test_example(example):
    documents, last = story(example)
    kind, told = last.split(": ")
    outlets = {d.document.id: d.document.outlet for d in documents}
    events = [e for e in weave(documents).events if e.kind == kind]
    found = sorted(sorted({outlets[place.document] for place in e.support}) for e in events)
    assert found == sorted(sorted(event.split(", ")) for event in told.split(" / "))
