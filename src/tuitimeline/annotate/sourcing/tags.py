"""The tag of a word by its form alone: lists first, then capitals and endings."""

from __future__ import annotations

import re
from collections.abc import Collection

from tuitimeline.annotate.sourcing.lexicon import LEXICON

_TAGS = LEXICON.tags
_VERBS = LEXICON.verbs
NOUNS = (
    frozenset()
    .union(
        *(LEXICON.sources[kind] for kind in ("institution.words", "institution.plural", "institution.spokes")),
        *(
            LEXICON.sources[kind]
            for kind in ("document.words", "document.finders", "outlet.nouns", "person.words")
        ),
    )
    .difference(LEXICON.sources["given.words"])
)
_PROPER = LEXICON.sources["outlet.names"] | LEXICON.sources["reporting_bodies.places"]
_PEOPLE = re.compile(r".+(?:ers|ors|ists|ians|ants|ees|men|ates|ies|ents|ives|als|ics)$")
_MANY = re.compile(r".+(?:s|men|people)$|police|staff")  # what begins a sentence without an article
_COMPOUND = re.compile(
    r".+-(?:based|backed|led|born|run|owned|controlled|held|era|style|speaking|trained|made|bound)$"
)
_INITIAL_ADJECTIVE = re.compile(r".{3,}(?:[tnr]ional|rnal|[nt]al|cial|rial|ical|ative|ous|lic)$")
_ADJECTIVE = re.compile(r".+(?:ous|ful|ive|able|ible|ish|less|ical|ier|iest)$")


def of(token: str, low: str, initial: bool, names: Collection[str]) -> str:
    """The tag of a word by its form; `initial` where it begins the sentence, `names` have a capital elsewhere."""
    first = token[0]
    tag = _TAGS.get(low)
    if tag is not None and (first.islower() or initial or tag in "DPXHWUKTI" or low in ("he", "she")):
        if (
            first.isupper()
            and not initial
            and len(token) > 1
            and tag in "IUKR#W"
            and token.isupper()
            and token != "I"
        ):
            return "C"
        return tag
    if first.isdigit() or first in "$€£":
        return "#"
    return _capitalised(token, low, initial, names) if first.isupper() else _by_form(low)


def _capitalised(token: str, low: str, initial: bool, names: Collection[str]) -> str:
    """The tag of a word with a capital that may be no name: it may only begin the sentence."""
    if _COMPOUND.match(low):
        return "J"
    if not initial:
        return "C"
    begins = low in NOUNS and _MANY.match(low)
    if token in names and low not in _VERBS and not begins:
        return "C"
    if low in _VERBS and _VERBS[low].form in "gdn":
        return "G" if _VERBS[low].form == "g" else "E"
    if low.endswith("ing") and len(low) > 5:
        return "G"
    if low.endswith("ly"):
        return "R"
    if low in _PROPER:
        return "C"
    if _INITIAL_ADJECTIVE.match(low):
        return "J"
    noun = low in NOUNS or _PEOPLE.match(low)
    return "N" if noun and (token not in names or _MANY.match(low)) else "C"


def _by_form(low: str) -> str:
    """The tag of a word that no list has: a verb's form, else what its ending tells."""
    verb = _VERBS.get(low)
    if verb is not None:
        return {"s": "V", "d": "E", "n": "E", "g": "G", "b": "B"}[verb.form]
    if low.endswith("ing") and len(low) > 4:
        return "G"
    if low.endswith("ed") and len(low) > 3:
        return "E"
    if low.endswith("ly") and len(low) > 4:
        return "R"
    if low.endswith("n't"):
        return "X"
    if low not in NOUNS and _ADJECTIVE.match(low):
        return "J"
    return "N"
