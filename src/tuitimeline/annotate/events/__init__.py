"""What happened and what was said, clause by clause."""

from __future__ import annotations

from bisect import bisect_left

from tuitimeline.annotate.events import datelines, statements, when
from tuitimeline.annotate.events.anchors import anchored
from tuitimeline.annotate.events.clauses import Clause, cut
from tuitimeline.annotate.events.lexicon import word_class
from tuitimeline.annotate.events.tokens import Words, words
from tuitimeline.annotate.events.triggers import Reality
from tuitimeline.annotate.events.triggers import find as find_triggers
from tuitimeline.annotate.sourcing import Sourcing
from tuitimeline.model import (
    Attribution,
    Document,
    EventMention,
    Sentence,
    Span,
    Spans,
    TimeExpression,
)


def find(
    document: Document,
    sentences: tuple[Sentence, ...],
    dates: tuple[TimeExpression, ...],
    sourcing: Sourcing,
) -> tuple[EventMention, ...]:
    """The events that the document tells of, in the order of the text.

    What happened is a clause with a trigger; what was said is an attribution whose content tells of no event
    of its own. A denied, planned or hypothetical trigger is no event; within an attribution it is a claim.
    """
    text = document.text
    days = when.dated(dates)
    found: list[EventMention] = []
    told: set[int] = set()
    indexed = _by_sentence(sentences, sourcing.attributions)
    at = 0
    for sentence, attributions in zip(sentences, indexed, strict=True):
        if _is_title(document, sentence):
            continue
        while at < len(days) and days[at].end <= sentence.start:
            at += 1
        here = []
        for day in days[at:]:
            if day.start >= sentence.end:
                break
            here.append(day)
        for mention in _happened(text, sentence, here, attributions, sourcing.hedges):
            told.update(mention.attributions)
            found.append(mention)
    ties = [d for d in dates if (d.after or d.before) and not d.edtf]
    found = anchored(text, found, sentences, ties)
    titles = {i for i, a in enumerate(sourcing.attributions) if a.cue and _is_title(document, a.cue[0])}
    found += _said(text, sentences, days, sourcing, told | titles)
    return tuple(sorted(found, key=lambda m: (m.start, m.trigger.start, m.end)))


def _is_title(document: Document, sentence: Span) -> bool:
    """A title repeats what the article tells."""
    at = document.title_at
    return at is not None and at.start <= sentence.start and sentence.end <= at.end


Indexed = list[tuple[int, Attribution]]


def _by_sentence(sentences: tuple[Sentence, ...], attributions: tuple[Attribution, ...]) -> list[Indexed]:
    """For every sentence the attributions that have words in it."""
    rows: list[Indexed] = [[] for _ in sentences]
    starts = [s.start for s in sentences]
    for index, attribution in enumerate(attributions):
        seen = set()
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            i = max(0, bisect_left(starts, span.start + 1) - 1)
            while i < len(sentences) and sentences[i].start < span.end:
                if i not in seen and sentences[i].end > span.start:
                    seen.add(i)
                    rows[i].append((index, attribution))
                i += 1
    return rows


def _happened(
    text: str, sentence: Sentence, days: list[TimeExpression], attributions: Indexed, hedges: Spans
) -> list[EventMention]:
    start = datelines.end(text, sentence.start, sentence.end)
    days = [d for d in days if d.start >= start]
    row = words(text, start, sentence.end)
    triggers = find_triggers(row)
    if not triggers:
        return []
    found: list[EventMention] = []
    for first, last, behind in _runs(row, attributions):
        inside = [t for t in triggers if first <= t.first < last]
        if not inside or (behind and _withheld(attributions, behind)):
            continue
        earlier: EventMention | None = None
        here: list[tuple[Clause, EventMention]] = []
        for clause in cut(row, first, last, inside):
            mention = _mention(text, row, clause, days, behind, hedges, earlier)
            if mention:
                here.append((clause, mention))
            earlier = mention
        own = [m for clause, m in here if not _points_back(clause, m)]
        found += own or [m for _, m in here]
    return found


def _points_back(clause: Clause, mention: EventMention) -> bool:
    """Whether a clause only names an event that is told elsewhere: "for the first meeting"."""
    return clause.trigger.nominal and not clause.trigger.carried and mention.date is None


def _withheld(attributions: Indexed, behind: tuple[int, ...]) -> bool:
    return any(a.stance not in statements.TELLING for i, a in attributions if i in behind)


