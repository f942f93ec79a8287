"""The terminal is left as it was, whatever ends the explorer; nothing is written to it while nothing happens."""

from __future__ import annotations

import os
import re
import select
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.stories import seeds

from tuitimeline.store import Note, Rename, Tag

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
termios = pytest.importorskip("termios", reason="there are no pseudo-terminals here")

SCRIPT = """
import sys
from pathlib import Path
from tuitimeline.store import open_story
from tuitimeline.tui import run
sys.exit(run(open_story(Path(sys.argv[1])), mouse=sys.argv[2] == "mouse"))
"""
SWITCHED_OFF = ("?1049", "?1000", "?1003", "?1006", "?2004", "?1004")


class Terminal:
    """A pseudo-terminal with the explorer in it."""

    def __init__(self, story: Path, *, mouse: bool = True, **environ: str) -> None:
        self.pid, self.fd = pty.fork()
        if not self.pid:
            clean = {name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")}
            clean.pop("NO_COLOR", None)
            clean.pop("COLORTERM", None)
            taken = "mouse" if mouse else "no"
            os.execve(
                sys.executable,
                [sys.executable, "-c", SCRIPT, str(story), taken],
                {**clean, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", **environ},
            )
        self.before = termios.tcgetattr(self.fd)
        self.seen = b""
        self.status: int | None = None

    def read(self, seconds: float) -> bytes:
        """What comes within `seconds`."""
        came, end = b"", time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self.fd], [], [], left)[0]:
                break
            try:
                data = os.read(self.fd, 1 << 16)
            except OSError:
                break
            if not data:
                break
            came += data
        self.seen += came
        return came

    def until(self, words: str, seconds: float = 20) -> None:
        """Read until `words` stand on the wire."""
        end = time.monotonic() + seconds
        while words.encode() not in self.seen:
            assert time.monotonic() < end, f"“{words}” never came: {self.seen[-400:]!r}"
            self.read(0.1)

    def press(self, keys: str) -> bytes:
        """Type, and read until it is quiet."""
        os.write(self.fd, keys.encode())
        came = b""
        while data := self.read(0.4):
            came += data
        return came

    def ended(self, seconds: float) -> bool:
        """Whether the program ends within `seconds`."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                self.read(0.1)
                return True
        return False

    def close(self) -> None:
        """End it."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    def switched_on(self) -> set[str]:
        """The private modes that were switched on and not off again."""
        modes: set[str] = set()
        for mode, way in re.findall(rb"\x1b\[(\?\d+)([hl])", self.seen):
            (modes.add if way == b"h" else modes.discard)(mode.decode())
        return modes & set(SWITCHED_OFF)


@pytest.fixture
def story_path(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    seeds(path).close()
    return path


@pytest.fixture
def terminal(story_path: Path) -> Iterator[Terminal]:
    shown = Terminal(story_path)
    shown.until("Feb 27")
    shown.read(0.5)
    yield shown
    shown.close()


def sound(path: Path) -> bool:
    with sqlite3.connect(path) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(number: int, terminal: Terminal, story_path: Path):
    terminal.press("s")
    os.kill(terminal.pid, number)
    assert terminal.ended(3)
    assert terminal.status == 128 + number
    assert terminal.switched_on() == set()
    assert b"\x1b[?25h" in terminal.seen
    assert termios.tcgetattr(terminal.fd)[3] == terminal.before[3]
    assert b"Traceback" not in terminal.seen
    assert sound(story_path)


def test_a_program_that_hangs_is_ended_all_the_same(terminal: Terminal):
    os.kill(terminal.pid, signal.SIGTERM)
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.ended(3)
    assert terminal.switched_on() == set()


def test_a_lost_connection_ends_it_and_loses_nothing(terminal: Terminal, story_path: Path):
    terminal.press("s")
    os.close(terminal.fd)
    end = time.monotonic() + 3
    while time.monotonic() < end:
        pid, status = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            terminal.status = os.waitstatus_to_exitcode(status)
            break
        time.sleep(0.02)
    assert terminal.status is not None
    terminal.fd = os.open(os.devnull, os.O_RDONLY)
    with sqlite3.connect(story_path) as connection:
        assert connection.execute("SELECT count(*) FROM edit").fetchone() == (1,)
    assert sound(story_path)


def test_q_leaves_with_0(terminal: Terminal):
    os.write(terminal.fd, b"q")
    assert terminal.ended(3)
    assert terminal.status == 0
    assert terminal.switched_on() == set()


def test_an_idle_screen_writes_nothing(terminal: Terminal):
    assert terminal.read(2) == b""


def test_a_mouse_that_moves_writes_nothing(terminal: Terminal):
    assert terminal.press("".join(f"\x1b[<35;{column};8M" for column in range(10, 60))) == b""


def test_without_a_mouse_it_is_not_taken(story_path: Path):
    terminal = Terminal(story_path, mouse=False)
    terminal.until("Feb 27")
    terminal.close()
    assert b"\x1b[?1000h" not in terminal.seen
    assert b"\x1b[?1003h" not in terminal.seen


def test_no_color_writes_no_colour(story_path: Path):
    terminal = Terminal(story_path, NO_COLOR="1")
    terminal.until("Feb 27")
    terminal.press("j\t?")
    terminal.close()
    assert not re.search(rb"\x1b\[[\d;]*\b(?:3[0-7]|4[0-7]|38|48|9[0-7]|10[0-7])[;m]", terminal.seen)


def test_keys_that_come_after_it_was_left_do_nothing(story_path: Path):
    terminal = Terminal(story_path)
    terminal.until("Feb 27")
    terminal.press("q2j4:")
    assert terminal.ended(5)
    assert terminal.status == 0
    assert b"Traceback" not in terminal.seen


@pytest.mark.parametrize("kind", ["screen", "xterm", "linux"])
def test_16_colours_are_enough(kind: str, story_path: Path):
    terminal = Terminal(story_path, TERM=kind)
    terminal.until("Feb 27")
    terminal.press("j\t?")
    terminal.close()
    assert not re.search(rb"\x1b\[[\d;]*\b[34]8;[25];", terminal.seen)


EVIL = " \x1b]0;evil\x07 \u202eevil"


def test_what_is_hostile_never_reaches_the_terminal(tmp_path: Path):
    from tests.tui.stories import hostile

    path = tmp_path / "hostile.db"
    with hostile(path) as story:
        story.edit(Tag("e0", f"tag{EVIL}"))
        story.edit(Note("e0", f"note{EVIL}"))
        story.edit(Rename("e0", f"headline{EVIL}"))
    terminal = Terminal(path)
    terminal.until("evil")
    for keys in (
        "e",
        "\x1b",
        "t",
        "\x1b",
        "yY",
        "/evil\r",
        "r/evil\r",
        "4\r",
        "2m",
        "2\r",
        "3\t",
        "fF",
        ":ev",
        "\x1b",
    ):
        terminal.press(keys)
    terminal.close()
    copied = re.sub(rb"\x1b\]52;c;[\w+/=]*\x07", b"", terminal.seen)
    assert b"\x1b]0;" not in copied
    assert b"\x07" not in copied.replace(b"\x1b]22;default\x07", b"")  # the shape of the pointer
    assert "\u202e".encode() not in copied
