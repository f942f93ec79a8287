"""A story as a Markdown chronology: a date a heading, an event a bullet, a document a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from tuitimeline.export.evidence import Quote, Told, address_of, name_of, page_of, tell
from tuitimeline.export.wording import count_in_words, date_in_words, voices_in_words
from tuitimeline.export.written import Written
from tuitimeline.model import AnnotatedDocument, Descent, Story
from tuitimeline.safe import visible

# What EDTF is written in.
_CODE = re.compile(r"[\w?~%./:+-]+", re.ASCII)
# Punctuation that CommonMark, GitHub's tables, strike-through and mathematics, or a footnote would act on.
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>#|~$^&]")


def chronology(story: Story) -> Written:
    """The whole story as Markdown with footnotes (CommonMark, GitHub's footnotes)."""
    told = tell(story)
    footnotes = {annotated.document.id: number for number, annotated in enumerate(story.documents, 1)}
    headlines = {t.event.id: t.event.headline for t in told}
    lines = ["# Timeline", ""]
    for edtf, events in groupby(told, key=lambda t: t.event.date):
        lines += [f"## {_date(edtf)}", ""]
        for one in events:
            lines += _event(one, footnotes, headlines)
        lines.append("")
    names = {annotated.document.id: name_of(annotated.document) for annotated in story.documents}
    lines += _edits(story, names | headlines)
    lines += _footnotes(story, footnotes)
    return Written("\n".join(lines).rstrip() + "\n")


def escape(text: str) -> str:
    """`text` as one line that Markdown shows as it stands."""
    return _ACTIVE.sub(r"\\\g<0>", visible(text).strip())


def _date(edtf: str | None) -> str:
    words = date_in_words(edtf)
    code = f" (`{edtf}`)" if edtf and edtf != words and _CODE.fullmatch(edtf) else ""
    return escape(words) + code


def _event(told: Told, footnotes: dict[str, int], headlines: dict[str, str]) -> Iterator[str]:
    event, marks = told.event, told.event.marks
    facts = [event.kind, count_in_words(event.sources)]
    if event.hedged:
        facts.append("hedged")
    facts += [f"{what} set by hand" for what in marks.edited]
    facts += [f"grade {marks.grade}"] if marks.grade else []
    facts += [f"#{tag}" for tag in marks.tags]
    yield f"- {'★ ' if marks.starred else ''}**{escape(event.headline) or '—'}** ({escape(', '.join(facts))})"
    if event.after in headlines:
        yield f"    - After: {escape(headlines[event.after])}"
    for quote in told.quotes:
        yield f"    - {_quote(quote)}[^{footnotes[quote.document.id]}]"
    for other in told.contradicted_by:
        yield f"    - Contradicted by: {escape(headlines[other.event])} ({other.over})"
    for reason in event.reckoning:
        yield f"    - Counting: {escape(reason)}"
    if marks.note:
        yield f"    - Note: {escape(marks.note)}"


def _quote(quote: Quote) -> str:
    page = page_of(quote.document, quote.span.start)
    place = f"{f'page {page}, ' if page else ''}characters {quote.span.start}–{quote.span.end}"
    copy = ["a copy"] if quote.descent.copy_of else []
    return f"{escape(quote.text)} ({escape('; '.join([*voices_in_words(quote), *copy, place]))})"


def _edits(story: Story, names: dict[str, str]) -> Iterator[str]:
    if story.edits:
        yield from ("## Set by hand", "")
        for edit in story.edits:
            on = names.get(edit.on, edit.on)
            value = f" → {escape(edit.value)}" if edit.value is not None else ""
            yield f"- {edit.at.isoformat()} {escape(edit.user)}: {escape(edit.what)}{value} ({escape(on)})"
        yield ""


def _footnotes(story: Story, footnotes: dict[str, int]) -> Iterator[str]:
    descents = {d.document: d for d in story.timeline.descents}
    names = {annotated.document.id: name_of(annotated.document) for annotated in story.documents}
    for annotated in story.documents:
        descent = descents.get(annotated.document.id, Descent(annotated.document.id))
        yield f"[^{footnotes[annotated.document.id]}]: {_document(annotated, descent, names)}"


def _document(annotated: AnnotatedDocument, descent: Descent, names: dict[str, str]) -> str:
    document = annotated.document
    facts = [escape(name_of(document))]
    facts.append(document.published.isoformat() if document.published else "publication date unknown")
    if descent.copy_of:
        facts.append(f"a copy of {escape(names.get(descent.copy_of, descent.copy_of))}")
    if descent.relays:
        facts.append(f"relays {escape(', '.join(descent.relays))}")
    if address := address_of(document):
        facts.append(f"<{address}>")
    elif document.path:
        facts.append(escape(document.path))
    if document.capture:
        facts.append(f"fetched {document.capture.at.isoformat()}, SHA-256 {escape(document.capture.sha256)}")
    return "; ".join(facts) + "."
