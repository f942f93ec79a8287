"""The worked examples of docs/counting.md come to what the page says."""

import re

import pytest
from tests.timeline.worked import examples, story

from tuitimeline.model import Count
from tuitimeline.timeline import weave

EXAMPLES = examples("counting")


def count(words):
    """What "2", "2 to 4" or "2 or more" means."""
    least, most = re.fullmatch(r"(\d+)(?: to (\d+)| or more)?", words).groups()
    return Count(int(least), None if "more" in words else int(most or least))


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example):
    documents, last = story(example)
    kind, words = last.split(": ")
    events = [e for e in weave(documents).events if e.kind == kind]
    assert [e.sources for e in events] == [count(words)]
    assert all(e.reckoning for e in events)


def test_the_page_has_examples():
    assert len(EXAMPLES) > 10
