"""Every filter there is as a list of switches: a heading for each part, a line for each value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tuitimeline.model import Identity, Stance
from tuitimeline.tui.lines import Line, Run, clip, line
from tuitimeline.tui.state import flipped, without
from tuitimeline.tui.wording import IDENTITY_WORDS, STANCE_WORDS, day_words

if TYPE_CHECKING:
    from tuitimeline.store import Filter


@dataclass(frozen=True, slots=True)
class Switch:
    """One line of the list: what it says, whether it is on, and the filter that pressing it gives.

    `then` is None where a question must be asked first; `part` says which.
    """

    part: str
    words: str
    on: bool
    then: Filter | None
    more: str = ""


def switches(
    wanted: Filter, kinds: Sequence[tuple[str, int]], tags: Sequence[str], names: dict[str, str]
) -> tuple[Switch, ...]:
    """All switches of `wanted`. `kinds` are the story's with their numbers, `names` what keys are called."""
    return tuple(_switches(wanted, kinds, tags, names))


def _switches(
    wanted: Filter, kinds: Sequence[tuple[str, int]], tags: Sequence[str], names: dict[str, str]
) -> Iterable[Switch]:
    text = f"with “{wanted.text}”" if wanted.text else "with words …"
    yield Switch("text", text, bool(wanted.text), None)
    dates = [f"since {day_words(wanted.since)}"] if wanted.since else []
    dates += [f"until {day_words(wanted.until)}"] if wanted.until else []
    yield Switch("date", " ".join(dates) or "in dates …", bool(dates), None)
    for part, flag, words in (
        ("only", "starred", "★ starred"),
        ("only", "conflicts_only", "in conflict"),
        ("also", "hidden", "hidden ones"),
    ):
        on = getattr(wanted, flag)
        yield Switch(part, words, on, flipped(wanted, flag))
    for number in (1, 2, 3, 5):
        on = wanted.sources_at_least == number
        then = replace(wanted, sources_at_least=0 if on else number)
        yield Switch("sources", f"{number} or more", on, then)
    for identity in Identity:
        on = identity in wanted.identities
        yield Switch(
            "who", IDENTITY_WORDS[identity], on, replace(wanted, identities=wanted.identities ^ {identity})
        )
    for stance in Stance:
        on = stance in wanted.stances
        yield Switch("says", STANCE_WORDS[stance], on, replace(wanted, stances=wanted.stances ^ {stance}))
    for kind, number in kinds:
        on = kind in wanted.kinds
        yield Switch("kind", kind, on, replace(wanted, kinds=wanted.kinds ^ {kind}), f"{number:,}")
    for tag in tags:
        on = wanted.tag == tag
        yield Switch("tag", f"#{tag}", on, replace(wanted, tag=None if on else tag))
    for part in ("document", "speaker"):
        if getattr(wanted, part):
            yield Switch(part, names.get(part, ""), True, without(wanted, part))


def switch_lines(switch: Switch, first: bool, columns: int) -> tuple[Line, ...]:
    """The line of a switch; the `first` of a part says which part it is."""
    box = "[x]" if switch.on else "[ ]" if switch.then is not None else " … "
    shown = line(
        "   ",
        (clip(switch.part if first else "", 10), "faint"),
        (box + " ", "key" if switch.on else "faint"),
        (clip(switch.words, max(columns - 28, 8)), "chip" if switch.on else "headline"),
    )
    return ((*shown, Run(f"{switch.more:>9}", ("faint",))),)
