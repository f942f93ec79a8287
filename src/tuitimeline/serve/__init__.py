"""The explorer in a browser, by textual-serve: on this machine unless told otherwise, and without a login."""

from __future__ import annotations

import logging
import shlex
import subprocess
import sys
from importlib.resources import files
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

from tuitimeline.safe import visible

LOOPBACK = "127.0.0.1"


class StoryServer(Server):
    """Serves one story file: each browser tab gets an explorer of its own on it.

    Any page that this browser has open could speak to a server on loopback, so a request must come by a name of
    this machine, and the socket that drives the explorer must be opened by our own page.
    """

    def __init__(self, story: Path, host: str, port: int) -> None:
        super().__init__(
            _command(story), host, port, title=story.name, templates_path=str(files(__package__) / "pages")
        )
        self.story = story

    @property
    def only_here(self) -> bool:
        """Whether nobody but this machine can reach it."""
        return is_loopback(self.host)

    def initialize_logging(self) -> None:
        """Warnings alone: what documents say has no place in a log."""
        logging.basicConfig(level=logging.WARNING, format="tuitimeline: %(message)s")

    async def on_startup(self, app: web.Application) -> None:
        """Say where it is and what it lacks."""
        del app
        who = "anyone who can use this machine" if self.only_here else "ANYONE WHO CAN REACH THIS MACHINE"
        print(
            f"tuitimeline: {visible(str(self.story))} at {self.public_url}\n"
            f"tuitimeline: it has no login: {who} can read and edit the story there. Ctrl+C ends it.",
            file=sys.stderr,
            flush=True,
        )

    async def handle_index(self, request: web.Request) -> Any:
        """The page, for a request by a name of this machine."""
        self._refuse_strangers(request)
        return await super().handle_index(request)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """The socket that drives an explorer, for our own page."""
        self._refuse_strangers(request)
        if urlsplit(request.headers.get("Origin", "")).netloc != request.host:
            raise web.HTTPForbidden(text="This socket is for the page of this server.")
        return await super().handle_websocket(request)

    def _refuse_strangers(self, request: web.Request) -> None:
        """A name that is not this machine's, for a server that only this machine reaches, is a rebound one."""
        if self.only_here and not is_loopback(urlsplit(f"//{request.host}").hostname or ""):
            raise web.HTTPForbidden(text="Ask for this page by 127.0.0.1 or localhost.")


def serve(story: Path, host: str = LOOPBACK, port: int = 8000) -> None:
    """Serve a story file until SIGINT or SIGTERM. Raises OSError where the address cannot be had."""
    StoryServer(story, host, port).serve()


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _command(story: Path) -> str:
    """What runs an explorer, as one line for this system's shell."""
    words = [sys.executable, "-m", "tuitimeline.serve", str(story.resolve())]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
