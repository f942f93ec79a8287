"""A story in one SQLite file: its texts, what was woven from them, search, and the analyst's edits."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

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
    from tuitimeline.store.errors import StoreError
    from tuitimeline.store.file import StoryFile, open_story
    from tuitimeline.store.filters import EVERYTHING, Filter
    from tuitimeline.store.lists import EventList, Rows
    from tuitimeline.store.progress import Progress, ProgressLine, Stage
    from tuitimeline.store.recognizing import is_story
    from tuitimeline.store.rows import DocumentRow, EventRow, Mention, SpeakerRow

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


_PLACES = {
    "building": ("build",),
    "edits": (
        *(
            "Edit",
            "Grade",
            "Hide",
            "Made",
            "Merge",
            "Note",
            "Publish",
            "Rename",
            "SetDate",
            "Split",
            "Star",
            "Tag",
        ),
    ),
    "errors": ("StoreError",),
    "file": ("StoryFile", "open_story"),
    "filters": ("EVERYTHING", "Filter"),
    "lists": ("EventList", "Rows"),
    "progress": ("Progress", "ProgressLine", "Stage"),
    "recognizing": ("is_story",),
    "rows": ("DocumentRow", "EventRow", "Mention", "SpeakerRow"),
}
_PLACE_OF = {name: place for place, names in _PLACES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Each name is imported when it is used: whoever only opens a story does not wait for what builds one."""
    if name not in _PLACE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"tuitimeline.store.{_PLACE_OF[name]}"), name)
