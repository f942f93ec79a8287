"""How long: three years, the past two weeks, a 12-hour flight, several months, decades."""

from __future__ import annotations

import re

from tuitimeline.annotate.dates import words
from tuitimeline.annotate.dates.reading import Context, Family, Reading, reads
from tuitimeline.annotate.dates.words import NUMBER, UNIT, UNITS_ONLY, VAGUE_NUMBER, listed
from tuitimeline.model import TimexType

ABOUT = rf"(?:{listed('about')}\s+(?!(?:the|these|those|past|last|next)\b))?"
COUNT = rf"(?:{VAGUE_NUMBER}|{NUMBER}|(?:[Aa]n?\s+)?[Hh]alf(?:\s+an?)?|[Aa]n?)"
_DURATION = (
    rf"(?<![\w$£€.,-]){ABOUT}"
    rf"(?:(?:{listed('whose')}\s+)?(?P<which>{listed('which_ones')})\s+)?"
    rf"(?P<count>{COUNT})(?:(?:\s+(?:to|or)\s+|-)(?P<upper>{NUMBER}))?(?P<half>[\s-]+and[\s-]+a[\s-]+half)?"
    rf"(?P<gap>[\s-]+)(?:{listed('among')}[\s-]+){{0,2}}(?P<unit>{UNIT})\b"
    r"(?P<tail>-old\b|-long\b|\s+old\b|\s+long\b|\s+and\s+a\s+half\b)?(?!['’]s\b|-[a-z])"
)
_BARE = rf"\b{listed('lasting')}\s+(?P<words>(?P<which>(?:recent|past|coming)\s+)?(?P<unit>{UNITS_ONLY}))\b(?!-)"
_STARTS = rf"\b(?P<words>(?P<unit>{UNITS_ONLY}))\s+(?:before|after)\b"
_ALL = r"\b[Aa]ll\s+(?P<unit>day|week|month|year)\b"
_WHICH = (
    r"\b(?:[Tt]h(?:e|ese)\s+)?(?P<which>[Rr]ecent|[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming)\s+"
    rf"(?P<count>{VAGUE_NUMBER}\s+)?(?P<unit>{UNITS_ONLY})\b"
)
_LONG = (
    r"\b(?:(?P<plural>(?i:days|weeks|months|years|decades|centuries|hours))-long"
    r"|(?P<one>(?i:day|week|month|year|decade))-?long)\b"
)
_AS = re.compile(r"\b[Aa]s\s+\Z")
_VERB = re.compile(r"\b(?:to|will|would|could|can|may|might|should|not|n[’']t)\s+\Z")
_WAR = re.compile(r"['’]?\s+War\b")
_HALF = {"hour": "PT30M", "minute": "PT30S", "century": "P50Y", "decade": "P5Y", "year": "P6M", "day": "PT12H"}


def amount(count: str, half: bool, unit: str) -> str | None:
    """The TIMEX3 value of so many units; None where the words count nothing ("a second", "three quarters of")."""
    count = re.sub(r"\s+", " ", count.lower())
    code = words.CODES[unit]
    if (count.startswith("half a") and "dozen" not in count) or count == "half":
        return _HALF.get(unit)
    figure = words.VAGUE.get(count) or words.figures(words.number(count))
    if figure != "X":
        figure = words.figures((float(figure) + half / 2) * (2 if unit == "fortnight" else 1))
    return f"P{'T' if code[0] == 'T' else ''}{figure}{code.removeprefix('T')}"


def _duration(match: re.Match[str], context: Context) -> Reading | None:
    unit, count = words.unit(match["unit"]), match["count"].lower()
    singular = not match["unit"].lower().endswith(("s", "ia"))
    if _AS.search(context.before(match.start(), 4)):
        return None
    if unit == "second" and singular and match["gap"] != "-":
        return None
    if unit in ("quarter", "half") and not match["which"] and (count in ("a", "one", "three", "half") or singular):
        return None
    if count == "half" and "-" not in match["gap"] and unit != "hour":
        return None
    if count in ("a", "an", "one") and not singular:
        return None
    if singular and match["gap"].strip() != "-" and not _is_singular(count, match):
        return None
    if _WAR.match(context.beyond(match.end(), 8)):
        return None
    tail = match["tail"] or ""
    value = amount(match["upper"] or count, bool(match["half"]) or tail.endswith("half"), unit)
    if value is None:
        return None
    end = match.end("unit") if tail.strip() in ("old", "long") else match.end()
    start = match.start()
    if match["which"] and match.start("which") == start and _VERB.search(context.before(start, 8)):
        start = match.start("count")
    return Reading(start, end, TimexType.DURATION, value)


def _is_singular(count: str, match: re.Match[str]) -> bool:
    """ "A year", "half an hour", "one and a half year", "a 20 year low" are said with the unit in the singular."""
    if count in ("a", "an", "one") or "half" in count or match["half"]:
        return True
    return count.isdigit() and not match["which"]


def _bare(match: re.Match[str], _: Context) -> Reading | None:
    unit = words.unit(match["unit"])
    if unit in ("second", "quarter", "half", "weekend"):
        return None
    value = amount("several", False, unit)
    assert value is not None
    return Reading(match.start("words"), match.end("words"), TimexType.DURATION, value)


def _which(match: re.Match[str], _: Context) -> Reading | None:
    unit = words.unit(match["unit"])
    if match["which"] == "last" and match.start("which") == match.start() and not match["count"]:
        return None
    if unit in ("second", "half", "weekend"):
        return None
    return reads(match, TimexType.DURATION, amount((match["count"] or "several").strip(), False, unit) or "PXD")


def _all(match: re.Match[str], _: Context) -> Reading | None:
    return reads(match, TimexType.DURATION, f"P1{words.CODES[words.unit(match['unit'])]}")


def _long(match: re.Match[str], _: Context) -> Reading | None:
    unit = words.unit(match["plural"] or match["one"])
    value = amount("several" if match["plural"] else "one", False, unit)
    return reads(match, TimexType.DURATION, value) if value else None


FAMILIES = (
    Family(frozenset({"unit"}), _DURATION, _duration),
    Family(frozenset({"units"}), _WHICH, _which),
    Family(frozenset({"units"}), _BARE, _bare),
    Family(frozenset({"units", "tie"}), _STARTS, _bare),
    Family(frozenset({"unit"}), _ALL, _all),
    Family(frozenset({"long"}), _LONG, _long),
)
