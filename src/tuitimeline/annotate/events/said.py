"""Attributions become mentions of what was said: a claim, a denial, a refusal to comment, a failure to confirm."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tuitimeline.annotate.events import when
from tuitimeline.annotate.events.indexing import expressions_in as days_in
from tuitimeline.annotate.events.indexing import holds
from tuitimeline.annotate.events.lexicon import lexicon, word_class
from tuitimeline.annotate.events.patterns import AUXILIARIES
from tuitimeline.annotate.events.tokens import words
from tuitimeline.annotate.events.trigger import Reality
from tuitimeline.annotate.events.triggers import MODALS
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

PLAIN = ("Event", "Doing", "State", "Light")
"""Kinds that say too little to be told by a cue."""

EMPHASIS = word_class("emphasis")
"""Forms of verbs that dwell upon a thing that is taken for known."""

UNTOLD = MODALS | word_class("telling")
"""Words with which a day is not that of a happening."""

WINDOW = 300
"""Characters around a cue in which its words are read again."""

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
    starts = [s.start for s in sentences]
    inner = sorted((a.cue[0].start, a.stance) for a in sourcing.within if a.cue and a.stance not in TELLING)
    placed = {
        i: _sentence(sentences, starts, a.cue[0].start) for i, a in enumerate(sourcing.attributions) if a.cue
    }
    cited = _cited(sourcing.attributions, placed)
    found: list[EventMention] = []
    spoken: TimeExpression | None = None
    for index, sentence in placed.items():
        if sentence is None:
            continue
        attribution = sourcing.attributions[index]
        day = _spoken(text, attribution, sentence, days)
        if day is None and attribution.speaker is not None:
            day = spoken
        spoken = day or spoken
        if index in told:
            continue
        stance = _passed_on(attribution, inner) or attribution.stance
        mention = _statement(text, attribution, stance, sentence, day, days)
        if mention is not None:
            silent = mention.kind not in KINDS.values() and attribution.stance not in TELLING
            behind = () if silent else (index, *cited.get(sentence, ()))
            hedged = holds(sourcing.hedges, mention.start, mention.end)
            found.append(replace(mention, attributions=behind, hedged=hedged))
    return _denials_joined(found, sourcing.attributions)


def _cited(
    attributions: Sequence[Attribution], placed: Mapping[int, Sentence | None]
) -> dict[Sentence, tuple[int, ...]]:
    """For each sentence the sources that it cites for what another says: "Reuters said, citing two officials"."""
    found: dict[Sentence, tuple[int, ...]] = {}
    for index, sentence in placed.items():
        attribution = attributions[index]
        if sentence and attribution.source and not attribution.content and attribution.stance in TELLING:
            found[sentence] = (*found.get(sentence, ()), index)
    return found


def _statement(
    text: str,
    attribution: Attribution,
    stance: Stance,
    sentence: Sentence,
    day: TimeExpression | None,
    days: Sequence[TimeExpression],
) -> EventMention | None:
    """What one attribution says; None where that is only colour."""
    negated = stance in TELLING and _says_not(text, attribution, sentence)
    if stance in TELLING and not negated and is_colour(text, attribution):
        return None
    span = _hull(attribution, sentence)
    cue = attribution.cue[0]
    act = _act(text, attribution, sentence)
    if act is not None:
        day = when.choose(text, *span, cue, days_in(days, *span)) or day
    told = _told_on(text, span, attribution, days) if stance in TELLING and not act and not negated else None
    if told is not None:
        return EventMention(span.start, span.end, cue, span, "Event", date=told)
    kind = act or KINDS[Stance.DENIES if negated else stance]
    return EventMention(span.start, span.end, cue, span, kind, date=day)


def _sentence(sentences: Sequence[Sentence], starts: Sequence[int], offset: int) -> Sentence | None:
    at = bisect_right(starts, offset) - 1
    return sentences[at] if at >= 0 and offset < sentences[at].end else None


def _denials_joined(mentions: list[EventMention], attributions: Sequence[Attribution]) -> list[EventMention]:
    """A claim that its own sentence calls a denial is one: "he took nothing, he said, denying the report"."""
    found: list[EventMention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if (
            before is not None
            and (before.kind, mention.kind) == ("Statement.Claim", "Statement.Denial")
            and 0 <= mention.trigger.start - before.trigger.end < NEAR
            and _one_speaker(attributions[before.attributions[0]], attributions[mention.attributions[0]])
        ):
            start, end = min(before.start, mention.start), max(before.end, mention.end)
            both = (*before.attributions, *mention.attributions)
            date = mention.date or before.date
            found[-1] = replace(
                mention, start=start, end=end, headline=Span(start, end), date=date, attributions=both
            )
        else:
            found.append(mention)
    return found


def _one_speaker(one: Attribution, two: Attribution) -> bool:
    return not two.source or one.source == two.source


def _passed_on(attribution: Attribution, inner: Sequence[tuple[int, Stance]]) -> Stance | None:
    """The stance of whom the source quotes: "Tarsk would not comment, according to the agency"."""
    if attribution.stance not in TELLING:
        return None
    for content in attribution.content:
        at = bisect_left(inner, content.start, key=lambda i: i[0])
        if at < len(inner) and inner[at][0] < content.end:
            return inner[at][1]
    return None


def _act(text: str, attribution: Attribution, sentence: Sentence) -> str | None:
    """The kind of what the words of a cue tell themselves: a judge rules, a chief is dismissed."""
    cue = attribution.cue[0]
    if not any(w in lexicon() for w in cue.of(text).lower().split()):
        return None
    row = words(text, max(sentence.start, cue.start - WINDOW), min(sentence.end, cue.end + WINDOW))
    for trigger in find_triggers(row):
        at_cue = row.starts[trigger.first] in range(*cue)
        if not at_cue or trigger.nominal or trigger.reality is not Reality.HAPPENED:
            continue
        if trigger.kind in ("Event", "Doing") and _bare_object(text, attribution):
            return "Event"
        if _told_by(trigger.kind, attribution):
            return trigger.kind
    return None


def _bare_object(text: str, attribution: Attribution) -> bool:
    """Whether what a cue takes is a thing, not a clause: "recalled 4 million jars", "found lead in the water"."""
    return not any(w in _VERBS or w.endswith("ed") for w in _said(text, attribution))


def _said(text: str, attribution: Attribution) -> Iterator[str]:
    """The first words of each part of what is put forward, in lower case."""
    for content in attribution.content:
        yield from words(text, content.start, min(content.end, content.start + WINDOW)).lower


# "'s" is taken for the genitive that it mostly is.
_VERBS = (AUXILIARIES | MODALS) - {"'s"}


def _told_by(kind: str, attribution: Attribution) -> bool:
    """Whether a cue can tell of such an event; one that denies or declines only of a dismissal or a ruling."""
    if attribution.stance not in TELLING:
        return kind.startswith(("Personnel.", "Justice."))
    return kind not in PLAIN and not kind.startswith("Statement.")


def _told_on(
    text: str, span: Span, attribution: Attribution, days: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The day of what is told in words that no kind knows: "the hall was repainted on 3 May, a clerk said"."""
    for content in attribution.content:
        start, end = max(content.start, span.start), min(content.end, span.end)
        inside = days_in(days, start, end) if start < end else []
        if inside and UNTOLD.isdisjoint(words(text, start, min(end, start + WINDOW)).lower):
            day = when.choose(text, start, end, Span(start, start), inside)
            if day is not None and day.earliest is not None and day.earliest == day.latest:
                return day
    return None


