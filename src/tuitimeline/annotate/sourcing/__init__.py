"""Who says what, how many of them, and do they deny it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tuitimeline.annotate.sourcing import discourse, hedges, labels, quotes, relations, tokens
from tuitimeline.model import Attribution, Paragraph, Sentence, Span, Spans


@dataclass(frozen=True, slots=True)
class Sourcing:
    """The attributions of a document, those inside another's content, and its hedges."""

    attributions: tuple[Attribution, ...] = ()
    within: tuple[Attribution, ...] = ()
    hedges: Spans = ()


def find(text: str, paragraphs: tuple[Paragraph, ...], sentences: tuple[Sentence, ...]) -> Sourcing:
    """Every attribution that `sentences` make, in the order of their cues."""
    quoted = quotes.find(text, paragraphs)
    runs = sorted((part.start, part.end, n) for n, quote in enumerate(quoted) for part in quote.parts)
    starts = [run[0] for run in runs]
    names = tokens.names(text)
    read = [
        tokens.read(text, piece, tokens.covering(runs, starts, piece), names)
        for sentence in sentences
        for piece in _pieces(text, sentence)
    ]
    found = discourse.gather(text, read, [relations.find(words) for words in read], quoted)
    labelled = labels.label(text, read, found)
    outer, inner = _nested(labelled)
    return Sourcing(outer, inner, hedges.find(text, read))


_LONGEST = 1_500  # characters of a sentence that are read at once: the time for a sentence grows with its square


def _pieces(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, in pieces where it is endless."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        end = cut if cut > 0 else start + _LONGEST
        yield Sentence(start, end)
        start = end
    yield Sentence(start, sentence.end)


def _nested(found: list[Attribution]) -> tuple[tuple[Attribution, ...], tuple[Attribution, ...]]:
    """Attributions apart from those that stand inside another's content."""
    outer, inner = [], []
    spans = sorted(
        ((span, n) for n, a in enumerate(found) for span in a.content), key=lambda s: (s[0].start, -s[0].end)
    )
    at = 0
    reach: list[tuple[Span, int]] = []
    for n, a in enumerate(found):
        cue = a.cue[0] if a.cue else a.content[0]
        while at < len(spans) and spans[at][0].start <= cue.start:
            reach.append(spans[at])
            at += 1
        reach = [r for r in reach if r[0].end > cue.start]
        if any(span.end >= cue.end and m != n and not _holds(a, found[m]) for span, m in reach):
            inner.append(a)
        else:
            outer.append(a)
    return tuple(outer), tuple(inner)


def _holds(a: Attribution, b: Attribution) -> bool:
    """Whether the content of `a` holds the cue of `b` and more text than `b`'s: then `a` is the outer one."""
    cue = b.cue[0] if b.cue else b.content[0]
    inside = any(span.start <= cue.start and cue.end <= span.end for span in a.content)
    return inside and sum(s.end - s.start for s in a.content) >= sum(s.end - s.start for s in b.content)
