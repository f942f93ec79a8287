"""Clauses of a sentence become mentions of what happened."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tuitimeline.annotate.events.clause_days import TIMELESS, next_day, own_day
from tuitimeline.annotate.events.clauses import EDGES, STOPS, Clause, cut, takes_place, trimmed
from tuitimeline.annotate.events.indexing import expressions_in, holds
from tuitimeline.annotate.events.lexicon import Form, pasts, word_class
from tuitimeline.annotate.events.patterns import AUXILIARIES, CALENDAR
from tuitimeline.annotate.events.runs import Run
from tuitimeline.annotate.events.tokens import Words
from tuitimeline.annotate.events.trigger import Reality, Trigger
from tuitimeline.model import EventMention, Span, Spans, TimeExpression

DENIAL = "Statement.Denial"

HABITS = word_class("habits")
OTHERS = word_class("ordinals") | word_class("others")


class Telling(NamedTuple):
    """A mention; `points_back` says that it only names an event told elsewhere ("for the first meeting").

    `definite` is one whose noun may be of what was told before ("the transfers ran from January to June").
    """

    mention: EventMention
    points_back: bool
    definite: bool = False


def happened(
    text: str,
    row: Words,
    triggers: Sequence[Trigger],
    stretches: Sequence[Run],
    days: Sequence[TimeExpression],
    hedges: Spans,
) -> list[Telling]:
    """The mentions of one sentence, in order."""
    found = []
    firsts = [t.first for t in triggers]
    ends = {run.last for run in stretches}
    after_cues = {run.first for run in stretches if run.first and run.first not in ends}
    for run in stretches:
        inside = list(triggers[bisect_left(firsts, run.first) : bisect_left(firsts, run.last)])
        if run.first in after_cues and _scene(row, run) and all(t.nominal for t in inside):
            continue
        inside = _telling(row, inside, days) if inside else []
        earlier: EventMention | None = None
        clauses = cut(row, run.first, run.last, inside) if inside else []
        for clause, following in zip(clauses, [*clauses[1:], None], strict=False):
            behind = () if _in_passing(row, clause, run) else run.behind
            mention = _mention(text, row, clause, days, behind, hedges, earlier)
            if mention is not None and mention.date is None and following is not None:
                mention = replace(mention, date=next_day(text, row, clause, following, days))
            if mention is not None and mention.kind == DENIAL:
                end = trimmed(row, clause.first, run.last)[1]
                mention = replace(mention, end=end, headline=Span(mention.start, end))
                found.append(Telling(mention, False))
                break
            if mention is not None:
                bare = clause.trigger.nominal and not clause.trigger.carried and mention.date is None
                same = _same_again(row, clause.trigger)
                found += [Telling(each, bare, same) for each in _apart(text, mention, days)]
            earlier = mention
    return found


def _scene(row: Words, run: Run) -> bool:
    """Whether what follows a cue says when or where it was said: "said Saturday at a party meeting"."""
    opening = row.lower[run.first]
    return not run.behind or opening in CALENDAR or opening in ("at", "during", "after", "before")


def _same_again(row: Words, trigger: Trigger) -> bool:
    """Whether a noun may be of what was told before: "the transfers", not "the next hearing"."""
    before = row.lower[max(0, trigger.first - 3) : trigger.first]
    return trigger.nominal and trigger.definite and OTHERS.isdisjoint(before)


_AGAIN = re.compile(r",?\s+and\s+(?=(again|once more|then|a second time)\b)")


def _apart(text: str, mention: EventMention, days: Sequence[TimeExpression]) -> tuple[EventMention, ...]:
    """The mention, as two where its clause adds a day: "met on May 2 and again on Monday, when they agreed"."""
    cut = _AGAIN.search(text, mention.trigger.end, mention.end)
    if cut is None or mention.date is None or mention.date.start >= cut.start():
        return (mention,)
    later = expressions_in(days, cut.end(1), min(mention.end, cut.end(1) + 20))
    if not later:
        return (mention,)
    first, second = Span(mention.start, cut.start()), Span(cut.end(), mention.end)
    return (
        replace(mention, end=first.end, headline=first),
        replace(mention, start=second.start, trigger=Span(*cut.span(1)), headline=second, date=later[0]),
    )


def _in_passing(row: Words, clause: Clause, run: Run) -> bool:
    """Whether a clause is inserted before the verb of the subject on which it hangs: what is said is the verb's.

    "The bridge that fell on Sunday, killing 11 people, had been declared unsafe, an engineer said."
    """
    trigger = clause.trigger
    if trigger.entry.form is not Form.GERUND or trigger.first == run.first:
        return False
    ahead = next((i for i in range(trigger.last + 1, run.last - 1) if row.lower[i] in (",", *STOPS)), None)
    if ahead is None or row.lower[ahead] != "," or row.lower[ahead + 1] not in AUXILIARIES:
        return False
    return "," in row.lower[run.first : trigger.first]


def _telling(row: Words, triggers: list[Trigger], days: Sequence[TimeExpression]) -> list[Trigger]:
    """The triggers of a run without nouns that a verb beside them leaves nothing to tell.

    A noun keeps its say where a date stands with it ("after meeting on Feb. 27, Mexico extradited …") or a verb
    says that it took place.
    """
    if all(t.nominal for t in triggers):
        return triggers
    kept = []
    verbs: int | None = None
    for trigger, following in zip(triggers, [*triggers[1:], None], strict=True):
        reach = row.ends[min(trigger.last + 3, len(row) - 1)]
        dated = bool(expressions_in(days, row.starts[trigger.first] - 19, reach + 1))
        told = dated and not (trigger.definite and _adjunct(row, trigger, verbs))
        if not trigger.nominal or told or (following is not None and takes_place(row, following)):
            kept.append(trigger)
        verbs = verbs if trigger.nominal else trigger.last
    return kept


def _adjunct(row: Words, noun: Trigger, verb: int | None) -> bool:
    """Whether a noun only says when or where the verb that ends at word `verb` came to pass: "after the fire"."""
    return verb is not None and not any(w in EDGES for w in row.lower[verb + 1 : noun.first])


def _mention(
    text: str,
    row: Words,
    clause: Clause,
    days: Sequence[TimeExpression],
    behind: tuple[int, ...],
    hedges: Spans,
    earlier: EventMention | None,
) -> EventMention | None:
    trigger = clause.trigger
    kind = _kind(trigger, bool(behind))
    start, end = trimmed(row, clause.first, clause.last)
    if kind is None or end <= start:
        return None
    head = Span(row.starts[trigger.first], row.ends[trigger.last])
    day = own_day(text, row, clause, days)
    if day is None and clause.shared and earlier is not None and trigger.entry.form not in TIMELESS:
        day = earlier.date
    tied = day is None and not trigger.nominal and _TIED.match(text, start, head.start) is not None
    if kind == "Doing":
        if not tied and (day is None or day.earliest is None or day.earliest != day.latest):
            return None
        kind = "Event"
    if not tied and not _tells(row, clause, kind, day, bool(behind)):
        return None
    return EventMention(
        start,
        end,
        head,
        Span(start, end),
        kind,
        date=day,
        after=day.after if day else None,
        hedged=holds(hedges, start, end),
        arguments=_arguments(row, clause),
        attributions=behind,
    )


def _tells(row: Words, clause: Clause, kind: str, day: TimeExpression | None, attributed: bool) -> bool:
    """Whether a clause tells of something that came to pass, and not only of whom or of what is always so."""
    trigger = clause.trigger
    present = _present(row, trigger)
    if present and HABITS.intersection(row.lower[clause.first : clause.last]):
        return False
    if day is not None:
        return True
    if not trigger.nominal and (trigger.reduced or (present and not attributed)):
        return False
    if attributed or trigger.reality is not Reality.HAPPENED:
        return True
    return kind != "Event" and (not trigger.nominal or trigger.carried)


_TIED = re.compile(
    r"(?:[\w-]+ ){0,2}(?:minutes|hours?|days?|weeks?|months?|years?|morning|evening|night) (?:after|before)\b"
)
"""The words of a clause that is dated by the one it hangs on: "two days after a truce came into force"."""


def _present(row: Words, trigger: Trigger) -> bool:
    """Whether it is told in the present, as what is always so or is planned: "the ferries leave at six"."""
    word = row.lower[trigger.first]
    plain = trigger.entry.form in (Form.BASE, Form.THIRD) and word not in pasts()
    if not plain or trigger.reality is not Reality.HAPPENED or trigger.kind.startswith("Statement."):
        return False
    return AUXILIARIES.isdisjoint(row.lower[max(0, trigger.first - 3) : trigger.first])


def _kind(trigger: Trigger, attributed: bool) -> str | None:
    """The kind of event; None where the clause tells of none, or of a claim that its attribution makes."""
    if trigger.reality is Reality.DENIED or (attributed and trigger.reality is Reality.PLANNED):
        return None
    if trigger.reality is Reality.PLANNED:
        return "Statement.Claim"
    if trigger.kind.startswith("Statement.") and attributed:
        return None
    if trigger.kind == "State":
        return None if attributed else "Event"
    if trigger.kind == "Doing":
        return "Doing" if attributed else "Event"
    return trigger.kind


def _arguments(row: Words, clause: Clause) -> Spans:
    """The noun phrase on which a relative clause hangs."""
    if clause.antecedent is None or clause.antecedent >= clause.first:
        return ()
    return (Span(row.starts[clause.antecedent], row.ends[clause.first - 1]),)
