"""A story in one SQLite file: its texts, what was woven from them, search, and the analyst's edits."""

from tuitimeline.store.building import build
from tuitimeline.store.connecting import is_story
from tuitimeline.store.errors import StoreError
from tuitimeline.store.file import StoryFile, open_story
from tuitimeline.store.filters import EVERYTHING, Filter
from tuitimeline.store.lists import EventList, Rows
from tuitimeline.store.progress import Progress, ProgressLine, Stage
from tuitimeline.store.rows import DocumentRow, EventRow, Mention, SpeakerRow

__all__ = [
    "EVERYTHING",
    "DocumentRow",
    "EventList",
    "EventRow",
    "Filter",
    "Mention",
    "Progress",
    "ProgressLine",
    "Rows",
    "SpeakerRow",
    "Stage",
    "StoreError",
    "StoryFile",
    "build",
    "is_story",
    "open_story",
]
