"""Hostile texts through every export: they parse back, and nothing in them acts on its reader."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import icalendar
import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from tests.export.mill import make_story

from tuitimeline.export import FORMATS, write
from tuitimeline.export.contracts import annotation_line
from tuitimeline.export.stats import statistics, stats_json, stats_table
from tuitimeline.export.tables import harmless
from tuitimeline.model import AnnotatedDocument, Event, HandEdit, Marks, Span, Story
from tuitimeline.safe import HOSTILE, visible

NASTY = [
    *("\x1b]0;owned\x07", "\x1b[2J", "\x9b31m", "\u202egnp.exe", "\u2067x\u2069", "\x00", "\r\n", "\n\n# h", "\t"),
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "＝1", '"', "'", '","'),
    *("<script>alert(1)</script>", "</script>", "</style>", "<img src=x onerror=alert(1)>", "]]>", "<!--", "&lt;"),
    *("{{ 7*7 }}", "{% raw %}", "](javascript:alert(1))", "![x](y)", "[^1]", "`", "*b*", "| a |", "$x$", "\\"),
    *("BEGIN:VEVENT", "END:VCALENDAR", ";VALUE=", "\ud83d", "\uffff", "\u2028", "𝒳" * 40, "ﷺ", "e\u0301"),
    *("javascript:alert(1)", "https://a.example/?a=<b>&c='\"", "../../etc/passwd"),
]
TEXTS = st.lists(st.sampled_from(NASTY) | st.text(max_size=12), max_size=4).map("".join)
ASKED = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """The story of the other tests, every text in it replaced by a hostile one."""
    story = make_story()
    documents = tuple(_spoilt(draw, annotated) for annotated in story.documents)
    events = tuple(_spoilt_event(draw, event) for event in story.timeline.events)
    edits = tuple(HandEdit(e.at, draw(TEXTS), e.on, draw(TEXTS), draw(TEXTS)) for e in story.edits)
    return replace(story, documents=documents, timeline=replace(story.timeline, events=events), edits=edits)


def _spoilt(draw: st.DrawFn, annotated: AnnotatedDocument) -> AnnotatedDocument:
    """The same annotations over a text of which every word may be hostile; sentences reach to its end."""
    text = draw(TEXTS) + annotated.document.text + draw(TEXTS)
    at = draw(st.integers(0, 30))
    text = text[:at] + draw(TEXTS) + text[at:]
    document = replace(
        annotated.document,
        **{field: draw(st.none() | TEXTS) for field in ("title", "outlet", "url", "path")},
        text=text,
    )
    ends = sorted({0, *(s.end for s in annotated.sentences[:-1]), len(text)})
    sentences = tuple(Span(a, b) for a, b in pairwise(ends))
    relayed = tuple(replace(a, relay=draw(TEXTS)) for a in annotated.attributions)
    return replace(annotated, document=document, sentences=sentences, attributions=relayed)


def _spoilt_event(draw: st.DrawFn, event: Event) -> Event:
    marks = Marks(draw(TEXTS), draw(TEXTS), (draw(TEXTS),), True, False, (draw(TEXTS),))
    voices = tuple(replace(voice, source=draw(TEXTS), origin=draw(TEXTS)) for voice in event.voices)
    date = draw(st.sampled_from((event.date, None)) | TEXTS)
    return replace(
        event,
        headline=draw(TEXTS),
        kind=draw(TEXTS),
        date=date,
        voices=voices,
        reckoning=(draw(TEXTS),),
        marks=marks,
    )


def text_of(story: Story, name: str) -> str:
    """An export as text; what cannot be encoded would raise here."""
    content = write(story, name).content
    return content.encode("utf-8").decode("utf-8") if isinstance(content, str) else content.decode("utf-8")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "xlsx"])
@ASKED
@given(story=stories())
def test_no_hostile_character_leaves(name: str, story: Story) -> None:
    lines = re.split(r"\r\n|\n", text_of(story, name))
    assert not any(HOSTILE.search(line) for line in lines)


@ASKED
@given(story=stories())
def test_json_gives_every_text_back_as_it_was(story: Story) -> None:
    told = json.loads(text_of(story, "json"))
    assert [d["text"] for d in told["documents"]] == [d.document.text for d in story.documents]
    assert [e["headline"] for e in told["events"]] == [e.headline for e in story.timeline.events]
    for annotated in story.documents:
        line = annotation_line(annotated)
        assert not HOSTILE.search(line), "one line, and nothing in it acts on a terminal"
        assert json.loads(line)["attributions"][0]["relay"] == annotated.attributions[0].relay


class Page(HTMLParser):
    """The tags, attributes and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


