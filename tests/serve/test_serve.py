"""The explorer in a browser: on loopback alone, without a login and saying so, for its own page only."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.export.browser import browser, found
from textual.widgets import Input

from tuitimeline.cli import main
from tuitimeline.store import open_story
from tuitimeline.tui.app import Explorer

pytest.importorskip("textual_serve", reason="the extra `serve` is not installed")

SOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


class Served:
    """A server of a story file, and what it said when it started."""

    def __init__(self, process: subprocess.Popen[str], port: int, said: str) -> None:
        self.process, self.port, self.said = process, port, said

    def get(self, path: str = "/", **headers: str) -> tuple[int, str]:
        """The status and the text of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        text = "" if answer.status == 101 else answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, text


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story file whose name a shell would act on."""
    folder = tmp_path_factory.mktemp("served $(touch owned) & co")
    (folder / "fire.txt").write_text("Two officials said the mill burned down on March 3, 2024.", encoding="utf-8")
    assert main(["build", str(folder / "fire.txt"), "-o", str(folder / "mill's.db")]) == 0
    return folder / "mill's.db"


@pytest.fixture(scope="module")
def served(story: Path) -> Iterator[Served]:
    """A server on a free port of loopback, ended at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tuitimeline", "serve", str(story), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stderr
        said = process.stderr.readline() + process.stderr.readline()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield Served(process, port, said)
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def test_it_says_where_it_is_and_that_it_has_no_login(served: Served, story: Path) -> None:
    assert f"{story} at http://127.0.0.1:{served.port}\n" in served.said
    assert "it has no login" in served.said


def test_its_page_needs_nobody_elses_server(served: Served) -> None:
    status, page = served.get()
    assert status == 200
    assert "<title>mill&#39;s.db – tuitimeline</title>" in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page)
    for path in re.findall(r'(?:src|href)="(/[^"]+)"', page):
        assert served.get(path)[0] == 200, path
    for path in re.findall(r'url\("(/[^"]+)"\)', page):
        assert served.get(path)[0] == 200, path


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "10.0.0.1"])
def test_a_rebound_name_is_refused(served: Served, host: str) -> None:
    assert served.get(Host=host)[0] == 403
    assert served.get("/ws", Host=host, Origin=f"http://{host}", **SOCKET)[0] == 403


def test_a_forwarded_port_is_fine(served: Served) -> None:
    assert served.get(Host="localhost:9999")[0] == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", ""])
def test_another_page_cannot_drive_it(served: Served, origin: str) -> None:
    assert served.get("/ws", Origin=origin, **SOCKET)[0] == 403


def test_its_own_page_can(served: Served, story: Path) -> None:
    assert served.get("/ws", Origin=f"http://127.0.0.1:{served.port}", **SOCKET)[0] == 101
    assert not list(story.parent.glob("owned"))
    assert not Path("owned").exists()


def test_it_is_reached_by_loopback_alone(served: Served) -> None:
    listening = Path("/proc/net/tcp")
    if not listening.exists():
        pytest.skip("no list of listening sockets on this system")
    port = f":{served.port:04X}"
    rows = [row.split() for row in listening.read_text().splitlines()[1:]]
    bound = {row[1] for row in rows if row[1].endswith(port) and row[3] == "0A"}
    assert bound == {f"0100007F{port}"}


@pytest.mark.parametrize("content", [None, "", "text", "SQLite format 3\0"])
def test_what_is_no_story_is_not_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    path = tmp_path / "x.db"
    if content is not None:
        path.write_text(content)
    assert main(["serve", str(path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("tuitimeline: ")
    assert str(path) in said
    assert said.count("\n") == 1


def test_a_taken_port_is_said(served: Served, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(story), "--port", str(served.port)]) == 1
    assert f"127.0.0.1:{served.port}: " in capsys.readouterr().err


@pytest.mark.skipif(found() is None, reason="no Chromium on this machine (Debian: chromium)")
def test_the_explorer_opens_in_a_browser_and_hears_keys(served: Served, tmp_path: Path) -> None:
    program = found()
    assert program
    with browser(program, tmp_path / "profile") as tab:
        tab.open(f"http://127.0.0.1:{served.port}/")
        tab.until("document.body.classList.contains('-first-byte')")

        def painted() -> int:
            tab.run("1")  # what has arrived is read with the answer
            return sum(f["response"]["opcode"] == 2 for f in tab.heard("Network.webSocketFrameReceived"))

        before = -1
        while before != (before := painted()):
            time.sleep(1)
        tab.ask("Input.dispatchKeyEvent", type="keyDown", key="?", text="?", windowsVirtualKeyCode=191)
        deadline = time.monotonic() + 60
        while painted() == before:
            assert time.monotonic() < deadline, "a key changes nothing"
            time.sleep(0.05)
        asked = {request["request"]["url"].split("/")[2] for request in tab.heard("Network.requestWillBeSent")}
        assert asked == {f"127.0.0.1:{served.port}"}, "nobody else's server is asked for anything"


@pytest.mark.parametrize("web", [True, False])
@pytest.mark.parametrize("action", ["export", "picture"])
async def test_from_a_browser_no_files_are_written(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str, web: bool
) -> None:
    monkeypatch.setattr(Explorer, "is_web", web)
    out = tmp_path / "out.svg"
    with open_story(story) as file:
        app = Explorer(file, export=lambda _, path: path.write_text("exported"))
        async with app.run_test() as pilot:
            await app.run_action(f"app.{action}")
            await pilot.pause()
            app.screen.query_one(Input).value = str(out)
            await pilot.press("enter")
            await pilot.pause()
    assert out.exists() is not web
