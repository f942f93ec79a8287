"""The terminal as it was: leaving by a signal, and what the terminal can do."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any

PATIENCE = 0.7
"""Seconds that the app has to leave by itself once a signal came."""

# What Textual switches on, switched off: paste and focus reports, mouse, in-band resize, alternate screen, cursor.
RESTORE = (
    "\x1b[?2004l\x1b[?1004l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?2048l"
    "\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h"
)


Attributes = list[Any]
"""What termios gives and takes."""


def attributes() -> Attributes | None:
    """How the terminal is set, to be set again in the end; None where there is none."""
    try:
        import termios
    except ImportError:
        return None
    try:
        return termios.tcgetattr(sys.__stdin__.fileno()) if sys.__stdin__ else None
    except (termios.error, ValueError, OSError):
        return None


def leave_on_signals(leave: Callable[[int], object], before: Attributes | None) -> None:
    """Call `leave` with the exit status on SIGTERM and SIGHUP; if that hangs, end with the terminal as `before`.

    Edits are written when they are made, so that nothing is lost either way. Does nothing where there are no such
    signals.
    """
    if not hasattr(signal, "SIGHUP"):
        return

    def on_signal(number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGALRM, lambda *_: _end(number, before))
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        leave(128 + number)

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGHUP, on_signal)


def _end(number: int, before: Attributes | None) -> None:
    import termios

    stream = sys.__stdout__
    with contextlib.suppress(OSError, ValueError, termios.error):
        if stream is not None:
            os.set_blocking(stream.fileno(), False)
            os.write(stream.fileno(), RESTORE.encode())
        if before is not None and sys.__stdin__ is not None:
            termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, before)
    os._exit(128 + number)


def colours(environ: Mapping[str, str]) -> int:
    """How many colours the terminal says it has, 0 where none are wished (no-color.org).

    COLORTERM seldom comes through ssh, so that 256 colours are then the most that can be known.
    """
    if environ.get("NO_COLOR"):
        return 0
    if forced := environ.get("TEXTUAL_COLOR_SYSTEM"):
        return {"truecolor": 1 << 24, "256": 256, "standard": 16}.get(forced, 0)
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or os.name == "nt":
        return 1 << 24
    kind = environ.get("TERM", "dumb").lower()
    if kind in ("dumb", "unknown", ""):
        return 0
    return 256 if "256color" in kind or kind in ("xterm-kitty", "alacritty", "foot") else 16
