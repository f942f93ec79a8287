"""Whom a pronoun, a surname or "the ministry" points back to."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from tuitimeline.annotate.sourcing import identity, names, rightward
from tuitimeline.annotate.sourcing.lexicon import LEXICON
from tuitimeline.annotate.sourcing.names import ONE, SOME, Source
from tuitimeline.annotate.sourcing.relation import Run
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Identity, Span

_SPOKES = LEXICON.sources["institution.spokes"]
_GIVEN = LEXICON.sources["given.words"]
_SINGULAR = frozenset(("he", "she", "his", "her"))
_NEUTER = frozenset(("it", "its"))
_PLURAL = frozenset(("they", "their"))
_SELF = frozenset(("i", "we", "you", "who"))
_PRONOUNS = _SINGULAR | _NEUTER | _PLURAL | _SELF
_HUMAN = frozenset("he she his her him himself herself who".split())
_COLLECTIVE = frozenset("police prosecutors authorities management staff rebels".split())  # one body, but "they"
_COUNTS = frozenset("both neither either two three four pair all".split())
_BACK = 3  # sentences
_MEMORY = 100  # sources


class Scene:
    """What the sentences read so far have named."""

    def __init__(self, sentences: Sequence[Words]) -> None:
        self._sentences = sentences
        # (sentence, who, where), the latest last; the far past is forgotten, so that long texts take no longer
        self._seen: deque[tuple[int, Source, Span]] = deque(maxlen=_MEMORY)
        self._names: dict[str, tuple[Source, Span]] = {}
        self.known = names.known(sentences)

    def who(self, n: int, run: Run) -> tuple[Source, Span | None]:
        """The source that words `run` of sentence `n` name, and the mention that they point back to, if any."""
        words = self._sentences[n]
        who, back = self._named(n, words, run)
        span = back or words.span(*run)
        self._seen.append((n, who, span))
        if who.name:
            self._names[who.name] = (who, span)
        for member in identity.members(words, *run, self.known):
            self._names.setdefault(member.name, (replace(member, identity=who.identity), span))
        return who, back

    def _named(self, n: int, words: Words, run: Run) -> tuple[Source, Span | None]:
        first, last = run
        low = words.low[first]
        if last - first == 1 and low in _PRONOUNS:
            return self._pronoun(n, words, run)
        who = identity.of(words, first, last, self.known)
        if identity.members(words, first, last, self.known):
            return who, None
        if who.name:
            if who.name in self._names:
                earlier, span = self._names[who.name]
                bare = not words.tags[first:last].strip("C")
                return (replace(who, identity=earlier.identity) if bare else who), span
            if who.identity is Identity.NAMED and who.count == ONE and self._is_body(n, run, who.name):
                return replace(who, identity=Identity.INSTITUTION), None
        elif who.head in _COUNTS and who.count.least == who.count.most and words.tags[last - 1] in "D#":
            return self._several(n, who), None
        elif low in ("the", "that", "this") and last - first == 2:
            return self._described(n, who)
        return who, None

    def _described(self, n: int, who: Source) -> tuple[Source, Span | None]:
        """ "The ministry", "the captain": the last source with that noun, or a name that has it beside it."""
        for _, earlier, span in reversed(self._seen):
            if earlier.head == who.head and (earlier.count == ONE) == (who.count == ONE):
                return earlier, span
        if who.identity is Identity.ANONYMOUS and who.count == ONE:
            for words in reversed(self._sentences[max(0, n - 4) : n]):
                run = _titled(words, who.head)
                if run is not None:
                    name = names.bare(words.word(run[1] - 1))
                    return Source(Identity.NAMED, ONE, who.head, name), words.span(*run)
        return who, None

    def _several(self, n: int, who: Source) -> Source:
        """ "Both", "neither", "the two": what the last ones of that number are, where they are of one kind."""
        last: dict[str, Identity] = {}
        for sentence, earlier, _ in reversed(self._seen):
            if n - sentence > _BACK or len(last) == who.count.least:
                break
            if earlier.name and earlier.count == ONE:
                last.setdefault(earlier.name, earlier.identity)
        alike = len(last) == who.count.least and len(set(last.values())) == 1
        return replace(who, identity=next(iter(last.values()))) if alike else who

    def _pronoun(self, n: int, words: Words, run: Run) -> tuple[Source, Span | None]:
        pronoun = words.low[run[0]]
        best: tuple[int, Source, Span] | None = None
        for sentence, who, span in reversed(self._seen):
            if _agrees(pronoun, who):
                best = (sentence, who, span)
                break
        subject = self._subject(pronoun, n, best[0] if best else -1)
        if subject is not None:
            return subject
        if best is not None:
            return best[1], best[2]
        if pronoun in _NEUTER:
            return Source(Identity.INSTITUTION, ONE, pronoun), None
        if pronoun in _PLURAL or pronoun == "we":
            return Source(Identity.ANONYMOUS, SOME, pronoun), None
        return Source(Identity.NAMED, ONE, pronoun), None

    def _subject(self, pronoun: str, n: int, after: int) -> tuple[Source, Span] | None:
        """The nearest subject that opens a sentence later than sentence `after` and agrees with the pronoun."""
        if pronoun in _SELF:
            return None
        for m in range(n - 1, max(-1, after, n - 1 - _BACK), -1):
            words = self._sentences[m]
            if words.tags[:1] and words.tags[0] in "DCN#":
                end = rightward.phrase_after(words, 0)
                if end:
                    who = identity.of(words, 0, end, self.known)
                    if _agrees(pronoun, who):
                        return who, words.span(0, end)
        return None

    def _is_body(self, n: int, run: Run, name: str) -> bool:
        """Whether a bare name is a body's: "it" takes it up, or no "he" or "she" nor a longer name explains it."""
        words = self._sentences[n]
        first, last = run
        end = first
        while end < last and words.tags[end] == "C":
            end += 1
        if end == first or words.tags[end:last][:1] not in ("", ",") or name in self.known.people:
            return False
        if words.low[first] in _GIVEN:
            return False
        for word in words.low[last : last + 12]:
            if word in _HUMAN:
                return False
            if word in _NEUTER:
                return True
        if end - first > 1:
            return False
        following = self._sentences[n + 1].low[:3] if n + 1 < len(self._sentences) else []
        return _HUMAN.isdisjoint(words.low) and _HUMAN.isdisjoint(following)


