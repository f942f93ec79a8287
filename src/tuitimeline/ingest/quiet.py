"""Libraries that log to the terminal what stands in a hostile file are kept from it."""

from __future__ import annotations


def quiet(library: str) -> None:
    """Let a library's messages go nowhere, unless the program that imports us has said where they go."""
    import logging

    logger = logging.getLogger(library)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
