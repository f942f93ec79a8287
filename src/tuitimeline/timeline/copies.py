"""Which documents reprint another's text: lightly edited, with other page furniture around it.

MinHash sketches of word shingles (rensa) are cut into bands; documents that share a band are compared by the true
overlap of their shingles. Only neighbours within a band's run are compared, so that a pile of look-alikes costs no
more than its length.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from zlib import crc32

from rensa import RMinHash  # type: ignore[import-untyped]

from tuitimeline.model import Document

SHINGLE = 3
"""Words in a shingle: short enough to outlive light editing."""

BANDS, ROWS = 24, 3
"""Two documents with half of their shingles in common share a band with a chance of 96 %."""

OVERLAP = 0.5
"""The share of the shorter document's shingles that a copy has in common with its original."""

NEIGHBOURS = 3

_WORD = re.compile(r"\w+")


def shingles(document: Document) -> array[int]:
    """The shingles of the article itself, without its furniture, as sorted 32-bit hashes."""
    found: set[int] = set()
    for paragraph in document.paragraphs:
        if paragraph.boilerplate is None:
            row = _WORD.findall(document.text[paragraph.start : paragraph.end].lower())
            for i in range(max(1, len(row) - SHINGLE + 1)):
                found.add(crc32(" ".join(row[i : i + SHINGLE]).encode()))
    return array("I", sorted(found))


@dataclass(slots=True)
class Sketches:
    """The shingles and the band keys of every document seen, by its number."""

    shingles: list[array[int]] = field(default_factory=list)
    bands: list[array[int]] = field(default_factory=lambda: [array("Q") for _ in range(BANDS)])

    def add(self, document: Document) -> None:
        """Take in the next document."""
        hashes = shingles(document)
        sketch = RMinHash(num_perm=BANDS * ROWS, seed=1)
        sketch.update([h.to_bytes(4, "little") for h in hashes])
        digest = sketch.digest()
        for band, keys in enumerate(self.bands):
            a, b, c = digest[band * ROWS : band * ROWS + ROWS]
            keys.append(
                (a * 0x9E3779B1 ^ b * 0x85EBCA77 ^ c * 0xC2B2AE3D ^ (c << 32) ^ (a << 17)) & 0xFFFFFFFFFFFFFFFF
            )
        self.shingles.append(hashes)

    def families(self) -> list[list[int]]:
        """Documents that hold one text, two or more together, by number."""
        parent = list(range(len(self.shingles)))

        def root(i: int) -> int:
            while parent[i] != i:
                parent[i] = parent[parent[i]]
                i = parent[i]
            return i

        for keys in self.bands:
            order = sorted(range(len(keys)), key=keys.__getitem__)
            for at, number in enumerate(order):
                for other in order[max(0, at - NEIGHBOURS) : at]:
                    if keys[other] == keys[number]:
                        one, two = root(other), root(number)
                        if one != two and self.overlap(number, other) >= OVERLAP:
                            parent[max(one, two)] = min(one, two)
        together: dict[int, list[int]] = {}
        for number in range(len(parent)):
            together.setdefault(root(number), []).append(number)
        return [family for family in together.values() if len(family) > 1]

    def overlap(self, one: int, two: int) -> float:
        """The share of the shorter document's shingles that stand in the other too."""
        a, b = self.shingles[one], self.shingles[two]
        fewer = min(len(a), len(b))
        return len(set(a).intersection(b)) / fewer if fewer else 0.0
