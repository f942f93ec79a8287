"""The roles that text can have on screen: their names, which ink.tcss gives a look and the legend explains."""

from __future__ import annotations

from typing import Final

LEGEND: Final = ("source", "cue", "content", "date", "hedge")
"""What an annotation marks in a sentence, in the legend's order."""

ROLES: Final = frozenset(
    {
        *LEGEND,
        "headline",  # what an event is called: its own words
        "title",  # the name of a screen, a part or a document
        "faint",  # furniture of the screen, context around a sentence
        "furniture",  # furniture of the page: boilerplate
        "gutter",  # dates at the left
        "kind",  # ACE subtypes
        "badge",  # how an event is sourced
        "alarm",  # denied, unverified, in conflict
        "key",  # a key to press
        "found",  # words that were searched for
        "chip",  # a filter that is on
        "strip",  # the density of events over time
        "window",  # the part of it that is on screen
        "here",  # the sentence that was opened
        "cursor",  # the row under the cursor
        "resting",  # the row under the cursor of a list without focus
    }
)
