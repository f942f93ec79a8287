"""The nouns. Frozen, typed values that every room passes to the next.

All offsets are Unicode code points into the text of one document, end exclusive.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas


class Span(NamedTuple):
    """A run of characters of one document's text: code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters it covers."""
        return text[self.start : self.end]


Sentence = Span
Spans = tuple[Span, ...]


class Count(NamedTuple):
    """How many distinct sources: at least, at most. `most` is None where it is open ("officials")."""

    least: int
    most: int | None


UNSOURCED = Count(0, 0)


class Furniture(StrEnum):
    """Why a paragraph is boilerplate: page furniture on which nothing may rest."""

    MENU = "menu"
    CAPTION = "caption"
    SIGN_UP = "sign-up"
    ADVERT = "advert"
    RELATED = "related headlines"
    NOTICE = "notice"
    BYLINE = "byline"


class Paragraph(NamedTuple):
    """A run of text between line breaks; `boilerplate` says what furniture it is, None for the article itself."""

    start: int
    end: int
    boilerplate: Furniture | None = None


class Capture(NamedTuple):
    """What was fetched from an address: when, the SHA-256 of its bytes in hexadecimal, and those bytes."""

    at: datetime.datetime
    sha256: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read. `text` is never changed after reading: every offset refers to it.

    `published_from` says where the publication date was read ("sources.csv", "--published", "metadata",
    "dateline", "analyst"); both are None where nothing gives one. `title_at` is where the text itself carries the
    title, None where it came from metadata alone. `pages` are the offsets at which the pages of a paged format
    start. `agencies` are the wire services its byline or dateline names. `language` is ISO 639-1, "und" where it
    could not be told. `capture` is the evidence kept of an article that was read from an address.
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    path: str | None = None
    published: datetime.date | None = None
    published_from: str | None = None
    title: str | None = None
    title_at: Span | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str = "en"
    pages: tuple[int, ...] = ()
    agencies: tuple[str, ...] = ()
    capture: Capture | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What could not be read, and why, in one line for a person."""

    path: str
    reason: str


class TimexType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: its span, its TIMEX3 type and value, and the calendar days it can mean.

    `edtf` (ISO 8601-2) is None where there is no calendar date; an unknown year is `XXXX-02-27`. `earliest` and
    `latest` bound it, each None where it is open or the year is unknown. `after` and `before` are the spans of the
    expression or trigger words that it is tied to ("shortly after"). `note` says in words why a date was not taken
    ("February has no day 30"). `value` is empty for a tie that TIMEX3 does not mark ("shortly after the hearing").
    """

    start: int
    end: int
    type: TimexType
    value: str
    edtf: str | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    after: Span | None = None
    before: Span | None = None
    note: str | None = None


class Identity(StrEnum):
    """Who a source is."""

    NAMED = "named"
    INSTITUTION = "institution"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OUTLET = "outlet"
    NONE = "none"


class Stance(StrEnum):
    """What a source does to the content it is cited for."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DECLINES = "declines"
    NO_RESPONSE = "no_response"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source puts forward a content by a cue.

    `source`, `cue` and `content` are runs of text, each empty where the text gives none. `relay` is the outlet
    through which it comes where that is not the one publishing. `speaker` is the mention that a pronoun or "the
    ministry" points back to. `reason` are the words that say why a source is not named.
    """

    source: Spans
    cue: Spans
    content: Spans
    identity: Identity
    count: Count
    stance: Stance
    relay: str | None = None
    speaker: Span | None = None
    reason: Span | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One clause of one document that tells of an event.

    `start` and `end` bound the clause it stands on, `headline` the part of it that is shown, `trigger` the words
    that give `kind` (an ACE 2005 subtype, or `Statement.*`). `date` is when, where the text says. `after` is the
    trigger of the mention that it follows ("shortly after"). `arguments` are who and where. `attributions` are
    indexes into the document's attributions: empty in the outlet's own voice.
    """

    start: int
    end: int
    trigger: Span
    headline: Span
    kind: str
    date: TimeExpression | None = None
    after: Span | None = None
    hedged: bool = False
    arguments: Spans = ()
    attributions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document and what its sentences say. `within` are attributions inside another's content."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    within: tuple[Attribution, ...] = ()
    hedges: Spans = ()
    mentions: tuple[EventMention, ...] = ()


class Support(NamedTuple):
    """A place in a document on which an event stands: code points, end exclusive."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution that stands behind an event: the source as its document writes it.

    `index` is its place in that document's attributions. `origin` is the document or the outlet with which the
    claim began, once copies and relays are followed back: voices that share an origin and a source are one.
    `count` is how many they are by its own words. `name` is under which name its speaker is gathered: whom "she"
    or "the minister" means, the full name of a surname, the outlet of "the agency".
    """

    document: str
    index: int
    source: str
    identity: Identity
    stance: Stance
    origin: str
    count: Count = UNSOURCED
    name: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What an analyst set on an event by hand; the tool itself sets none of it.

    `grade` is an Admiralty code ("B2"). `edited` names what else of the event is the analyst's: "date",
    "headline", "merge", "split". A hidden event is left out of every list and export.
    """

    grade: str | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    starred: bool = False
    hidden: bool = False
    edited: tuple[str, ...] = ()


UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class Event:
    """What happened or was said, told once, with every place that tells it.

    `date` is EDTF, None where no text gives one; `earliest` and `latest` bound it. `after` is the id of the event
    it follows. `headline` is the text of `headline_at`. `sources` counts distinct sources after copies and relays
    are collapsed, and `reckoning` gives that count's reasons, a line each. `marks` are the analyst's.
    """

    id: str
    kind: str
    headline: str
    headline_at: Support
    support: tuple[Support, ...]
    date: str | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    after: str | None = None
    hedged: bool = False
    sources: Count = UNSOURCED
    voices: tuple[Voice, ...] = ()
    reckoning: tuple[str, ...] = ()
    marks: Marks = UNMARKED


class Quarrel(StrEnum):
    """Why two events are in conflict."""

    DENIAL = "claim and denial"
    FIGURES = "different figures"
    DATES = "different dates"
    COMMENT = "declined or did not answer"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two events (ids) that contradict each other, and over what."""

    first: str
    second: str
    over: Quarrel


@dataclass(frozen=True, slots=True)
class Descent:
    """Where a document's words come from: the document it copies, the outlets whose reporting it relays."""

    document: str
    copy_of: str | None = None
    relays: tuple[str, ...] = ()


_PANDAS = (
    *("id", "edtf", "earliest", "latest", "kind", "headline", "hedged", "sources_least", "sources_most"),
    *("documents", "voices", "anonymous", "denials", "edited"),
)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in their order, their conflicts, and the descent of each document. It holds no texts."""

    events: tuple[Event, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    descents: tuple[Descent, ...] = ()

    def to_pandas(self) -> pandas.DataFrame:
        """One row an event, by id, as docs/library.md lists the columns.

        Raises ImportError where the extra `tuitimeline[pandas]` is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise ImportError("a data frame needs an extra: pip install 'tuitimeline[pandas]'") from error

        rows = [
            {
                "id": e.id,
                "edtf": e.date,
                "earliest": e.earliest,
                "latest": e.latest,
                "kind": e.kind,
                "headline": e.headline,
                "hedged": e.hedged,
                "sources_least": e.sources.least,
                "sources_most": e.sources.most,
                "documents": len({support.document for support in e.support}),
                "voices": len(e.voices),
                "anonymous": sum(voice.identity is Identity.ANONYMOUS for voice in e.voices),
                "denials": sum(voice.stance is Stance.DENIES for voice in e.voices),
                "edited": bool(e.marks.edited),
            }
            for e in self.events
            if not e.marks.hidden
        ]
        types = {"earliest": "datetime64[s]", "latest": "datetime64[s]", "sources_most": "Int64"}
        return pandas.DataFrame(rows, columns=_PANDAS).astype(types).set_index("id")


EMPTY = Timeline()


class HandEdit(NamedTuple):
    """One line of an analyst's edit history: when (UTC), who, on which event or document (id), what, to what.

    `what` is a word for a person ("date", "headline", "merge", "hide", "published"); `value` is None where the
    edit has none, as for a star.
    """

    at: datetime.datetime
    user: str
    on: str
    what: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A set of documents about the same matter, the timeline woven from them, and what an analyst changed in it.

    `edits` are already applied to the timeline; they stand here so that an export can say so. `unreadable` is what
    was to be part of it and could not be read.
    """

    documents: tuple[AnnotatedDocument, ...] = ()
    timeline: Timeline = EMPTY
    edits: tuple[HandEdit, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
