"""E-mail: newsletters and forwarded articles, one message (.eml) or many (.mbox), by Python's own parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import Article, Failure, Found, UnreadableError, parsing, titled
from tuitimeline.ingest.doors import page

_ENVELOPE = re.compile(rb"From \S+.{0,40}\d{4}\s*$|From [^\s@]+@\S+ ")
_REPLY_MARKS = re.compile(r"^(?:(?:re|fwd?|fw|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)


def message(stream: BinaryIO) -> Iterator[Found]:
    """The one article of a message. Raises UnreadableError."""
    yield _article(limits.whole(stream, limits.MESSAGE))


def mailbox(stream: BinaryIO) -> Iterator[Found]:
    """The articles of a mailbox, message by message, part "1" first; those that cannot be read are named."""
    for n, data in enumerate(_messages(stream), start=1):
        try:
            article = _article(data)
        except UnreadableError as error:
            yield Failure(str(error), str(n))
            continue
        yield Article(
            article.text, str(n), article.title, article.outlet, article.author, article.url, article.published
        )


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages between "From " lines that follow an empty line (RFC 4155)."""
    lines: list[bytes] = []
    size, empty = 0, True
    while line := stream.readline(limits.MESSAGE):
        if empty and _ENVELOPE.match(line):
            if size:
                yield b"".join(lines)
            lines, size = [], 0
        elif size < limits.MESSAGE:
            lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        empty = not line.strip()
    if size:
        yield b"".join(lines)


def _article(data: bytes) -> Article:
    if len(data) >= limits.MESSAGE:
        raise UnreadableError(f"it is larger than {limits.MESSAGE // limits.MEGABYTE} MB, the limit for a message")
    with parsing("e-mail"):
        found = message_from_bytes(data, policy=policy.default)
        text = _body(found)
        subject = str(found.get("subject", ""))
        sender = parseaddr(str(found.get("from", "")))[0]
        published = _day(found)
    title = _REPLY_MARKS.sub("", " ".join(subject.split())) or None
    if not text.strip():
        raise UnreadableError("it is an e-mail without text")
    return Article(titled(title, text), title=title, outlet=sender or None, published=published)


def _body(found: EmailMessage) -> str:
    """The plain part of a message, or the words of its HTML part."""
    plain = found.get_body(("plain",))
    if plain is not None and (text := _content(plain)).strip():
        return _flowed(text) if plain.get_param("format") == "flowed" else text
    html = found.get_body(("html",))
    if html is None:
        return ""
    try:
        return page.article(_content(html)).text
    except UnreadableError:
        return page.plain(_content(html))


def _content(part: object) -> str:
    if not isinstance(part, EmailMessage):
        return ""
    try:
        content = part.get_content()
    except (LookupError, KeyError):
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return content.replace("\r\n", "\n") if isinstance(content, str) else ""


def _flowed(text: str) -> str:
    """Lines that end in a space go on (RFC 3676), the mark of a signature aside."""
    return re.sub(r"(?<!--) \n(?=\S)", " ", text)


def _day(found: EmailMessage) -> date | None:
    header = found.get("date")
    moment = getattr(header, "datetime", None)
    return moment.date() if moment is not None else None
