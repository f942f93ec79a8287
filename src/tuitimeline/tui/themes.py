"""How the roles look: newsprint by night and by day, high contrast, the terminal's own 16 colours, and no colour.

Contrast of text on its background is at least 4.5 : 1 (WCAG 2.2, 1.4.3); in `contrast` at least 7 : 1 (1.4.6).
"""

from __future__ import annotations

from textual.theme import Theme

# What Textual's own widgets need where colours are the terminal's.
_ANSI = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "border-blurred": "ansi_default",
    "block-cursor-foreground": "ansi_default",
    "block-cursor-background": "ansi_default",
    "block-cursor-text-style": "reverse",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
    "input-selection-background": "ansi_default",
    "input-selection-foreground": "ansi_default",
    "screen-selection-background": "ansi_default",
    "screen-selection-foreground": "ansi_default",
}


def _theme(name: str, *, dark: bool, ansi: bool = False, **colours: str) -> Theme:
    variables = {name.replace("_", "-"): colour for name, colour in colours.items()} | (_ANSI if ansi else {})
    return Theme(
        name=name,
        primary=colours["source"],
        secondary=colours["cue"],
        accent=colours["key"],
        warning=colours["alarm"],
        error=colours["alarm"],
        success=colours["badge"],
        foreground=colours["ink"],
        background=colours["paper"],
        surface=colours["paper"],
        panel=colours["paper"],
        dark=dark,
        ansi=ansi,
        variables=variables,
    )


NIGHT = _theme(
    "night", dark=True, paper="#16171a", ink="#d8d5cd", faint="#8d8a83", rule="#3a3b3f", cursor="#2c3038",
    resting="#212328", source="#8fb8de", cue="#9cc49a", content="#e6dfcf", when="#e0b872", boxed="#33291a",
    hedge="#d99ac5", badge="#a9c7a5", alarm="#ee8f7a", key="#e0b872", found="#f2d16b",
)  # fmt: skip
DAY = _theme(
    "day", dark=False, paper="#f7f4ec", ink="#26241f", faint="#6d6a62", rule="#cfc9bb", cursor="#e2dccb",
    resting="#edeade", source="#1c4f86", cue="#2f6335", content="#3a2f1c", when="#7a4b00", boxed="#f0e2bf",
    hedge="#8a2f6e", badge="#2f6335", alarm="#a82a16", key="#7a4b00", found="#7a4b00",
)  # fmt: skip
CONTRAST = _theme(
    "contrast", dark=True, paper="#000000", ink="#ffffff", faint="#c0c0c0", rule="#ffffff", cursor="#00407a",
    resting="#303030", source="#7fd4ff", cue="#8cff8c", content="#ffffff", when="#ffd75f", boxed="#303000",
    hedge="#ff9ff3", badge="#8cff8c", alarm="#ff9f8f", key="#ffd75f", found="#ffff00",
)  # fmt: skip
SIXTEEN = _theme(
    "sixteen", dark=True, ansi=True, paper="ansi_default", ink="ansi_default", faint="ansi_default",
    rule="ansi_default", cursor="ansi_default", resting="ansi_default", source="ansi_cyan", cue="ansi_green",
    content="ansi_default", when="ansi_yellow", boxed="ansi_default", hedge="ansi_magenta", badge="ansi_green",
    alarm="ansi_red", key="ansi_yellow", found="ansi_yellow",
)  # fmt: skip
PLAIN = _theme(
    "plain", dark=True, ansi=True, paper="ansi_default", ink="ansi_default", faint="ansi_default",
    rule="ansi_default", cursor="ansi_default", resting="ansi_default", source="ansi_default", cue="ansi_default",
    content="ansi_default", when="ansi_default", boxed="ansi_default", hedge="ansi_default", badge="ansi_default",
    alarm="ansi_default", key="ansi_default", found="ansi_default",
)  # fmt: skip

THEMES = (NIGHT, DAY, CONTRAST, SIXTEEN, PLAIN)


def fitting(wished: str | None, *, colours: int, no_color: bool) -> str:
    """The theme to start with: `plain` without colour, `sixteen` where there are no more, else the wished."""
    if no_color or colours < 16:
        return "plain"
    if colours == 16:
        return "sixteen"
    return wished if wished in {theme.name for theme in THEMES} else "night"
