"""How an event is sourced, as badges: "2-4 src", "2 anon", "denied", "unverified", "conflict", "3 copies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuitimeline.model import Count, Identity, Stance
from tuitimeline.tui.lines import Line, Run, line_width
from tuitimeline.tui.wording import STANCE_BADGES, count_words

if TYPE_CHECKING:
    from tuitimeline.store import EventRow


_TOLD = (
    (Stance.DENIES, "alarm"),
    (Stance.UNVERIFIED, "alarm"),
    (Stance.DECLINES, "badge"),
    (Stance.NO_RESPONSE, "badge"),
)


def badges(row: EventRow) -> tuple[Run, ...]:
    """The badges of an event, what warns first, what the analyst set last."""
    return sourcing_badges(row) + _set_by_hand(row)


def sourcing_badges(row: EventRow) -> tuple[Run, ...]:
    """The badges that say how an event is sourced."""
    found: list[Run] = []
    if row.hidden:
        found.append(Run("hidden", ("alarm",)))
    if row.conflict:
        found.append(Run("conflict", ("alarm",)))
    for stance, role in _TOLD:
        if stance in row.stances:
            found.append(Run(STANCE_BADGES[stance], (role,)))
    anonymous = row.anonymous != Count(0, 0)
    if row.sources != Count(0, 0) and row.sources != row.anonymous:
        found.append(Run(f"{count_words(row.sources)} src", ("badge",)))
    if anonymous:
        found.append(Run(f"{count_words(row.anonymous)} anon", ("badge",)))
    elif Identity.ANONYMOUS in row.identities:
        found.append(Run("anon", ("badge",)))
    if row.copies:
        found.append(Run(f"{row.copies} {'copy' if row.copies == 1 else 'copies'}", ("faint",)))
    return tuple(found)


def _set_by_hand(row: EventRow) -> tuple[Run, ...]:
    found = [Run(row.grade, ("badge",))] if row.grade else []
    if row.edited:
        found.append(Run("edited", ("faint",)))
    return (*found, *(Run(f"#{tag}", ("faint",)) for tag in row.tags))


def badge_line(found: tuple[Run, ...], columns: int) -> Line:
    """As many badges as fit, in their order, two spaces apart."""
    line: Line = ()
    for badge in found:
        longer = (*line, Run("  "), badge) if line else (badge,)
        if line_width(longer) > columns:
            break
        line = longer
    return line
