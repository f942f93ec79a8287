"""The lexical facts of the data files, as Python values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from tuitimeline.model import Stance
from tuitimeline.tables import read_table


class Verb(NamedTuple):
    """A form of a reporting verb: its lemma, what it takes, its stance, and what form it is.

    `form` is "s" (says), "d" (said), "n" (a participle alone: written), "g" (saying) or "b" (say).
    """

    lemma: str
    takes: frozenset[str]
    stance: Stance
    form: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the grammar knows of words."""

    verbs: dict[str, Verb]
    nouns: frozenset[str]
    views: frozenset[str]
    counts: frozenset[str]
    tags: dict[str, str]
    participles: frozenset[str]
    twofold: frozenset[str]
    calendar: frozenset[str]
    time: frozenset[str]
    sources: dict[str, frozenset[str]]


def load(name: str) -> dict[str, Any]:
    """One data file of this room."""
    return read_table(__file__, name)


def _forms(lemma: str) -> tuple[str, str, str, str]:
    """The -s form, the past, the past participle and the -ing form of a regular verb."""
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        stem = lemma[:-1]
        return stem + "ies", stem + "ied", stem + "ied", lemma + "ing"
    s = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if lemma.endswith("e"):
        return s, lemma + "d", lemma + "d", lemma[:-1] + "ing"
    return s, lemma + "ed", lemma + "ed", lemma + "ing"


def _verbs() -> dict[str, Verb]:
    data = load("cues.toml")
    stance = {lemma: Stance(name) for name, lemmas in data["stance"].items() for lemma in lemmas}
    out: dict[str, Verb] = {}
    for lemma, written in data["verbs"].items():
        takes, says = frozenset(written.split()), stance.get(lemma, Stance.ASSERTS)
        forms = data["irregular"].get(lemma) or _forms(lemma)
        for form, word in zip("sdng", forms, strict=True):
            out.setdefault(word, Verb(lemma, takes, says, form))
        out.setdefault(lemma, Verb(lemma, takes, says, "b"))
    return out


def _tags() -> tuple[dict[str, str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    data = load("words.toml")
    tags: dict[str, str] = {}
    for tag, words in data["tags"].items():
        for word in words.split():
            tags.setdefault(word, tag)
    participles, twofold, calendar, time = (
        frozenset(data[name]["words"].split()) for name in ("participles", "twofold", "calendar", "time")
    )
    return tags, participles, twofold, calendar, time


def _plural(noun: str) -> str:
    """The plural of a regular noun."""
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _sources() -> dict[str, frozenset[str]]:
    """The kinds of nouns, each with its plurals; those of bodies apart, since one body is counted as one."""
    data = load("sources.toml")
    out = {
        f"{kind}.{name}": frozenset(words.split()) for kind, lists in data.items() for name, words in lists.items()
    }
    for nouns in ("document.words", "person.words", "person.offices"):
        out[nouns] |= {_plural(noun) for noun in out[nouns]}
    bodies = out["institution.words"]
    out["institution.plural"] = frozenset(_plural(noun) for noun in bodies) - bodies
    return out


def _nouns(name: str) -> frozenset[str]:
    return frozenset(load("cues.toml")["nouns"][name].split())


LEXICON = Lexicon(_verbs(), _nouns("words"), _nouns("views"), _nouns("counts"), *_tags(), _sources())
