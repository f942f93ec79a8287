"""JSON that a terminal can show: hostile characters are escaped, and parse back to what they were."""

from __future__ import annotations

import json
from typing import Any

from tuitimeline.safe import HOSTILE


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON text, readable, with every hostile character (see `safe`) as a `\\u` escape. Layout stays as it is."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return HOSTILE.sub(lambda found: found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1], text)
