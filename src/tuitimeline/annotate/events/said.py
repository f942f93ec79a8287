"""Attributions become mentions of what was said: a claim, a denial, a refusal to comment, a failure to confirm."""

from __future__ import annotations

from collections.abc import Sequence

from tuitimeline.annotate.events.lexicon import lexicon
from tuitimeline.annotate.events.tokens import words
from tuitimeline.annotate.events.triggers import Reality
from tuitimeline.annotate.events.triggers import find as find_triggers
from tuitimeline.annotate.sourcing import Sourcing
from tuitimeline.model import Attribution, EventMention, Identity, Sentence, Span, Stance, TimeExpression

KINDS = {
    Stance.ASSERTS: "Statement.Claim",
    Stance.CONFIRMS: "Statement.Claim",
    Stance.DENIES: "Statement.Denial",
    Stance.DECLINES: "Statement.NoComment",
    Stance.NO_RESPONSE: "Statement.NoComment",
    Stance.UNVERIFIED: "Statement.Unverified",
}
TELLING = (Stance.ASSERTS, Stance.CONFIRMS)

ACTS = ("Justice.", "Personnel.")
"""Kinds of event that can be brought about by words."""

NEAR = 40
"""Characters between a cue and the date on which it was said."""


def said(
    text: str,
    sentences: Sequence[Sentence],
    days: Sequence[TimeExpression],
    sourcing: Sourcing,
    told: set[int],
) -> list[EventMention]:
    """The statements of a document; `told` are the attributions whose content is told as events."""
    found = []
    for index, attribution in enumerate(sourcing.attributions):
        if index in told or not attribution.cue:
            continue
        sentence = next((s for s in sentences if s.start <= attribution.cue[0].start < s.end), None)
        stance = _passed_on(attribution, sourcing) or attribution.stance
        if sentence is None or (stance in TELLING and is_colour(text, attribution)):
            continue
        span = _hull(attribution, sentence)
        found.append(
            EventMention(
                span.start,
                span.end,
                attribution.cue[0],
                span,
                _act(text, attribution, sentence) or KINDS[stance],
                date=_spoken(attribution, sentence, days),
                hedged=any(span.start <= h.start < span.end for h in sourcing.hedges),
                attributions=(index,),
            )
        )
    return found


def _passed_on(attribution: Attribution, sourcing: Sourcing) -> Stance | None:
    """The stance of whom the source quotes: "Tarsk would not comment, according to the agency"."""
    if attribution.stance not in TELLING:
        return None
    for inner in sourcing.within:
        if inner.stance not in TELLING and any(
            c.start <= cue.start < c.end for c in attribution.content for cue in inner.cue
        ):
            return inner.stance
    return None


def _act(text: str, attribution: Attribution, sentence: Sentence) -> str | None:
    """The kind of what is done by saying it: a judge rules, a witness testifies."""
    cue = attribution.cue[0]
    if attribution.stance not in TELLING or not any(w in lexicon() for w in cue.of(text).lower().split()):
        return None
    for trigger in find_triggers(row := words(text, *sentence)):
        if row.starts[trigger.first] in range(*cue) and trigger.kind.startswith(ACTS):
            return trigger.kind if trigger.reality is Reality.HAPPENED else None
    return None


def is_colour(text: str, attribution: Attribution) -> bool:
    """Whether a claim is a bare quotation, or an outlet's own: mood and manner, no event."""
    if not attribution.content:
        return True
    if attribution.identity is Identity.OUTLET and attribution.relay is None:
        return True
    return all(_quoted(text, span) for span in attribution.content)


def _quoted(text: str, span: Span) -> bool:
    return text[span.start : span.start + 1] in "\"“‘'" or text[max(0, span.start - 1) : span.start] in ("“", '"')


def _hull(attribution: Attribution, sentence: Sentence) -> Span:
    """The run of the cue's sentence from the first to the last word of the attribution."""
    parts = (*attribution.cue, *attribution.source, *attribution.content)
    inside = [p for p in parts if p.start < sentence.end and p.end > sentence.start]
    return Span(max(sentence.start, min(p.start for p in inside)), min(sentence.end, max(p.end for p in inside)))


def _spoken(attribution: Attribution, sentence: Sentence, days: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day on which it was said, where the text puts one beside the cue."""
    cue = attribution.cue[0]
    taken = (*attribution.content, *attribution.source)
    for day in days:
        if (
            sentence.start <= day.start < sentence.end
            and -NEAR < day.start - cue.end < NEAR
            and not any(s.start <= day.start < s.end for s in taken)
        ):
            return day
    return None
