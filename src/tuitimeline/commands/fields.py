"""What a collection of articles calls its fields, as an argument."""

from __future__ import annotations

import argparse

FIELDS = ("text", "title", "published", "outlet", "url", "author")


def mapped(parser: argparse.ArgumentParser) -> None:
    """Add `--map FIELD=NAME`, which may be repeated: pairs of our name for a field and the file's."""
    parser.add_argument(
        "--map",
        type=pair,
        action="append",
        default=[],
        dest="fields",
        metavar="FIELD=NAME",
        help=f"what a JSON, JSONL or CSV file calls one of {', '.join(FIELDS)}: text=body_raw",
    )


def pair(typed_text: str) -> tuple[str, str]:
    """A field and its name in the file. Raises ArgumentTypeError with a line for people."""
    field, _, name = typed_text.partition("=")
    if field not in FIELDS or not name:
        raise argparse.ArgumentTypeError(f"{typed_text!r} is no FIELD=NAME with one of {', '.join(FIELDS)}")
    return field, name