def _runs(row: Words, attributions: Indexed) -> list[tuple[int, int, tuple[int, ...]]]:
    """The sentence as runs of words, each with the attributions behind it: contents, sources, and what is left."""
    owner: list[tuple[int, ...] | None] = [()] * len(row)
    for _, attribution in attributions:
        for span in attribution.cue:
            if not _inserted(attribution, span):
                for i in range(row.at(span.start), row.at(span.end)):
                    owner[i] = None
    for index, attribution in attributions:
        inserted = tuple(s for s in attribution.cue if _inserted(attribution, s))
        for span in (*attribution.content, *inserted):
            for i in range(row.at(span.start), row.at(span.end)):
                before = owner[i]
                if before is not None:
                    owner[i] = (*before, index)
    runs = []
    start = 0
    marks = {row.at(s.start) for _, a in attributions for s in a.source} | {
        row.at(s.end) for _, a in attributions for s in a.source
    }
    for i in range(1, len(row) + 1):
        if i == len(row) or owner[i] != owner[start] or i in marks:
            behind = owner[start]
            if behind is not None:
                runs.append((start, i, behind))
            start = i
    return runs


def _inserted(attribution: Attribution, cue: Span) -> bool:
    """Whether a cue is an adverb amid its content: "a meeting reportedly took place"."""
    content = attribution.content
    return not attribution.source and bool(content) and content[0].start < cue.start < content[-1].end


def _mention(
    text: str,
    row: Words,
    clause: Clause,
    days: list[TimeExpression],
    behind: tuple[int, ...],
    hedges: Spans,
    earlier: EventMention | None,
) -> EventMention | None:
    trigger = clause.trigger
    if trigger.reality is Reality.DENIED or (trigger.reality is Reality.PLANNED and behind):
        return None
    kind = trigger.kind if trigger.reality is Reality.HAPPENED else "Statement.Claim"
    if kind == "Doing":
        if behind:
            return None
        kind = "Event"
    start, end = _trimmed(row, clause.first, clause.last)
    if end <= start:
        return None
    head = Span(row.starts[trigger.first], row.ends[trigger.last])
    day = when.choose(text, start, end, head, days)
    if trigger.nominal and not trigger.carried and not behind and day is None:
        return None
    if kind == "Event" and day is None and not behind:
        return None
    if day is None and clause.shared and earlier is not None and not trigger.nominal:
        day = earlier.date
    return EventMention(
        start,
        end,
        head,
        Span(start, end),
        kind,
        date=day,
        after=day.after if day else None,
        hedged=any(start <= h.start < end for h in hedges),
        arguments=_arguments(row, clause),
        attributions=behind,
    )


def _arguments(row: Words, clause: Clause) -> Spans:
    """The noun phrase on which a relative clause hangs."""
    if clause.antecedent is None or clause.antecedent >= clause.first:
        return ()
    return (Span(row.starts[clause.antecedent], row.ends[clause.first - 1]),)


_EDGES = word_class("edges")


def _trimmed(row: Words, first: int, last: int) -> tuple[int, int]:
    """The clause without the marks and joining words at its edges, as offsets."""
    while first < last and row.lower[first] in _EDGES:
        first += 1
    while first < last and row.lower[last - 1] in _EDGES:
        last -= 1
    return (row.starts[first], row.ends[last - 1]) if first < last else (0, 0)


def _said(
    text: str,
    sentences: tuple[Sentence, ...],
    days: list[TimeExpression],
    sourcing: Sourcing,
    told: set[int],
) -> list[EventMention]:
    found = []
    for index, attribution in enumerate(sourcing.attributions):
        telling = attribution.stance in statements.TELLING
        if not (attribution.cue or attribution.content):
            continue
        if index in told or (telling and statements.is_colour(text, attribution)):
            continue
        sentence, span = statements.hull(attribution, sentences)
        cue = attribution.cue[0] if attribution.cue else span
        outside = [
            d
            for d in days
            if sentence.start <= d.start < sentence.end
            and not any(c.start <= d.start < c.end for c in (*attribution.content, *attribution.source))
            and abs(d.start - cue.end) < 40
        ]
        found.append(
            EventMention(
                span.start,
                span.end,
                cue,
                span,
                statements.KINDS[attribution.stance],
                date=outside[0] if outside else None,
                hedged=any(span.start <= h.start < span.end for h in sourcing.hedges),
                attributions=(index,),
            )
        )
    return found
