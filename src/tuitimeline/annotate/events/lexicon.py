"""What kinds.toml says, ready to be looked up word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from tuitimeline.tables import read_table

VOWELS = "aeiou"


class Form(Enum):
    """How a word of the lexicon is inflected."""

    BASE = auto()
    THIRD = auto()
    PAST = auto()
    PARTICIPLE = auto()
    GERUND = auto()
    NOUN = auto()
    LITERAL = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to tell of a kind of event.

    It is looked up by its first word in `form`; `rest` are the elements that must follow (kinds.toml), `before`
    is what must stand before it ("#", "$", "@"), `passive` asks for a form of "be" in front.
    """

    kind: str
    form: Form
    rest: tuple[str, ...] = ()
    before: str | None = None
    passive: bool = False

    @property
    def weight(self) -> int:
        """The longer entry wins where two meet; what is known by ACE wins over `Event`."""
        words = sum(3 if e.replace("|", "").replace("-", "").isalpha() else 1 for e in self.rest if e != "...")
        return (
            words
            + _BEFORE.get(self.before or "", 4)
            + self.passive
            + (self.kind not in ("Event", "Doing", "State", "Light"))
        )


_BEFORE = {"": 0, "#": 2, "@": 2, "##": 3, "$": 5}
"""What it weighs that something must stand before; a word weighs 4."""

Lexicon = dict[str, tuple[Entry, ...]]


@cache
def table(name: str) -> dict[str, object]:
    """A TOML file of this folder."""
    return read_table(__file__, name)


@cache
def lexicon() -> Lexicon:
    """Every word form that can tell of an event, with its entries, the most exact first."""
    found: dict[str, set[Entry]] = {}
    for kind, rows in table("kinds.toml").items():
        assert isinstance(rows, dict)
        for word, entry in _entries(kind, rows):
            found.setdefault(word, set()).add(entry)
    return {word: _by_weight(some) if len(some) > 1 else tuple(some) for word, some in found.items()}


def _by_weight(some: set[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(some, key=lambda e: (-e.weight, e.kind, e.form.value, e.rest)))


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


def _entries(kind: str, rows: dict[str, list[str]]) -> Iterator[tuple[str, Entry]]:
    for verb in rows.get("verbs", ()):
        for word, form in forms(verb):
            yield word, Entry(kind, form)
    for phrase in rows.get("phrases", ()):
        first, *rest = phrase.split()
        if first == "be":
            rest = rest[1:] if rest[0] == "..." else rest
            for word in rest[0].split("|"):
                yield word, Entry(kind, Form.PARTICIPLE, tuple(rest[1:]), passive=True)
        else:
            for word, form in forms(first):
                yield word, Entry(kind, form, tuple(rest))
    for noun in rows.get("nouns", ()):
        first, *rest = noun.split()
        yield first, Entry(kind, Form.NOUN, tuple(rest))
        if not rest:
            yield plural(first), Entry(kind, Form.NOUN)
    for state in rows.get("states", ()):
        before, _, *rest = state.split()
        for word in rest[0].split("|"):
            yield word, Entry(kind, Form.LITERAL, tuple(rest[1:]), before=before)


def forms(lemma: str) -> list[tuple[str, Form]]:
    """The finite and non-finite forms of a verb."""
    past, participle = irregular().get(lemma, ([_past(lemma)], [_past(lemma)]))
    return [
        (lemma, Form.BASE),
        (plural(lemma), Form.THIRD),
        (_gerund(lemma), Form.GERUND),
        *((word, Form.PAST) for word in past),
        *((word, Form.PARTICIPLE) for word in participle),
    ]


@cache
def irregular() -> dict[str, tuple[list[str], list[str]]]:
    """Past and participle of the verbs that rules do not make."""
    return {
        lemma: (str(row[0]).split(), str(row[1]).split())
        for lemma, row in table("irregular.toml").items()
        if isinstance(row, list)
    }


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


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and len(lemma) > 2:
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"
