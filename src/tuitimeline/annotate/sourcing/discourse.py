"""From sentences to the text: quotes that run on, quotes that float after an attributed one, lone cues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuitimeline.annotate.sourcing import phrases, scripts
from tuitimeline.annotate.sourcing.quotes import Quote
from tuitimeline.annotate.sourcing.relation import Lone, Relation, Run
from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Span


@dataclass(slots=True)
class Found:
    """A relation in its sentence, with its content as characters."""

    sentence: int
    relation: Relation
    content: list[Span]
    quotes: bool = False  # whether a quote is part of it


def gather(
    text: str,
    sentences: Sequence[Words],
    relations: Sequence[list[Relation]],
    quotes: Sequence[Quote],
) -> list[Found]:
    """Every relation with the whole of its content, in order of sentences."""
    out: list[Found] = []
    taken = _claimed(sentences, relations)  # numbers of quotes that have a speaker
    previous: Found | None = None
    transcript = scripts.is_transcript(relations)
    for n, words in enumerate(sentences):
        here = []
        for relation in relations[n]:
            if relation.lemma == scripts.TRANSCRIPT and not transcript:
                continue
            content, numbers = _content(words, relation, quotes)
            if relation.lone is not None:
                number = _lone(sentences, n, relation.lone, taken)
                if number is None:
                    continue
                content = list(quotes[number].parts)
                numbers = [number]
            taken.update(numbers)
            here.append(Found(n, relation, content, bool(numbers)))
        spoken_next = n + 1 < len(sentences) and any(r.lone is Lone.BEHIND for r in relations[n + 1])
        if not here and previous is not None and not spoken_next:
            if previous.relation.lemma == scripts.TRANSCRIPT:
                _take_turn(text, words, previous)
                continue
            _float(text, words, quotes, taken, previous)
            if _only_quote(words) is None:
                previous = None
        elif here:
            out.extend(here)
            speakers = [f for f in here if _speaks(f.relation)]
            quoting = [f for f in speakers if not f.relation.shared and f.quotes]
            heard = quoting or speakers
            previous = heard[-1] if heard else None
            if previous is not None:
                _trailing(words, quotes, taken, previous)
                _ahead(sentences, n, quotes, taken, previous)
    return out


def _speaks(relation: Relation) -> bool:
    """Whether the source is one who speaks on: no one cited, no one who refused to speak, not nobody."""
    return not (relation.cited or relation.nobody or relation.lemma == phrases.LEMMA)


def _claimed(sentences: Sequence[Words], relations: Sequence[list[Relation]]) -> set[int]:
    """The numbers of the quotes that stand in the content of a cue of their own sentence."""
    return {
        number
        for words, found in zip(sentences, relations, strict=True)
        for relation in found
        for first, last in relation.content
        for k, number in words.quote.items()
        if first <= k < last
    }


def _content(words: Words, relation: Relation, quotes: Sequence[Quote]) -> tuple[list[Span], list[int]]:
    """The characters of a relation's content, and the quotes in it."""
    spans: list[Span] = []
    numbers: list[int] = []
    for first, last in relation.content:
        span = words.span(first, last)
        for k, number in words.quote.items():
            if not first <= k < last:
                continue
            numbers.append(number)
            if k in (first, last - 1):
                quote = quotes[number]
                for part in quote.parts:
                    if part.start <= span.start < part.end or (k == first and part.start < span.start < part.end):
                        span = Span(min(span.start, part.start), span.end)
                    if part.start < span.end <= part.end:
                        span = Span(span.start, part.end)
                    elif part.start >= span.end or part.end <= span.start:
                        spans.append(part)
        spans.append(span)
    return sorted(set(spans)), numbers


def _only_quote(words: Words) -> int | None:
    """The quote that a sentence consists of, if it is nothing else."""
    marks = [k for k, tag in enumerate(words.tags) if tag == "Q"]
    if marks and not words.tags.replace("Q", "").strip(".,;-"):
        return words.quote[marks[-1]]
    return None


def _lone(sentences: Sequence[Words], n: int, where: Lone, taken: set[int]) -> int | None:
    """The quote that a cue without content in its sentence speaks."""
    if where is Lone.BEHIND:
        return _quote_before(sentences, n, taken)
    if n + 1 < len(sentences) and sentences[n + 1].tags[:1] == "Q":
        number = sentences[n + 1].quote[0]
        return None if number in taken else number
    return None


def _quote_before(sentences: Sequence[Words], n: int, taken: set[int]) -> int | None:
    """The unspoken quote that ends the sentence before."""
    if n == 0:
        return None
    number = _only_quote(sentences[n - 1])
    if number is None and sentences[n - 1].tags.endswith("Q"):
        number = sentences[n - 1].quote[len(sentences[n - 1].tags) - 1]
    return None if number is None or number in taken else number


def _float(text: str, words: Words, quotes: Sequence[Quote], taken: set[int], previous: Found) -> None:
    """A quote that is a sentence of its own belongs to the speaker before."""
    number = _only_quote(words)
    if number is None or number in taken:
        return
    gap = text[previous.content[-1].end : quotes[number].start] if previous.content else ""
    if "\n" in gap:
        return
    taken.add(number)
    previous.content.extend(quotes[number].parts)


def _ahead(sentences: Sequence[Words], n: int, quotes: Sequence[Quote], taken: set[int], previous: Found) -> None:
    """A quote that follows a sentence that ends with a colon."""
    if sentences[n].tags.endswith(":") and previous.content:
        number = _lone(sentences, n, Lone.AHEAD, taken)
        if number is not None:
            taken.add(number)
            previous.content.extend(quotes[number].parts)


def _take_turn(text: str, words: Words, previous: Found) -> None:
    """A sentence of a transcript belongs to the speaker whose turn its paragraph is."""
    last = previous.content[-1]
    if "\n" not in text[last.end : words.sentence.start]:
        previous.content[-1] = Span(last.start, words.sentence.end)


def _trailing(words: Words, quotes: Sequence[Quote], taken: set[int], previous: Found) -> None:
    """A quote that ends the sentence after its cue, unclaimed."""
    if words.tags.endswith("Q"):
        k = len(words.tags) - 1
        number = words.quote[k]
        if number not in taken and k and words.tags[k - 1] in ".:":
            taken.add(number)
            previous.content.extend(quotes[number].parts)


__all__ = ["Found", "Run", "gather"]
