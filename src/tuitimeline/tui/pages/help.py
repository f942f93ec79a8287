"""The help: every binding by the place where it works, with the keys as they are now."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding

from tuitimeline.tui.lines import Line, Run, clip, folded, line

KEYS_WIDTH = 20

WORDS = (
    "Nothing here is composed: every date, headline, source and count stands on characters of a document. A date "
    "that no text gives a year is shown without one; “after Feb 27” is an event that is only told to follow "
    "another. Counts of sources leave out copies and relays: “2-4 src” is at least two and at most four, “2+” is "
    "open at the top. “anon” are sources without a name."
)


def key_words(keys: str) -> str:
    """Keys as they are printed on a keyboard: "slash" is "/", "shift+tab" stays."""
    names = {
        "escape": "esc",
        "slash": "/",
        "question_mark": "?",
        "colon": ":",
        "comma": ",",
        "plus": "+",
        "minus": "-",
        "asterisk": "*",
        "left": "←",
        "right": "→",
        "up": "↑",
        "down": "↓",
    }
    return " ".join(names.get(key.strip(), key.strip()) for key in keys.split(","))


def help_lines(tables: Mapping[str, list[Binding]], keys: Mapping[str, str], columns: int) -> list[Line]:
    """A line for each binding; `keys` are those that the person changed, by id."""
    wide = columns >= 90
    lines: list[Line] = [*folded(WORDS, columns - 2, (), " "), ()]
    for place, table in tables.items():
        lines.append(line(" ", (place, "title")))
        for binding in table:
            name = clip(key_words(keys.get(binding.id or "", binding.key)), KEYS_WIDTH)
            words = clip(binding.tooltip, 44) if wide else binding.tooltip
            shown = (Run("   "), Run(name, ("key",)), Run(words))
            lines.append((*shown, Run(binding.id or "", ("faint",))) if wide else shown)
        lines.append(())
    return lines
