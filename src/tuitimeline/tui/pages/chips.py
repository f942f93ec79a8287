"""The filter in words: a chip for each part of it that is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuitimeline.safe import visible
from tuitimeline.tui.lines import Line, Run
from tuitimeline.tui.state import parts_on
from tuitimeline.tui.wording import IDENTITY_WORDS, STANCE_WORDS, day_words

if TYPE_CHECKING:
    from tuitimeline.store import Filter


def chip_words(wanted: Filter, part: str) -> str:
    """One part of a filter in words; a document or a speaker goes by its key."""
    words = {
        "text": f"“{wanted.text}”",
        "kinds": " or ".join(sorted(wanted.kinds)),
        "stances": " or ".join(STANCE_WORDS[stance] for stance in sorted(wanted.stances)),
        "identities": " or ".join(IDENTITY_WORDS[identity] for identity in sorted(wanted.identities)),
        "sources_at_least": f"{wanted.sources_at_least}+ sources",
        "since": f"since {day_words(wanted.since)}" if wanted.since else "",
        "until": f"until {day_words(wanted.until)}" if wanted.until else "",
        "document": f"in {wanted.document}",
        "speaker": f"said by {wanted.speaker}",
        "tag": f"#{wanted.tag}",
        "starred": "★ starred",
        "conflicts_only": "in conflict",
        "hidden": "hidden too",
    }
    return visible(words[part])


def chips(wanted: Filter, names: dict[str, str]) -> Line:
    """All the chips on a line. `names` gives what a part is called where the filter holds but a key."""
    line: Line = ()
    for part in parts_on(wanted):
        words = visible(names.get(part) or chip_words(wanted, part))
        line = (*line, Run(" "), Run(f"[{words}]", ("chip",)))
    return line
