"""The timeline: events by date at the left, the evidence for the one under the cursor beside or below it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size

from tuitimeline.tui import keymap
from tuitimeline.tui.lines import Line, Run, line
from tuitimeline.tui.messages import Chosen, Filtered, Moved, Opened, Visited
from tuitimeline.tui.pages import density
from tuitimeline.tui.pages.badges import sourcing_badges
from tuitimeline.tui.pages.chips import chips
from tuitimeline.tui.pages.timeline import bucket_line, event_lines, gutter, stamp
from tuitimeline.tui.roles import LEGEND
from tuitimeline.tui.screens.hand import ByHand
from tuitimeline.tui.screens.sheet import TALL, WIDE, top_line
from tuitimeline.tui.state import Buckets, Zoom, parts_on, without
from tuitimeline.tui.widgets.prose import Page, Prose
from tuitimeline.tui.widgets.rows import Rows
from tuitimeline.tui.wording import day_words, plural

if TYPE_CHECKING:
    from tuitimeline.model import AnnotatedDocument, Conflict, Support
    from tuitimeline.store import EventList, EventRow, StoryFile
    from tuitimeline.tui.state import State

HELD = 0.1
"""Seconds within which another key means that it is held: the evidence then waits until it is let go."""


class TimelineScreen(ByHand):
    """Events, and the sentences they stand on."""

    BINDINGS: ClassVar = [*keymap.TIMELINE]
    AUTO_FOCUS = "#events"

    def __init__(self, story: StoryFile, state: State) -> None:
        super().__init__(story, state)
        self._events: EventList = story.events(state.wanted)
        self._found: EventList | None = None
        self._buckets: Buckets | None = None
        self._places: tuple[Support, ...] = ()
        self._sought: tuple[str, EventList | None] = ("", None)
        self._moved = 0.0
        self._waiting = False
        self._follows: dict[str, str | None] = {}
        self._documents: dict[str, AnnotatedDocument] = {}
        self._density: tuple[int, ...] = ()

    def compose(self) -> ComposeResult:
        """Head, strip, list, evidence, foot."""
        yield from top_line()
        yield Prose(id="chips")
        yield Prose(id="strip")
        with Container(id="body"):
            yield Rows(id="events")
            with Container(id="side"):
                yield Prose(id="evidence", reads=True)
                yield Prose(id="legend")
        yield Prose(id="foot")

    # What is shown ----------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the list anew: another filter, an edit, more documents. The cursor stays on its event."""
        self._events = self.story.events(self.state.wanted)
        self._found = self._find(self.state.search)
        self._follows.clear()
        self._documents.clear()
        self._density = ()
        self.query_one("#chips").display = bool(self._chips())
        self.query_one("#chips", Prose).say(self._chips())
        self.query_one("#legend", Prose).say(_legend())
        self._show_list()
        self._show_head()
        self.foot()
        self.call_after_refresh(self._settle)  # the list first: it is what is waited for

    def _find(self, words: str) -> EventList | None:
        """The events that have `words` and pass the filter; None where nothing is looked for."""
        if not words:
            return None
        return self.story.events(replace(self.state.wanted, text=f"{self.state.wanted.text} {words}".strip()))

    def _chips(self) -> Line:
        return chips(self.state.wanted, self.names_of(self.state.wanted))

    def _show_list(self) -> None:
        rows = self.query_one("#events", Rows)
        span = self._events.span() if self.state.zoom else None
        self._buckets = Buckets(*span, self.state.zoom) if span else None
        if self._buckets is not None:
            row = self._events.index_of(self.state.event) if self.state.event else None
            day = self._events.row(row).earliest if row is not None else None
            at = self._buckets.row_of(day) if day else 0
            rows.show(len(self._buckets), self._paint_bucket, cursor=at)
            return
        at = (self._events.index_of(self.state.event) if self.state.event else None) or 0
        empty = line(" ", ("No event passes these filters. F drops them.", "faint"))
        if not self.state.wanted.text and not len(self._events) and not self._chips():
            nothing = (
                "Reading …" if self.state.reading else "No events were found in these documents. 4 lists them."
            )
            empty = line(" ", (nothing, "faint"))
        rows.show(len(self._events), self._paint_event, cursor=at, tall=_lines_at, empty=empty)
        self._select(rows.cursor)

    def _paint_event(self, row: int, columns: int, tall: int, first: bool) -> tuple[Line, ...]:
        event = self._events.row(row)
        now = stamp(event, self.date_before(event))
        before = None
        if not first and row:
            above = self._events.row(row - 1)
            before = stamp(above, self.date_before(above))
        found = self._found is not None and self._found.index_of(event.id) is not None
        return event_lines(event, gutter(now, before), columns, tall, found=found)

    def _paint_bucket(self, row: int, columns: int, _tall: int, _first: bool) -> tuple[Line, ...]:
        assert self._buckets is not None
        start, end = self._buckets.start(row), self._buckets.start(row + 1)
        count = self._events.index_at(end) - self._events.index_at(start)
        return (bucket_line(start, self.state.zoom is Zoom.MONTHS, count, len(self._events), columns),)

    def date_before(self, event: EventRow) -> str | None:
        """The date (EDTF) of the event that `event` comes after."""
        if event.after is None:
            return None
        if event.after not in self._follows:
            try:
                self._follows[event.after] = self.story.event(event.after).date
            except KeyError:
                self._follows[event.after] = None
        return self._follows[event.after]

    def _show_head(self) -> None:
        name = self.story.path.stem if self.story.path else "timeline"
        rows = self.query_one("#events", Rows)
        place = f"{rows.cursor + 1:,} of {rows.count:,}" if rows.count else ""
        left = line((name, "title"), "  ", (plural(len(self._events), "event"), "faint"))
        if self._found is not None:
            left = (*left, Run("  "), Run(f"{len(self._found):,} with “{self.state.search}”", ("badge",)))
        self.head(left, line((place, "faint")))

    def _show_strip(self) -> None:
        self.query_one("#strip", Prose).show(self._fold_strip)

    def _fold_strip(self, columns: int) -> Page:
        span = self._events.span()
        room = columns - 14
        if span is None or span[0] == span[1] or room < 2:
            return Page()
        if len(self._density) != room:
            self._density = self._events.density(room)
        years = str(span[0].year), str(span[1].year)
        return Page([density.strip(self._density, self._window(span, room), *years)])

    def _window(self, span: tuple[date, date], columns: int) -> tuple[int, int] | None:
        rows = self.query_one("#events", Rows)
        view = rows.in_view
        if not view:
            return None
        if self._buckets is not None:
            days = self._buckets.start(view.start), self._buckets.end(view.stop - 1)
        else:
            dated = self._events.dated()
            if view.start >= dated:
                return None
            first, last = self._events.row(view.start), self._events.row(min(view.stop, dated) - 1)
            if first.earliest is None or last.earliest is None:
                return None
            days = first.earliest, last.earliest
        return density.place(days[0], span, columns), density.place(days[1], span, columns)

    def _show_evidence(self) -> None:
        pane = self.query_one("#evidence", Prose)
        if self._buckets is not None:
            pane.show(partial(self._fold_bucket, self._buckets))
        elif self.state.event:
            pane.show(self._fold_evidence)
        else:
            pane.show(lambda _columns: Page())

    def _fold_bucket(self, buckets: Buckets, columns: int) -> Page:
        """The first events of the month or the year under the cursor, as many as fit."""
        self._places = ()
        # A resize can paint this once more when the list is zoomed in already, and its cursor counts events.
        at = min(self.query_one("#events", Rows).cursor, len(buckets) - 1)
        first = self._events.index_at(buckets.start(at))
        last = self._events.index_at(buckets.start(at + 1))
        height = self.query_one("#evidence", Prose).size.height
        lines: list[Line] = []
        for row in range(first, min(last, first + height)):
            lines.extend(self._paint_event(row, columns, 1, row == first))
        return Page(lines)

    def _fold_evidence(self, columns: int) -> Page:
        at = self.query_one("#events", Rows).cursor
        if self._buckets is not None or at >= len(self._events):  # a resize can fold what was shown before
            return Page()
        row = self._events.row(at)
        event = self.story.event(row.id)
        from tuitimeline.tui.pages.evidence import evidence

        shown = evidence(
            event,
            self.document,
            self.story.descent,
            columns,
            badges=sourcing_badges(row),
            follows=self.date_before(row),
            unfolded=self.state.unfolded,
            conflicts=[self._conflict(conflict, event.id) for conflict in self.story.conflicts_of(event.id)],
            found=self.state.search,
        )
        self._places = shown.places
        return Page(shown.lines, shown.stops)

    def _conflict(self, conflict: Conflict, event: str) -> str:
        other = self.story.event(conflict.second if conflict.first == event else conflict.first)
        return f"{conflict.over.value}: {' '.join(other.headline.split())}"

    def document(self, document: str) -> AnnotatedDocument:
        """The document with this id, kept while the list is not read anew."""
        if document not in self._documents:
            if len(self._documents) > 64:
                self._documents.clear()
            self._documents[document] = self.story.document(document)
        return self._documents[document]

    def _select(self, row: int) -> None:
        self.state.event = self._events.row(row).id if row < len(self._events) else None

    # What comes in ----------------------------------------------------------------------------------------------

    def on_moved(self, message: Moved) -> None:
        """Show the evidence at once, or when a held key is let go."""
        message.stop()
        if message.widget != "events":
            return
        if self._buckets is None:
            self._select(self.query_one("#events", Rows).cursor)
        held, self._moved = monotonic() - self._moved < HELD, monotonic()
        if not held:
            self._settle()
        elif not self._waiting:
            self._waiting = True
            self.set_timer(HELD, self._let_go)

    def on_viewed(self) -> None:
        """Other rows are in view: the strip shows which."""
        self.call_after_refresh(self._show_strip)

    def _let_go(self) -> None:
        if monotonic() - self._moved < HELD:
            self.set_timer(HELD, self._let_go)
            return
        self._waiting = False
        self._settle()

    def _settle(self) -> None:
        self._show_head()
        self._show_evidence()
        self._show_strip()

    def on_chosen(self, message: Chosen) -> None:
        """Open the document at the sentence; in a bucket, zoom in on it."""
        message.stop()
        if message.widget == "events" and self._buckets is not None:
            self.action_zoom(-1)
        elif self.row_here() and (places := self.places_here):
            self.post_message(Opened(places[0].document, places[0].start))

    # Keys -------------------------------------------------------------------------------------------------------

    def action_pane(self, by: int) -> None:
        """Give the keys to the evidence, or back to the list."""
        if by > 0 and not self.query_one("#side").display:
            self.say(f"The evidence needs {TALL} rows: enter reads it in its document.")
            return
        self.query_one("#evidence" if by > 0 else "#events").focus()

    def action_read(self) -> None:
        """Read the document of the sentence under the cursor."""
        self.on_chosen(Chosen("evidence", self.query_one("#evidence", Prose).stop))

    def action_search(self) -> None:
        """Ask for words, counting what has them; go to the first event from here on that does."""
        from tuitimeline.tui.screens.ask import Ask

        def live(words: str) -> str:
            self._sought = words.strip(), self._find(words.strip())
            return plural(len(self._sought[1]), "event") if self._sought[1] is not None else ""

        self.app.push_screen(Ask("Search", self.state.search, live), self._search)

    def _search(self, words: str | None) -> None:
        if words is None:
            return
        self.state.search = words.strip()
        known, found = self._sought
        self._found = found if known == self.state.search else self._find(self.state.search)
        if self._found is not None and not self._found:
            self.say(f"No event has “{self.state.search}”.", alarm=True)
        self.query_one("#events", Rows).repaint()
        here = self.query_one("#events", Rows).cursor
        if self._found and self._found.index_of(self._events.row(here).id) is None:
            self.action_next_found(1)
        self._show_head()

    def action_next_found(self, by: int) -> None:
        """Go to the next event that was found, from the top again after the last."""
        if not self._found:
            self.say("Nothing was searched for: / searches." if self._found is None else "Nothing was found.")
            return
        here = self.query_one("#events", Rows).cursor
        places = range(len(self._found))
        if by > 0:
            at = bisect_right(places, here, key=self._place_of)
        else:
            at = bisect_left(places, here, key=self._place_of) - 1
        self._go_to_event(self._place_of(at % len(self._found)))

    def _place_of(self, found: int) -> int:
        """Where the event that was found as the `found`-th stands in the list."""
        assert self._found is not None
        place = self._events.index_of(self._found.row(found).id)
        return -1 if place is None else place

    def _go_to_event(self, row: int) -> None:
        if self._buckets is not None:
            self._select(row)
            self.action_zoom(-2)
        self.query_one("#events", Rows).move(row)

    def action_go_to_date(self) -> None:
        """Ask for a date and go to the first event on or after it."""
        from tuitimeline.tui.screens.ask import Ask

        self.app.push_screen(Ask("Go to date", "", self.read_as), self._go_to_date)

    def _go_to_date(self, words: str | None) -> None:
        from tuitimeline.annotate.dates import typed

        if not words or not words.strip():
            return
        try:
            first, last = typed.span(words, self.state.today)
        except ValueError as error:
            self.say(str(error), alarm=True)
            return
        day = first or last
        if day is None:
            return
        row = self._events.index_at(day)
        if row >= self._events.dated():
            self.say(f"No event on or after {day_words(day)}.")
            row = max(0, self._events.dated() - 1)
        self._go_to_event(row)

    def action_filters(self) -> None:
        """Open the filters."""
        self.post_message(Visited("filters"))

    def action_unfilter(self) -> None:
        """Drop every filter."""
        from tuitimeline.store import Filter

        self.post_message(Filtered(Filter()))

    def action_drop_filter(self) -> None:
        """Drop the last filter."""
        on = parts_on(self.state.wanted)
        if on:
            self.post_message(Filtered(without(self.state.wanted, on[-1])))
        else:
            self.say("No filter is on: f sets one.")

    def action_hidden(self) -> None:
        """Show hidden events too, or leave them out again."""
        self.post_message(Filtered(replace(self.state.wanted, hidden=not self.state.wanted.hidden)))

    def row_here(self) -> EventRow | None:
        """The event under the cursor; where rows are months or years there is none, and that is said."""
        if self._buckets is not None:
            self.say("Zoom in (Z) to an event first.")
            return None
        if self._waiting:  # the evidence is that of an event before
            self._settle()
        at = self.query_one("#events", Rows).cursor
        if at < len(self._events):
            self._select(at)  # the message that says so may still be under way
            return self._events.row(at)
        self.say("There is no event here.")
        return None

    @property
    def places_here(self) -> tuple[Support, ...]:
        """The sentences of the evidence, the one at which it stands first."""
        if not self.query_one("#evidence").size:  # there is no room for it
            self._fold_evidence(WIDE)
        stop = self.query_one("#evidence", Prose).stop
        return self._places[stop : stop + 1] + self._places[:stop] + self._places[stop + 1 :]

    def action_copies(self) -> None:
        """Unfold or fold the copies."""
        self.state.unfolded = not self.state.unfolded
        self._show_evidence()

    def action_zoom(self, by: int) -> None:
        """Let a row stand for an event, a month or a year."""
        rows = self.query_one("#events", Rows)
        if self._events.span() is None:
            self.say("No event here has a date with a year: there are no months to show.")
            return
        if self._buckets is not None:
            at = self._events.index_at(self._buckets.start(rows.cursor))
            self._select(min(at, len(self._events) - 1))
        self.state.zoom = self.state.zoomed(by)
        self._show_list()
        self._settle()


def _lines_at(size: Size) -> int:
    """Two lines an event where the list is narrow but tall, one elsewhere."""
    return 2 if size.width < 90 and size.height >= 20 else 1


def _legend() -> Line:
    return tuple(part for role in LEGEND for part in (Run("  "), Run(role, (role,))))
