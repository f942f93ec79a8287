"""Whose reporting a document passes on: agencies named in its byline, and outlets that it cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from tuitimeline.model import AnnotatedDocument, Furniture
from tuitimeline.tables import read_table

_NAME = (
    r"(?:[Tt]he\s+)?[A-Z][\w’'&.-]*(?:\s+(?:of\s+)?[A-Z][\w’'&-]*){0,4}"
    r"(?:\s+(?:news\s+agency|agency|newspaper|news\s+service))?"
)
_PASSED = (
    "reported carried distributed supplied alleged claimed circulated spread released issued aired broadcast"
    " printed run made broken revealed seen obtained reviewed quoted published"
)
_CITED = re.compile(
    r"\b(?:[Tt]old|[Gg]iven to|[Aa]ccording to|[Cc]iting|[Qq]uoting"
    r"|(?i:" + "|".join(_PASSED.split()) + r") by|[Pp]ut out by|[Pp]ublished in|[Ii]nputs? from"
    r"|(?:[Rr]eports?|[Dd]ispatch(?:es)?|[Ss]tory|[Aa]rticles?|[Aa]ccounts?|[Ii]nterview|[Ii]nvestigation)"
    r" (?:by|in|from|with|of))\s+(?:the\s+so-called\s+)?(" + _NAME + ")"
)
_CITING = re.compile(
    r"(?<![\w.])(" + _NAME + r")(?:\s+(?:has|had|also|first|earlier))?,?"
    r"\s+(?:reported|said|quoted|citing|reports|wrote|cited|quoting|revealed|says)\b"
)
_REPORT = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]hat|[Tt]his)\s+(" + _NAME + r")(?:['’]s)?"
    r"\s+(?:reports?|stor(?:y|ies)|articles?|accounts?|dispatch(?:es)?|broadcasts?|investigation)\b"
)
_WIRE = re.compile(
    r"\b((?:[A-Z][\w’'&-]*\s+){1,4}(?:(?:[Nn]ews\s+)?[Aa]gency|News\s+Service|Newswire|Newsline|Wire|Presse?))\b"
)
_BYLINE = re.compile(r"[A-Z][\w’'&.-]*(?:\s+(?:of\s+)?[A-Z&][\w’'&-]*){0,4}")
_LED = re.compile(r"^(?:(?:From|By|Source|With|Via|Agency|Report|Reporting|Copyright)\s+)+")
_TAGGED = re.compile(r"\((" + _NAME + r")\)")


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return read_table(__file__, "agencies.toml")


@cache
def _agencies() -> dict[str, str]:
    table = _table()
    return {alias: name for name, aliases in (table["agencies"] | table["outlets"]).items() for alias in aliases}


@cache
def _known() -> re.Pattern[str]:
    """News agencies by names that stand for nothing else: they are named where their word is passed on."""
    wires = (alias for aliases in _table()["agencies"].values() for alias in aliases)
    names = sorted((a for a in wires if len(a) > 3), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")


@lru_cache(maxsize=65536)
def _distinct(name: str) -> frozenset[str]:
    """The words that tell an outlet from others; all of them where none does."""
    words = [w.removesuffix("'s").removesuffix("’s") for w in re.findall(r"[\w’'-]+", name.lower())]
    telling = frozenset(words) - frozenset(_table()["names"]["generic"])
    return telling or frozenset(words) - {"the"}


def looks_like_outlet(name: str) -> bool:
    """Whether a name ends as names of outlets do ("Norden News Agency")."""
    words = re.findall(r"\w+", name.lower())
    return bool(words) and len(words) > 1 and words[-1] in _table()["names"]["heads"]


def is_agency(name: str) -> bool:
    """Whether an outlet lives by passing its reporting on to others."""
    return name in _agencies() or not _WIRES.isdisjoint(re.findall(r"\w+", name.lower()))


_WIRES = frozenset(["agency", "agence", "wire", "newswire", "press", "presse", "service", "newsline"])


def is_generic(name: str) -> bool:
    """Whether a name tells no outlet from another ("the agency", "the paper")."""
    return not frozenset(re.findall(r"\w+", name.lower())) - frozenset(_table()["names"]["generic"])


def cited(annotated: AnnotatedDocument) -> tuple[tuple[str, ...], ...]:
    """Names a document gives as origin of what it tells: surely (attributions), possibly (text), in its byline."""
    document = annotated.document
    told = (a.relay for a in (*annotated.attributions, *annotated.within) if a.relay)
    surely = [*document.agencies, *(name for relay in told for name in _each(relay))]
    possible: list[str] = []
    bylines: list[str] = []
    for paragraph in document.paragraphs:
        span = (paragraph.start, paragraph.end)
        if paragraph.boilerplate is None:
            surely += [m[0] for m in _known().finditer(document.text, *span)]
            for pattern in (_CITED, _CITING, _REPORT, _WIRE, _TAGGED):
                possible += [m[1] for m in pattern.finditer(document.text, *span)]
        elif paragraph.boilerplate is Furniture.BYLINE:
            bylines += [_LED.sub("", m[0]) for m in _BYLINE.finditer(document.text, *span)]
    return tuple(dict.fromkeys(surely)), tuple(dict.fromkeys(possible)), tuple(dict.fromkeys(bylines))


def _each(name: str) -> list[str]:
    """The outlets of a list: "the Wall Street Journal and the New York Times"."""
    parts = re.split(r",? and |, ", name)
    return parts if all(p in _agencies() or looks_like_outlet(p) for p in parts) else [name]


def _initials(name: str) -> str:
    """The letters by which an outlet is called in short: CP for the Central Press."""
    return "".join(m[0] for m in re.finditer(r"\b[A-Z]", re.sub(r"^The\s+", "", name)))


def _may_be_called(outlet: str, name: str) -> bool:
    """Whether an outlet goes by a name: an agency by its first word, a paper by its last, not by its town's."""
    words = set(re.findall(r"\w+", name.lower()))
    own = set(re.findall(r"\w+", outlet.lower())) - {"the"}
    telling = {*_table()["names"]["heads"], *_table()["names"]["generic"]} - {"the"}
    return is_agency(outlet) or own <= words or not telling.isdisjoint(words) or telling.isdisjoint(own)


