"""Pages by address, from a server on loopback alone."""

import hashlib
import threading
import time
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tuitimeline.ingest import read, read_file
from tuitimeline.ingest.web import Visitor
from tuitimeline.model import Document, Unreadable
from tuitimeline.store import StoryFile, build

PAGE = b"""<!DOCTYPE html><html lang="en"><head><title>Ferry runs aground</title>
<meta property="article:published_time" content="2024-05-03">
<meta property="og:site_name" content="Gazette">
</head><body><nav><a href="/">Home</a></nav><article><h1>Ferry runs aground</h1>
<p>The ferry Astrid ran aground off Tessel on Monday, the harbour master said. Nobody was hurt.</p>
<p>The company declined to comment on the depth of the channel or on who had measured it.</p></article>
</body></html>"""


class Site(BaseHTTPRequestHandler):
    """A site with a page, and every trouble that sites make."""

    def do_GET(self):
        """Answer by the path."""
        self.server.asked.append(self.path)
        match self.path.partition("?")[0]:
            case "/robots.txt":
                self.answer(self.server.robots_status, self.server.robots, kind="text/plain")
            case "/page" | "/private/page":
                self.answer(200, PAGE)
            case "/moved":
                self.answer(302, b"", location="/page")
            case "/to-private":
                self.answer(301, b"", location="/private/page")
            case "/round":
                self.answer(302, b"", location="/round")
            case "/to-a-file":
                self.answer(302, b"", location="file:///etc/passwd")
            case "/large":
                self.send_response(200)
                self.end_headers()
                for _ in range(25):
                    self.wfile.write(b"A" * 1_000_000)
            case "/silent":
                time.sleep(2)
            case "/drip":
                self.send_response(200)
                self.end_headers()
                for _ in range(30):
                    self.wfile.write(b"A" * 70_000)
                    time.sleep(0.1)
            case _:
                self.answer(404, b"gone")

    def answer(self, status, body, kind="text/html", location=None):
        """One answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # the reader hangs up on what is too large
    server.asked, server.robots, server.robots_status = [], b"User-agent: *\nDisallow: /private/\n", 200
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.address = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


def only(address, visitor=None):
    (found,) = read_file(address, visitor=visitor)
    return found


def test_a_page_becomes_a_document_and_a_copy_is_kept(site):
    before = datetime.now(UTC)
    found = only(f"{site.address}/page")
    assert isinstance(found, Document)
    assert (found.title, found.outlet, found.published) == ("Ferry runs aground", "Gazette", date(2024, 5, 3))
    assert found.published_from == "metadata"
    assert found.path == found.url == f"{site.address}/page"
    assert found.capture.body == PAGE
    assert found.capture.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert before <= found.capture.at <= datetime.now(UTC)


def test_a_page_that_has_moved_keeps_the_address_it_was_found_at(site):
    assert only(f"{site.address}/moved").url == f"{site.address}/page"


def test_robots_txt_is_asked_once_a_site_and_respected(site):
    first, second, third = read(
        [f"{site.address}/page", f"{site.address}/private/page", f"{site.address}/to-private"]
    )
    assert isinstance(first, Document)
    assert "robots.txt" in second.reason
    assert "robots.txt" in third.reason
    assert site.asked.count("/robots.txt") == 1
    assert "/private/page" not in site.asked


def test_a_site_without_robots_txt_allows_all(site):
    site.robots_status = 404
    assert isinstance(only(f"{site.address}/private/page"), Document)


def test_a_site_whose_robots_txt_fails_allows_nothing(site):
    site.robots_status = 503
    assert "503" in only(f"{site.address}/page").reason


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/missing", "404"),
        ("/round", "sends on more than"),
        ("/to-a-file", "no page"),
        ("/large", "larger than 20 MB"),
        ("/silent", "did not answer"),
        ("/drip", "took longer"),
    ],
)
def test_trouble_ends_in_one_line(site, path, says):
    found = only(f"{site.address}{path}", Visitor(wait=0.5, whole=1.0))
    assert isinstance(found, Unreadable)
    assert says in found.reason
    assert "\n" not in found.reason


def test_no_site_there():
    assert "could not be reached" in only("http://127.0.0.1:9/page", Visitor(wait=0.5)).reason


def test_a_story_keeps_the_page_as_it_was_and_does_not_fetch_it_again(site, tmp_path):
    address = f"{site.address}/page"
    for _ in range(2):
        with StoryFile(tmp_path / "story.db", create=not (tmp_path / "story.db").exists()) as story:
            assert build([address], story) == []
            (row,) = story.documents()
            kept = story.document(row.id).document
    assert (kept.capture.body, kept.url) == (PAGE, address)
    assert site.asked.count("/page") == 1
