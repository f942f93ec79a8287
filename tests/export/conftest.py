"""What the tests of exports share."""

from __future__ import annotations

import pytest
from tests.export.mill import make_story

from tuitimeline.model import Story


@pytest.fixture
def story() -> Story:
    """A fire, a claim and its denial, told by two outlets and a copy."""
    return make_story()
