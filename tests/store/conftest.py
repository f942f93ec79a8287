from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.told import TIMELINE, documents

from tuitimeline.store import StoryFile


@pytest.fixture(params=["file", "memory"])
def story(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoryFile]:
    """The small story of told.py, in a file and in memory."""
    with StoryFile(tmp_path / "story.db" if request.param == "file" else None, create=True) as story:
        story.fill(documents(), TIMELINE)
        yield story
