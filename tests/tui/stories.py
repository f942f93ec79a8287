"""Stories for the screens: the seeds, annotated by hand so that a snapshot changes only when a screen does."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from pathlib import Path

from tuitimeline.model import (
    AnnotatedDocument,
    Attribution,
    Conflict,
    Count,
    Descent,
    Document,
    Event,
    Furniture,
    Identity,
    Paragraph,
    Quarrel,
    Span,
    Stance,
    Support,
    TimeExpression,
    Timeline,
    TimexType,
    Voice,
)
from tuitimeline.store import StoryFile, build, open_story

SEEDS = Path(__file__).parents[2] / "seeds"
MEETING = datetime.date(2025, 2, 27)


def document(name: str, published: datetime.date | None, outlet: str | None) -> Document:
    """A seed; its paragraphs are its lines, and those that are no article are boilerplate."""
    path = next(SEEDS.glob(f"{name}_*.txt"))
    text = path.read_text(encoding="utf-8")
    paragraphs = []
    for found in re.finditer(r"[^\n]+", text):
        article = len(found.group()) > 160 and "Wikimedia" not in found.group()
        kind = None if article or "“I cat" in found.group() else Furniture.MENU
        paragraphs.append(Paragraph(found.start(), found.end(), kind))
    return Document(
        id=name,
        text=text,
        paragraphs=tuple(paragraphs),
        path=f"seeds/{path.name}",
        published=published,
        published_from="sources.csv" if published else None,
        outlet=outlet,
    )


def at(text: str, words: str) -> Span:
    """Where `words` stand, which must be once in what is looked at: the first time counts."""
    start = text.index(words)
    return Span(start, start + len(words))


def sentences(document: Document) -> tuple[Span, ...]:
    """Sentences, as far as a test needs them."""
    found = []
    for paragraph in document.paragraphs:
        piece = document.text[paragraph.start : paragraph.end]
        at, begin = 0, 0
        for stop in re.finditer(r"(?<![A-Z])[.”]\s+(?=[A-Z“])", piece):
            at = stop.start() + 1
            found.append(Span(paragraph.start + begin, paragraph.start + at))
            begin = stop.end()
        found.append(Span(paragraph.start + begin, paragraph.end))
    return tuple(found)


def said(
    text: str,
    source: str,
    cue: str,
    content: str,
    identity: Identity,
    count: Count,
    stance: Stance = Stance.ASSERTS,
) -> Attribution:
    """An attribution by its words, found from its first word on."""
    begin = text.index(source if text.find(source) <= text.find(cue) or text.find(cue) < 0 else cue)
    cue_at = at(text[begin:], cue)
    return Attribution(
        source=(at(text, source),),
        cue=(Span(begin + cue_at.start, begin + cue_at.end),),
        content=(at(text, content),) if content else (),
        identity=identity,
        count=count,
        stance=stance,
    )


ANONYMOUS_2 = Count(2, 2)
ONE = Count(1, 1)


def annotated(document: Document) -> AnnotatedDocument:
    """What the sentences of a seed say: enough of it for every screen."""
    text = document.text
    dates = []
    if "February 27" in text:
        start, end = at(text, "February 27")
        value = "2025-02-27" if document.published else "XXXX-02-27"
        day = MEETING if document.published else None
        dates.append(TimeExpression(start, end, TimexType.DATE, value, value, day, day))
        attributions = (
            said(
                text,
                "sources familiar with the matter",
                "according to",
                "The Trump administration is urging Mexico to investigate and prosecute politicians",
                Identity.ANONYMOUS,
                Count(2, None),
            ),
            said(
                text,
                "Two sources",
                "revealed",
                "failure to act could result in increased U.S. tariffs",
                Identity.ANONYMOUS,
                ANONYMOUS_2,
            ),
            said(
                text,
                "The Mexican Foreign Ministry",
                "denied",
                "any such requests from the U.S.",
                Identity.INSTITUTION,
                ONE,
                Stance.DENIES,
            ),
            said(
                text,
                "The White House, State Department, and key Mexican agencies",
                "declined to comment",
                "the reported discussions",
                Identity.INSTITUTION,
                Count(4, None),
                Stance.DECLINES,
            ),
        )
        hedges = (at(text, "reportedly"), Span(*(text.index("reportedly took") + n for n in (0, 10))))
    else:
        attributions = (
            said(
                text,
                "sources familiar with the matter",
                "According to",
                "the Trump administration also wants Mexico to extradite any suspects",
                Identity.ANONYMOUS,
                Count(2, None),
            ),
            said(
                text,
                "Two sources",
                "said",
                "they even warned of potential new tariffs if Mexico failed to act",
                Identity.ANONYMOUS,
                ANONYMOUS_2,
            ),
            said(
                text,
                "Mexico’s Foreign Ministry",
                "denied",
                "any formal request from the U.S. to investigate or prosecute officials",
                Identity.INSTITUTION,
                ONE,
                Stance.DENIES,
            ),
            said(
                text,
                "Reuters",
                "could not confirm",
                "whether the U.S. provided a specific list of suspected politicians",
                Identity.OUTLET,
                ONE,
                Stance.UNVERIFIED,
            ),
            said(
                text,
                "Avila said",
                "said",
                "I categorically deny any claims linking me to organized crime",
                Identity.NAMED,
                ONE,
                Stance.DENIES,
            ),
        )
        hedges = (at(text, "reportedly"),)
    return AnnotatedDocument(document, sentences(document), tuple(dates), attributions, (), hedges)


def _voices(documents: dict[str, AnnotatedDocument], chosen: dict[str, int], origin: str) -> tuple[Voice, ...]:
    voices = []
    for name, index in chosen.items():
        told = documents[name].attributions[index]
        words = told.source[0].of(documents[name].document.text)
        voices.append(Voice(name, index, words, told.identity, told.stance, origin, told.count))
    return tuple(voices)


def seeds(path: Path | None = None, *, dated: bool = True) -> StoryFile:
    """The three seeds as a story file, in memory or at `path`; without `dated` no document has a date."""
    published = datetime.date(2025, 6, 12) if dated else None
    documents = {
        "000": annotated(document("000", published, "EconoTimes")),
        "002": annotated(document("002", published, None)),
        "004": annotated(document("004", published, "Reuters")),
    }
    texts = {name: told.document.text for name, told in documents.items()}

    def places(**words: str) -> tuple[Support, ...]:
        return tuple(Support(name[1:], *at(texts[name[1:]], told)) for name, told in words.items())

    day = "2025-02-27" if dated else "XXXX-02-27"
    bound = MEETING if dated else None
    meeting = places(
        d000="A key meeting reportedly took place on February 27 in Washington",
        d002="A key meeting reportedly took place on February 27 in Washington",
    )
    handed = places(
        d000="Mexico extradited 29 cartel members to the U.S.",
        d002="Mexico extradited 29 cartel members to the U.S.",
    )
    tariffs = places(
        d000="failure to act could result in increased U.S. tariffs",
        d002="failure to act could result in increased U.S. tariffs",
        d004="they even warned of potential new tariffs if Mexico failed to act",
    )
    urging = places(
        d000="The Trump administration is urging Mexico to investigate and prosecute politicians",
        d004="the Trump administration also wants Mexico to extradite any suspects",
    )
    denial = places(
        d000="any such requests from the U.S.",
        d002="any such requests from the U.S.",
        d004="any formal request from the U.S. to investigate or prosecute officials",
    )
    checked = places(d004="Reuters could not confirm whether the U.S. provided a specific list")
    silence = places(d000="The White House, State Department, and key Mexican agencies declined to comment")

    def event(name: str, kind: str, support: tuple[Support, ...], **rest: object) -> Event:
        first = support[0]
        words = texts[first.document][first.start : first.end]
        return Event(name, kind, words, first, support, **rest)  # type: ignore[arg-type]

    events = (
        event("meet", "Contact.Meet", meeting, date=day, earliest=bound, latest=bound, hedged=True),
        event("hand", "Justice.Extradite", handed, earliest=bound, after="meet"),
        event(
            "urge",
            "Statement.Claim",
            urging,
            sources=Count(2, None),
            voices=_voices(documents, {"000": 0, "004": 0}, "004"),
            reckoning=("2 or more sources: Reuters’ own; EconoTimes repeats them.",),
        ),
        event(
            "warn",
            "Statement.Claim",
            tariffs,
            sources=Count(2, 2),
            voices=_voices(documents, {"000": 1, "002": 1, "004": 1}, "004"),
            reckoning=("2 sources: Reuters’ two; EconoTimes repeats them.",),
        ),
        event(
            "deny",
            "Statement.Denial",
            denial,
            sources=ONE,
            voices=_voices(documents, {"000": 2, "002": 2, "004": 2}, "000"),
            reckoning=("1 source: the ministry speaks for itself in all three.",),
        ),
        event(
            "check",
            "Statement.Unverified",
            checked,
            sources=ONE,
            voices=_voices(documents, {"004": 3}, "004"),
        ),
        event(
            "mute",
            "Statement.NoComment",
            silence,
            sources=Count(4, None),
            voices=_voices(documents, {"000": 3}, "000"),
        ),
    )
    timeline = Timeline(
        events,
        (Conflict("urge", "deny", Quarrel.DENIAL),),
        (Descent("000", None, ("Reuters",)), Descent("002", "000", ("Reuters",)), Descent("004", None, ())),
    )
    file = open_story(None) if path is None else StoryFile(path, create=True)
    file.fill(documents.values(), timeline)
    return file


def hostile(path: Path | None = None) -> StoryFile:
    """Text that would set a window's title, turn the order of letters, or break the columns."""
    text = (
        "\x1b]0;evil\x07 \u202eevil words\u202c were seen, said 北京大学的李教授 and e\u0301lise 👩‍👩‍👧.\r\n"
        "שלום עולם, said \x1b[31mred\x1b[0m\ttabbed \u2066people\u2069.\n"
    )
    first = text.index("\r\n")
    second = Span(first + 2, len(text) - 1)
    document = Document(
        id="evil",
        text=text,
        paragraphs=(Paragraph(0, first), Paragraph(*second)),
        path="evil\x1b[2J.txt",
        title="evil \x1b]0;title\x07",
        outlet="\u202eoutlet\x07",
    )
    said_by = Attribution(
        (at(text, "北京大学的李教授"),), (at(text, "said"),), (Span(8, 20),), Identity.NAMED, ONE, Stance.DENIES
    )
    told = AnnotatedDocument(document, (Span(0, first), second), (), (said_by,))
    voice = Voice("evil", 0, "北京大学的李教授", Identity.NAMED, Stance.DENIES, "evil", ONE)
    events = tuple(
        Event(
            f"e{number}",
            "Statement.Denial",
            text[span.start : span.end],
            Support("evil", *span),
            (Support("evil", *span),),
            date=date,
            earliest=datetime.date(2025, 2, 27) if date and not date.startswith("X") else None,
            latest=datetime.date(2025, 2, 27) if date and not date.startswith("X") else None,
            sources=ONE,
            voices=(voice,),
            reckoning=("1 source: \x1b[31mit\x1b[0m says so.",),
        )
        for number, (span, date) in enumerate(
            [
                (Span(0, first), "2025-02-27?"),
                (second, "2025-02-27~"),
                (Span(0, first), "2025-02-27/2025-03-01"),
                (second, "2025-02"),
                (Span(0, first), "XXXX-02-27"),
                (second, None),
            ]
        )
    )
    file = open_story(None) if path is None else StoryFile(path, create=True)
    file.fill([told], Timeline(events, (Conflict("e0", "e1", Quarrel.FIGURES),), (Descent("evil"),)))
    return file


def woven(folder: Path) -> StoryFile:
    """The story of tests/stories/orrin-river, read and woven as a person would have it; `folder` is empty."""
    told = Path(__file__).parents[1] / "stories" / "orrin-river"
    articles = json.loads((told / "gold.json").read_text(encoding="utf-8"))["articles"]
    rows = ["file,published,outlet", *(f"{name},{a['published']},{a['outlet']}" for name, a in articles.items())]
    (folder / "sources.csv").write_text("\n".join(rows), encoding="utf-8")
    for name in articles:
        shutil.copy(told / name, folder)
    story = open_story(None)
    assert not build([folder], story)
    return story
