"""The evidence for one event: every sentence it stands on, by independent origin, copies folded under theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tuitimeline.model import AnnotatedDocument, Descent, Document, Event, Span, Support, Voice
from tuitimeline.tui.lines import Line, Mark, Run, clip_line, fold, folded, line, marked, width
from tuitimeline.tui.pages.marks import marks_of, paragraph_at, places_of, sentences_over
from tuitimeline.tui.wording import IDENTITY_WORDS, STANCE_WORDS, day_words, plural, when_words

CONTEXT = 200
"""Characters of the paragraph shown on either side of a sentence: enough to judge it by, however long the line."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Lines, and for each sentence that can be stopped at its lines and its place in a document."""

    lines: tuple[Line, ...] = ()
    stops: tuple[tuple[int, int], ...] = ()
    places: tuple[Support, ...] = ()


@dataclass(slots=True)
class _Sheet:
    columns: int
    found: str = ""
    context: int = CONTEXT
    lines: list[Line] = field(default_factory=list)
    stops: list[tuple[int, int]] = field(default_factory=list)
    places: list[Support] = field(default_factory=list)

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def prose(self, text: str, role: str, indent: str = " ", most: int = 9) -> None:
        """Add `text` on its own lines, `most` of them: what it leaves out stands in the sentences below."""
        text = " ".join(text.split())
        lines = folded(text, self.columns - 1, [Mark(0, len(text), role)], indent)
        if len(lines) > most:
            lines = [*lines[: most - 1], clip_line((*lines[most - 1], Run("…", (role,))), self.columns)]
        self.lines.extend(lines)

    def stop(self, lines: Iterable[Line], place: Support) -> None:
        first = len(self.lines)
        self.lines.extend(lines)
        self.stops.append((first, len(self.lines)))
        self.places.append(place)


def evidence(
    event: Event,
    document: Callable[[str], AnnotatedDocument],
    descent: Callable[[str], Descent],
    columns: int,
    *,
    badges: Sequence[Run] = (),
    follows: str | None = None,
    unfolded: bool = False,
    conflicts: Sequence[str] = (),
    found: str = "",
) -> Evidence:
    """The evidence of `event` in `columns` columns.

    `follows` is the date (EDTF) of the event it comes after; `conflicts` says in words what contradicts it;
    copies are listed by name alone unless `unfolded`. `found` are words that were searched for.
    """
    sheet = _Sheet(columns, found)
    _what_and_when(sheet, event, follows)
    if badges:
        sheet.lines.append((Run(" "), *(part for badge in badges for part in (badge, Run("  ")))))
    _by_hand(sheet, event)
    if event.reckoning:
        for reason in event.reckoning:
            sheet.prose(reason, "faint")
    for words in conflicts:
        sheet.prose(f"↔ {words}", "alarm", most=2)
    for supports in _by_origin(event, descent).values():
        _origin(sheet, supports, event.voices, document, unfolded)
    return Evidence(tuple(sheet.lines), tuple(sheet.stops), tuple(sheet.places))


def side(
    event: Event,
    document: Callable[[str], AnnotatedDocument],
    descent: Callable[[str], Descent],
    columns: int,
    follows: str | None,
) -> Evidence:
    """One side of a conflict: what it says, when, and its sentences without what stands around them.

    `follows` is the date (EDTF) of the event it comes after.
    """
    sheet = _Sheet(columns, context=0)
    _what_and_when(sheet, event, follows)
    for supports in _by_origin(event, descent).values():
        _origin(sheet, supports, event.voices, document, unfolded=False)
    return Evidence(tuple(sheet.lines), tuple(sheet.stops), tuple(sheet.places))


def _what_and_when(sheet: _Sheet, event: Event, follows: str | None) -> None:
    sheet.prose(event.headline, "title", most=2)
    sheet.lines.append(line(" ", (when_words(event.date, follows), "date"), ("  " + event.kind, "kind")))


def _by_hand(sheet: _Sheet, event: Event) -> None:
    marks = event.marks
    set_by_hand = [f"grade {marks.grade}"] if marks.grade else []
    set_by_hand += [f"#{tag}" for tag in marks.tags]
    set_by_hand += [f"{what} set by hand" for what in marks.edited]
    if set_by_hand:
        sheet.prose(" · ".join(set_by_hand), "badge")
    if marks.note:
        sheet.prose(f"Note: {marks.note}", "badge")


def _by_origin(event: Event, descent: Callable[[str], Descent]) -> Mapping[str, list[Support]]:
    """The event's supports by the document whose words they are: a copy's go under the one it copies."""
    groups: dict[str, list[Support]] = {}
    for support in event.support:
        groups.setdefault(root_of(support.document, descent), []).append(support)
    return {root: sorted(supports, key=lambda s: (s.document != root, s)) for root, supports in groups.items()}