def _says_not(text: str, attribution: Attribution, sentence: Sentence) -> bool:
    """Whether what is put forward is that something did not happen: "his client had never taken a bribe"."""
    for content in attribution.content:
        start = max(content.start, sentence.start)
        end = min(content.end, sentence.end, start + WINDOW)
        triggers = find_triggers(words(text, start, end)) if start < end else []
        if triggers:
            return triggers[0].reality is Reality.DENIED
    return False


def is_colour(text: str, attribution: Attribution) -> bool:
    """Whether a claim is a bare quotation, praise of a thing, or an outlet's own: mood and manner, no event.

    "She highlighted her efforts": what is only dwelt upon is not put forward.
    """
    if not attribution.content:
        return True
    if EMPHASIS.intersection(attribution.cue[0].of(text).lower().split()) and _VERBS.isdisjoint(
        _said(text, attribution)
    ):
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


_ASKED = re.compile(r"\b(?:sent|submitted|e-?mailed|made|asked|put|left|delivered)\b[^,.]*$")


def _spoken(
    text: str, attribution: Attribution, sentence: Sentence, days: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The day on which it was said, where the text puts one beside the cue."""
    cue = attribution.cue[0]
    taken = (*attribution.content, *attribution.source)
    near = days_in(days, max(sentence.start, cue.end - NEAR), min(sentence.end, cue.end + NEAR))
    for day in sorted(near, key=lambda d: d.start < cue.start):
        asked = _ASKED.search(text, max(sentence.start, day.start - 30), day.start)
        if not asked and not any(s.start <= day.start < s.end for s in taken):
            return day
    return None
