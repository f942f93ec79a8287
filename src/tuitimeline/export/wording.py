"""Dates, counts and stances in words, for formats that people read."""

from __future__ import annotations

import re
from datetime import date

from tuitimeline.export.evidence import Quote
from tuitimeline.model import Attribution, Count, Event, Identity, Stance, Voice

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# EDTF level 2, "sub-year groupings".
_GROUPS = dict(
    zip(
        (*range(21, 25), *range(33, 37), 40, 41),
        (
            *("spring", "summer", "autumn", "winter"),
            *("first quarter of", "second quarter of", "third quarter of", "fourth quarter of"),
            *("first half of", "second half of"),
        ),
        strict=True,
    )
)
_QUALIFIED = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T[\d:]+)?")
_SIMPLE = re.compile(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T([\d:]+))?)?)?([?~%]?)")

STANCES = {
    Stance.ASSERTS: "said so",
    Stance.CONFIRMS: "confirmed it",
    Stance.DENIES: "denied it",
    Stance.DECLINES: "declined to comment",
    Stance.NO_RESPONSE: "did not respond",
    Stance.UNVERIFIED: "could not verify it",
}
IDENTITIES = {
    Identity.NAMED: "named",
    Identity.INSTITUTION: "an institution",
    Identity.ANONYMOUS: "anonymous",
    Identity.DOCUMENT: "a document",
    Identity.OUTLET: "an outlet",
    Identity.NONE: "nobody named",
}


def day_of(event: Event) -> date | None:
    """The one calendar day on which an event happened; None where its date is coarser, qualified or unknown."""
    found = _DAY.fullmatch(event.date or "")
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()[:3]))
    except ValueError:
        return None


def date_in_words(edtf: str | None) -> str:
    """A date as a person reads it: "about 27 February 2025" for `2025-02-27~`, "undated" for None.

    EDTF (ISO 8601-2) that has no words here is given as it stands.
    """
    if edtf is None:
        return "undated"
    first, slash, last = edtf.partition("/")
    if not slash:
        return _in_words(edtf) or edtf
    if last in ("", ".."):
        words = _in_words(first)
        return f"{words} or later" if words else edtf
    if first in ("", ".."):
        words = _in_words(last)
        return f"{words} or earlier" if words else edtf
    since, until = _in_words(first), _in_words(last)
    return f"{since} to {until}" if since and until else edtf


def count_in_words(sources: Count) -> str:
    """How many distinct sources: "2 sources", "2 to 4 sources", "2 sources or more", "no source given"."""
    least, most = sources
    if most is None:
        return f"{least} source{'' if least == 1 else 's'} or more"
    if most == 0:
        return "no source given"
    if least == most:
        return f"{least} source{'' if least == 1 else 's'}"
    return f"{least} to {most} sources"


def voices_in_words(quote: Quote) -> tuple[str, ...]:
    """Who is heard at a place, and what they did: "two sources (anonymous) denied it, via Reuters", each once.

    A pronoun is followed by whom it points back to: "she (Ana Reed, named) said so".
    """
    text = quote.document.text
    return tuple(dict.fromkeys(_voice(voice, said, text) for voice, said in quote.voices))


def _voice(voice: Voice, said: Attribution, text: str) -> str:
    via = f", via {said.relay}" if said.relay else ""
    if not voice.source:
        return f"nobody is named who {STANCES[voice.stance]}{via}"
    meant = said.speaker.of(text) if said.speaker else voice.source
    points_back = f"{meant}, " if meant not in voice.source else ""
    return f"{voice.source} ({points_back}{IDENTITIES[voice.identity]}) {STANCES[voice.stance]}{via}"


def _in_words(edtf: str) -> str | None:
    found = _SIMPLE.fullmatch(edtf)
    if found is None:
        return None
    year, month, day, time, qualifier = found.groups()
    if month not in (None, "XX") and not 1 <= int(month) <= 12 and int(month) not in _GROUPS:
        return None
    words = " ".join(part for part in (_day(day), _month(month), _year(year, month)) if part).replace(" ,", ",")
    return _QUALIFIED[qualifier] + (f"{words}, {time}" if time else words)


def _day(day: str | None) -> str:
    return "" if day in (None, "XX") else str(int(day or 0))


def _month(month: str | None) -> str:
    if month in (None, "XX"):
        return ""
    number = int(month or 0)
    return MONTHS[number - 1] if number <= 12 else _GROUPS[number]


def _year(year: str, month: str | None) -> str:
    if year == "XXXX":
        return ", year unknown" if month else "year unknown"
    if year.endswith("XX"):
        return f"{year[:2]}00s"
    return f"{year[:3]}0s" if year.endswith("X") else year
