"""Every key of the explorer, by a stable id ("timeline.star"): one table, from which help and palette are built.

A person's own keys stand in keys.toml in the configuration folder: `"timeline.star" = "s,asterisk"`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual.binding import Binding


def _key(name: str, keys: str, action: str, words: str, *, foot: str = "") -> Binding:
    """`name` is the id; `words` says what it does in the help, `foot` in a word at the foot of the screen."""
    return Binding(keys, action, foot or words, id=name, tooltip=words, show=bool(foot))


EVERYWHERE = [
    _key("app.timeline", "1", "visit('timeline')", "the timeline"),
    _key("app.sources", "2", "visit('sources')", "everyone who says anything"),
    _key("app.conflicts", "3", "visit('conflicts')", "claims and denials side by side"),
    _key("app.documents", "4", "visit('documents')", "the documents"),
    _key("app.settings", "comma", "visit('settings')", "settings: theme, keys, mouse"),
    _key("app.help", "question_mark,f1", "visit('help')", "this help", foot="help"),
    _key("app.palette", "colon,ctrl+p", "command_palette", "every action by its name"),
    _key("app.undo", "u", "undo", "undo the last edit"),
    _key("app.redo", "U,ctrl+r", "redo", "redo what was undone"),
    _key("app.export", "E", "export", "export the story to a file"),
    _key("app.screenshot", "S", "picture", "save this screen as a picture"),
    _key("app.back", "escape", "back", "back, or leave what is open", foot="back"),
    _key("app.quit", "q,ctrl+c", "quit", "quit", foot="quit"),
]

MOVING = [
    _key("move.down", "down,j", "step(1)", "down"),
    _key("move.up", "up,k", "step(-1)", "up"),
    _key("move.page_down", "pagedown,ctrl+f", "turn(1)", "a screen down"),
    _key("move.page_up", "pageup,ctrl+b", "turn(-1)", "a screen up"),
    _key("move.first", "home", "edge(0)", "to the first"),
    _key("move.last", "end,G", "edge(1)", "to the last"),
    _key("move.open", "enter", "choose", "open: read the sentence in its document"),
]

TIMELINE = [
    _key("timeline.search", "slash", "search", "search the full text", foot="search"),
    _key("timeline.next", "n", "next_found(1)", "next event that was found"),
    _key("timeline.previous", "N", "next_found(-1)", "previous event that was found"),
    _key("timeline.filter", "f", "filters", "filter by kind, stance, source, date", foot="filter"),
    _key("timeline.unfilter", "F", "unfilter", "drop every filter"),
    _key("timeline.drop", "backspace", "drop_filter", "drop the last filter"),
    _key("timeline.date", "g", "go_to_date", "go to a date", foot="date"),
    _key("timeline.zoom_out", "z,minus", "zoom(1)", "zoom out: events, months, years"),
    _key("timeline.zoom_in", "Z,plus", "zoom(-1)", "zoom in"),
    _key("timeline.pane", "tab,l,right", "pane(1)", "into the evidence"),
    _key("timeline.list", "h,left,shift+tab", "pane(-1)", "back to the list"),
    _key("timeline.copies", "o", "copies", "unfold or fold the copies"),
    _key("timeline.star", "s", "star", "star"),
    _key("timeline.hide", "x", "hide", "hide the event, or show it again"),
    _key("timeline.hidden", "X", "hidden", "show hidden events too"),
    _key("timeline.set_date", "d", "set_date", "set the date"),
    _key("timeline.headline", "e", "set_headline", "set the headline"),
    _key("timeline.tag", "t", "tag", "set tags"),
    _key("timeline.note", "i", "note", "write a note"),
    _key("timeline.grade", "a", "grade", "grade it (Admiralty code)"),
    _key("timeline.mark", "m", "mark", "mark for merging; on another event: merge"),
    _key("timeline.split", "M", "split", "split off the sentence under the cursor"),
    _key("timeline.cite", "y", "cite", "copy the sentence as a citation"),
    _key("timeline.markdown", "Y", "copy_event", "copy the event as Markdown"),
    _key("timeline.read", "r", "read", "read the document", foot="read"),
]

READER = [
    _key("reader.next", "n", "mention(1)", "next event in this document", foot="next"),
    _key("reader.previous", "N", "mention(-1)", "previous event in this document"),
    _key("reader.search", "slash", "search", "search this document", foot="search"),
    _key("reader.point", "p", "point", "show the event on the timeline", foot="on timeline"),
    _key("reader.published", "d", "set_published", "set the publication date", foot="published"),
    _key("reader.cite", "y", "cite", "copy the sentence as a citation"),
]

DOCUMENTS = [
    _key("documents.only", "f", "only", "only events of this document", foot="filter"),
    _key("documents.published", "d", "set_published", "set the publication date", foot="published"),
]

FILTERS = [
    _key("filters.press", "space", "press", "switch it", foot="switch"),
    _key("filters.drop", "F", "unfilter", "drop every filter", foot="drop all"),
]

SOURCES = [
    _key("sources.next", "l,right", "column(1)", "next event of the matrix"),
    _key("sources.previous", "h,left", "column(-1)", "previous event of the matrix"),
    _key("sources.matrix", "m", "matrix", "matrix of sources by events", foot="matrix"),
    _key("sources.sort", "o", "sort", "order by events, by name, by denials", foot="order"),
]

CONFLICTS = [
    _key("conflicts.pane", "tab,l,right", "pane(1)", "into the other side", foot="side"),
    _key("conflicts.list", "h,left,shift+tab", "pane(-1)", "back to the list"),
    _key("conflicts.point", "p", "point", "show the claim on the timeline", foot="on timeline"),
]

TABLES = {
    "Everywhere": EVERYWHERE,
    "Moving": MOVING,
    "Timeline": TIMELINE,
    "Reader": READER,
    "Documents": DOCUMENTS,
    "Filters": FILTERS,
    "Sources": SOURCES,
    "Conflicts": CONFLICTS,
}
"""Every binding by the place where it works."""


def ids(table: Iterable[Binding]) -> frozenset[str]:
    """The ids of bindings: Textual makes one of its own for each key, that has the id of ours."""
    return frozenset(binding.id for binding in table if binding.id)


IDS = frozenset(name for table in TABLES.values() for name in ids(table))


class KeymapError(Exception):
    """A keys.toml that cannot be used; its text is one line for a person."""


def keymap_from(path: Path) -> dict[str, str]:
    """The keys that `path` gives: {} where there is no such file. Raises KeymapError for what is no keymap."""
    if not path.exists():
        return {}
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KeymapError(f"{path}: {error}") from error
    for name, keys in table.items():
        if name not in IDS:
            raise KeymapError(f'{path}: there is no action "{name}"; the help (?) lists them')
        if not isinstance(keys, str) or not keys.strip():
            raise KeymapError(f'{path}: "{name}" needs keys in quotes, as in "{name}" = "s,asterisk"')
    return table
