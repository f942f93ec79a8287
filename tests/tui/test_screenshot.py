"""Pictures of screens: the same bytes for the same screen, and a line for a person where one cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.stories import seeds

from tuitimeline.tui import screenshot
from tuitimeline.tui.screenshot import ScreenshotError, found_font, png, take


def test_the_same_screen_is_the_same_picture(tmp_path: Path):
    for name in ("one.svg", "two.svg"):
        take(seeds(), screen="evidence", size=(90, 30), path=tmp_path / name)
    one = (tmp_path / "one.svg").read_text()
    assert one == (tmp_path / "two.svg").read_text()
    assert "meeting" in one


def test_png_where_there_is_a_font(tmp_path: Path):
    pytest.importorskip("resvg_py", reason="PNG needs resvg-py")
    if found_font() is None:
        pytest.skip("PNG needs a monospace font")
    take(seeds(), size=(80, 24), path=tmp_path / "screen.png")
    assert (tmp_path / "screen.png").read_bytes().startswith(b"\x89PNG")


def test_without_a_font_it_is_said(monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("resvg_py", reason="PNG needs resvg-py")
    monkeypatch.setattr(screenshot, "found_font", lambda: None)
    with pytest.raises(ScreenshotError, match="monospace font"):
        png("<svg/>")


@pytest.mark.parametrize(
    ("screen", "name", "complaint"),
    [
        ("nowhere", "a.svg", "there is no screen"),
        ("timeline", "a.jpg", r"is .svg or .png"),
        ("timeline", "no/such/folder/a.svg", "No such file"),
    ],
)
def test_what_cannot_be_made(screen: str, name: str, complaint: str, tmp_path: Path):
    with pytest.raises(ScreenshotError, match=complaint):
        take(seeds(), screen=screen, size=(80, 24), path=tmp_path / name)
