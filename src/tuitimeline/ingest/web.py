"""Addresses: a page is fetched as robots.txt allows, within limits of time and size, and a copy is kept."""

from __future__ import annotations

import hashlib
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import UnreadableError
from tuitimeline.ingest.places import is_address
from tuitimeline.model import Capture

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    import urllib3

AGENT = "tuitimeline"
_WAIT = 20.0  # seconds for a connection and between two packets
_WHOLE = 60.0  # seconds for one page, however slowly it comes
_REDIRECTS = 5
_ROBOTS = 500_000  # bytes of robots.txt that must be read (RFC 9309, 2.5)


class Visitor:
    """Fetches pages of one run; each site is asked once what its robots.txt allows."""

    def __init__(self, wait: float = _WAIT, whole: float = _WHOLE) -> None:
        """`wait` and `whole` are seconds: between two packets, and for all of a page."""
        self._wait, self._whole = wait, whole
        self._rules: dict[str, RobotFileParser] = {}
        self._pool: urllib3.PoolManager | None = None

    def fetch(self, address: str) -> tuple[str, Capture]:
        """Where the page was found in the end, and its bytes. Raises UnreadableError in one line."""
        deadline = time.monotonic() + self._whole
        for _ in range(_REDIRECTS + 1):
            if not self._allows(address, deadline):
                raise UnreadableError("the site's robots.txt does not allow it to be fetched")
            status, location, body = self._get(address, limits.PAGE, deadline)
            if status in (301, 302, 303, 307, 308) and location:
                address = urljoin(address, location)
                if not is_address(address):
                    raise UnreadableError("the site sends on to what is no page")
            elif status != 200:
                raise UnreadableError(f"the site answered {status}")
            else:
                return address, Capture(datetime.now(UTC), hashlib.sha256(body).hexdigest(), body)
        raise UnreadableError(f"the site sends on more than {_REDIRECTS} times")

    def _allows(self, address: str, deadline: float) -> bool:
        try:
            parts = urlsplit(address)
        except ValueError as error:
            raise UnreadableError("it is no address that can be asked for") from error
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            from urllib.robotparser import RobotFileParser  # slow to import, and only addresses need it

            rules = RobotFileParser()
            status, _, body = self._get(f"{site}/robots.txt", _ROBOTS, deadline)
            if status >= 500:  # RFC 9309, 2.3.1.4: where the rules cannot be had, nothing is allowed
                raise UnreadableError(f"the site answered {status} when asked for its robots.txt")
            rules.parse(body.decode("utf-8", "replace").splitlines() if status == 200 else [])
            self._rules[site] = rules
        return self._rules[site].can_fetch(AGENT, address)

    def _get(self, address: str, limit: int, deadline: float) -> tuple[int, str | None, bytes]:
        """The status, where it sends on to, and the body of one answer."""
        import urllib3

        if self._pool is None:
            self._pool = urllib3.PoolManager(headers={"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"})
        try:
            answer = self._pool.request(
                "GET",
                address,
                timeout=urllib3.Timeout(connect=self._wait, read=self._wait),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            body = bytearray()
            for block in answer.stream(65_536, decode_content=True):
                body += block
                if len(body) > limit:
                    if limit == _ROBOTS:
                        break
                    raise UnreadableError(f"the page is larger than {limit // limits.MEGABYTE} MB")
                if time.monotonic() > deadline:
                    raise UnreadableError(f"the page took longer than {self._whole:g} seconds")
            answer.close()
            return answer.status, answer.headers.get("Location"), bytes(body)
        except urllib3.exceptions.NewConnectionError:
            raise UnreadableError("the site could not be reached") from None
        except urllib3.exceptions.TimeoutError:
            raise UnreadableError(f"the site did not answer within {self._wait:g} seconds") from None
        except (urllib3.exceptions.HTTPError, ValueError, OSError) as error:
            raise UnreadableError(f"the site could not be reached ({type(error).__name__})") from None
