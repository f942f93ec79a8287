"""The rows of the documents: date, name, how many events, how much of it is unnamed, where its words come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tuitimeline.tui.lines import Line, Run, clip, clip_line, line
from tuitimeline.tui.wording import day_words

if TYPE_CHECKING:
    from tuitimeline.store import DocumentRow

_DATE, _EVENTS, _SHARE = 14, 8, 8


def heading(columns: int) -> Line:
    """What the columns hold."""
    name = max(columns - 4 - _DATE - _EVENTS - _SHARE, 8)
    words = f"   {'published':<{_DATE}}{clip('document', name)}{'events':>{_EVENTS}}{'unnamed':>{_SHARE}}"
    return (Run(clip(words, columns), ("faint",)),)


def document_lines(row: DocumentRow, named: Callable[[str], str], columns: int) -> tuple[Line, ...]:
    """The two lines of a document; `named` gives what the document it copies is called."""
    room = max(columns - 4 - _DATE - _EVENTS - _SHARE, 8)
    published = day_words(row.published) if row.published else "no date"
    share = "" if row.anonymous_share is None else f"{row.anonymous_share:.0%}"
    name = " · ".join(part for part in (row.outlet, row.title or row.name) if part)
    first = line(
        "   ",
        (f"{published:<{_DATE}}", "gutter" if row.published else "alarm"),
        (clip(name, room), "headline"),
        (f"{row.events:>{_EVENTS},}", "badge" if row.events else "faint"),
        (f"{share:>{_SHARE}}", "faint"),
    )
    notes: list[Run] = []
    if row.copy_of:
        notes.append(Run(f"copy of {named(row.copy_of)}", ("alarm",)))
    if row.relays:
        notes.append(Run(f"relays {', '.join(row.relays)}", ("badge",)))
    if row.published_from:
        notes.append(Run(f"date from {row.published_from}", ("faint",)))
    notes.extend(Run(words, ("alarm",)) for words in row.missing)
    second = [Run(" " * (3 + _DATE))]
    for note in notes:
        second += [note, Run("  ")]
    return first, clip_line(line(*second), columns)