@ASKED
@given(story=stories())
def test_html_escapes_everything(story: Story) -> None:
    page = Page(text_of(story, "html"))
    assert page.tags.count("script") == page.tags.count("style") == 1
    assert not {"img", "iframe", "object", "b", "link"} & set(page.tags)
    assert page.tags.count("article") == len(story.timeline.events)
    for tag, name, value in page.attributes:
        assert not name.startswith("on")
        assert name != "style"
        if name in ("href", "src"):
            assert re.match(r"#[ed]\d+$|https?://", value or "", re.I), (tag, value)
    whole = "".join(page.texts)
    for event in story.timeline.events:
        assert visible(event.headline) in whole


@ASKED
@given(story=stories())
def test_markdown_shows_every_text_as_it_stands(story: Story) -> None:
    tokens = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .use(footnote_plugin)
        .parse(text_of(story, "markdown"))
    )
    inline = [child for token in tokens for child in token.children or ()]
    assert not any(
        token.type in ("html_block", "html_inline", "image", "table_open") for token in (*tokens, *inline)
    )
    assert sum(token.type == "list_item_open" for token in tokens) >= len(story.timeline.events)
    for token in inline:
        if token.type == "link_open":
            assert str(token.attrs["href"]).lower().startswith(("http://", "https://"))
    bold, inside = [], False
    for token in inline:
        if token.type == "strong_open":
            inside = True
            bold.append("")
        elif token.type == "strong_close":
            inside = False
        elif inside:
            assert token.type in ("text", "text_special")
            bold[-1] += token.content
    assert bold == [visible(event.headline).strip() or "—" for event in story.timeline.events]


@ASKED
@given(story=stories())
@example(story=make_story())
def test_no_cell_is_a_formula(story: Story) -> None:
    for name in ("csv", "csv-attributions"):
        rows = list(csv.reader(io.StringIO(text_of(story, name), newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}
        for row in rows:
            assert not any(re.match(r"\s*[=+@＝＋－＠-]", cell) for cell in row)
    content = write(story, "xlsx").content
    assert isinstance(content, bytes)
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for cells in sheet.iter_rows():
            for cell in cells:
                assert cell.data_type in ("s", "n"), "text or number, never a formula"
                assert not (isinstance(cell.value, str) and re.match(r"\s*[=+@-]", cell.value))
                assert cell.hyperlink is None


@ASKED
@given(text=TEXTS)
def test_an_apostrophe_is_all_that_a_cell_is_given(text: str) -> None:
    assert harmless(text) in (visible(text), f"'{visible(text)}")


@ASKED
@given(story=stories())
def test_calendars_keep_their_entries_apart(story: Story) -> None:
    text = text_of(story, "icalendar")
    entries = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert text.count("\r\nBEGIN:VEVENT\r\n") == len(entries)
    by_uid = {entry["uid"]: entry for entry in entries}
    for event in story.timeline.events:
        if f"{event.id}@tuitimeline" in by_uid:
            assert by_uid[f"{event.id}@tuitimeline"]["summary"] == visible(event.headline)
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75


@ASKED
@given(story=stories())
def test_the_other_json_formats_parse_back(story: Story) -> None:
    slides = json.loads(text_of(story, "timelinejs"))["events"]
    for slide in slides:
        page = Page(slide["text"]["headline"] + slide["text"]["text"])
        assert set(page.tags) <= {"p", "blockquote", "a"}
        assert all(name == "href" and re.match("https?://", v or "", re.I) for _, name, v in page.attributes)
    for line in text_of(story, "timesketch").splitlines():
        assert not HOSTILE.search(json.loads(line)["message"])
    json.loads(text_of(story, "webannotation"))


@ASKED
@given(story=stories())
def test_statistics_are_a_row_each(story: Story) -> None:
    found = statistics(story)
    table = stats_table(found)
    assert not any(HOSTILE.search(line) for line in table.split("\n"))
    outlets = {d.document.outlet for d in story.documents if d.document.outlet}
    assert len(table.splitlines()) == 1 + 3 - (not outlets) + len(story.documents) + len(outlets) + 2
    assert len(json.loads(stats_json(found))["documents"]) == len(story.documents)
