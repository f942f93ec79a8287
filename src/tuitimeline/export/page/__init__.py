"""A story as one self-contained HTML page: search, evidence under each event, light, dark and printable."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from itertools import groupby
from typing import Any, NamedTuple

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from tuitimeline.export import evidence, wording
from tuitimeline.export.page.marking import marked
from tuitimeline.export.written import Written
from tuitimeline.model import Descent, Identity, Stance, Story
from tuitimeline.safe import visible


class Badge(NamedTuple):
    """A fact about an event's sourcing in a word or two, and the class that gives it a colour."""

    text: str
    sort: str


def page(story: Story) -> Written:
    """The page. It needs no network and allows itself none; every text in it is escaped by the template."""
    room = files(__package__)
    style, script = ((room / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    told = evidence.tell(story)
    html = _environment().from_string((room / "page.html").read_text(encoding="utf-8"))
    return Written(
        html.render(
            style=Markup(style),
            script=Markup(script),
            style_hash=_hash(style),
            script_hash=_hash(script),
            days=[(date, tuple(events)) for date, events in groupby(told, key=lambda t: t.event.date)],
            events=told,
            number={t.event.id: i for i, t in enumerate(told, 1)},
            headline={t.event.id: t.event.headline for t in told},
            marked={d.document.id: marked(d) for d in story.documents},
            documents=[d.document for d in story.documents],
            document_number={d.document.id: i for i, d in enumerate(story.documents, 1)},
            descent={d.document.id: Descent(d.document.id) for d in story.documents}
            | {d.document: d for d in story.timeline.descents},
            title={d.document.id: evidence.name_of(d.document) for d in story.documents},
            conflicts=sum(len(t.contradicted_by) for t in told) // 2,
            edits=story.edits,
        )
    )


def badges(told: evidence.Told) -> tuple[Badge, ...]:
    """How an event is sourced, at a glance."""
    event = told.event
    stances = {voice.stance for voice in event.voices}
    found = [Badge(wording.count_in_words(event.sources), "count")]
    if any(voice.identity is Identity.ANONYMOUS for voice in event.voices):
        found.append(Badge("anonymous", "anonymous"))
    if Stance.DENIES in stances:
        found.append(Badge("denied", "denied"))
    if Stance.UNVERIFIED in stances:
        found.append(Badge("unverified", "unverified"))
    if event.hedged:
        found.append(Badge("hedged", "hedged"))
    if told.contradicted_by:
        found.append(Badge("conflict", "conflict"))
    copies = len({q.document.id for q in told.quotes if q.descent.copy_of is not None})
    if copies:
        found.append(Badge(f"{copies} cop{'y' if copies == 1 else 'ies'}", "copies"))
    return tuple(found)


def _environment() -> Environment:
    """Templates whose every value is made visible, then escaped; a name that is not there is an error."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_finalize
    )
    environment.globals.update(
        badges=badges,
        page_of=evidence.page_of,
        address_of=evidence.address_of,
        date_in_words=wording.date_in_words,
        voices_in_words=wording.voices_in_words,
    )
    return environment


def _finalize(value: Any) -> Any:
    return visible(str(value)) if isinstance(value, str) and not isinstance(value, Markup) else value


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
