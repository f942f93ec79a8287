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

SAMPLED = 2
"""One shingle in so many is kept: enough to tell how much two texts share."""

BANDS, ROWS = 24, 3
"""Two documents with half of their shingles in common share a band with a chance of 96 %."""

OVERLAP = 0.5
"""The share of the shorter document's shingles that a copy has in common with its original."""

NEIGHBOURS = 3

SAME_NAMES = 0.6
"""The share of the fewer names that a copy has in common: one form of words for another matter is no copy."""

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z]\w{2,}")
_WORD = re.compile(r"\w+")


def shingles(document: Document) -> array[int]:
    """The shingles of the article itself, without its furniture, as sorted 32-bit hashes."""
    found: set[int] = set()
    for paragraph in document.paragraphs:
        if paragraph.boilerplate is None:
            row = _WORD.findall(document.text[paragraph.start : paragraph.end].lower())
            for i in range(max(1, len(row) - SHINGLE + 1)):
                hashed = crc32(" ".join(row[i : i + SHINGLE]).encode())
                if hashed % SAMPLED == 0:
                    found.add(hashed)
    return array("I", sorted(found))


def names(document: Document) -> array[int]:
    """The names of the article itself, words with a capital within a sentence, as sorted 32-bit hashes."""
    found: set[str] = set()
    for paragraph in document.paragraphs:
        if paragraph.boilerplate is None:
            found.update(_NAME.findall(document.text, paragraph.start, paragraph.end))
    return array("I", sorted(crc32(name.encode()) for name in found))


@dataclass(slots=True)
class Sketches:
    """The shingles and the band keys of every document seen, by its number."""

    shingles: list[array[int]] = field(default_factory=list)
    names: list[array[int]] = field(default_factory=list)
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
        self.names.append(names(document))

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
                        if one != two and self.alike(number, other):
                            parent[max(one, two)] = min(one, two)
        together: dict[int, list[int]] = {}
        for number in range(len(parent)):
            together.setdefault(root(number), []).append(number)
        return [family for family in together.values() if len(family) > 1]

    def alike(self, one: int, two: int) -> bool:
        """Whether two documents hold one text about the same names."""
        return (
            _shared(self.names[one], self.names[two]) >= SAME_NAMES
            and _shared(self.shingles[one], self.shingles[two]) >= OVERLAP
        )


def _shared(one: array[int], two: array[int]) -> float:
    """The share of the shorter one that stands in the other too; all of nothing."""
    fewer = min(len(one), len(two))
    return len(set(one).intersection(two)) / fewer if fewer else 1.0
