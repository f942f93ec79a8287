"""Every format is read back by a library of its own world."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import openpyxl
import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from pyld import jsonld

from tuitimeline.export import FORMATS, write
from tuitimeline.model import Story

CONTEXT = json.loads(Path(__file__).with_name("anno-context.json").read_text(encoding="utf-8"))


def text_of(story: Story, name: str) -> str:
    """An export as text."""
    content = write(story, name).content
    return content if isinstance(content, str) else content.decode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_story_gives_the_same_bytes(story: Story, name: str) -> None:
    assert write(story, name) == write(story, name)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_story_can_leave(name: str) -> None:
    assert write(Story(), name).left_out is None


@pytest.mark.parametrize(
    "name", [n for n in FORMATS if n not in ("table", "xlsx", "icalendar", "csv-attributions")]
)
def test_each_carries_edtf_sentence_source_offsets_and_edits(story: Story, name: str) -> None:
    content = text_of(story, name)
    for part in ("2024-03/2024-05", "two firefighters", "reportedly wants to sell", "Karl Ott denied", "121"):
        if not (name in ("timelinejs", "timesketch") and part == "Karl Ott denied"):
            assert part in content
    assert "date" in content


@pytest.mark.parametrize("name", ["json", "markdown", "html"])
def test_what_was_fetched_is_told_with_its_hash(story: Story, name: str) -> None:
    content = text_of(story, name)
    assert "2024-03-04T12:00:00+00:00" in content
    assert "0f" * 32 in content


@pytest.mark.parametrize("name", FORMATS)
def test_hidden_events_stay_away(story: Story, name: str) -> None:
    timeline = replace(story.timeline, events=tuple(e for e in story.timeline.events if not e.marks.hidden))
    assert write(story, name) == write(replace(story, timeline=timeline), name)


# Markdown ---------------------------------------------------------------------------------------------------


def test_markdown_is_a_chronology_with_footnotes(story: Story) -> None:
    tokens = MarkdownIt("commonmark").use(footnote_plugin).parse(text_of(story, "markdown"))
    headings = [tokens[i + 1].content for i, t in enumerate(tokens) if t.type == "heading_open"]
    assert headings == [
        "Timeline",
        "3 March 2024 (`2024-03-03`)",
        "about 3 March 2024 (`2024-03-03~`)",
        "March 2024 to May 2024 (`2024-03/2024-05`)",
        "4 March, year unknown (`XXXX-03-04`)",
        "undated",
        "Set by hand",
    ]
    inline = [child for t in tokens for child in t.children or ()]
    assert sum(t.type == "footnote_ref" for t in inline) == 6
    assert sum(t.type == "footnote_open" for t in tokens) == 3
    links = [t.attrs["href"] for t in inline if t.type == "link_open"]
    assert links == ["https://post.example/mill?a=1&b=2"]


# Tables -----------------------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_event(story: Story) -> None:
    rows = list(csv.DictReader(io.StringIO(text_of(story, "csv"), newline="")))
    assert [row["id"] for row in rows] == ["e1", "e3", "e2", "e5", "e4"]
    fire = rows[0]
    assert (fire["edtf"], fire["sources_least"], fire["sources_most"], fire["copies"]) == (
        "2024-03-03",
        "2",
        "4",
        "1",
    )
    assert fire["places"] == "d1:0-41 | d2:9-50"
    assert fire["edits"] == "2024-06-01T09:30:00+00:00 vera: date 2024-03-03"
    assert rows[2]["contradicted_by"] == "e4"
    assert rows[4]["sources_most"] == "", "an open count has no most"


def test_csv_has_a_row_for_each_attribution(story: Story) -> None:
    rows = list(csv.DictReader(io.StringIO(text_of(story, "csv-attributions"), newline="")))
    assert len(rows) == 6
    chief = rows[1]
    assert (chief["source"], chief["cue"], chief["relay"]) == ("fire chief Ana Böhm", "told", "Reuters")
    assert (chief["events"], chief["edtf"], chief["page"]) == ("e3", "2024-03-03~", "2")
    for row in rows:
        text = next(d.document.text for d in story.documents if d.document.id == row["document"])
        assert row["cue"] in text[int(row["start"]) : int(row["end"])]


def test_a_workbook_has_the_same_tables_and_no_formulas(story: Story) -> None:
    content = write(story, "xlsx").content
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["events", "attributions", "edits"]
    for sheet, name in (("events", "csv"), ("attributions", "csv-attributions")):
        rows = list(csv.reader(io.StringIO(text_of(story, name), newline="")))
        cells = [["" if v is None else str(v) for v in row] for row in book[sheet].iter_rows(values_only=True)]
        assert cells == rows
    assert book["edits"].max_row == 3
    assert book["events"]["J2"].value == 2, "counts are numbers"


# Timelines --------------------------------------------------------------------------------------------------


def test_timelinejs_keeps_to_its_rules(story: Story) -> None:
    written = write(story, "timelinejs")
    assert written.left_out == "2 events are left out: TimelineJS has no place for an event without a year"
    slides = json.loads(text_of(story, "timelinejs"))["events"]
    assert [s["unique_id"] for s in slides] == ["e1", "e3", "e2"]
    for slide in slides:
        for day in (slide["start_date"], slide.get("end_date", slide["start_date"])):
            assert dt.date(**day)
        assert slide["text"]["headline"]
    assert [s["display_date"] for s in slides] == ["3 March 2024", "about 3 March 2024", "March 2024 to May 2024"]
    assert "end_date" not in slides[0]
    assert slides[2]["end_date"] == {"year": 2024, "month": 5, "day": 31}


def test_timesketch_has_its_three_fields_on_every_line(story: Story) -> None:
    assert write(story, "timesketch").left_out == (
        "2 events are left out: Timesketch has no place for an event without a year"
    )
    lines = [json.loads(line) for line in text_of(story, "timesketch").splitlines()]
    assert len(lines) == 3
    for line in lines:
        assert line["message"]
        assert line["timestamp_desc"]
        assert dt.datetime.fromisoformat(line["datetime"]).utcoffset() == dt.timedelta(0)
        assert isinstance(line["tag"], list)
    assert lines[1]["timestamp_desc"] == "Earliest day of the event"
    assert lines[1]["edtf"] == "2024-03-03~"


def test_icalendar_takes_only_certain_days(story: Story) -> None:
    assert write(story, "icalendar").left_out == (
        "4 events are left out: a calendar takes only days that are certain"
    )
    book = icalendar.Calendar.from_ical(text_of(story, "icalendar"))
    assert book["version"] == "2.0"
    (entry,) = book.walk("VEVENT")
    assert entry["uid"] == "e1@tuitimeline"
    assert entry["dtstart"].dt == dt.date(2024, 3, 3)
    assert entry["dtend"].dt == dt.date(2024, 3, 4)
    assert entry["dtstart"].params["VALUE"] == "DATE"
    assert entry["dtstamp"].dt == dt.datetime(2024, 3, 5, tzinfo=dt.UTC), "the newest publication, never the clock"
    assert entry["last-modified"].dt == dt.datetime(2024, 6, 1, 9, 30, tzinfo=dt.UTC)
    assert entry["summary"] == "The old mill burned down"
    assert "Linden Post, Mill burns, characters 0–41" in entry["description"]
    assert not entry.errors
    for line in text_of(story, "icalendar").split("\r\n"):
        assert len(line.encode()) <= 75


# W3C Web Annotation -----------------------------------------------------------------------------------------


@pytest.fixture
def expanded(story: Story) -> list[dict[str, Any]]:
    """The annotations as JSON-LD expands them, with the standard context at hand instead of on the network."""

    def load(address: str, _options: object) -> dict[str, Any]:
        assert address == "http://www.w3.org/ns/anno.jsonld"
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": address,
            "document": CONTEXT,
        }

    (page,) = jsonld.expand(json.loads(text_of(story, "webannotation")), {"documentLoader": load})
    items: list[dict[str, Any]] = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    return items


OA = "http://www.w3.org/ns/oa#"


def test_web_annotations_select_the_text_they_quote(story: Story, expanded: list[dict[str, Any]]) -> None:
    texts = {d.document.id: d.document.text for d in story.documents}
    names = {"https://post.example/mill?a=1&b=2": "d1", **{f"urn:tuitimeline:document:{d}": d for d in texts}}
    assert len(expanded) == 6 + 6
    for item in expanded:
        assert item["@type"] == [f"{OA}Annotation"]
        assert item[f"{OA}motivatedBy"]
        for target in item[f"{OA}hasTarget"]:
            text = texts[names[target[f"{OA}hasSource"][0]["@id"]]]
            position, words = target[f"{OA}hasSelector"]
            assert position["@type"] == [f"{OA}TextPositionSelector"]
            start, end = (position[f"{OA}{edge}"][0]["@value"] for edge in ("start", "end"))
            assert words["@type"] == [f"{OA}TextQuoteSelector"]
            assert words[f"{OA}exact"][0]["@value"] == text[start:end]
            assert text[:start].endswith(words[f"{OA}prefix"][0]["@value"])
            assert text[end:].startswith(words[f"{OA}suffix"][0]["@value"])


def test_web_annotations_keep_every_field_and_the_analysts_hand(expanded: list[dict[str, Any]]) -> None:
    fire = expanded[0]
    assert fire["@id"] == "urn:tuitimeline:event:e1:0"
    assert fire["urn:tuitimeline:edtf"][0]["@value"] == "2024-03-03"
    purposes = [body[f"{OA}hasPurpose"][0]["@id"].removeprefix(OA) for body in fire[f"{OA}hasBody"]]
    assert purposes == ["describing", "tagging", "commenting", "assessing", "editing"]
    edit = fire[f"{OA}hasBody"][-1]
    assert edit["http://purl.org/dc/terms/created"][0]["@value"] == "2024-06-01T09:30:00+00:00"
    denial = expanded[-2]
    assert denial["urn:tuitimeline:stance"][0]["@value"] == "denies"
    assert expanded[-1][f"{OA}hasTarget"], "a comment that was declined on nothing points at its cue"


class Sketch:
    """Stands for a Timesketch server: keeps what its importer sends."""

    id = 1
    resource_uri = "sketches/1"
    sent: list[str]

    def __init__(self) -> None:
        self.sent = []
        self.api, self.session, self.api_root = self, self, "http://127.0.0.1"
        self.status_code = 200

    def post(self, _address: str, data: dict[str, Any], files: dict[str, Any]) -> Sketch:
        """One upload."""
        assert data["sketch_id"] == self.id
        self.sent.append(files["events"][1])
        return self

    def json(self) -> dict[str, Any]:
        """What a server answers."""
        return {"objects": [{"id": 1}], "meta": {}}


def test_timesketchs_own_importer_takes_the_lines(story: Story, tmp_path: Path) -> None:
    importer = pytest.importorskip(
        "timesketch_import_client.importer", reason="Timesketch's importer is not here: timesketch-import-client"
    )
    path = tmp_path / "story.jsonl"
    path.write_text(text_of(story, "timesketch"), encoding="utf-8")
    sketch = Sketch()
    streamer = importer.ImportStreamer()
    streamer.set_sketch(sketch)
    streamer.set_timeline_name("mill")
    streamer.add_file(str(path))
    streamer.flush()
    sent = [json.loads(line) for part in sketch.sent for line in part.splitlines()]
    kept = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(s["message"], s["timestamp_desc"]) for s in sent] == [
        (k["message"], k["timestamp_desc"]) for k in kept
    ]
    for one, own in zip(sent, kept, strict=True):
        assert dt.datetime.fromisoformat(one["datetime"]) == dt.datetime.fromisoformat(own["datetime"])
        assert one["edtf"] == own["edtf"]
