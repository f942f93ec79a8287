#!/usr/bin/env python3
"""What the explorer sends to a terminal, plain and as `ssh -C` would send it, and how soon it is there.

    wire.py STORY.db          120 x 40, 256 colours; make a story with bench/stories.py

Prints for each key the median of bytes and of milliseconds until the last byte, and the seconds to the first
screen beside those of an empty Textual app. Linux and macOS.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
import zlib

EMPTY = "from textual.app import App; App().run()"
KEYS = (("down", b"\x1b[B", 40), ("pagedown", b"\x1b[6~", 20), ("sources", b"2", 1), ("escape", b"\x1b", 1))


class Wire:
    """A program under a pseudo-terminal, and the compressor of an ssh connection."""

    def __init__(self, command: list[str]) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if not self.pid:
            environ = {name: value for name, value in os.environ.items() if name != "COLORTERM"}
            os.execvpe(command[0], command, {**environ, "TERM": "xterm-256color"})
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._zip = zlib.compressobj(6)

    def listen(self, wait: float) -> tuple[int, int, float]:
        """Bytes, bytes compressed, and the moment of the last one, until 0.15 s pass without any."""
        plain = zipped = 0
        last = time.perf_counter()
        while select.select([self.fd], [], [], wait)[0]:
            data = os.read(self.fd, 1 << 20)
            wait, last = 0.15, time.perf_counter()
            plain += len(data)
            zipped += len(self._zip.compress(data) + self._zip.flush(zlib.Z_SYNC_FLUSH))
        return plain, zipped, last

    def first(self) -> float:
        """Seconds to the first 2,000 bytes."""
        seen = 0
        while seen < 2000:
            seen += len(os.read(self.fd, 1 << 20))
        return time.perf_counter() - self.started

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def first(command: list[str]) -> float:
    wire = Wire(command)
    try:
        return wire.first()
    finally:
        wire.close()


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    command = [sys.executable, "-m", "tuitimeline", sys.argv[1]]
    pairs = [(first(command), first([sys.executable, "-c", EMPTY])) for _ in range(7)]
    ours, empty = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"first screen {ours:.3f} s, an empty app {empty:.3f} s, ratio {ratio:.2f}")
    wire = Wire(command)
    plain, zipped, _ = wire.listen(20)
    print(f"{'start':<10}{plain:>8} bytes{zipped:>8} compressed")
    for name, key, times in KEYS:
        costs = []
        for _ in range(times):
            pressed = time.perf_counter()
            os.write(wire.fd, key)
            plain, zipped, last = wire.listen(2)
            costs.append((plain, zipped, 1000 * (last - pressed)))
        plain, zipped, late = (statistics.median(column) for column in zip(*costs, strict=True))
        print(f"{name:<10}{plain:>8.0f} bytes{zipped:>8.0f} compressed{late:>8.1f} ms")
    wire.close()


if __name__ == "__main__":
    main()
