"""A file becomes a Document: its text, its paragraphs, what is furniture, and when it was published."""

from tuitimeline.ingest.reading import compose, read, read_lines

__all__ = ["compose", "read", "read_lines"]
