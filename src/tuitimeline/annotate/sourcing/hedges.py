"""Words that weaken what is said in nobody's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuitimeline.annotate.sourcing.tokens import Words
from tuitimeline.model import Span

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|purportedly|supposedly|ostensibly|seemingly"
    r"|(?:widely |long )?(?:believed|thought|said|understood|rumou?red|alleged|reported|suspected|presumed|feared)"
    r"(?=(?: \w+){0,2}? to\b) to(?: be)?"
    r"|alleged(?= \w)|suspected(?= \w)|purported(?= \w)|unconfirmed(?= \w)|rumou?red(?= \w)"
    r"|it (?:was|is|has been|had been) (?:alleged|claimed|reported|rumou?red|said|believed|thought|understood))\b",
    re.IGNORECASE,
)
_HINTS = frozenset(
    """reportedly allegedly apparently purportedly supposedly ostensibly seemingly believed thought said understood
    rumored rumoured alleged reported suspected presumed purported unconfirmed claimed feared""".split()
)


def find(text: str, sentences: Sequence[Words]) -> tuple[Span, ...]:
    """The hedges of the article itself, outside quotes, in order."""
    out: list[Span] = []
    for words in sentences:
        if _HINTS.isdisjoint(words.low):
            continue
        quoted = [(words.start[k], words.end[k]) for k in words.quote]
        out.extend(
            Span(*match.span())
            for match in _HEDGE.finditer(text, words.sentence.start, words.sentence.end)
            if not any(a <= match.start() < b for a, b in quoted)
        )
    return tuple(out)
