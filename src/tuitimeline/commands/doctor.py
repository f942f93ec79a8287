"""`tuitimeline doctor`: what this terminal can do, and what of the explorer is less because of it."""

from __future__ import annotations

import argparse


def register(parser: argparse.ArgumentParser) -> None:
    """What it takes: nothing."""
    parser.set_defaults(paths=[])


def run(_arguments: argparse.Namespace) -> int:
    """Look, and say."""
    from tuitimeline.tui.doctor import examine, report

    print(report(examine()))
    return 0
