"""Commands: parse arguments, call, print. No logic; each command imports only the rooms it needs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tuitimeline.safe import visible

if TYPE_CHECKING:
    from tuitimeline.model import Story


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

    export = commands.add_parser("export", help="write the timeline in another format")
    export.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="articles, folders, or one story file")
    export.add_argument("--format", default="json", help="json unless told otherwise; `--format list` names all")
    export.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="a new file; - or nothing: standard output"
    )
    export.add_argument("--force", action="store_true", help="overwrite FILE")
    export.set_defaults(run=_export)

    stats = commands.add_parser("stats", help="how each document and outlet sources what it says")
    stats.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="articles, folders, or one story file")
    stats.add_argument("--json", action="store_true", help="as JSON instead of a table")
    stats.set_defaults(run=_stats)

    for name, what in (
        ("build", "build a story file, or bring it up to date"),
        ("add", "add files to a story file: only new or changed ones are read"),
    ):
        build = commands.add_parser(name, help=what)
        if name == "add":
            build.add_argument("story", type=Path, metavar="STORY.db")
        build.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        if name == "build":
            build.add_argument("-o", dest="story", type=Path, required=True, metavar="STORY.db")
        build.add_argument("--published", metavar="DATE", help="the date of documents that carry none")
        build.add_argument("--jobs", type=int, default=1, metavar="N", help="read in N processes")
        build.set_defaults(run=_build, create=name == "build")
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
    from tuitimeline.export import FORMATS, write

    if arguments.format not in FORMATS:
        names = "\n".join(f"  {name:17} {known.about}" for name, known in FORMATS.items())
        listed = arguments.format == "list"
        print(
            names if listed else f"tuitimeline: no format {arguments.format!r}; there are:\n{names}",
            file=sys.stdout if listed else sys.stderr,
        )
        return 0 if listed else 2
    output = None if arguments.output in (None, Path("-")) else arguments.output
    story = _story(arguments.paths)
    if story is None:
        return 1
    written = write(story, arguments.format)
    if written.left_out:
        print(f"tuitimeline: {written.left_out}", file=sys.stderr)
    return _put(written.content, output, arguments.force)


def _stats(arguments: argparse.Namespace) -> int:
    from tuitimeline.export.stats import statistics, stats_json, stats_table

    story = _story(arguments.paths)
    if story is None:
        return 1
    found = statistics(story)
    return _put(stats_json(found) if arguments.json else stats_table(found), None, False)


def _story(paths: list[Path]) -> Story | None:
    """The story of a story file or of articles; says what could not be read, None where nothing could be."""
    from tuitimeline.library import build
    from tuitimeline.store import StoreError, is_story, open_story

    if len(paths) == 1 and is_story(paths[0]):
        try:
            with open_story(paths[0]) as file:
                return file.story()
        except StoreError as error:
            print(f"tuitimeline: {error}", file=sys.stderr)
            return None
    story = build(*paths)
    for unread in story.unreadable:
        print(f"tuitimeline: {visible(unread.path)}: {visible(unread.reason)}", file=sys.stderr)
    if story.documents:
        return story
    print("tuitimeline: no document could be read: name text files or folders that hold some", file=sys.stderr)
    return None


def _put(content: str | bytes, output: Path | None, force: bool) -> int:
    """Write to a new file, or to standard output for None; says why it cannot."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    if output is None:
        if isinstance(content, bytes) and sys.stdout.isatty():
            print("tuitimeline: this format is not for a terminal: give -o FILE", file=sys.stderr)
            return 2
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return 0
    try:
        with output.open("wb" if force else "xb") as file:
            file.write(raw)
    except FileExistsError:
        print(
            f"tuitimeline: {output} exists: choose another name, or say --force to overwrite it", file=sys.stderr
        )
        return 2
    except OSError as error:
        print(f"tuitimeline: {output}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def _build(arguments: argparse.Namespace) -> int:
    from datetime import date

    from tuitimeline.annotate.dates import typed
    from tuitimeline.store import ProgressLine, StoreError, StoryFile, build

    try:
        published = typed.day(arguments.published, date.today()) if arguments.published else None
        with (
            StoryFile(arguments.story, create=arguments.create) as story,
            ProgressLine(sys.stderr) as line,
        ):
            unread = build(arguments.paths, story, published=published, jobs=arguments.jobs, progress=line)
            documents = len(story.documents())
            summary = f"{arguments.story}: {documents} documents, {len(story.events())} events"
    except (StoreError, ValueError) as error:
        print(f"tuitimeline: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("tuitimeline: stopped; what was read is kept, run it again to go on", file=sys.stderr)
        return 130
    for complaint in unread:
        print(visible(f"tuitimeline: {complaint.path}: {complaint.reason}"), file=sys.stderr)
    print(summary)
    return 1 if unread or not documents else 0
