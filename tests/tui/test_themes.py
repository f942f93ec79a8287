"""Themes: contrast that can be read, and marks that differ without any colour."""

from __future__ import annotations

import pytest
from rich.color import Color

from tuitimeline.tui.roles import LEGEND, LOOKS
from tuitimeline.tui.themes import PALETTES, fitting, style_of


def luminance(number: int) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [part / 255 for part in Color.from_ansi(number).get_truecolor()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: int, other: int) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("theme", "least"), [("night", 4.5), ("day", 4.5), ("contrast", 7.0)])
def test_text_stands_out_from_its_paper(theme: str, least: float):
    palette = PALETTES[theme]
    papers = {look.paper or "paper" for look in LOOKS.values()}
    for name, look in LOOKS.items():
        text = palette[look.colour or "ink"]
        own = {look.paper} if look.paper not in (None, "cursor", "resting") else papers - {"boxed"}
        for paper in own:
            assert contrast(text, palette[paper or "paper"]) >= least, (name, paper)


@pytest.mark.parametrize("theme", ["plain", "sixteen"])
def test_marks_differ_by_their_letters_alone(theme: str):
    looks = set()
    for role in LEGEND:
        style = style_of(theme, (role,))
        looks.add((style.bold, style.underline, style.italic, style.reverse, style.dim))
    assert len(looks) == len(LEGEND)


def test_no_colour_means_none():
    assert all(
        style_of("plain", (role,)).color is None and style_of("plain", (role,)).bgcolor is None for role in LOOKS
    )


@pytest.mark.parametrize(
    ("wished", "colours", "theme"),
    [
        (None, 256, "night"),
        ("day", 1 << 24, "day"),
        ("day", 16, "sixteen"),
        ("plain", 16, "plain"),
        ("day", 0, "plain"),
        ("no such", 256, "night"),
    ],
)
def test_the_theme_that_fits(wished: str | None, colours: int, theme: str):
    assert fitting(wished, colours) == theme
