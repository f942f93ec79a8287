"""What a user says of documents that do not say it themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Hints(NamedTuple):
    """`published` is the date of documents that carry none; `fields` are a collection's own names for its fields.

    `{"text": "body_raw"}` reads the text of each record from its field `body_raw`.
    """

    published: date | None = None
    fields: Mapping[str, str] | None = None
