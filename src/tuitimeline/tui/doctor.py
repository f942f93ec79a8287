"""What the terminal can do, and what of the explorer is less because of it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import NamedTuple

from tuitimeline.tui.screenshot import found_font
from tuitimeline.tui.terminal import colours


class Finding(NamedTuple):
    """One thing that was looked at; `lost` says what is less because of it, "" where nothing is."""

    what: str
    found: str
    lost: str = ""


def examine(environ: Mapping[str, str] | None = None, size: tuple[int, int] | None = None) -> tuple[Finding, ...]:
    """Look at the terminal that this is run in, or at the one that `environ` and `size` describe."""
    environ = os.environ if environ is None else environ
    columns, rows = size or shutil.get_terminal_size()
    return (
        Finding("terminal", environ.get("TERM", "unknown"), _dumb(environ)),
        _size(columns, rows),
        _colours(environ),
        _encoding(environ),
        _tmux(environ),
        _clipboard(environ),
        _ssh(environ),
        _png(),
        *_files(),
    )


def report(findings: tuple[Finding, ...]) -> str:
    """The findings as lines for a person."""
    wide = max(len(finding.what) for finding in findings)
    lines = []
    for finding in findings:
        lines.append(f"{'!' if finding.lost else ' '} {finding.what:<{wide}}  {finding.found}")
        if finding.lost:
            lines.append(f"  {'':<{wide}}  {finding.lost}")
    degraded = sum(1 for finding in findings if finding.lost)
    lines.append("" if not degraded else f"\n{degraded} of {len(findings)} hold something back, marked with “!”.")
    return "\n".join(lines).rstrip()


def _dumb(environ: Mapping[str, str]) -> str:
    if environ.get("TERM", "dumb") in ("dumb", "unknown", ""):
        return "The explorer needs a terminal that can place the cursor: the plain table is printed. Set TERM."
    return ""


def _size(columns: int, rows: int) -> Finding:
    found = f"{columns} columns, {rows} rows"
    if columns < 40 or rows < 12:
        return Finding("size", found, "Made for 40 x 12 and more: lines are cut.")
    if columns < 110:
        return Finding(
            "size", found, "From 110 columns on the evidence stands beside the list instead of below it."
        )
    return Finding("size", found)


def _colours(environ: Mapping[str, str]) -> Finding:
    if environ.get("NO_COLOR"):
        return Finding("colours", "none: NO_COLOR is set")
    number = colours(environ)
    if number == 0:
        return Finding("colours", "none", "Marks are told apart by bold, underlined, italic and reversed letters.")
    if number == 16:
        lost = "Boxes are reversed letters. TERM=xterm-256color shows all, where the terminal has them."
        return Finding("colours", "16", lost)
    return Finding("colours", "256, as many as are used" if number == 256 else "16 million; 256 are used")


def _encoding(environ: Mapping[str, str]) -> Finding:
    named = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    stream = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "")
    if "utf8" in named.lower().replace("-", "") or (not named and stream == "utf8"):
        return Finding("characters", f"UTF-8{f' ({named})' if named else ''}")
    lost = "Bars, arrows and names in other scripts need UTF-8: set LANG=C.UTF-8 here and on the server."
    return Finding("characters", named or "not told", lost)


def _tmux(environ: Mapping[str, str]) -> Finding:
    if environ.get("TMUX"):
        lost = "tmux drops copies unless told: set -s set-clipboard on. Italics need TERM=tmux-256color."
        return Finding("multiplexer", "tmux", lost)
    if environ.get("STY") or environ.get("TERM", "").startswith("screen"):
        return Finding("multiplexer", "screen", "It passes nothing to the clipboard, and shows italics reversed.")
    return Finding("multiplexer", "none")


def _clipboard(environ: Mapping[str, str]) -> Finding:
    known = ("ITERM_SESSION_ID", "KITTY_WINDOW_ID", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID", "WT_SESSION")
    file = "every copy is written to a file too, whose path is said"
    if any(environ.get(name) for name in known):
        return Finding("clipboard", f"OSC 52, which this terminal knows; {file}")
    if environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return Finding("clipboard", "Terminal.app knows no OSC 52", f"Copies do not arrive; {file}.")
    return Finding("clipboard", f"OSC 52, if the terminal takes it (nothing tells); {file}")


def _ssh(environ: Mapping[str, str]) -> Finding:
    if not environ.get("SSH_CONNECTION"):
        return Finding("connection", "local")
    return Finding("connection", "ssh", "On a slow line, ssh -C sends a tenth (docs/ssh.md).")


def _png() -> Finding:
    try:
        import resvg_py  # noqa: F401
    except ImportError:
        return Finding("pictures", "SVG", "PNG needs resvg: pip install resvg-py")
    font = found_font()
    if font is None:
        return Finding("pictures", "SVG", "PNG needs a monospace font such as DejaVu Sans Mono")
    return Finding("pictures", f"SVG, and PNG in {font}")


def _files() -> tuple[Finding, ...]:
    from tuitimeline.tui.keymap import KeymapError, keymap_from
    from tuitimeline.tui.settings import folder

    path = folder() / "keys.toml"
    try:
        keys = keymap_from(path)
    except KeymapError as error:
        return (Finding("keys", "as they come", str(error)),)
    return (
        Finding("keys", f"{len(keys)} of your own, in {path}" if keys else f"as they come; yours go in {path}"),
    )
