"""The words of a sentence that tell of an event, and whether the clause says that it came to pass."""

from __future__ import annotations

from tuitimeline.annotate.events.lexicon import Entry, Form, lexicon, pasts, people, word_class
from tuitimeline.annotate.events.nominals import nominal
from tuitimeline.annotate.events.numbers import is_number
from tuitimeline.annotate.events.patterns import AUXILIARIES, BREAKS, PREPOSITIONS, follows, precedes
from tuitimeline.annotate.events.tokens import Words
from tuitimeline.annotate.events.trigger import Reality, Trigger

RESULTS = ("Life.Die", "Life.Injure", "Event")
"""Kinds of what something leads to, without a comma before it."""

VAGUE = ("Doing", "State", "Light", "Statement.Claim", "Statement.NoComment", "Contact.Meet", "Movement.Transport")
"""Kinds of which a participle only says how something else came to pass."""

BE = word_class("be")
MODALS = word_class("modals")
NEGATIVES = word_class("negatives")
ADVERBS = word_class("adverbs")
DETERMINERS = word_class("determiners")
SUBORDINATORS = word_class("subordinators")
LY_NOUNS = word_class("ly_nouns")
ADJECTIVES = word_class("adjectives")
WANTS = word_class("wants")
COUNTS = word_class("counts")
CLAUSE_EDGES = SUBORDINATORS | word_class("stops") | {".", ","}


IDIOM = "Idiom"


def find(words: Words) -> list[Trigger]:
    """The triggers of a sentence, in order, none inside another."""
    entries = lexicon()
    found: list[Trigger] = []
    reach = -1
    for i, word in enumerate(words.lower):
        if i <= reach or word not in entries or _named(words, i):
            continue
        for entry in entries.get(word):
            if entry.kind == IDIOM:
                last = _idiom(words, i, entry)
                if last is not None:
                    reach = last
                    break
                continue
            trigger = _read(words, i, entry, found)
            if trigger:
                found.append(trigger)
                reach = trigger.last
                break
    return found


def _idiom(words: Words, i: int, entry: Entry) -> int | None:
    """The last word of what only looks like an event: "died down", "fire brigade"."""
    if entry.before is not None and not precedes(words, i, entry.before):
        return None
    if entry.passive and not any(w in BE for w in _auxiliaries(words, i)):
        return None
    return follows(words, i + 1, entry.rest)


def _named(words: Words, i: int) -> bool:
    """Whether a word is part of a name: a capital within the sentence ("through Orrin Falls")."""
    return words.written[i][0].isupper() and i > 0 and words.lower[i - 1] not in BREAKS


def _read(words: Words, i: int, entry: Entry, earlier: list[Trigger]) -> Trigger | None:
    if entry.before is not None and not precedes(words, i, entry.before):
        return None
    last = follows(words, i + 1, entry.rest)
    if last is None:
        return None
    if entry.form is Form.NOUN:
        return nominal(words, i, last, entry)
    if entry.form is Form.LITERAL:
        if i > 0 and words.lower[i - 1] in DETERMINERS:
            return None
        return Trigger(i, last, entry, Reality.HAPPENED)
    return _verbal(words, i, last, entry, earlier)


def _verbal(words: Words, i: int, last: int, entry: Entry, earlier: list[Trigger]) -> Trigger | None:
    chain = _auxiliaries(words, i)
    before = words.lower[i - len(chain) - 1] if i - len(chain) > 0 else ""
    bare = not any(w in AUXILIARIES or w in MODALS for w in chain)
    passive = any(w in BE for w in chain)
    if bare and (not before or _before_noun(before) or _adjectival(words, i, before)):
        return None
    if entry.form is Form.BASE and before == "to" and bare:
        return Trigger(i, last, entry, Reality.PLANNED)
    if entry.form in (Form.BASE, Form.THIRD):
        if bare and not (_has_subject(entry.form, before) and _has_object(words, i, entry)):
            return None
    elif entry.form is Form.GERUND:
        if not passive:
            return _result(words, i, last, entry, before, earlier)
    elif entry.form is Form.PAST:
        if passive:
            return None
    elif bare or (entry.passive and not passive):
        return _participle(words, i, last, entry, before, earlier) if bare else None
    reality = _reality(chain, before)
    if bare and before in ("and", "or") and earlier and earlier[-1].reality is not Reality.HAPPENED:
        reality = earlier[-1].reality
    past = bare and entry.form is Form.PAST
    ambiguous = past and _reduced(words, i, before)
    if past and reality is Reality.HAPPENED:
        reality = _wanted(words, i)
    return Trigger(
        i, last, entry, reality, reduced=ambiguous and _verb_follows(words, i, last), ambiguous=ambiguous
    )


def _participle(
    words: Words, i: int, last: int, entry: Entry, before: str, earlier: list[Trigger]
) -> Trigger | None:
    """A participle without an auxiliary: one that shares the auxiliary before it, or hangs on its noun."""
    if before in ("and", "or", ",") and earlier and earlier[-1].first >= i - 8:
        return Trigger(i, last, entry, earlier[-1].reality)
    if _reduced(words, i, before) and not (entry.passive and _only_verb(words, i)):
        return Trigger(i, last, entry, _wanted(words, i), reduced=True)
    return None