def root_of(document: str, descent: Callable[[str], Descent]) -> str:
    """The document that `document` copies in the end; itself where it copies none."""
    seen = {document}
    while (above := descent(document).copy_of) and above not in seen:
        document = above
        seen.add(document)
    return document


def _origin(
    sheet: _Sheet,
    supports: Sequence[Support],
    voices: Sequence[Voice],
    document: Callable[[str], AnnotatedDocument],
    unfolded: bool,
) -> None:
    own = [support for support in supports if support.document == supports[0].document]
    copies = [support for support in supports if support.document != supports[0].document]
    shown = document(own[0].document)
    sheet.gap()
    sheet.lines.append(_heading(shown.document, sheet.columns))
    _quote(sheet, shown, own)
    for voice in voices:
        if voice.document == own[0].document and voice.source:
            sheet.lines.extend(_voice(voice, sheet.columns))
    if not copies:
        return
    names = sorted({support.document for support in copies})
    if not unfolded:
        listed = ", ".join(name_of(document(name).document) for name in names)
        sheet.prose(f"▸ {plural(len(names), 'copy', 'copies')}: {listed}", "faint", "   ")
        return
    for name in names:
        copy = document(name)
        sheet.lines.append(line("   ", ("▾ copy: ", "faint"), (name_of(copy.document), "faint")))
        _quote(sheet, copy, [support for support in copies if support.document == name])


def name_of(document: Document) -> str:
    """What a document goes by: its outlet and title as far as they are known, else its file's name."""
    named = document.path.rpartition("/")[2] if document.path else document.id
    return document.outlet or document.title or named


def _heading(document: Document, columns: int) -> Line:
    published = f" · {day_words(document.published)}" if document.published else " · no publication date"
    name = clip_line(line(" ", (name_of(document), "title")), columns - width(published))
    return (*name, Run(published, ("faint",)))


def _voice(voice: Voice, columns: int) -> list[Line]:
    said = f"{voice.source}: {IDENTITY_WORDS[voice.identity]}, {STANCE_WORDS[voice.stance]}"
    name = len(voice.source)
    return folded(said, columns - 1, [Mark(0, name, "source"), Mark(name, len(said), "faint")], "   ")


def _quote(sheet: _Sheet, annotated: AnnotatedDocument, supports: Sequence[Support]) -> None:
    """Each paragraph that holds a supporting sentence once, the sentences in full, the rest of it faint."""
    text = annotated.document.text
    marks = (*marks_of(annotated), *(Mark(*place, "found") for place in places_of(text, sheet.found)))
    paragraphs: dict[Span, list[tuple[Span, Support]]] = {}
    for support in supports:
        sentence = sentences_over(annotated, support.start, support.end)
        paragraphs.setdefault(paragraph_at(annotated, support.start), []).append((sentence, support))
    for paragraph, sentences in paragraphs.items():
        first, last = sentences[0][0].start, sentences[-1][0].end
        at, end = _context(text, paragraph, first, last, sheet.context)
        if paragraph.start < at < first:
            sheet.lines.append((Run("   …", ("faint",)),))
        for sentence, support in sentences:
            if at < sentence.start:
                sheet.lines.extend(
                    _piece(text, at, sentence.start, sheet.columns, [Mark(at, sentence.start, "faint")])
                )
            sheet.stop(_piece(text, max(at, sentence.start), sentence.end, sheet.columns, marks), support)
            at = max(at, sentence.end)
        if at < end:
            sheet.lines.extend(_piece(text, at, end, sheet.columns, [Mark(at, end, "faint")]))
        if end < paragraph.end:
            sheet.lines[-1] = (*sheet.lines[-1], Run(" …", ("faint",)))
        sheet.gap()


def _context(text: str, paragraph: Span, first: int, last: int, most: int) -> tuple[int, int]:
    """As much of a paragraph as is shown around the sentences from `first` to `last`, cut between words."""
    start, end = paragraph.start, max(paragraph.end, last)
    if first - start > most:
        start = text.find(" ", first - most, first) + 1 or first
    if end - last > most:
        end = max(last, text.rfind(" ", last, last + most))
    return start, end


def _piece(text: str, start: int, end: int, columns: int, marks: Sequence[Mark]) -> list[Line]:
    while start < end and text[start].isspace():
        start += 1
    return [
        (Run("   "), *marked(text, start + first, start + last, marks))
        for first, last in fold(text[start:end].rstrip(), columns - 4)
    ]
