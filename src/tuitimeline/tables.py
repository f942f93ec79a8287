"""Knowledge of language is data: TOML files beside the code that reads them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def read_table(module: str, name: str) -> dict[str, Any]:
    """The TOML file `name` in the folder of `module`, the `__file__` of the code that reads it.

    Read once, and the same for all who ask: not to be changed.
    """
    return tomllib.loads(Path(module).with_name(name).read_text(encoding="utf-8"))
