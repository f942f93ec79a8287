"""The page in a real browser: it searches, opens its evidence, prints, turns dark, and uses no network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.browser import Browser, browser, found
from tests.export.mill import make_story

from tuitimeline.export import write
from tuitimeline.export.page.marking import marked
from tuitimeline.model import AnnotatedDocument, Attribution, Count, Document, Identity, Span, Stance, Story

PROGRAM = found()
needs_browser = pytest.mark.skipif(PROGRAM is None, reason="no Chromium on this machine (Debian: chromium)")
SLIDES = Path(__file__).parent / "timelinejs" / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
VISIBLE = "[...document.querySelectorAll('article')].filter((a) => a.offsetParent).map((a) => a.id)"


def test_a_sentence_is_cut_at_its_marks(story: Story) -> None:
    mill = story.documents[0]
    found_runs = marked(mill).runs(mill.sentences[0])
    assert "".join(run.text for run in found_runs) == mill.sentences[0].of(mill.document.text)
    assert [(run.text, run.marks) for run in found_runs] == [
        ("The old mill burned down on ", "content"),
        ("March 3, 2024", "content date"),
        (", ", ""),
        ("two firefighters", "source"),
        (" ", ""),
        ("said", "cue"),
        (".", ""),
    ]
    assert marked(mill).runs(Span(0, 0)) == ()


SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda ends: Span(*sorted(ends)))


@given(st.lists(st.tuples(SPANS, st.sampled_from(["source", "cue", "content"])), max_size=8), SPANS)
def test_every_character_has_the_marks_that_cover_it(marks: list[tuple[Span, str]], sentence: Span) -> None:
    attributions = tuple(
        Attribution(
            *(tuple(s for s, m in [mark] if m == kind) for kind in ("source", "cue", "content")),
            Identity.NAMED,
            Count(1, 1),
            Stance.ASSERTS,
        )
        for mark in marks
    )
    text = "abcdefghijkl"
    shown = marked(AnnotatedDocument(Document("d", text), attributions=attributions)).runs(sentence)
    assert "".join(run.text for run in shown) == sentence.of(text)
    for run in shown:
        for character in run.text:
            at = text.index(character)
            assert run.marks == " ".join(sorted({mark for span, mark in marks if span.start <= at < span.end}))


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all of these tests."""
    assert PROGRAM
    with browser(PROGRAM, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def page(tab: Browser, tmp_path: Path) -> Browser:
    """The story's page, opened."""
    return _open(tab, make_story(), tmp_path)


def _open(tab: Browser, story: Story, folder: Path) -> Browser:
    path = folder / "timeline.html"
    content = write(story, "html").content
    assert isinstance(content, str)
    path.write_text(content, encoding="utf-8")
    tab.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "light"}])
    tab.open(path.as_uri())
    return tab


@needs_browser
def test_it_searches(page: Browser) -> None:
    assert page.run(VISIBLE) == ["e1", "e2", "e3", "e4", "e5"]
    for words, left in (("firefighters", ["e1"]), ("OTT denied", ["e3", "e5"]), ("march 2024 owner", ["e3"])):
        page.run("search.value = ''; search.focus()")
        page.ask("Input.insertText", text=words)
        assert page.run(VISIBLE) == left
        assert page.run("found.textContent") == f"{len(left)} found"
    page.ask("Input.insertText", text="qqq")
    assert page.run(VISIBLE) == []
    assert page.run("nothing.offsetParent !== null"), "it says that nothing matches"
    page.ask("Input.dispatchKeyEvent", type="keyDown", key="Escape")
    assert len(page.run(VISIBLE)) == 5


@needs_browser
def test_evidence_opens_under_each_event(page: Browser) -> None:
    height = "document.querySelector('#e1 details').getBoundingClientRect().height"
    closed = page.run(height)
    page.run("document.querySelector('#e1 summary').click()")
    assert page.run(height) > 2 * closed
    page.run("document.getElementById('open').click()")
    assert page.run("[...document.querySelectorAll('details')].every((d) => d.open)")
    assert page.run("document.querySelector('#e1 blockquote .source').textContent") == "two firefighters"


@needs_browser
def test_it_is_light_and_dark(page: Browser, tmp_path: Path) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.run(colour)
    pictures = [page.picture(tmp_path / "light.png")]
    page.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    dark = page.run(colour)
    pictures.append(page.picture(tmp_path / "dark.png"))
    assert (light, dark) == ("rgb(251, 250, 247)", "rgb(23, 22, 20)")
    assert pictures[0] != pictures[1]
    page.run("document.getElementById('theme').click()")
    assert page.run(colour) == light, "the reader's choice goes before the system's"


@needs_browser
def test_it_prints_its_evidence_though_it_is_closed(page: Browser) -> None:
    printed = pypdfium2.PdfDocument(page.printed())
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in printed).split())
    assert "fire chief Ana Böhm told Reuters." in text
    assert "Search headlines" not in text


@needs_browser
def test_it_asks_the_network_nothing_and_runs_nothing_but_its_own(tab: Browser, tmp_path: Path) -> None:
    story = make_story()
    attack = (
        "<script>alert(1)</script><img src=https://a.example/x onerror=alert(1)><style>*{display:none}</style>"
        "<iframe src=//a.example></iframe><a href=javascript:alert(1)>\u202e\x1b]0;x\x07"
    )
    documents = tuple(
        replace(
            d, document=replace(d.document, title=attack, outlet=attack, path=attack, url="javascript:alert(1)")
        )
        for d in story.documents
    )
    events = tuple(replace(e, headline=attack, kind=attack, reckoning=(attack,)) for e in story.timeline.events)
    hostile = replace(story, documents=documents, timeline=replace(story.timeline, events=events))
    page = _open(tab, hostile, tmp_path)
    page.run("document.querySelectorAll('summary').forEach((s) => s.click())")
    assert page.run("document.querySelectorAll('h3').length") == 5
    assert attack[:25] in page.run("document.querySelector('h3').textContent")
    assert page.run("document.querySelectorAll('img, iframe, article script').length") == 0
    assert page.run("getComputedStyle(document.body).display") != "none"
    assert page.heard("Page.javascriptDialogOpening") == []
    addresses = [request["request"]["url"] for request in page.heard("Network.requestWillBeSent")]
    assert addresses == [(tmp_path / "timeline.html").as_uri()]
    assert page.heard("Log.entryAdded") == [], "its own style and script are what its policy allows"


@needs_browser
@pytest.mark.skipif(
    not SLIDES.is_dir(), reason="TimelineJS is not here: npm install --prefix tests/export/timelinejs"
)
def test_timelinejs_itself_takes_the_slides(tab: Browser, tmp_path: Path) -> None:
    host = tmp_path / "slides.html"
    slides = write(make_story(), "timelinejs").content
    host.write_text(
        f'<link rel="stylesheet" href="{(SLIDES / "css/timeline.css").as_uri()}">'
        f'<script src="{(SLIDES / "js/timeline.js").as_uri()}"></script>'
        f'<div id="t" style="width:900px;height:600px"></div>'
        f"<script>const t = new TL.Timeline('t', JSON.parse({json.dumps(slides)}));</script>",
        encoding="utf-8",
    )
    tab.open(host.as_uri())
    tab.until("t.ready === true")
    assert tab.run("t.config.getErrors()") == []
    assert tab.run("t.config.events.map((e) => e.unique_id).sort()") == ["e1", "e2", "e3"]
    shown = tab.run("[...document.querySelectorAll('.tl-headline-date')].map((e) => e.textContent)")
    assert sorted(shown) == ["3 March 2024", "March 2024 to May 2024", "about 3 March 2024"]