def _wanted(words: Words, i: int) -> Reality:
    """What is only wanted has not come to pass: "the rebels want their men freed in return"."""
    return Reality.PLANNED if WANTS.intersection(words.lower[max(0, i - 9) : i]) else Reality.HAPPENED


def _verb_follows(words: Words, i: int, last: int) -> bool:
    """Whether the clause goes on to an auxiliary: in "the man convicted was seen" only that has a tense.

    The number of those killed is a toll all the same.
    """
    if not COUNTS.isdisjoint(words.lower[max(0, i - 4) : i]):
        return False
    for word in words.lower[last + 1 : last + 10]:
        if word in CLAUSE_EDGES or word in ("and", "or", "but"):
            return False
        if word in AUXILIARIES:
            return True
    return False


def _only_verb(words: Words, i: int) -> bool:
    """Whether no other word of its clause has a tense: "thousands marched to the gates" is no participle."""
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(words) and words.lower[j] not in CLAUSE_EDGES:
            if _tensed(words.lower[j]):
                return False
            j += step
    return True


def _tensed(word: str) -> bool:
    return word in AUXILIARIES or word in MODALS or (word.endswith("ed") and len(word) > 3) or word in pasts()


def _result(words: Words, i: int, last: int, entry: Entry, before: str, earlier: list[Trigger]) -> Trigger | None:
    """What something led to: "a ferry rolled over, drowning 31 people and injuring nine"."""
    if before in PREPOSITIONS or before in DETERMINERS:
        return None
    counted = last > i or (i + 1 < len(words) and _counts(words, i + 1))
    joined = before == "," or (before == "and" and bool(earlier) and earlier[-1].entry.form is Form.GERUND)
    if not counted or not (joined or (entry.kind in RESULTS and earlier)):
        return None
    return Trigger(i, last, entry, Reality.HAPPENED) if entry.kind not in VAGUE else None


def _counts(words: Words, i: int) -> bool:
    """Whether a number of people, or people, follow."""
    return any(is_number(w) or w in people() for w in words.lower[i : i + 4])


def _adjectival(words: Words, i: int, before: str) -> bool:
    """A participle that describes its noun: "current elected officials", "newly appointed judges"."""
    after = words.lower[i + 1] if i + 1 < len(words) else ""
    return before in ADJECTIVES and after in people()


def _has_subject(form: Form, before: str) -> bool:
    if is_number(before):
        return False
    if form is Form.BASE:
        return _plural_subject(before)
    return bool(before) and (before not in SUBORDINATORS or before in _SUBJECTS) and not before.endswith("ing")


def _has_object(words: Words, i: int, entry: Entry) -> bool:
    """Whether a form in -s can be a verb and no plural noun: "rice and cement sacks on the deck"."""
    after = words.lower[i + 1] if i + 1 < len(words) else "."
    return entry.form is Form.BASE or bool(entry.rest) or not (after in PREPOSITIONS or after in BREAKS)


_SUBJECTS = frozenset(["who", "which", "that"])


def _before_noun(before: str) -> bool:
    """Whether a word can only be followed by a noun phrase: a determiner, a preposition."""
    return (before in DETERMINERS and before not in ("this", "that")) or (
        before in PREPOSITIONS and before != "to"
    )


def _plural_subject(word: str) -> bool:
    return (
        word in ("we", "they", "you", "i", "who", "to")
        or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
        or word in people()
    )


def _reduced(words: Words, i: int, before: str) -> bool:
    """A participle that follows its noun: "guards captured in February", "the chief arrested this week"."""
    noun = (
        before.isalpha()
        and before not in PREPOSITIONS
        and before not in DETERMINERS
        and before not in SUBORDINATORS
    )
    after = words.lower[i + 1] if i + 1 < len(words) else ""
    return noun and (after in PREPOSITIONS or after in ("this", "last", "yesterday", "earlier", "on", "late"))


def _auxiliaries(words: Words, i: int) -> list[str]:
    """The auxiliaries, negatives and adverbs that stand right before a verb."""
    j = i
    while j > 0:
        word = words.lower[j - 1]
        if not (
            word in AUXILIARIES
            or word in MODALS
            or word in NEGATIVES
            or word in ADVERBS
            or (word.endswith("ly") and len(word) > 4 and word not in LY_NOUNS)
        ):
            break
        j -= 1
    return words.lower[j:i]


def _reality(chain: list[str], before: str) -> Reality:
    if any(w in NEGATIVES for w in chain) or before in ("nobody", "none", "nothing", "neither"):
        return Reality.DENIED
    if any(w in MODALS for w in chain):
        return Reality.PLANNED
    if "be" in chain and before == "to":
        return Reality.PLANNED
    if "have" in chain and before == "to":
        return Reality.PLANNED
    return Reality.HAPPENED