class Outlets:
    """The outlets of a pile and the agencies of the world, by any of the names they go by."""

    def __init__(self, outlets: Iterable[str], cited: Iterable[str] = ()) -> None:
        """`cited` are the names by which articles call outlets: an agency goes by the one that is used most."""
        self._called: dict[str, str] = {}
        for name, _ in Counter(re.sub(r"^[Tt]he\s+", "", name) for name in cited).most_common():
            if name in _agencies():
                self._called.setdefault(_agencies()[name], name)
        self._pile: dict[frozenset[str], str] = {}
        self._short: dict[str, str] = {}
        self._by_word: dict[str, list[str]] = {}
        for outlet in dict.fromkeys(outlets):
            self._pile.setdefault(_distinct(outlet), outlet)
            if is_agency(outlet) and len(_initials(outlet)) > 1:
                self._short.setdefault(_initials(outlet), outlet)
            if outlet in _agencies():
                self._called[_agencies()[outlet]] = outlet
            for word in _distinct(outlet):
                self._by_word.setdefault(word, []).append(outlet)

    def is_one(self, name: str) -> bool:
        """Whether a name is that of an outlet of the pile or of an agency."""
        return _distinct(name) in self._pile or name in _agencies()

    def resolve(self, name: str, own: str | None, sure: bool) -> str | None:
        """The outlet that a name stands for; None where it is the citing one's own, or no outlet at all.

        An unknown name is believed where a byline or an attribution gives it and it looks like an outlet's.
        """
        bare = name.strip()
        if own and (is_generic(bare) or _distinct(bare) <= _distinct(own) or _distinct(own) <= _distinct(bare)):
            return None
        if is_generic(bare):
            return None
        exact = self._pile.get(_distinct(bare))
        if exact and (sure or _may_be_called(exact, bare)):
            return exact
        short = re.sub(r"^[Tt]he\s+", "", bare)
        known = _agencies().get(bare) or _agencies().get(short)
        if known:
            return self._called.get(known, known)
        if short in self._short:
            return self._short[short] if self._short[short] != own else None
        words = _distinct(bare)
        for word in sorted(words):
            for outlet in self._by_word.get(word, ())[:20]:
                part = words <= _distinct(outlet) and (sure or _may_be_called(outlet, bare))
                if part or _distinct(outlet) <= words:
                    return outlet
        return short if sure and looks_like_outlet(bare) else None
