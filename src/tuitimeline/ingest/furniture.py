"""Page furniture is marked on paragraphs: menus, captions, sign-ups, adverts, lists of related headlines.

A rule looks at one line's words (furniture.toml) or shape; the last ones look at runs of lines around the prose.
Nothing is cut: a mark says why nothing may rest on a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from tuitimeline.ingest.lines import is_ended, is_headline, is_prose, is_title_case, words
from tuitimeline.model import Furniture, Paragraph
from tuitimeline.tables import read_table

_BULLET = r"[•·▪●■►▸»›*–—>|+-]"
_TRIM = re.compile(rf"^(?:{_BULLET}\s*|\d+[.)]\s+)+|[\s:.!>›»→…|]+$")
_MARKS = tuple(
    (re.compile(mark), least)
    for mark, least in ((r"\s*[|·•»›]\s*", 3), (r"\s+[/:.~–—>-]\s+|\s*//\s*", 4), (r"\s{2,}|\t", 4))
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d{2}\b")
_CREDIT = re.compile(
    r"\b(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Cc]redit|PHOTO|PICTURED?|IMAGE|CREDIT)s?"
    r"(?: [Cc]redit| [Bb]y| [Cc]ourtesy)?\s*:\s*(?:[A-Z©]|via |(?:[\w'’-]+ ?){1,4}[)\]]?$)"
    r"|©\s?[^.!?]{2,50}$"
)
_CREDIT_ALONE = re.compile(
    r"(?i:(?:file|handout|archive|library|courtesy|staff|pool|press|supplied|agency)"
    r" (?:photo(?:graph)?|picture|image)s?$"
    r"|(?:photo(?:graph)?|picture|image)s? (?:by|courtesy|from|supplied|taken by)\b)"
)
_AGENCY_LAST = re.compile(
    r"""[.!?"”’)]\s*(?:AFP|AP|EPA|REUTERS|GETTY(?: IMAGES)?)(?:[ -]?(?:PHOTOS?|Photos?|PIX))?\.?$"""
)
_CREDIT_LINE = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+ ?/ ?[A-Z][\w ]{1,30}")
_WHO_IS_SEEN = re.compile(
    r"\bin this (?:[\w.,]+ ){0,4}(?:photo|photograph|picture|image|illustration|handout|screengrab|frame grab)\b"
    r"|[a-z],? \((?:C|L|R|[Cc]ent(?:er|re)|[Ll]eft|[Rr]ight|2nd [LR]|L-R|pictured)\)",
    re.IGNORECASE,
)
_PERSON_SLASH_PAPER = re.compile(
    r"[(\[]\s*(?:[Pp]hoto(?:graph)?(?: by)?:? )?"
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3} ?/ ?[A-Z][^()\[\]]{1,40}[)\]]$"
)
_DAY_IN_BRACKETS = re.compile(
    r"\([A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?\)$|\(\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?\)$"
)
_PRICE = re.compile(r"[$£€]\s?\d|\d\s?(?:€|euros?|dollars|pounds)\b|\b1-800-|\bwww\.|\.com\b")
_PHONE = re.compile(r"\b\d{3}[- ]\d{4}\b|\b0\d{3,4} \d{5,6}\b")
_QUOTED = re.compile(r"""["“”]|\b(?:said|says|told)\b""")
# What has happened is news: adverts speak in the present.
_TOLD = re.compile(
    r"\b(?:was|were|had|has|been|sent|sold|paid|bought|took|gave|went|came|made|won|lost|met|fell|rose|led|left|held"
    r"|found|got|built|began|kept|spent|shot|fled|(?!limited|unlimited|used|guaranteed|needed|required)[a-z]{3,}ed)\b"
)
_READING_TIME = re.compile(r"\W*\d+[\s-]min(?:ute)?s? read")
_TRAIL = re.compile(r"(?:[\w ]{2,14}: ?)?Home ?[>»›/] ?\w")
_RUN_TOGETHER = re.compile(r"[a-z]{3}[A-Z](?=[a-z]{2})")
_ARROW = re.compile(r"[»›>→▶►➤]+ ?\w")
_LONGEST = 600  # a longer line is an article run into one, whatever it begins with
_SHOWN = 45  # words of a line that says who is seen in a picture
_CREDITED = 40  # characters of a credit behind a caption
_CAPTION = 30  # words of a caption; a longer paragraph that an agency signs is its report
_SHORT = 3  # words of a menu entry or a section label
_GAP = 10  # lines without prose that part the article from the rest of its page
_HEAD = 6  # lines above the article that may be its title, deck and byline
_WHOLE_PAGE = 5  # lines of menus and the like that a page copied whole has at least
_ARTICLE = 0.3  # of the words of the longest part: a part with as many belongs to the article too
_STORY = 60  # words of the first part that may be the article, however long the comments below it


