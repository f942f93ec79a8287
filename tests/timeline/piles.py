"""Piles of small articles for the tests: `pile(("Outlet", "2024-05-03", "Text"), …)`."""

from dataclasses import replace
from datetime import date

from tuitimeline.annotate import annotate
from tuitimeline.ingest import compose


def article(number, outlet, published, text):
    day = date.fromisoformat(published) if published else None
    document = compose(f"d{number}", text, day)
    return annotate(replace(document, outlet=outlet, title=None, title_at=None))


def pile(*articles):
    return [article(number, *row) for number, row in enumerate(articles)]
