"""A story in one SQLite file: its texts, what was woven from them, search, and the analyst's edits."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tuitimeline.store.connecting import is_story
from tuitimeline.store.errors import StoreError
from tuitimeline.store.file import StoryFile, open_story
from tuitimeline.store.filters import EVERYTHING, Filter
from tuitimeline.store.lists import EventList, Rows
from tuitimeline.store.rows import DocumentRow, EventRow, Mention, SpeakerRow

if TYPE_CHECKING:
    from tuitimeline.store.building import build
    from tuitimeline.store.edits import (
        Edit,
        Grade,
        Hide,
        Made,
        Merge,
        Note,
        Publish,
        Rename,
        SetDate,
        Split,
        Star,
        Tag,
    )
    from tuitimeline.store.progress import Progress, ProgressLine, Stage

__all__ = [
    "EVERYTHING",
    "DocumentRow",
    "Edit",
    "EventList",
    "EventRow",
    "Filter",
    "Grade",
    "Hide",
    "Made",
    "Mention",
    "Merge",
    "Note",
    "Progress",
    "ProgressLine",
    "Publish",
    "Rename",
    "Rows",
    "SetDate",
    "SpeakerRow",
    "Split",
    "Stage",
    "Star",
    "StoreError",
    "StoryFile",
    "Tag",
    "build",
    "is_story",
    "open_story",
]


_LATER = {
    "build": "building",
    **dict.fromkeys(("Progress", "ProgressLine", "Stage"), "progress"),
    **dict.fromkeys(
        ("Edit", "Grade", "Hide", "Made", "Merge", "Note", "Publish", "Rename", "SetDate", "Split", "Star", "Tag"),
        "edits",
    ),
}


def __getattr__(name: str) -> Any:
    """What builds or edits a story is imported when it is used: whoever only opens one does not wait for it."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"tuitimeline.store.{_LATER[name]}"), name)