def mark_lines(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The same paragraphs, each that is furniture by its own words or shape marked as what it is."""
    return tuple(p._replace(boilerplate=p.boilerplate or _of_line(_line(text, p))) for p in paragraphs)


def mark_runs(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The same paragraphs, those marked too that are furniture by what stands around them."""
    lines = [_line(text, p) for p in paragraphs]
    marks = [p.boilerplate for p in paragraphs]
    _mark_repetitions(lines, marks)
    _mark_rest_of_page(lines, marks)
    _carry_sign_ups(text, paragraphs, lines, marks)
    _carry_captions(text, paragraphs, lines, marks)
    _carry_related(lines, marks)
    _mark_before_article(lines, marks)
    _mark_after_article(lines, marks)
    return tuple(p._replace(boilerplate=m) for p, m in zip(paragraphs, marks, strict=True))


def _line(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST + 1)]


def _of_line(line: str) -> Furniture | None:
    if len(line) > _LONGEST:
        return None
    bare = _TRIM.sub("", line.strip("[]() \t")).casefold()
    return next((kind for kind, holds in _RULES if holds(line, bare)), None)


def _is_menu(line: str, bare: str) -> bool:
    short = len(words(line)) <= 10 and bare.startswith(_words("menu", "openings"))
    if short or bare in _words("menu", "lines") or _READING_TIME.fullmatch(bare):
        return True
    return _is_bar(line) or _is_list_of_entries(bare) or _is_trail(line)


def _is_trail(line: str) -> bool:
    """Where a page stands in its site, or entries that ran together: "Home > Island", "LegalMarketsOur Jobs"."""
    if is_ended(line):
        return False
    return _TRAIL.match(line) is not None or len(_RUN_TOGETHER.findall(line)) >= 3


def _is_list_of_entries(bare: str) -> bool:
    """ "News, Sport, Weather, Jobs", "Home News Sport", "[Menu] [Search]": nothing but entries of menus."""
    known = _words("menu", "lines")
    entries = [e.strip() for e in re.split(r"[,\[\]]", bare) if e.strip()]
    if len(entries) >= 4 and max(len(e.split()) for e in entries) <= 3:
        return sum(e in known for e in entries) >= 0.5 * len(entries)
    single = bare.split()
    return len(single) >= 3 and all(w in known for w in single)


def _is_bar(line: str) -> bool:
    """Three or more short entries between bars, four between weaker marks; or a bar first and a short entry."""
    if re.match(r"[|»›]", line):
        return len(words(line)) <= _SHORT and not is_ended(line)
    return any(
        len(entries := [e for e in mark.split(line) if e]) >= least
        and all(len(words(e)) <= 4 and not is_ended(e) and not _YEAR.search(e) for e in entries)
        for mark, least in _MARKS
    )


def _is_caption(line: str, bare: str) -> bool:
    return (
        bare.startswith(_words("caption", "openings"))
        or any(w in bare for w in _words("caption", "anywhere"))
        or _CREDIT.search(line) is not None
        or _PERSON_SLASH_PAPER.search(line) is not None
        or (_AGENCY_LAST.search(line) is not None and not _QUOTED.search(line))
        or (len(words(line)) <= _SHOWN and _WHO_IS_SEEN.search(line) is not None and not _QUOTED.search(line))
        or _ends_with_picture_agency(line)
        or _ends_with_credit(line)
    )


def _ends_with_credit(line: str) -> bool:
    """ "The pier in 2019. File photo.", "The mayor, May 3 (photo by Ann Vos)"."""
    last = re.split(r"(?<=[a-z0-9]{2}\.)\s|[(–—]\s*|,\s+(?=(?i:photo|picture|image)s? )", line.rstrip(".)] "))[-1]
    return len(words(line)) > 2 and len(words(last)) <= 6 and _CREDIT_ALONE.match(last.strip()) is not None


