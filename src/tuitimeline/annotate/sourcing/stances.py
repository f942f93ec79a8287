"""What stance a source takes: by its cue, by what it says, by what it answers."""

from __future__ import annotations

import re
from collections.abc import Collection

from tuitimeline.annotate.sourcing.discourse import Found
from tuitimeline.annotate.sourcing.lexicon import LEXICON, load
from tuitimeline.model import Stance


def _any(section: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_STANCES[section])})\b", re.IGNORECASE)


_STANCES = load("stances.toml")
_DENIAL, _SILENCE, _BELITTLED = _any("denials"), _any("silence"), _any("belittled")
_NAMING = frozenset(_STANCES["naming"])
_OWN_STANCE = frozenset(_STANCES["own"])


def of(text: str, item: Found, heard: Collection[Found]) -> Stance:
    """The stance of an attribution; `heard` are those before it, which it may answer."""
    stance = _stance(text, item)
    free = stance is Stance.ASSERTS and item.content and item.relation.lemma not in _OWN_STANCE
    return Stance.DENIES if free and _answers(text, item, heard) else stance


def _stance(text: str, item: Found) -> Stance:
    """The cue's stance; where the cue only asserts, what its content says."""
    stance = item.relation.stance
    if stance is not Stance.ASSERTS or not item.content or item.relation.lemma in _OWN_STANCE:
        return stance
    said = text[item.content[0].start : min(item.content[-1].end, item.content[0].start + 160)]
    if len(said) < 90 and _SILENCE.search(said):
        return Stance.DECLINES
    if _DENIAL.search(said):
        return Stance.DENIES
    if item.relation.lemma in _NAMING and _BELITTLED.search(said):
        return Stance.DENIES
    return stance


HEARD = 12  # contents before that one can answer
_NOT_ONE = re.compile(
    r"\W*(?:there (?:is|was|were|are|has been|had been)\W+)?(?:no|no one|nobody|nothing|none)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]{4,}")


def _matter(text: str, item: Found) -> frozenset[str]:
    """What a content is about: how its words of weight begin."""
    said = " ".join(span.of(text) for span in item.content).lower()
    return frozenset(word[:5] for word in _WORD.findall(said) if word not in LEXICON.tags)


def _answers(text: str, item: Found, heard: Collection[Found]) -> bool:
    """ "No one had wept", where another said that the foreman wept: it denies what was put forward."""
    start, end = item.content[0].start, item.content[-1].end
    if not _NOT_ONE.match(text, start, end):
        return False
    matter = _matter(text, item)
    before = (other for other in heard if other.content and other.content[-1].end <= start)
    return any(matter & _matter(text, other) for other in before)
