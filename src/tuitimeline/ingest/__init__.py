"""A file becomes a Document: its text, its paragraphs, what is furniture, and when it was published."""

from tuitimeline.ingest.reading import (
    compose,
    distinct,
    fingerprint,
    locate,
    passed_over,
    read,
    read_file,
    read_lines,
)

__all__ = ["compose", "distinct", "fingerprint", "locate", "passed_over", "read", "read_file", "read_lines"]
