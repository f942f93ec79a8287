"""The names of a document, and those around each mention."""

from __future__ import annotations

import re
from bisect import bisect_right

from tuitimeline.model import AnnotatedDocument, EventMention
from tuitimeline.timeline.once import once
from tuitimeline.timeline.stems import CALENDAR, names


class Surroundings:
    """The names in a document: `all` but days and months, and those around a mention: whom its pronouns mean."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        text = annotated.document.text
        self._starts = [s.start for s in annotated.sentences]
        told = [s.of(text) for s in annotated.sentences]
        # The first word of a sentence is a name where it looks like one, or the text has it as one elsewhere.
        known = frozenset[str]().union(*(names(t if _NAMED.match(t) else t.partition(" ")[2]) for t in told))
        self.all = tuple(sorted(known - CALENDAR))
        self._names = [names(t) & known for t in told]
        self._near: dict[int, tuple[str, ...]] = {}

    def of(self, mention: EventMention) -> tuple[str, ...]:
        """Stems of the names in the sentence of a mention and in the one before."""
        at = bisect_right(self._starts, mention.start)
        if at not in self._near:
            self._near[at] = once(tuple(sorted(frozenset().union(*self._names[max(0, at - 2) : at]))))
        return self._near[at]

    def same_sentence(self, mention: EventMention, offset: int) -> bool:
        """Whether `offset` stands in the sentence of a mention."""
        return bisect_right(self._starts, mention.start) == bisect_right(self._starts, offset)


_NAMED = re.compile(r"\w+(?:['’]s\b| [A-Z])")
