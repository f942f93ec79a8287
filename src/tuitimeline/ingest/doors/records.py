"""Collections of articles: JSON, JSONL, CSV and TSV, their fields known by their common names or by `--map`."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, BinaryIO

from tuitimeline.ingest import limits
from tuitimeline.ingest.article import Article, Failure, Found, UnreadableError, titled
from tuitimeline.ingest.decoding import decode
from tuitimeline.ingest.doors.page import plain
from tuitimeline.ingest.written import day
from tuitimeline.tables import read_table

Fields = Mapping[str, str]
"""`--map`: our name for a field (text, title, published, outlet, url, author) to the file's name for it."""

_MARKUP = re.compile(r"(?i)<(?:p|br|div|h[1-6]|ul|li|span|a)\b[^<>]*>")
_LISTS = (
    "articles",
    "items",
    "docs",
    "documents",
    "results",
    "data",
    "hits",
    "entries",
    "stories",
    "news",
    "response",
)


def json_lines(stream: BinaryIO, fields: Fields) -> Iterator[Found]:
    """The articles of a JSONL file, a line each, part "1" first; lines that are none are named."""
    n = 0
    while line := stream.readline(limits.RECORD):
        n += 1
        if not line.strip():
            continue
        try:
            record = json.loads(decode(line))
        except (ValueError, UnreadableError, RecursionError):
            yield Failure("this line is no JSON", str(n))
            continue
        yield _article(record, fields, str(n))


def json_whole(stream: BinaryIO, fields: Fields) -> Iterator[Found]:
    """The articles of a JSON file: one object, a list, or a list under a common name. Raises UnreadableError."""
    try:
        value = json.loads(decode(limits.whole(stream, limits.TEXT)))
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableError(f"it is damaged JSON{where}") from None
    records = list(_records(value))
    if not any(isinstance(r, Mapping) and _pick(r, "text", fields) for r in records):
        raise UnreadableError("it is JSON without articles: name the field of the text with --map text=FIELD")
    for n, record in enumerate(records, start=1):
        yield _article(record, fields, str(n))


def table(stream: BinaryIO, fields: Fields) -> Iterator[Found]:
    """The articles of a table with a header line, a row each, part "2" first, as a spreadsheet counts."""
    csv.field_size_limit(limits.RECORD)
    sample = stream.read(limits.MEGABYTE)
    stream.seek(0)
    encoding = "utf-8-sig" if _is_utf8(sample) else _other_encoding(sample)
    lines = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    mark = delimiter(sample.splitlines()[0].decode(encoding, "replace"), fields)
    if mark is None:
        raise UnreadableError("it is a table without a column of texts: name it with --map text=COLUMN")
    rows = csv.reader(lines, delimiter=mark)
    header = [name.strip() for name in next(rows)]
    try:
        for n, row in enumerate(rows, start=2):
            if any(cell.strip() for cell in row):
                yield _article(dict(zip(header, row, strict=False)), fields, str(n))
    except csv.Error:
        reason = (
            f"a quotation mark that is opened before line {rows.line_num} is never closed: the rest is not read"
        )
        yield Failure(reason, str(rows.line_num))
    finally:
        lines.detach()


def delimiter(header: str, fields: Fields, least: int = 1) -> str | None:
    """The mark between the columns of a header line that names a text; None where it does not, or too few columns.

    `least` is how many of its columns must have names that are known.
    """
    for mark in (",", "\t", ";", "|"):
        names = next(csv.reader([header], delimiter=mark), [])
        known = {key for key in _names() for name in names if _is_called(name, key, fields)}
        if "text" in known and len(known) >= least:
            return mark
    return None


def _records(value: Any) -> Iterable[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        for name in (*_LISTS, "@graph"):
            if isinstance(value.get(name), (list, Mapping)) and not _pick(value, "text", {}):
                return _records(value[name])
    return [value]


def _article(record: Any, fields: Fields, part: str) -> Found:
    if not isinstance(record, Mapping):
        return Failure("no article: a bare value, not an object with a text", part)
    text = _pick(record, "text", fields)
    if text is None:
        return Failure("no article: it has no text", part)
    title = _pick(record, "title", fields)
    if _MARKUP.search(text):
        text = plain(text)
    return Article(
        titled(title, text),
        part,
        title,
        _pick(record, "outlet", fields),
        _pick(record, "author", fields),
        _pick(record, "url", fields),
        _published(record, fields),
    )


def _pick(record: Mapping[str, Any], key: str, fields: Fields) -> str | None:
    """The first field of that meaning with something in it, in the order of fields.toml."""
    if key in fields:
        return _words(record.get(fields[key]))
    plain_names = {_plain(str(name)): value for name, value in record.items()}
    return next((found for name in _names()[key] if (found := _words(plain_names.get(name)))), None)


def _words(value: Any) -> str | None:
    """A value as words: a text, the name in an object, the texts of a list."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, Mapping):
        return next(
            (w for name in ("name", "title", "value", "text", "@value") if (w := _words(value.get(name)))), None
        )
    if isinstance(value, list):
        parts = [w for item in value if (w := _words(item))]
        return ("\n\n" if any(len(p) > 80 for p in parts) else ", ").join(parts) or None
    return None


def _published(record: Mapping[str, Any], fields: Fields) -> date | None:
    written = _pick(record, "published", fields)
    if written is None:
        return None
    if re.fullmatch(r"\d{9,13}(?:\.\d+)?", written):  # seconds or milliseconds since 1970
        seconds = float(written) / (1000 if float(written) > 1e11 else 1)
        try:
            return datetime.fromtimestamp(seconds, UTC).date()
        except (ValueError, OverflowError, OSError):
            return None
    return day(written)


def _is_called(name: str, key: str, fields: Fields) -> bool:
    return name.strip() == fields[key] if key in fields else _plain(name) in _names()[key]


def _plain(name: str) -> str:
    return re.sub(r"[\s_.:-]", "", name.removeprefix("\ufeff")).casefold()


def _is_utf8(sample: bytes) -> bool:
    try:
        sample[:-4].decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _other_encoding(sample: bytes) -> str:
    from tuitimeline.ingest.decoding import guess

    return guess(sample)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    data = read_table(__file__, "fields.toml")
    return {key: tuple(names) for key, names in data.items()}
