"""Knowledge of language is data: TOML files beside the code that reads them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def read_table(module: str, name: str) -> dict[str, Any]:
    """The TOML file `name` in the folder of `module`, the `__file__` of the code that reads it."""
    return tomllib.loads(Path(module).with_name(name).read_text(encoding="utf-8"))
