"""Newsprint by night and by day, high contrast, the terminal's own 16 colours, and no colour at all.

Colours are of the 256 that every terminal has: they look the same over ssh, where true colour seldom
comes through, and cost half the bytes. Contrast of text on its paper is at least 4.5 : 1 (WCAG 2.2, 1.4.3), in
`contrast` 7 : 1 (1.4.6).
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color
from rich.style import Style
from textual.theme import Theme

from tuitimeline.tui.roles import LOOKS

PALETTES: dict[str, dict[str, int]] = {
    "night": {
        "paper": 234, "ink": 252, "faint": 248, "rule": 238, "cursor": 237, "resting": 235, "source": 110,
        "cue": 108, "content": 187, "when": 179, "boxed": 237, "hedge": 176, "badge": 108, "alarm": 209,
        "key": 179, "found": 222,
    },
    "day": {
        "paper": 255, "ink": 235, "faint": 240, "rule": 250, "cursor": 253, "resting": 254, "source": 24,
        "cue": 22, "content": 237, "when": 58, "boxed": 230, "hedge": 90, "badge": 22, "alarm": 124,
        "key": 58, "found": 58,
    },
    "contrast": {
        "paper": 16, "ink": 231, "faint": 251, "rule": 231, "cursor": 18, "resting": 236, "source": 117,
        "cue": 120, "content": 231, "when": 221, "boxed": 235, "hedge": 219, "badge": 120, "alarm": 217,
        "key": 221, "found": 226,
    },
    "sixteen": {"source": 6, "cue": 2, "when": 3, "hedge": 5, "badge": 2, "alarm": 1, "key": 3, "found": 3},
    "plain": {},
}  # fmt: skip
"""For each theme the colours it has, by their numbers; what is not there is the terminal's own."""

_NAMES = ("paper", "ink", "faint", "rule", "cursor", "resting", "key", "alarm", "badge", "source", "cue")


def _theme(name: str, palette: dict[str, int]) -> Theme:
    few = "paper" not in palette

    def css(colour: str) -> str:
        return _hex(palette[colour]) if colour in palette and not few else "ansi_default"

    return Theme(
        name=name,
        primary=css("key"),
        secondary=css("cue"),
        accent=css("key"),
        warning=css("alarm"),
        error=css("alarm"),
        success=css("badge"),
        foreground=css("ink"),
        background=css("paper"),
        surface=css("paper"),
        panel=css("paper"),
        dark=name != "day",
        ansi=True,
        variables={
            **{colour: css(colour) for colour in _NAMES},
            # What Textual's own widgets ask for where colours are not blended.
            "ansi-background": css("paper"),
            "ansi-foreground": css("ink"),
            "border": css("rule"),
            "border-blurred": css("rule"),
            "block-cursor-foreground": css("ink"),
            "block-cursor-background": css("cursor"),
            "block-cursor-text-style": "reverse" if few else "bold",
            "input-cursor-background": css("ink"),
            "input-cursor-foreground": css("paper"),
            "input-cursor-text-style": "reverse" if few else "none",
            "input-selection-background": css("cursor"),
            "input-selection-foreground": css("ink"),
            "screen-selection-background": css("cursor"),
            "screen-selection-foreground": css("ink"),
        },
    )


def _hex(number: int) -> str:
    return Color.from_ansi(number).get_truecolor().hex


THEMES = {name: _theme(name, palette) for name, palette in PALETTES.items()}
"""Every theme by its name."""


def fitting(wished: str | None, colours: int) -> str:
    """The theme to start with: `plain` without colour, `sixteen` where there are no more, else the wished."""
    if colours < 16:
        return "plain"
    if colours == 16:
        return "sixteen" if wished != "plain" else wished
    return wished if wished in THEMES else "night"


@lru_cache(maxsize=512)
def style_of(theme: str, roles: tuple[str, ...]) -> Style:
    """How text with these roles looks in a theme; a later role wins where two differ."""
    palette = PALETTES[theme]
    style = Style(color=_colour(palette, "ink"), bgcolor=_colour(palette, "paper"))
    for role in roles:
        look = LOOKS[role]
        few = "paper" not in palette and look.few is not None
        style += Style.parse(look.few or "" if few else look.letters)
        style += Style(color=_colour(palette, look.colour), bgcolor=_colour(palette, look.paper))
    return style


def _colour(palette: dict[str, int], name: str | None) -> Color | None:
    return Color.from_ansi(palette[name]) if name in palette else None
