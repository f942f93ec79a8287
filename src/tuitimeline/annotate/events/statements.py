"""What was said: a claim, a denial, a refusal to comment, a failure to confirm."""

from __future__ import annotations

from collections.abc import Sequence

from tuitimeline.model import Attribution, Identity, Sentence, Span, Stance

KINDS = {
    Stance.ASSERTS: "Statement.Claim",
    Stance.CONFIRMS: "Statement.Claim",
    Stance.DENIES: "Statement.Denial",
    Stance.DECLINES: "Statement.NoComment",
    Stance.NO_RESPONSE: "Statement.NoComment",
    Stance.UNVERIFIED: "Statement.Unverified",
}
TELLING = (Stance.ASSERTS, Stance.CONFIRMS)


def hull(attribution: Attribution, sentences: Sequence[Sentence]) -> tuple[Sentence, Span]:
    """The sentence of the cue, and the run of it from the first to the last word of the attribution."""
    parts = (*attribution.cue, *attribution.source, *attribution.content)
    anchor = parts[0].start
    sentence = next(
        (s for s in sentences if s.start <= anchor < s.end), Sentence(anchor, max(p.end for p in parts))
    )
    inside = [p for p in parts if p.start < sentence.end and p.end > sentence.start]
    start = max(sentence.start, min(p.start for p in inside))
    return sentence, Span(start, min(sentence.end, max(p.end for p in inside)))


def quoted(text: str, span: Span) -> bool:
    """Whether a content is a quotation from its first letter to its last."""
    return text[span.start : span.start + 1] in "\"“‘'" or text[max(0, span.start - 1) : span.start] in ("“", '"')


def is_colour(text: str, attribution: Attribution) -> bool:
    """Whether a claim is a bare quotation or has nobody behind it: opinion and mood, no event."""
    if not attribution.content:
        return True
    if attribution.identity is Identity.OUTLET and attribution.relay is None:
        return True
    return all(quoted(text, span) for span in attribution.content)
