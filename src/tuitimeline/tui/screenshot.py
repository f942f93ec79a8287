"""A screen as a picture, made without a terminal: SVG, or PNG by resvg where that is installed."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tuitimeline.tui import without_terminal

if TYPE_CHECKING:
    from tuitimeline.store import StoryFile
    from tuitimeline.tui.app import Explorer

SCREENS = {
    "timeline": (),
    "evidence": ("tab",),
    "reader": ("enter",),
    "sources": ("2",),
    "conflicts": ("3",),
    "documents": ("4",),
    "help": ("question_mark",),
    "settings": ("comma",),
    "months": ("z",),
    "filters": ("f",),
}
"""What can be shown, and the keys that lead there from the start."""

FONTS = ("DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono", "Menlo", "Consolas", "Courier New")
"""Fonts with box and block characters, in the order of preference; the first that is found draws a PNG."""


class ScreenshotError(Exception):
    """A picture that cannot be made; its text is one line for a person."""


def take(
    story: StoryFile,
    *,
    screen: str = "timeline",
    size: tuple[int, int] = (120, 40),
    path: Path,
    keys: Sequence[str] = (),
    theme: str = "night",
) -> None:
    """Write `screen` of `story` at `size` (columns, rows) to `path`, SVG or PNG by its name's end.

    `keys` are pressed once the screen is there. Raises ScreenshotError.
    """
    if screen not in SCREENS:
        raise ScreenshotError(f"there is no screen “{screen}”: choose from {', '.join(SCREENS)}")
    if path.suffix.lower() not in (".svg", ".png"):
        raise ScreenshotError(f"{path}: a picture is .svg or .png")
    svg = asyncio.run(_svg(story, size, (*SCREENS[screen], *keys), theme))
    save(svg, path)


def save(svg: str, path: Path) -> None:
    """Write a picture that is there as SVG to `path`, as PNG where its name ends so. Raises ScreenshotError."""
    data = png(svg) if path.suffix.lower() == ".png" else svg.encode()
    try:
        path.write_bytes(data)
    except OSError as error:
        raise ScreenshotError(f"{path}: {error.strerror}") from error


async def _svg(story: StoryFile, size: tuple[int, int], keys: Sequence[str], theme: str) -> str:
    without_terminal()
    from tuitimeline.tui.app import Explorer
    from tuitimeline.tui.settings import Settings

    app = Explorer(story, settings=Settings(theme), forced=True)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        return svg_of(app)


def svg_of(app: Explorer) -> str:
    """The screen of a running app as SVG, the same bytes for the same screen: Rich's ids carry a checksum."""
    svg = app.export_screenshot(title="tuitimeline")
    return re.sub(r"terminal-\d+-", "terminal-", svg)


def png(svg: str) -> bytes:
    """An SVG as PNG. Raises ScreenshotError where resvg or a font to draw with is missing."""
    try:
        import resvg_py
    except ImportError as error:
        raise ScreenshotError("PNG needs resvg: pip install resvg-py, or name the file .svg") from error
    font = found_font()
    if font is None:
        raise ScreenshotError(
            f"PNG needs a monospace font, one of {', '.join(FONTS)}: install one, or name the file .svg"
        )
    plain = re.sub(r"@font-face\s*{[^}]*}", "", svg).replace("Fira Code", font)
    return bytes(resvg_py.svg_to_bytes(svg_string=plain))


def found_font() -> str | None:
    """The first of FONTS that is installed."""
    places = [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path.home() / ".fonts",
        Path.home() / ".local/share/fonts",
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts"),
        Path("C:/Windows/Fonts"),
    ]
    files = {
        file.stem.lower().replace("-", "").replace(" ", "")
        for place in places
        if place.is_dir()
        for file in place.rglob("*.[to]t[fc]")
    }
    for font in FONTS:
        name = font.lower().replace(" ", "")
        if any(file.startswith(name) for file in files):
            return font
    return None
