"""The worked examples of a page: piles of articles, and a last paragraph that says what they come to."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from tuitimeline.annotate import annotate
from tuitimeline.ingest import compose

DOCS = Path(__file__).parents[2] / "docs"


def examples(name):
    """The examples of docs/NAME.md."""
    page = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    return re.findall(rf"```{name}\n(.*?)```", page, re.S)


def story(example):
    """The documents of an example, and its last paragraph."""
    *articles, last = example.strip().split("\n\n")
    documents = []
    for number, article in enumerate(articles):
        outlet, published, text = re.fullmatch(r"(.+?), (\d{4}-\d\d-\d\d): (.+)", article, re.S).groups()
        document = compose(str(number), text, date.fromisoformat(published))
        documents.append(annotate(replace(document, outlet=outlet, title=None, title_at=None)))
    return documents, last
