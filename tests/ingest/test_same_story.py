"""The three seeds give the same events, dates and attributions in whatever form they come.

The files were written by LibreOffice, pandoc, Chromium, wget and Python's mail (make_files.py).
"""

from datetime import date
from pathlib import Path

import pytest

from tuitimeline.annotate import annotate
from tuitimeline.ingest import read
from tuitimeline.model import Document
from tuitimeline.timeline import weave

SEEDS = Path(__file__).parents[2] / "seeds"
FILES = Path(__file__).parent / "files"
DAY = date(2025, 6, 12)
EACH = [
    "html", "pandoc.docx", "office.docx", "office.pdf", "chromium.pdf",
    "pandoc.epub", "pandoc.rtf", "office.rtf", "eml",
]  # fmt: skip
ALL = ["all.jsonl", "all.jsonl.gz", "all.json", "all.csv", "all.mbox", "all.zip", "all.warc.gz", "all.wacz"]


def told(paths):
    """What three documents say: sentences, dates and attributions in words, and the timeline's events."""
    documents = list(read(paths, DAY))
    assert [type(d) for d in documents] == [Document] * 3, documents
    annotated = [annotate(d) for d in documents]

    def words(d, *spans):
        return tuple(" ".join(d.document.text[a:b].split()) for a, b in spans)

    def facts(d):
        return {
            "sentences": words(d, *d.sentences),
            "dates": [(*words(d, (t.start, t.end)), t.value) for t in d.dates],
            "attributions": [
                (
                    words(d, *a.source),
                    words(d, *a.cue),
                    words(d, *a.content),
                    a.identity,
                    a.count,
                    a.stance,
                    a.relay,
                )
                for a in d.attributions
            ],
            "mentions": [(*words(d, m.headline), m.kind, m.date and m.date.value) for m in d.mentions],
        }

    events = weave(annotated).events
    return [facts(d) for d in annotated], sorted((e.headline, e.kind, e.date or "", e.sources) for e in events)


@pytest.fixture(scope="module")
def plain():
    return told([SEEDS])


@pytest.mark.parametrize("form", [*EACH, *ALL])
def test_the_same_story(form, plain):
    names = [FILES / form] if form in ALL else [FILES / f"{n}.{form}" for n in ("000", "002", "004")]
    documents, events = told(names)
    assert documents == plain[0]
    assert events == plain[1]


def test_a_page_in_two_columns():
    (columns,), (plain,) = read([FILES / "columns.pdf"]), read([SEEDS / "004_ef41b89f974eb46d.txt"])
    assert [columns.text[p.start : p.end] for p in columns.paragraphs] == [
        plain.text[p.start : p.end] for p in plain.paragraphs
    ]
