"""The sources of an event that an analyst made of others, counted as any other is."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from tuitimeline.model import AnnotatedDocument, Voice
from tuitimeline.timeline.counting import Heard, Tally, tally
from tuitimeline.timeline.speeches import Speech, speeches_of


def recount(voices: Iterable[Voice], read: Callable[[str], AnnotatedDocument], copies: Container[str]) -> Tally:
    """What `voices` come to together. `read` gives a document by its id; `copies` holds the ids of copies."""
    numbers: dict[str, int] = {}
    told: dict[str, list[Speech]] = {}
    outlets: dict[str, str | None] = {}
    heard = []
    for voice in voices:
        if voice.document not in told:
            annotated = read(voice.document)
            told[voice.document] = speeches_of(annotated)
            outlets[voice.document] = annotated.document.outlet
        number = numbers.setdefault(voice.document, len(numbers))
        speech = replace(told[voice.document][voice.index], identity=voice.identity)
        copy = voice.document in copies
        own = not copy and voice.origin == outlets[voice.document]
        heard.append(Heard(number, voice.origin, speech, copy, own))
    return tally(heard)