def _ends_with_picture_agency(line: str) -> bool:
    """ "… at the port. (AP Photo/J. Doe)", "… in May. REUTERS/Jo Ferris", "… — Getty Images"."""
    if re.search(r"(?:REUTERS|AFP|EPA|AP Photo) ?/ ?(?:[A-Z][\w.'’-]* ?){1,4}\)?(?:/File Photo)?\)?$", line):
        return True
    tail = re.search(r"(?:[/(\[]|via |[—–-] ?)((?!.*\bvia )[A-Za-z ]{2,20})[)\]]?$", line)
    if tail is None or tail[1].strip().casefold() not in _words("caption", "agencies"):
        return False
    if is_ended(line[: tail.start()].rstrip()) and (len(words(line)) > _CAPTION or _QUOTED.search(line)):
        return False
    return len(words(line)) > 3


def _is_sign_up(line: str, bare: str) -> bool:
    """It opens as one; in a short line, so may any of its sentences, and some words are enough."""
    if (
        len(words(line)) <= 30
        and not _QUOTED.search(line)
        and any(w in bare for w in _words("sign_up", "anywhere"))
    ):
        return True
    if not _opens_as_sign_up(bare) and not (
        len(words(line)) <= 25 and any(map(_opens_as_sign_up, re.split(r"(?<=[a-z][.!?:]) ", bare)[1:]))
    ):
        return False
    about = any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", bare) for w in _words("sign_up", "about"))
    return (about and len(words(line)) <= 40) or not is_ended(line)


def _opens_as_sign_up(bare: str) -> bool:
    return bare.startswith(_words("sign_up", "openings"))


def _is_advert(line: str, bare: str) -> bool:
    if bare in _words("advert", "lines") or bare.startswith(_words("advert", "openings")):
        return True
    if len(words(line)) > 22 or _QUOTED.search(line) or _TOLD.search(line):
        return False
    begins: list[str] = re.split(r"(?<=[a-z][.!?:]) ", bare)
    pitches = sum(w in bare for w in _words("advert", "pitch"))
    pitches += sum(b.startswith(_words("advert", "orders")) for b in begins)
    signs = [_PRICE.search(line) is not None, _PHONE.search(line) is not None, "!" in line]
    return pitches > 0 and pitches + sum(signs) >= 2


def _is_related(line: str, bare: str) -> bool:
    dated = _DAY_IN_BRACKETS.search(line) is not None and len(words(line)) <= 15
    if is_headline(line) and (dated or _ARROW.match(line) is not None):
        return True
    return bare in _words("related", "lines") or bare.startswith(_words("related", "openings"))


def _is_notice(line: str, bare: str) -> bool:
    del line
    return (
        bare in _words("notice", "lines")
        or bare.startswith(_words("notice", "openings"))
        or any(w in bare for w in _words("notice", "anywhere"))
    )


def _is_sign_off(line: str, bare: str) -> bool:
    openings = _words("byline", "openings")
    starts = line.casefold().startswith(openings) or bare.startswith(openings)
    ends = len(words(line)) <= 30 and any(w in bare for w in _words("byline", "anywhere"))
    return (starts and len(words(line)) <= 40) or ends


_RULES: tuple[tuple[Furniture, Callable[[str, str], bool]], ...] = (
    (Furniture.CAPTION, _is_caption),
    (Furniture.RELATED, _is_related),
    (Furniture.ADVERT, _is_advert),
    (Furniture.SIGN_UP, _is_sign_up),
    (Furniture.NOTICE, _is_notice),
    (Furniture.MENU, _is_menu),
    (Furniture.BYLINE, _is_sign_off),
)


def _carry_sign_ups(
    text: str, paragraphs: Sequence[Paragraph], lines: Sequence[str], marks: list[Furniture | None]
) -> None:
    """A sign-up broken over two lines: the next line, with no empty one between, goes on in lower case."""
    for i in range(1, len(lines)):
        broken = marks[i - 1] in (Furniture.SIGN_UP, Furniture.ADVERT) and not is_ended(lines[i - 1])
        gap = text[paragraphs[i - 1].end : paragraphs[i].start]
        if broken and marks[i] is None and lines[i][0].islower() and len(gap.splitlines()) <= 2 and len(gap) < 8:
            marks[i] = marks[i - 1]


def _carry_captions(
    text: str, paragraphs: Sequence[Paragraph], lines: Sequence[str], marks: list[Furniture | None]
) -> None:
    """A caption broken over two lines: the second goes on in lower case, or is the credit of its block."""
    breaks = [len(text[p.end : q.start].splitlines()) for p, q in pairwise(paragraphs)]
    for i in range(1, len(lines)):
        broken = lines[i][0].islower() and not is_ended(lines[i - 1])
        block = i > 1 and breaks[i - 2] > 1 >= breaks[i - 1] and _CREDIT_LINE.fullmatch(lines[i]) is not None
        if marks[i] is Furniture.CAPTION and marks[i - 1] is None and (broken or block):
            marks[i - 1] = Furniture.CAPTION


