"""What kinds.toml says, ready to be looked up word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import cache
from typing import NamedTuple

from tuitimeline.tables import read_table

VOWELS = "aeiou"


class Form(IntEnum):
    """How a word of the lexicon is inflected."""

    BASE = auto()
    THIRD = auto()
    PAST = auto()
    PARTICIPLE = auto()
    GERUND = auto()
    NOUN = auto()
    LITERAL = auto()


@dataclass(frozen=True, slots=True)
class Element:
    """What must stand at one place: one of `words` or `marks` ("#", "##", "$", "@", "^"); none where `negated`.

    `gap` is how many words it may stand for: "..." any, "~" those of one noun phrase (`within`).
    """

    words: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    negated: bool = False
    gap: int = 0
    within: bool = False

    @property
    def weight(self) -> int:
        """A word tells more than a mark, a mark more than a gap."""
        return 0 if self.gap or self.negated else 3 if self.words else 1


class Entry(NamedTuple):
    """One way to tell of a kind of event.

    It is looked up by its first word in `form`; `rest` is what must follow, `before` what must stand in the clause
    before it; `passive` asks for a form of "be" in front.
    """

    kind: str
    form: Form
    rest: tuple[Element, ...] = ()
    before: Element | None = None
    passive: bool = False

    @property
    def weight(self) -> int:
        """The longer entry wins where two meet; what is known by ACE wins over `Event`."""
        before = 0 if self.before is None else 4 if self.before.words else _MARKS[max(self.before.marks, key=len)]
        known = self.kind not in ("Event", "Doing", "State", "Light")
        return sum(e.weight for e in self.rest) + before + self.passive + known


_MARKS = {"#": 2, "@": 2, "^": 2, "##": 3, "$": 5}
"""What it weighs that something other than a word must stand before."""


class Written(NamedTuple):
    """An Entry as kinds.toml writes it: what stands behind and before the word is not read yet."""

    kind: str
    form: Form
    rest: tuple[str, ...] = ()
    before: str | None = None
    passive: bool = False

    def read(self) -> Entry:
        """The entry itself."""
        before = None if self.before is None else _element(self.before)
        return Entry(self.kind, self.form, tuple(_element(e) for e in self.rest), before, self.passive)


class Lexicon:
    """Every word form that can tell of an event.

    The entries of a word are read and put in order when it is first looked up: a text has few of the words.
    """

    def __init__(self, rows: Iterable[tuple[str, Written]]) -> None:
        self._written: dict[str, list[Written]] = {}
        self._ordered: dict[str, tuple[Entry, ...]] = {}
        for word, row in rows:
            self._written.setdefault(word, []).append(row)

    def __contains__(self, word: str) -> bool:
        return word in self._written

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def get(self, word: str, otherwise: tuple[Entry, ...] = ()) -> tuple[Entry, ...]:
        """The entries of a word form, the most exact first; `otherwise` where it tells of no event."""
        found = self._ordered.get(word)
        if found is None and word in self._written:
            once = dict.fromkeys(row.read() for row in self._written[word])
            found = self._ordered[word] = tuple(sorted(once, key=lambda entry: -entry.weight))
        return otherwise if found is None else found


@cache
def table(name: str) -> dict[str, object]:
    """A TOML file of this folder."""
    return read_table(__file__, name)


@cache
def lexicon() -> Lexicon:
    """The words of kinds.toml."""
    rows = ((kind, rows) for kind, rows in table("kinds.toml").items() if isinstance(rows, dict))
    return Lexicon(entry for kind, row in rows for entry in _entries(kind, row))


@cache
def people() -> frozenset[str]:
    """Nouns and pronouns for people, in lower case, singular and plural."""
    rows = table("people.toml")
    nouns = str(rows["nouns"]).split()
    plurals = [plural(noun) for noun in nouns]
    irregular = ["wives", "thieves", "men", "women", "children", "people"]
    return frozenset([*nouns, *plurals, *irregular, *str(rows["pronouns"]).split()])


@cache
def word_class(name: str) -> frozenset[str]:
    """A closed class of words of grammar.toml."""
    return frozenset(str(table("grammar.toml")[name]).split())


def _entries(kind: str, rows: dict[str, str]) -> Iterator[tuple[str, Written]]:
    for verb in rows.get("verbs", "").split():
        for word, form in forms(verb):
            yield word, Written(kind, form)
    for before, words in _phrases(rows.get("phrases", "")):
        first, *rest = words
        if first == "be":
            first, *rest = rest[1:] if rest[0] == "..." else rest
        for opening, *more in _openings(first):
            tail = (*more, *rest)
            if words[0] == "be":
                yield opening, Written(kind, Form.PARTICIPLE, tail, before, passive=True)
            else:
                for word, form in forms(opening):
                    yield word, Written(kind, form, tail, before)
    singles, _, several = rows.get("nouns", "").partition(";")
    for noun in singles.split():
        for word in (noun, plural(noun)):
            yield word, Written(kind, Form.NOUN)
    for before, (first, *rest) in _phrases(several):
        yield first, Written(kind, Form.NOUN, tuple(rest), before)
    for before, (first, *rest) in _phrases(rows.get("states", "")):
        for word in first.split("|"):
            yield word, Written(kind, Form.LITERAL, tuple(rest), before)


_WRAPPED = re.compile(r"\|\s+")


def _phrases(rows: str) -> Iterator[tuple[str | None, list[str]]]:
    """What must stand before each phrase, and its words."""
    for phrase in _WRAPPED.sub("|", rows).split(";"):
        before, mark, words = phrase.rpartition(">")
        if words.strip():
            yield before.strip() if mark else None, words.split()


def _openings(first: str) -> Iterator[list[str]]:
    """The words with which a phrase may open: "hand_over|give" is "hand over" or "give"."""
    for alternative in first.split("|"):
        yield alternative.split("_")


@cache
def _element(written: str) -> Element:
    if written in ("...", "~"):
        return Element(gap=GAPS[written], within=written == "~")
    words: set[str] = set()
    marks: set[str] = set()
    for alternative in written.removeprefix("!").split("|"):
        if alternative in _MARKS:
            marks.add(alternative)
        else:
            words |= sort(alternative[1:]) if alternative[0] == "&" else _numbers(alternative)
    return Element(frozenset(words), frozenset(marks), negated=written[0] == "!")


GAPS = {"...": 7, "~": 5}
"""How many words each mark for a gap may stand for."""


@cache
def sort(name: str) -> frozenset[str]:
    """The words of one sort of words.toml, singular and plural."""
    return frozenset(w for word in str(table("words.toml")[name]).split() for w in _numbers(word))


def _numbers(word: str) -> set[str]:
    return {word, word + "s", word + "es", plural(word)} if word.isalpha() else {word}


@cache
def forms(lemma: str) -> tuple[tuple[str, Form], ...]:
    """The finite and non-finite forms of a verb."""
    past, participle = irregular().get(lemma) or (_past(lemma), _past(lemma))
    return (
        (lemma, Form.BASE),
        (plural(lemma), Form.THIRD),
        (_gerund(lemma), Form.GERUND),
        *((word, Form.PAST) for word in past),
        *((word, Form.PARTICIPLE) for word in participle),
    )


@cache
def irregular() -> dict[str, tuple[list[str], list[str]]]:
    """Past and participle of the verbs that rules do not make."""
    return {
        lemma: (str(row[0]).split(), str(row[1]).split())
        for lemma, row in table("irregular.toml").items()
        if isinstance(row, list)
    }


@cache
def pasts() -> frozenset[str]:
    """The past forms that no ending tells."""
    return frozenset(word for past, _ in irregular().values() for word in past)


def plural(word: str) -> str:
    """The plural of a noun, or the third person of a verb, by rule."""
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh", "o")) and not word.endswith("oo"):
        return word + "es"
    if word.endswith("man"):
        return word[:-3] + "men"
    return word + "s"


def _doubled(lemma: str) -> str:
    if lemma in _DOUBLE:
        return lemma + lemma[-1]
    short = len(lemma) > 2 and lemma[-1] not in "aeiouwxyh" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS
    return lemma + lemma[-1] if short and sum(c in VOWELS for c in lemma) == 1 else lemma


_DOUBLE = frozenset(str(table("irregular.toml")["doubled"]).split())


def _past(lemma: str) -> list[str]:
    """The regular past; of "travel" and "dial" as British and as American English write it."""
    if lemma.endswith("e"):
        return [lemma + "d"]
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return [lemma[:-1] + "ied"]
    if lemma.endswith(("el", "al")) and lemma[-3] not in VOWELS[:-1]:
        return [lemma + "ed", lemma + "led"]
    return [_doubled(lemma) + "ed"]


def _gerund(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and len(lemma) > 2:
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"
