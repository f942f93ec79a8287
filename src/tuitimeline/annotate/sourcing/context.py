"""What a word's neighbours tell of it: "the claims" are a noun, "he claims" is a verb."""

from __future__ import annotations

from collections.abc import Sequence

from tuitimeline.annotate.sourcing import tags as tags_by_form
from tuitimeline.annotate.sourcing.lexicon import LEXICON

_VERBS = LEXICON.verbs
_TAGS = LEXICON.tags
_TWOFOLD = LEXICON.twofold
_OF_DOCUMENTS = frozenset(
    w
    for w, verb in LEXICON.verbs.items()
    if verb.form in "sb" and verb.takes <= {"doc", "np", "that"} and "doc" in verb.takes
)
_TIME = LEXICON.time
_BEFORE_NOUN = frozenset("a an the his its their my our your no any every".split())
_PLACES = frozenset(("opposite", "nearby", "outside", "inside", "below", "above"))
_NOT_SINCE = frozenset(("since", "before", "after"))


def mend(low: list[str], tags: Sequence[str]) -> str:
    """The tags of a sentence, those mended that a word's neighbours tell better than its form."""
    out = list(tags)
    size = len(out)
    for k in range(1, size):
        after = out[k + 1] if k + 1 < size else "."
        if out[k] in "VBGE":
            out[k] = _verb_or_noun(low, out, k, after)
        elif out[k] == "H":
            out[k] = _that(low, out, k, after)
        else:
            out[k] = _small(low[k], out[k], out[k - 1], after)
    if size > 1 and out[0] in "GRJE" and out[1] in "VE" and low[1] in _SPEAKS and low[0] not in _KNOWN:
        out[0] = "C"  # an unknown name opens the sentence
    if size > 1 and out[0] == "H":
        out[0] = "P" if out[1] in "XVEB" else "D"
    return "".join(out)


_SPEAKS = frozenset(word for word, verb in _VERBS.items() if verb.takes & {"clause", "to"} and verb.form in "sd")
_KNOWN = frozenset(_TAGS) | frozenset(_VERBS) | tags_by_form.NOUNS


def _small(low: str, tag: str, before: str, after: str) -> str:
    """The tag of a small word: "her" alone, "first" before a verb, "opposite" and "since" without a noun."""
    if low == "her":
        return "M" if after in "Q,.;:DITUVXKWHP" else tag
    if low == "first":
        return "R" if before in "XCN" and after in "EV" else tag
    adverb = (tag == "I" and low in _PLACES and after in "VXE,.") or (
        tag == "U" and low in _NOT_SINCE and before == "X"
    )
    return "R" if adverb else tag


def _verb_or_noun(low: list[str], tags: list[str], k: int, after: str) -> str:
    """Whether a word that can be either is a verb here; an adjective where a noun follows a participle."""
    tag, before, word = tags[k], tags[k - 1], low[k - 1]
    if word in _BEFORE_NOUN or before == "J" or (word.endswith("'s") and before in "NC"):
        if tag == "E":
            return "J" if after in "NCJVBGE#K" else "E"
        if tag == "G":
            return "J" if after in "NCJ" else "N"
        if low[k] in ("said", "told", "says"):
            return tag
        finite = before == "J" and word not in _BEFORE_NOUN and tag == "V" and low[k] not in _TWOFOLD
        return tag if finite else "N"
    return "N" if _is_noun(low, tags, k, after) else tag


def _is_noun(low: list[str], tags: list[str], k: int, after: str) -> bool:
    """Whether a word that stands after no determiner is a noun all the same."""
    tag, before, word = tags[k], tags[k - 1], low[k - 1]
    if low[k] in _OF_DOCUMENTS and (
        after not in "DCNJ#PMGQR" or (before == "N" and tag == "B" and word[-1] != "s")
    ):
        return True  # "low-carbon projects and", "the unemployment rate"
    if low[k] in _TWOFOLD:
        against = low[k + 1 : k + 2] == ["against"]  # "charges against the owner"
        if against or after in "VXB" or tags[k + 1 : k + 3] == ["E", "I"] or not _can_be_verb(before, after):
            return True  # "court records place him there", "land records reviewed by"
    if tag != "B":
        return False
    if before in "#I" or (after in "VX" and before in "NCJ") or (before == "V" and word in _VERBS):
        return True  # "the inquiry's interim report blames", "the poll puts support at"
    compound = before == "N" and k > 1 and tags[k - 2] in "DJ#I" and not word.endswith("s") and word != "people"
    return compound and after != "D"


def _can_be_verb(before: str, after: str) -> bool:
    """Whether "reports", "claims" and the like can be verbs between words of these tags."""
    return before in "NCPRWHQ)X" or (before == "," and after not in ",KI.;")


def _that(low: list[str], tags: list[str], k: int, after: str) -> str:
    """Whether "that" joins a clause, or is a pronoun or a determiner."""
    timed = k + 1 < len(low) and low[k + 1] in _TIME and tags[k - 1] in "VEBG#"
    if timed or (tags[k - 1] == "I" and low[k - 1] != "in" and after in "NCJ#"):
        return "D"  # "said that morning", "from that time"
    if after in ".;JE" or (after in "XV" and tags[k - 1] in "VEBGI,K") or low[k + 1 : k + 2] == ["as"]:
        return "P"
    return "H"
