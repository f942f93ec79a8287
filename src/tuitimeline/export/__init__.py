"""A Timeline leaves: one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, cast

from tuitimeline.export.written import Written
from tuitimeline.model import Story

__all__ = ["FORMATS", "Format", "Written", "named_by", "write"]


class Format(NamedTuple):
    """A format in which a story leaves: what it is, the usual end of its file name, what writes it."""

    about: str
    suffix: str
    function: str


FORMATS: Mapping[str, Format] = {
    "json": Format("the whole timeline, as docs/contracts.md says", ".json", "contracts.story_json"),
    "table": Format("plain text, a line for each event", ".txt", "table.table"),
    "markdown": Format("a chronology with footnotes", ".md", "markdown.chronology"),
    "html": Format("one page to search, read and print, without network", ".html", "page.page"),
    "csv": Format("a row for each event", ".csv", "tables.events_csv"),
    "csv-attributions": Format("a row for each attribution", ".csv", "tables.attributions_csv"),
    "xlsx": Format("a workbook: events, attributions, edits", ".xlsx", "workbook.workbook"),
    "timelinejs": Format("slides for TimelineJS", ".json", "timelinejs.slides"),
    "timesketch": Format("JSONL for Timesketch", ".jsonl", "timesketch.lines"),
    "icalendar": Format("calendar entries for events known to the day", ".ics", "calendar.calendar"),
    "webannotation": Format("W3C Web Annotations (JSON-LD)", ".jsonld", "webannotation.annotation_page"),
}


def named_by(path: Path) -> str:
    """The format that the end of a file's name says: the first of `FORMATS` that ends so.

    Raises ValueError, with one line for people.
    """
    ends = path.suffix.lower()
    for name, known in FORMATS.items():
        if known.suffix == ends:
            return name
    endings = ", ".join(dict.fromkeys(known.suffix for known in FORMATS.values()))
    raise ValueError(f"{path.name}: no format ends so; there are {endings}")


def write(story: Story, format_name: str) -> Written:
    """A story in one of `FORMATS`. Imports only what that format needs. KeyError for a name that is no format."""
    module, _, function = FORMATS[format_name].function.partition(".")
    writer = getattr(import_module(f"tuitimeline.export.{module}"), function)
    return cast(Callable[[Story], Written], writer)(story)
