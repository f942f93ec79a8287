"""The terminal as it was: leaving by a signal, and what the terminal can do."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

PATIENCE = 0.5
"""Seconds that the app has to leave by itself once a signal came."""

# What Textual switches on, switched off: paste and focus reports, mouse, in-band resize, alternate screen, cursor.
RESTORE = (
    "\x1b[?2004l\x1b[?1004l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?2048l"
    "\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h"
)


def leave_on_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit status on SIGTERM and SIGHUP; restore the terminal and end should it not do.

    Edits are written when they are made, so that nothing is lost either way. Does nothing where there are no such
    signals.
    """
    if not hasattr(signal, "SIGHUP"):
        return
    import termios

    try:
        before = termios.tcgetattr(sys.__stdin__.fileno()) if sys.__stdin__ else None
    except (termios.error, ValueError, OSError):
        before = None

    def on_signal(number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGALRM, lambda *_: _end(number, before))
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        leave(128 + number)

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGHUP, on_signal)


def _end(number: int, before: list[object] | None) -> None:
    import termios

    stream = sys.__stdout__
    with contextlib.suppress(OSError, ValueError, termios.error):
        if stream is not None:
            os.set_blocking(stream.fileno(), False)
            os.write(stream.fileno(), RESTORE.encode())
        if before is not None and sys.__stdin__ is not None:
            termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, before)  # type: ignore[arg-type]
    os._exit(128 + number)
