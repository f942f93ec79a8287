"""The explorer: a terminal app over a story. None of its modules is imported before it is used."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile
    from tuitimeline.store.background import Background
    from tuitimeline.tui.app import Export


# Textual reads these when it is imported: plain keys, since tmux and ssh hinder others, and prompt frames.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ.setdefault("TEXTUAL_FPS", "500")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")


def run(
    story: StoryFile, *, mouse: bool = True, export: Export | None = None, building: Background | None = None
) -> int:
    """Open the explorer on `story` and return the exit status when it is left.

    Settings and keys are those of the person's configuration folder; a keys.toml that cannot be used is said and
    left alone. `export` writes a story to a file whose name's end says the format. `building` is the build that
    still adds to the story: what it adds is shown as it comes.
    """
    from tuitimeline.tui.app import Explorer
    from tuitimeline.tui.keymap import KeymapError, keymap_from
    from tuitimeline.tui.settings import folder, settings_from

    settings = settings_from(folder() / "settings.toml")
    keys, complaint = {}, ""
    try:
        keys = keymap_from(folder() / "keys.toml")
    except KeymapError as error:
        complaint = str(error)
    app = Explorer(story, settings=settings, keys=keys, export=export, complaint=complaint, building=building)
    return app.run(mouse=mouse and settings.mouse) or 0


def without_terminal() -> None:
    """Let every colour be had where there is no terminal to have them: for pictures."""
    os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
    os.environ.pop("NO_COLOR", None)
