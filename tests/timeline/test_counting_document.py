"""The worked examples of docs/counting.md come to what the page says."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tuitimeline.annotate import annotate
from tuitimeline.ingest import compose
from tuitimeline.model import Count
from tuitimeline.timeline import weave

PAGE = Path(__file__).parents[2] / "docs" / "counting.md"
EXAMPLES = re.findall(r"```counting\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)


def count(words):
    """What "2", "2 to 4" or "2 or more" means."""
    least, most = re.fullmatch(r"(\d+)(?: to (\d+)| or more)?", words).groups()
    return Count(int(least), None if "more" in words else int(most or least))


def story(example):
    """The documents of an example, and its last line."""
    *articles, last = example.strip().split("\n\n")
    documents = []
    for number, article in enumerate(articles):
        outlet, published, text = re.fullmatch(r"(.+?), (\d{4}-\d\d-\d\d): (.+)", article, re.S).groups()
        document = compose(str(number), text, date.fromisoformat(published))
        documents.append(annotate(replace(document, outlet=outlet, title=None, title_at=None)))
    return documents, last


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example):
    documents, last = story(example)
    kind, words = last.split(": ")
    events = [e for e in weave(documents).events if e.kind == kind]
    assert [e.sources for e in events] == [count(words)]
    assert all(e.reckoning for e in events)


def test_the_page_has_examples():
    assert len(EXAMPLES) > 10
