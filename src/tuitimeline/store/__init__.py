"""A story in one SQLite file: its texts, what was woven from them, search, and the analyst's edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tuitimeline.store.connecting import is_story
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
from tuitimeline.store.rows import DocumentRow, EventRow, Mention, SpeakerRow

if TYPE_CHECKING:
    from tuitimeline.store.building import build
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


def __getattr__(name: str) -> Any:
    """What builds a story is imported when it is used: whoever only opens one does not wait for it."""
    if name == "build":
        from tuitimeline.store.building import build

        return build
    if name in ("Progress", "ProgressLine", "Stage"):
        from tuitimeline.store import progress

        return getattr(progress, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
