"""Over a real ssh connection, inside and outside tmux: a server on loopback, a key, every screen."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.conftest import Opened, seen
from tests.tui.stories import seeds
from tests.tui.test_terminal import SCRIPT, Terminal, sound

pytestmark = pytest.mark.long

SSHD = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")
SCREENS = {"timeline": "1", "sources": "2", "conflicts": "3", "documents": "4", "help": "?"}


@pytest.fixture(scope="module")
def ssh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The command that logs in to a server of its own, as whoever runs the tests."""
    if SSHD is None or shutil.which("ssh") is None:
        pytest.skip("sshd is not installed (Debian: openssh-server)")
    folder = tmp_path_factory.mktemp("sshd")
    for key in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / key], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "config").write_text(
        f"ListenAddress 127.0.0.1\nPort {port}\nHostKey {folder / 'host'}\nPidFile none\nUsePAM no\n"
        f"AuthorizedKeysFile {folder / 'user.pub'}\nStrictModes no\nPasswordAuthentication no\n"
        "PermitRootLogin prohibit-password\n"
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    server = subprocess.Popen(
        [SSHD, "-D", "-e", "-f", folder / "config"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    command = [
        *("ssh", "-tt", "-q", "-F", "none", "-p", str(port), "-i", str(folder / "user")),
        *("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "BatchMode=yes"),
        f"{getpass.getuser()}@127.0.0.1",
    ]
    for _ in range(50):
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
            break
        if server.poll() is not None:
            break
        time.sleep(0.1)
    else:
        server.terminate()
    if server.poll() is not None:
        pytest.skip(f"sshd does not run here: {server.communicate()[1].decode()[-200:]}")
    yield command
    server.terminate()
    server.wait(10)


def explorer(story: Path, **environ: str) -> str:
    """The explorer as a command for the far end's shell."""
    named = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "LANG": "C.UTF-8", **environ}
    settings = [f"{name}={value}" for name, value in named.items()]
    return shlex.join(["env", *settings, sys.executable, "-c", SCRIPT, str(story), "no"])


class Over(Terminal):
    """A terminal at whose far end the explorer runs."""

    def __init__(self, command: list[str]) -> None:
        import pty
        import termios

        self.pid, self.fd = pty.fork()
        if not self.pid:
            os.environ.update(TERM="xterm-256color")
            os.execvp(command[0], command)
        self.before = termios.tcgetattr(self.fd)
        self.seen, self.status = b"", None


@pytest.fixture
def story_path(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    seeds(path).close()
    return path


def test_every_screen_over_ssh(ssh: list[str], story_path: Path):
    terminal = Over([*ssh, explorer(story_path)])
    terminal.until("Feb 27")
    for words, key in (("Sources", "2"), ("Conflicts", "3"), ("Documents", "4"), ("Everywhere", "?")):
        terminal.press(key)
        terminal.until(words)
    terminal.press("\x1b")
    os.write(terminal.fd, b"q")
    assert terminal.ended(5)
    assert terminal.switched_on() == set()


def test_a_dropped_client_ends_the_explorer_within_a_second(ssh: list[str], story_path: Path):
    terminal = Over([*ssh, explorer(story_path)])
    terminal.until("Feb 27")
    terminal.press("s")
    assert _running(story_path)
    os.kill(terminal.pid, signal.SIGKILL)
    end = time.monotonic() + 2  # a second for the explorer, another for the server to see that the client is gone
    while _running(story_path) and time.monotonic() < end:
        time.sleep(0.05)
    terminal.close()
    assert not _running(story_path)
    assert sound(story_path)


def _running(story: Path) -> bool:
    """Whether a Python has the story open."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if (str(story).encode() in words and words[0].endswith(b"python")) or (
            str(story).encode() in words and b"python" in words[0]
        ):
            return True
    return False


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}, {"TERM": "screen"}], ids=["256", "no colour", "16"])
async def test_tmux_shows_what_the_explorer_draws(
    environ: dict[str, str], ssh: list[str], story_path: Path, opened: Opened
):
    far = shlex.join([*ssh, explorer(story_path, **environ)])
    tmux = ["tmux", "-L", f"tuitimeline-{os.getpid()}", "-f", os.devnull]
    clean = {**os.environ, "LANG": "C.UTF-8"}
    start = [*tmux, "-u", "new-session", "-d", "-s", "walk", "-x", "100", "-y", "31", far]
    subprocess.run(start, check=True, env=clean)
    subprocess.run([*tmux, "set-option", "-g", "status", "off"], check=True, env=clean)
    subprocess.run([*tmux, "resize-window", "-t", "walk", "-x", "100", "-y", "30"], check=True, env=clean)
    try:
        for name, key in SCREENS.items():
            async with opened(seeds(), *(("question_mark",) if key == "?" else (key,)), size=(100, 30)) as pilot:
                wanted = [row.rstrip() for row in seen(pilot).splitlines()]
            subprocess.run([*tmux, "send-keys", "-t", "walk", key], check=True, env=clean)
            shown: list[str] = []
            for _ in range(60):
                time.sleep(0.1)
                got = subprocess.run(
                    [*tmux, "capture-pane", "-p", "-t", "walk"],
                    check=True,
                    env=clean,
                    capture_output=True,
                    text=True,
                )
                shown = [row.rstrip() for row in got.stdout.splitlines()]
                if shown[1:] == wanted[1:]:
                    break
            assert shown[1:] == wanted[1:], name  # but for the head, which names the file
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, env=clean)
