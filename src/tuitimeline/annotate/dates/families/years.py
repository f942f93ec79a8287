"""Years in figures."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import calendar
from tuitimeline.annotate.dates.reading import Context, Family, Reading, dated

_YEAR = re.compile(r"(?<![\w$£€¥#.,/:+-])(1[5-9]\d\d|20\d\d)(?![\w%/:-]|[.,]\d)")
_NAME = re.compile(r"[A-Z][\w&.]*\s+\Z")
_OPENS = re.compile(
    r"(?:In|Since|By|From|During|Until|Before|After|Of|The|To|For|Between|Through|And|Early|Late|Fiscal)\s+\Z"
)
_COUNTED = re.compile(
    r"\s+(?:people|men|women|children|jobs|workers|employees|troops|soldiers|miles|kilomet|met(?:er|re)s|feet|tons|tonnes"
    r"|points|dollars|euros|pounds|yen|shares|homes|houses|square|acres|hectares|percent|per\s+cent|times|degrees|votes"
    r"|seats|students|pages|hours|days|weeks|years|barrels|units|cars|vehicles|planes|residents|police|UTC|GMT|hours)",
)


def _year(match: re.Match[str], context: Context) -> Reading | None:
    before = context.before(match.start(), 24)
    if _NAME.search(before) and not _OPENS.search(before):
        return None
    if _COUNTED.match(context.beyond(match.end())):
        return None
    return dated(match, calendar.year(int(match[1])))


FAMILIES = (Family(frozenset({"year"}), _YEAR, _year),)
