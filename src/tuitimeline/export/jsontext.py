"""JSON that a terminal can show: hostile characters are escaped, and parse back to what they were."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tuitimeline.safe import HOSTILE


def dumps(value: Any) -> str:
    """One line of JSON, with every hostile character (see `safe`) as a `\\u` escape."""
    return HOSTILE.sub(lambda found: json.dumps(found[0])[1:-1], json.dumps(value, ensure_ascii=False))


def laid_out(fields: Mapping[str, Any]) -> str:
    """An object over lines, to be read, compared and searched: a field a line, an item of a list a line."""
    return "{\n" + ",\n".join(f" {dumps(name)}: {_field(value)}" for name, value in fields.items()) + "\n}\n"


def _field(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return dumps(value)
    return "[\n  " + ",\n  ".join(map(dumps, value)) + "\n ]"
