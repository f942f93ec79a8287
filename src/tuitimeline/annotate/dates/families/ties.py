"""Order without a count: shortly after, soon afterwards, hours later, days before the vote, the morning after."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import anchor
from tuitimeline.annotate.dates.calendar import Period
from tuitimeline.annotate.dates.reading import Context, Family, Reading
from tuitimeline.model import Span, TimexType

_SOON = (
    r"\b(?i:(?:(?:very\s+|quite\s+)?(?:shortly|soon|immediately|right|just|directly)|not\s+long|moments|minutes|seconds)"
    r"\s+(?P<way>thereafter|afterwards?|after|later|before(?:hand)?|earlier|prior\s+to)"
    r"|(?P<alone>thereafter|afterwards))\b"
)
_MORNING = r"\b(?i:the\s+(?P<part>morning|afternoon|evening|night|day)\s+(?P<way>after|before))\b"
_STOP = r"\s*(?:[.,;:!?()\"“”\n]|\Z)"
_ADVERB = re.compile(_STOP)
CLAUSE = re.compile(r"\s+((?:[^.,;:!?()\"“”\n]|\.(?=\s\d|\w)){1,100})")


def event_words(context: Context, at: int) -> Span | None:
    """The words after "after" or "before" up to the end of the clause: the event is named in them."""
    found = CLAUSE.match(context.text, at, context.sentence.end)
    if found is None:
        return None
    return Span(found.start(1), found.start(1) + len(found[1].rstrip()))


def _soon(match: re.Match[str], context: Context) -> Reading | None:
    way = (match["way"] or match["alone"]).lower()
    back = way.startswith(("before", "earlier", "prior"))
    adverb = way not in ("after", "before", "prior to") or _ADVERB.match(context.beyond(match.end(), 4))
    if adverb:
        tie = anchor.anchor(context, "day") or context.day or context.last
        return _beside(match, tie, back) if tie else None
    words = event_words(context, match.end())
    if words is None:
        return None
    reading = Reading(match.start(), match.end(), TimexType.DATE, "", aside=True)
    return reading._replace(before=words) if back else reading._replace(after=words)


def _beside(match: re.Match[str], tie: Reading, back: bool) -> Reading:
    """Open on the far side of what it is tied to."""
    value, span = "PAST_REF" if back else "FUTURE_REF", Span(tie.start, tie.end)
    period = tie.period
    if period is not None:
        edtf = None
        if period.edtf is not None and "/" not in period.edtf:
            edtf = f"../{period.edtf}" if back else f"{period.edtf}/.."
        bounds = (None, period.last) if back else (period.first, None)
        period = Period(period.unit, value, edtf, *bounds)
    reading = Reading(match.start(), match.end(), TimexType.DATE, value, period, aside=True)
    return reading._replace(before=span) if back else reading._replace(after=span)


def _morning(match: re.Match[str], context: Context) -> Reading | None:
    words = event_words(context, match.end())
    if words is None or match["part"].lower() == "day":
        return None
    reading = Reading(match.start(), match.end(), TimexType.DATE, "", aside=True)
    return reading._replace(before=words) if match["way"].lower() == "before" else reading._replace(after=words)


FAMILIES = (
    Family(frozenset({"soon"}), _SOON, _soon),
    Family(frozenset({"tie", "daypart"}), _MORNING, _morning),
)
