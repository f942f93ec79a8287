"""Every binding of the help does what it says: a line for each, by its id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.tui.conftest import Opened, seen
from tests.tui.stories import seeds
from textual.command import CommandPalette

from tuitimeline.store import Filter, StoryFile
from tuitimeline.tui import keymap
from tuitimeline.tui.app import Explorer
from tuitimeline.tui.screens.ask import Ask
from tuitimeline.tui.state import Zoom
from tuitimeline.tui.widgets.prose import Prose
from tuitimeline.tui.widgets.rows import Rows


class Deed(NamedTuple):
    """Keys that lead to where the binding works, what to type after it, and what must then hold."""

    holds: Callable[[Explorer], Any]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def on(name: str) -> Callable[[Explorer], bool]:
    return lambda app: type(app.screen).__name__ == f"{name.capitalize()}Screen"


def asks(question: str) -> Callable[[Explorer], bool]:
    return lambda app: isinstance(app.screen, Ask) and question in seen_text(app)


def says(words: str) -> Callable[[Explorer], bool]:
    return lambda app: words in "".join(run.text for run in app.screen.query_one("#foot", Prose).page.lines[0])


def at(row: int, rows: str = "#events") -> Callable[[Explorer], bool]:
    return lambda app: app.screen.query_one(rows, Rows).cursor == row


def stands_at(stop: int) -> Callable[[Explorer], bool]:
    return lambda app: app.screen.query_one("#text", Prose).stop == stop


def focused(name: str) -> Callable[[Explorer], bool]:
    return lambda app: app.focused is not None and app.focused.id == name


def marks(**wanted: object) -> Callable[[Explorer], bool]:
    """What the analyst has set on the first event."""
    return lambda app: all(getattr(app.story.event("meet").marks, name) == value for name, value in wanted.items())


def typed(words: str) -> tuple[str, ...]:
    names = {" ": "space", ",": "comma", "-": "minus", ".": "full_stop"}
    return (*(names.get(letter, letter) for letter in words), "enter")


FENTANYL = seeds().document("000").document.text.index("fentanyl")
CLEARED = ("ctrl+u",)

DEEDS = {
    "app.timeline": Deed(on("timeline"), before=("2",)),
    "app.sources": Deed(on("sources")),
    "app.conflicts": Deed(on("conflicts")),
    "app.documents": Deed(on("documents")),
    "app.settings": Deed(on("settings")),
    "app.help": Deed(on("help")),
    "app.palette": Deed(lambda app: isinstance(app.screen, CommandPalette)),
    "app.undo": Deed(marks(starred=False), before=("s",)),
    "app.redo": Deed(marks(starred=True), before=("s", "u")),
    "app.export": Deed(asks("Export")),
    "app.screenshot": Deed(asks("picture")),
    "app.back": Deed(on("timeline"), before=("4",)),
    "app.quit": Deed(lambda app: app.return_code == 0),
    "move.down": Deed(at(1)),
    "move.up": Deed(at(0), before=("down",)),
    "move.page_down": Deed(at(6)),
    "move.page_up": Deed(at(0), before=("end",)),
    "move.first": Deed(at(0), before=("end",)),
    "move.last": Deed(at(6)),
    "move.open": Deed(on("reader")),
    "timeline.search": Deed(at(1), after=typed("cartel")),
    "timeline.next": Deed(at(5), before=("slash", *typed("reuters"))),
    "timeline.previous": Deed(at(4), before=("slash", *typed("ministry"), "home")),
    "timeline.filter": Deed(on("filters")),
    "timeline.unfilter": Deed(lambda app: app.state.wanted == Filter(), before=("X",)),
    "timeline.drop": Deed(lambda app: app.state.wanted == Filter(), before=("X",)),
    "timeline.date": Deed(at(0), before=("end",), after=typed("2025-02")),
    "timeline.zoom_out": Deed(lambda app: app.state.zoom is Zoom.MONTHS),
    "timeline.zoom_in": Deed(lambda app: app.state.zoom is Zoom.MONTHS, before=("z", "z")),
    "timeline.pane": Deed(focused("evidence")),
    "timeline.list": Deed(focused("events"), before=("tab",)),
    "timeline.copies": Deed(lambda app: app.state.unfolded),
    "timeline.star": Deed(marks(starred=True)),
    "timeline.hide": Deed(marks(hidden=True)),
    "timeline.hidden": Deed(lambda app: app.state.wanted.hidden),
    "timeline.set_date": Deed(
        lambda app: app.story.event("meet").date == "2025-02-26", after=(*CLEARED, *typed("2025-02-26"))
    ),
    "timeline.headline": Deed(
        lambda app: app.story.event("meet").headline == "talks", after=(*CLEARED, *typed("talks"))
    ),
    "timeline.tag": Deed(marks(tags=("cartels", "key")), after=typed("key, cartels")),
    "timeline.note": Deed(marks(note="call back"), after=typed("call back")),
    "timeline.grade": Deed(marks(grade="B2"), after=typed("b2")),
    "timeline.mark": Deed(lambda app: app.state.merging == "meet"),
    "timeline.split": Deed(lambda app: len(app.story.events()) == 8, before=("down", "down", "down")),
    "timeline.cite": Deed(says("Citation sent")),
    "timeline.markdown": Deed(says("Event sent")),
    "timeline.read": Deed(on("reader")),
    "reader.next": Deed(stands_at(5), before=("r",)),
    "reader.previous": Deed(stands_at(3), before=("r",)),
    "reader.search": Deed(lambda app: app.screen.at == FENTANYL, before=("r",), after=typed("fentanyl")),
    "reader.point": Deed(lambda app: app.state.event == "meet", before=("r",)),
    "reader.published": Deed(asks("Publication date"), before=("r",)),
    "reader.cite": Deed(says("Citation sent"), before=("r",)),
    "documents.only": Deed(lambda app: app.state.wanted.document == "000" and on("timeline")(app), before=("4",)),
    "documents.published": Deed(asks("Publication date"), before=("4",)),
    "filters.press": Deed(lambda app: app.state.wanted.starred, before=("f", "down", "down")),
    "filters.drop": Deed(lambda app: app.state.wanted == Filter(), before=("f", "down", "down", "space")),
    "sources.next": Deed(lambda app: "Mexico extradited" in seen_text(app), before=("2", "m")),
    "sources.previous": Deed(lambda app: "A key meeting" in seen_text(app), before=("2", "m", "l")),
    "sources.matrix": Deed(lambda app: "● asserts" in seen_text(app), before=("2",)),
    "sources.sort": Deed(lambda app: "by name" in seen_text(app), before=("2",)),
    "conflicts.pane": Deed(focused("first"), before=("3",)),
    "conflicts.list": Deed(focused("conflicts"), before=("3", "tab")),
    "conflicts.point": Deed(lambda app: app.state.event == "urge" and on("timeline")(app), before=("3",)),
}


def seen_text(app: Explorer) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def test_every_binding_has_a_line():
    assert set(DEEDS) == keymap.IDS


def first_keys() -> list[tuple[str, str]]:
    """Each binding with each of its keys."""
    return [
        (binding.id or "", key.strip())
        for table in keymap.TABLES.values()
        for binding in table
        for key in binding.key.split(",")
    ]


@pytest.mark.parametrize(("name", "key"), first_keys())
async def test_binding(name: str, key: str, story: StoryFile, opened: Opened):
    deed = DEEDS[name]
    async with opened(story, *deed.before, key, *deed.after) as pilot:
        assert deed.holds(pilot.app), seen(pilot)


async def test_keys_of_a_persons_own(tmp_path: Path):
    path = tmp_path / "keys.toml"
    path.write_text('"timeline.star" = "asterisk"\n')
    app = Explorer(seeds(), keys=keymap.keymap_from(path), forced=True)
    async with app.run_test() as pilot:
        await pilot.press("asterisk")
        await pilot.pause()
        assert app.story.event("meet").marks.starred
        await pilot.press("question_mark")
        await pilot.pause()
        assert "timeline.star" not in seen_text(app) or "*" in seen_text(app)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('"timeline.fly" = "f"', "there is no action"),
        ('"timeline.star" = 3', "needs keys in quotes"),
        ("not toml", "keys.toml"),
    ],
)
def test_a_keymap_that_is_none_is_said(text: str, complaint: str, tmp_path: Path):
    path = tmp_path / "keys.toml"
    path.write_text(text)
    with pytest.raises(keymap.KeymapError, match=complaint):
        keymap.keymap_from(path)


async def test_keys_that_come_faster_than_they_are_answered(story: StoryFile, opened: Opened):
    async with opened(story) as pilot:
        for key in ("j", "j", "s"):
            pilot.app.simulate_key(key)
        await pilot.pause(0.3)
        assert at(2)(pilot.app)
        assert pilot.app.story.event("urge").marks.starred
        assert "3 of 7" in seen(pilot)


async def test_questions_that_are_asked_faster_than_they_can_be_answered(story: StoryFile, opened: Opened):
    async with opened(story) as pilot:
        for keys in (
            ("r", "slash", "e", "enter"),
            ("4", "enter"),
            ("d", "d", "x", "enter", "enter"),
            ("slash", "4"),
        ):
            for key in keys:
                pilot.app.simulate_key(key)
            await pilot.pause(0.2)
        await pilot.press("escape", "escape", "escape", "1")
        await pilot.pause()
        assert on("timeline")(pilot.app)


SMALL = (40, 12)
"""The size from which on everything can be done."""


async def test_where_there_is_no_room_for_the_evidence_its_sentences_are_read_all_the_same(
    story: StoryFile, opened: Opened
):
    async with opened(story, size=SMALL) as pilot:
        await pilot.press("tab")
        assert says("The evidence needs 15 rows")(pilot.app)
        await pilot.press("y")
        await pilot.pause()
        assert says("Citation sent")(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert on("reader")(pilot.app)


async def test_help_is_told_of_however_narrow_it_is_and_the_way_back_wherever_there_is_one(
    story: StoryFile, opened: Opened
):
    async with opened(story, size=SMALL) as pilot:
        assert says("? help   q quit")(pilot.app)
        await pilot.press("2")
        await pilot.pause()
        assert says("? help   esc back   q quit")(pilot.app)


async def test_what_was_said_gives_way_to_the_keys_at_the_next_one(story: StoryFile, opened: Opened):
    async with opened(story, "s") as pilot:
        assert says("Starred")(pilot.app)
        await pilot.press("j")
        await pilot.pause()
        assert says("/ search")(pilot.app)


async def test_a_story_without_a_year_says_why_it_cannot_be_zoomed(opened: Opened):
    async with opened(seeds(dated=False), "z") as pilot:
        assert says("No event here has a date with a year")(pilot.app)


async def test_a_filter_by_source_is_called_as_the_source_is(story: StoryFile, opened: Opened):
    async with opened(story, "2", "enter") as pilot:
        name = story.speakers()[0].name
        assert f"[said by {name}]" in seen(pilot)


async def test_a_date_that_is_typed_is_shown_as_it_would_be_taken(story: StoryFile, opened: Opened):
    async with opened(story, "g") as pilot:
        assert "“March”, “since 2025-02”" in seen(pilot)
        await pilot.press(*typed("since 2025-02")[:-1])
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "since Feb 1, 2025" in seen(pilot)