def _carry_related(lines: Sequence[str], marks: list[Furniture | None]) -> None:
    """Under a heading of related headlines, all lines up to the next prose."""
    under = False
    for i, line in enumerate(lines):
        if marks[i] is Furniture.RELATED:
            under = True
        elif marks[i] is None:
            under = under and not is_prose(line)
            if under:
                marks[i] = Furniture.RELATED


def _mark_repetitions(lines: Sequence[str], marks: list[Furniture | None]) -> None:
    """A picture's text and its caption, the same line twice in a row; of a title that stands twice, the second."""
    title = next((i for i, line in enumerate(lines) if marks[i] is None and len(words(line)) > _SHORT), None)
    plain = [" ".join(line.split()) for line in lines]
    for i in range(1, len(plain)):
        shorter, longer = sorted((plain[i - 1], plain[i]), key=len)
        again = longer.startswith(shorter.rstrip(". ")) and len(longer) <= len(shorter) + _CREDITED
        for j in (i - 1, i):
            if again and len(words(shorter)) > _SHORT and marks[j] is None and j != title:
                marks[j] = Furniture.CAPTION


def _mark_rest_of_page(lines: Sequence[str], marks: list[Furniture | None]) -> None:
    """A page copied whole: what many lines without prose part from the article is menus and teasers."""
    if sum(m not in (None, Furniture.CAPTION, Furniture.BYLINE) for m in marks) < _WHOLE_PAGE:
        return
    parts: list[list[int]] = []
    for i, line in enumerate(lines):
        if marks[i] is None and is_prose(line):
            if not parts or i - parts[-1][-1] > _GAP:
                parts.append([])
            parts[-1].append(i)
    sizes = [sum(len(words(lines[i])) for i in part) for part in parts]
    first = next((i for i, size in enumerate(sizes) if size >= _STORY), 0)
    own = [part for i, part in enumerate(parts) if i == first or sizes[i] >= _ARTICLE * max(sizes)]
    heads = ([i for i in range(part[0]) if marks[i] is None][-_HEAD:] for part in own)
    kept = {i for part, head in zip(own, heads, strict=True) for i in (*head, *range(part[0], part[-1] + _GAP))}
    for i in range(len(lines)):
        if own and i not in kept and marks[i] is None:
            marks[i] = Furniture.MENU if i < own[0][0] else Furniture.RELATED


def _mark_before_article(lines: Sequence[str], marks: list[Furniture | None]) -> None:
    """Section labels and the name of the site: short lines above the title, itself above the first prose."""
    prose = next((i for i, line in enumerate(lines) if marks[i] is None and is_prose(line)), None)
    if prose is None:
        return
    title = next((i for i in range(prose) if marks[i] is None and len(words(lines[i])) > _SHORT), None)
    for i in range(prose if title is None else title):
        if marks[i] is None and not is_ended(lines[i]) and (title is not None or Furniture.MENU in marks[:prose]):
            marks[i] = Furniture.MENU


def _mark_after_article(lines: Sequence[str], marks: list[Furniture | None]) -> None:
    """After the last prose: a run of headlines, or entries of a menu that stands there."""
    last = next((i for i in reversed(range(len(lines))) if marks[i] is None and is_prose(lines[i])), None)
    if last is None:
        return
    tail = [i for i in range(last + 1, len(lines)) if marks[i] is None]
    headlines = [i for i in tail if is_headline(lines[i])]
    titled = [i for i in headlines if is_title_case(lines[i]) or _DAY_IN_BRACKETS.search(lines[i])]
    furnished = any(m is not None and m is not Furniture.BYLINE for m in marks[last + 1 :])
    run = headlines if len(headlines) >= 3 or 2 * len(titled) > len(headlines) else []
    for i in tail:
        if i in run:
            marks[i] = Furniture.RELATED
        elif len(words(lines[i])) <= _SHORT and not is_ended(lines[i]) and (furnished or run):
            marks[i] = Furniture.MENU


@cache
def _words(table: str, key: str) -> tuple[str, ...]:
    return tuple(_tables()[table][key])


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return read_table(__file__, "furniture.toml")