def _titled(words: Words, head: str) -> Run | None:
    """The name beside a noun: "Captain Sandell", "the captain, Roy Sandell,", "Roy Sandell, the captain"."""
    tags = words.tags
    for k, low in enumerate(words.low):
        if low != head or tags[k] not in "CN":
            continue
        first = k + 1 if tags[k + 1 : k + 2] == "C" else k + 2
        if tags[first : first + 1] == "C" and (first == k + 1 or tags[k + 1] == ","):
            last = first
            while last < len(tags) and tags[last] == "C":
                last += 1
            return None if words.is_time(first) else (k if first == k + 1 else first, last)
        comma = tags.rfind(",", max(0, k - 4), k)
        if comma > 0 and tags[comma - 1] == "C" and not tags[comma + 1 : k].strip("DJNC"):
            first = comma
            while first > 0 and tags[first - 1] == "C":
                first -= 1
            return None if words.is_time(first) else (first, comma)
    return None


def _agrees(pronoun: str, who: Source) -> bool:
    if pronoun in _SINGULAR:
        person = who.identity in (Identity.NAMED, Identity.ANONYMOUS) or who.head in _SPOKES
        return who.count == ONE and person
    if pronoun in _NEUTER:
        return who.count == ONE and who.identity in (Identity.INSTITUTION, Identity.DOCUMENT, Identity.OUTLET)
    return pronoun in _PLURAL and (who.count != ONE or who.head in _COLLECTIVE)


__all__ = ["Scene"]
