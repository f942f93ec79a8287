"""The roles that text can have on screen, and how each looks. No meaning hangs on colour alone.

Colours are names of a theme's variables (themes.py). A role differs from the others by its letters too: what is
told apart by its background where there are many colours is reversed or underlined where there are few.
"""

from __future__ import annotations

from typing import Final, NamedTuple

LEGEND: Final = ("source", "cue", "content", "date", "hedge")
"""What an annotation marks in a sentence, in the legend's order."""


class Look(NamedTuple):
    """A colour, a background, and letters (Rich's words); `few` are the letters where colours are 16 or none."""

    colour: str | None = None
    paper: str | None = None
    letters: str = ""
    few: str | None = None


LOOKS: Final = {
    "source": Look("source", letters="bold"),
    "cue": Look("cue", letters="underline"),
    "content": Look("content", letters="italic"),
    "date": Look("when", "boxed", few="reverse"),
    "hedge": Look("hedge", letters="bold underline"),
    "headline": Look(),  # what an event is called: its own words
    "title": Look(letters="bold"),  # the name of a screen, a part or a document
    "faint": Look("faint", few="dim"),  # furniture of the screen, context around a sentence
    "furniture": Look("faint", letters="dim"),  # furniture of the page: boilerplate
    "gutter": Look("when"),  # dates at the left
    "kind": Look("faint", few="dim"),  # ACE subtypes
    "badge": Look("badge"),  # how an event is sourced
    "alarm": Look("alarm", letters="bold"),  # denied, unverified, in conflict
    "key": Look("key", letters="bold"),  # a key to press
    "found": Look("found", letters="reverse"),  # words that were searched for
    "chip": Look("key", letters="bold"),  # a filter that is on
    "strip": Look("faint"),  # the density of events over time
    "window": Look("key", letters="bold"),  # the part of it that is on screen
    "here": Look(paper="cursor", few="bold"),  # the sentence that was opened
    "cursor": Look(paper="cursor", few="reverse"),  # the row under the cursor
    "resting": Look(paper="resting", few="underline"),  # the row under the cursor of a list without the keys
}
"""Every role and its look."""
