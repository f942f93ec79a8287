"""A story written by hand: two reports, a copy and a denial, with every kind of date and an analyst's edits."""

from __future__ import annotations

import datetime as dt

from tuitimeline.model import (
    AnnotatedDocument,
    Attribution,
    Capture,
    Conflict,
    Count,
    Descent,
    Document,
    Event,
    HandEdit,
    Identity,
    Marks,
    Paragraph,
    Quarrel,
    Span,
    Spans,
    Stance,
    Story,
    Support,
    TimeExpression,
    Timeline,
    TimexType,
    Voice,
)

MILL = """The old mill burned down on March 3, 2024, two firefighters said.
“Nobody was inside,” fire chief Ana Böhm told Reuters.
The owner reportedly wants to sell 🏭 the ruin."""
COPY = "LINDEN — " + MILL
DENIAL = """Mill owner Karl Ott denied on Tuesday that he would sell.
The town hall declined to comment."""


def span(text: str, words: str) -> Span:
    """Where `words`, which stand once in `text`, stand."""
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def spans(text: str, *words: str) -> Spans:
    """Several of them."""
    return tuple(span(text, w) for w in words)


def lines(text: str) -> Spans:
    """Every line as a sentence."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def document(name: str, text: str, **known: object) -> Document:
    """A document of plain paragraphs."""
    return Document(name, text, tuple(Paragraph(*line) for line in lines(text)), **known)  # type: ignore[arg-type]


def place(name: str, text: str, words: str) -> Support:
    """A place in a document."""
    return Support(name, *span(text, words))


def _mill(name: str, text: str, **known: object) -> AnnotatedDocument:
    return AnnotatedDocument(
        document(name, text, **known),
        lines(text),
        (TimeExpression(*span(text, "March 3, 2024"), TimexType.DATE, "2024-03-03", "2024-03-03"),),
        (
            Attribution(
                spans(text, "two firefighters"),
                spans(text, "said"),
                spans(text, "The old mill burned down on March 3, 2024"),
                Identity.ANONYMOUS,
                Count(2, 2),
                Stance.ASSERTS,
            ),
            Attribution(
                spans(text, "fire chief Ana Böhm"),
                spans(text, "told"),
                spans(text, "“Nobody was inside,”"),
                Identity.NAMED,
                Count(1, 1),
                Stance.ASSERTS,
                relay="Reuters",
            ),
        ),
        hedges=spans(text, "reportedly"),
    )


def _denial() -> AnnotatedDocument:
    return AnnotatedDocument(
        document("d3", DENIAL, outlet="Linden Echo", title="Owner: no sale", path="in/echo.txt"),
        lines(DENIAL),
        (TimeExpression(*span(DENIAL, "Tuesday"), TimexType.DATE, "XXXX-WXX-2"),),
        (
            Attribution(
                spans(DENIAL, "Mill owner Karl Ott"),
                spans(DENIAL, "denied"),
                spans(DENIAL, "he would sell"),
                Identity.NAMED,
                Count(1, 1),
                Stance.DENIES,
            ),
            Attribution(
                spans(DENIAL, "The town hall"),
                spans(DENIAL, "declined to comment"),
                (),
                Identity.INSTITUTION,
                Count(1, 1),
                Stance.DECLINES,
            ),
        ),
    )


def _events() -> tuple[Event, ...]:
    day = dt.date(2024, 3, 3)
    fire = Event(
        "e1",
        "Conflict.Attack",
        "The old mill burned down",
        place("d1", MILL, "The old mill burned down"),
        (
            place("d2", COPY, "The old mill burned down on March 3, 2024"),
            place("d1", MILL, "The old mill burned down on March 3, 2024"),
        ),
        date="2024-03-03",
        earliest=day,
        latest=day,
        sources=Count(2, 4),
        voices=(
            Voice("d1", 0, "two firefighters", Identity.ANONYMOUS, Stance.ASSERTS, "d1", Count(2, 2)),
            Voice("d2", 0, "two firefighters", Identity.ANONYMOUS, Stance.ASSERTS, "d1", Count(2, 2)),
        ),
        reckoning=("two firefighters: 2", "d2 is a copy of d1 and adds nobody"),
        marks=Marks(grade="B2", note="rang the chief", tags=("fire",), starred=True, edited=("date",)),
    )
    sale = Event(
        "e2",
        "Statement.Claim",
        "The owner reportedly wants to sell",
        place("d1", MILL, "The owner reportedly wants to sell"),
        (place("d1", MILL, "The owner reportedly wants to sell"),),
        date="2024-03/2024-05",
        earliest=dt.date(2024, 3, 1),
        latest=dt.date(2024, 5, 31),
        after="e1",
        hedged=True,
    )
    inside = Event(
        "e3",
        "Statement.Claim",
        "“Nobody was inside,”",
        place("d1", MILL, "“Nobody was inside,”"),
        (place("d1", MILL, "“Nobody was inside,”"),),
        date="2024-03-03~",
        earliest=dt.date(2024, 3, 1),
        latest=dt.date(2024, 3, 5),
        sources=Count(1, 1),
        voices=(Voice("d1", 1, "fire chief Ana Böhm", Identity.NAMED, Stance.ASSERTS, "Reuters", Count(1, 1)),),
    )
    denial = Event(
        "e4",
        "Statement.Denial",
        "Mill owner Karl Ott denied",
        place("d3", DENIAL, "Mill owner Karl Ott denied"),
        (place("d3", DENIAL, "Mill owner Karl Ott denied on Tuesday that he would sell"),),
        sources=Count(1, None),
        voices=(Voice("d3", 0, "Mill owner Karl Ott", Identity.NAMED, Stance.DENIES, "d3", Count(1, 1)),),
    )
    yearless = Event(
        "e5",
        "Statement.NoComment",
        "The town hall declined to comment",
        place("d3", DENIAL, "The town hall declined to comment"),
        (place("d3", DENIAL, "The town hall declined to comment."),),
        date="XXXX-03-04",
        sources=Count(1, 1),
        voices=(Voice("d3", 1, "The town hall", Identity.INSTITUTION, Stance.DECLINES, "d3", Count(1, 1)),),
    )
    hidden = Event(
        "e6",
        "Event",
        "the ruin",
        place("d1", MILL, "the ruin"),
        (place("d1", MILL, "the ruin"),),
        marks=Marks(hidden=True),
    )
    return fire, inside, sale, yearless, denial, hidden


def make_story() -> Story:
    """The story; the event `e6` is hidden."""
    return Story(
        (
            _mill(
                "d1",
                MILL,
                outlet="Linden Post",
                title="Mill burns",
                published=dt.date(2024, 3, 4),
                published_from="metadata",
                url="https://post.example/mill?a=1&b=2",
                pages=(0, 66),
                capture=Capture(dt.datetime(2024, 3, 4, 12, 0, tzinfo=dt.UTC), "0f" * 32, b"<p>"),
            ),
            _mill("d2", COPY, outlet="County News", path="in/county.txt", published=dt.date(2024, 3, 5)),
            _denial(),
        ),
        Timeline(
            _events(),
            (
                Conflict("e2", "e4", Quarrel.DENIAL),
                Conflict("e6", "e4", Quarrel.DENIAL),
            ),
            (Descent("d1", relays=("Reuters",)), Descent("d2", "d1", ("Reuters",)), Descent("d3")),
        ),
        (
            HandEdit(dt.datetime(2024, 6, 1, 9, 30, tzinfo=dt.UTC), "vera", "e1", "date", "2024-03-03"),
            HandEdit(dt.datetime(2024, 6, 1, 9, 31, tzinfo=dt.UTC), "vera", "e6", "hide"),
        ),
    )
