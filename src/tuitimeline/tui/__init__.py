"""The explorer: a terminal app over a story. Nothing of it is imported before it is used."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile


def run(story: StoryFile, *, mouse: bool = True, theme: str | None = None) -> int:
    """Open the explorer on `story` and return the exit status when it is left."""
    prepare()
    from tuitimeline.tui.app import Explorer

    return Explorer(story, theme=theme).run(mouse=mouse) or 0


def prepare(*, headless: bool = False) -> None:
    """Set what Textual reads when it is imported: plain keys (tmux and ssh hinder others), and prompt frames.

    Without a terminal (`headless`) every colour is to be had.
    """
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    os.environ.setdefault("TEXTUAL_FPS", "500")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    if headless:
        os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
        os.environ.pop("NO_COLOR", None)
