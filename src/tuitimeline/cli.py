"""Commands: parse arguments, call, print. No logic; each command imports only the rooms it needs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 nothing could be read, 2 misuse."""
    arguments = _parser().parse_args(sys.argv[1:] if argv is None else argv)
    return int(arguments.run(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tuitimeline", description="A sourced timeline from a pile of news.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    annotate = commands.add_parser("annotate", help="print what each document says, as JSONL")
    annotate.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    annotate.set_defaults(run=_annotate)

    export = commands.add_parser("export", help="print the timeline")
    export.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    export.add_argument("--format", choices=["json"], default="json")
    export.set_defaults(run=_export)
    return parser


def _annotate(arguments: argparse.Namespace) -> int:
    from tuitimeline.annotate import annotate
    from tuitimeline.export.contracts import annotation_line
    from tuitimeline.ingest import read, read_lines
    from tuitimeline.model import Unreadable

    for document in read(arguments.paths) if arguments.paths else read_lines(sys.stdin):
        if isinstance(document, Unreadable):
            print(f"tuitimeline: {document.path}: {document.reason}", file=sys.stderr)
        else:
            print(annotation_line(annotate(document)), flush=True)
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from tuitimeline.annotate import annotate
    from tuitimeline.export.contracts import story_json
    from tuitimeline.ingest import read
    from tuitimeline.model import Document, Story
    from tuitimeline.timeline import weave

    documents = tuple(annotate(d) for d in read(arguments.paths) if isinstance(d, Document))
    print(story_json(Story(documents, weave(documents))))
    return 0
