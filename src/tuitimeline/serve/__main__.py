"""One explorer for one browser tab: `python -m tuitimeline.serve STORY.db`, run by the server alone."""

import sys
from pathlib import Path

from tuitimeline.store import open_story
from tuitimeline.tui import run

with open_story(Path(sys.argv[1])) as story:
    sys.exit(run(story))
