"""Fuzz every reader: real files are broken at random and read; none may raise, hang or give wrong offsets.

    python bench/fuzz_ingest.py [--seconds 600] [--seed 0]

Prints for each format how many broken files were read, how many gave a document, and the slowest; then why files
could not be read. A file that breaks a promise is left as fuzz-failure.bin, and the status is 1. What a library
does in C can end the process: the file that did it is then in fuzz-current.bin.
"""

from __future__ import annotations

import argparse
import faulthandler
import gzip
import io
import random
import re
import resource
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from tuitimeline.ingest import read_file
from tuitimeline.model import Document, Unreadable

ROOT = Path(__file__).parents[1]
LONGEST = 20  # seconds for one broken file of some kilobytes
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>
<item><title>Ferry aground</title><pubDate>Fri, 03 May 2024 06:00:00 GMT</pubDate>
<description>&lt;p&gt;The ferry ran aground.&lt;/p&gt;</description></item></channel></rss>"""
TOKENS = [
    b"<",
    b">",
    b"&",
    b'"',
    b"\0",
    b"\r\n",
    b"{",
    b"}",
    b"[",
    b"\\",
    b"\xff\xfe",
    b"\xe2\x80\xa8",
    b"obj",
    b"--x\n",
]


def main() -> int:
    """Fuzz for the time given."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=600)
    arguments.add_argument("--seed", type=int, default=0)
    given = arguments.parse_args()
    faulthandler.enable()
    chance = random.Random(given.seed)
    files = {p.name.partition(".")[2]: p.read_bytes() for p in sorted((ROOT / "tests/ingest/files").iterdir())}
    files |= {"rss": FEED, "txt": next((ROOT / "seeds").iterdir()).read_bytes()}
    tally: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    slowest: dict[str, float] = {}
    reasons: Counter[str] = Counter()
    ends = time.monotonic() + given.seconds
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < ends:
            form = chance.choice(sorted(files))
            path = Path(folder, f"a.{form}")
            path.write_bytes(broken_inside(files[form], chance))
            Path("fuzz-current.bin").write_bytes(path.read_bytes())
            started = time.monotonic()
            signal.alarm(LONGEST)
            try:
                found = list(read_file(path))
                for one in found:
                    hold(one)
            except BaseException:
                Path("fuzz-failure.bin").write_bytes(path.read_bytes())
                print(f"FAILED on a broken {form}: fuzz-failure.bin", file=sys.stderr)
                raise
            signal.alarm(0)
            took = time.monotonic() - started
            tally[form] += 1
            documents[form] += any(isinstance(one, Document) for one in found)
            reasons.update(re.sub(r"\d+", "N", one.reason)[:90] for one in found if isinstance(one, Unreadable))
            slowest[form] = max(slowest.get(form, 0.0), took)
    Path("fuzz-current.bin").unlink()
    print(f"{'format':14} {'read':>7} {'documents':>10} {'slowest':>9}")
    for form, count in sorted(tally.items()):
        print(f"{form:14} {count:7} {documents[form]:10} {slowest[form]:7.2f} s")
    for reason, count in reasons.most_common(25):
        print(f"{count:7} {reason}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{sum(tally.values())} broken files in {given.seconds:.0f} s, none raised; {memory:.0f} MB at most")
    return 0


def broken_inside(data: bytes, chance: random.Random) -> bytes:
    """A broken file; of an archive mostly one whose contents are broken, not its packing."""
    if chance.random() < 0.3 or not data.startswith((b"PK", b"\x1f\x8b")):
        return broken(data, chance)
    if data.startswith(b"\x1f\x8b"):
        return gzip.compress(broken(gzip.decompress(data), chance))
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        unlucky = chance.choice([m.filename for m in source.infolist() if m.file_size])
        for member in source.infolist():
            content = source.read(member)
            target.writestr(member, broken_inside(content, chance) if member.filename == unlucky else content)
    return packed.getvalue()


def broken(data: bytes, chance: random.Random) -> bytes:
    """A file after one to eight accidents: flipped, cut, doubled, swapped, filled."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not changed:
            break
        at = chance.randrange(len(changed))
        to = min(len(changed), at + chance.randint(1, 200))
        match chance.randrange(6):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at:to]
            case 2:
                changed[at:at] = changed[at:to] * chance.randint(1, 20)
            case 3:
                changed[at:to] = chance.randbytes(to - at)
            case 4:
                changed[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 1, 1_000))
            case 5 if chance.random() < 0.2:
                del changed[at:]
    return bytes(changed)


def hold(one: object) -> None:
    """What every reader promises."""
    if isinstance(one, Document):
        assert one.text.strip(), "a document without text"
        ends = 0
        for p in one.paragraphs:
            assert ends <= p.start < p.end <= len(one.text), "paragraphs out of order"
            ends = p.end
        assert all(0 <= page <= len(one.text) for page in one.pages), "a page out of the text"
        assert one.title_at is None or one.title_at.of(one.text) == one.title, "a title that is elsewhere"
    else:
        assert "\n" not in one.reason.strip(), "a reason of several lines"  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
