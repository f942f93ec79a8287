"""Bytes become text: the encoding is found, and what is no text is refused in one line."""

from __future__ import annotations

import codecs

from tuitimeline.ingest.article import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64_000  # bytes from which an encoding is told
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r\f\v\x1b")


def decode(data: bytes) -> str:
    """The text of `data`, its byte order mark dropped and nothing else changed. Raises UnreadableError."""
    if not data.strip():
        raise UnreadableError("it is empty" if not data else "it holds no text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data, encoding)
    if b"\0" in data:
        return _checked(data, _utf16_without_mark(data[:_SAMPLE]))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_binary(data)
        text = _checked(data, guess(data))
    _refuse_binary(data)
    return text


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    if len(sample.translate(None, _CONTROL)) < 0.95 * len(sample):
        raise UnreadableError("it is a binary file, not text")


def _checked(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError(f"it is no text in {encoding}, which its first bytes promise") from None
    if "\0" in text:
        raise UnreadableError("it holds NUL bytes: a binary or damaged file")
    if not text.strip():
        raise UnreadableError("it holds no text")
    return text


def _utf16_without_mark(sample: bytes) -> str:
    """UTF-16 of Latin letters has a NUL in every other byte; other NULs are no text's."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 4:
        raise UnreadableError("it holds NUL bytes: a binary or damaged file")
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    raise UnreadableError("it holds NUL bytes: a binary or damaged file")


def guess(data: bytes) -> str:
    """The name of the legacy encoding that charset-normalizer finds, or of the commonest one, Windows-1252."""
    from charset_normalizer import from_bytes

    sample = _around_other_letters(data)
    best = from_bytes(sample).best()
    found = best.encoding if best is not None else "cp1252"
    for encoding in (found, "cp1252", "latin-1"):
        try:
            data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return encoding
    return "latin-1"


def _around_other_letters(data: bytes) -> bytes:
    """A sample that holds some bytes beyond ASCII, wherever they begin."""
    first = next((i for i, b in enumerate(data) if b > 127), 0)
    start = max(0, first - _SAMPLE // 4)
    return data[start : start + _SAMPLE]
