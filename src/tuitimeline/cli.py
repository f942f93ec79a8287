"""The command line: finds the command, runs it, and turns what goes wrong into a line and an exit status."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, NoReturn


class Command(NamedTuple):
    """A command: what it does in a line, its module in `commands/`, the function that says what it takes."""

    about: str
    module: str
    register: str = "register"


COMMANDS = {
    "open": Command("open the explorer (the same as naming no command)", "open"),
    "build": Command("build a story file, or bring it up to date", "build"),
    "add": Command("add articles to a story file: only new and changed ones are read", "build", "register_add"),
    "export": Command("write the timeline in another format", "export"),
    "annotate": Command("print what each document says, as JSONL", "annotate"),
    "stats": Command("say how each document and outlet sources what it says", "stats"),
    "serve": Command("show a story file in a browser; there is no login", "serve"),
    "screenshot": Command("draw a screen as a picture", "screenshot"),
    "doctor": Command("say what this terminal can do, and what is less because of it", "doctor"),
}
_ABOUT = """What happened when, who says so, and how many of them there really are."""
_COMMAND_HELP = "tuitimeline COMMAND --help says what a command takes"
_NO_COMMAND = "open"


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 something could not be read, 2 misuse."""
    words = sys.argv[1:] if argv is None else argv
    if words and words[0] not in COMMANDS and words[0] not in ("-h", "--help", "--version"):
        words = [_NO_COMMAND, *words]
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a locale that lacks a letter is no reason to stop
    try:
        arguments = _parser(words[:1]).parse_args(words)
        status = int(arguments.run(arguments))
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read us has seen enough
        _write_no_more()
        return 0
    except Exception as error:
        return _told(error)


def _told(error: Exception) -> int:
    """The fault of a file or a disk is a line for a person; anything else is a fault of ours, shown whole."""
    from tuitimeline.commands.saying import say
    from tuitimeline.store.errors import StoreError

    if isinstance(error, OSError):
        say(f"{error.filename or 'standard output'}: {error.strerror or error}")
        _write_no_more()
        return 1
    if not isinstance(error, StoreError):
        raise error
    say(error)
    return 2


def _write_no_more() -> None:
    """Let the rest of standard output go nowhere: the interpreter would complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are a line for a person."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; end with status 2."""
        from tuitimeline.commands.saying import say

        say(f"{message}; see {self.prog} --help")
        raise SystemExit(2)


def _parser(chosen: list[str]) -> argparse.ArgumentParser:
    """The parser; only the module of the chosen command is imported."""
    from tuitimeline import __version__

    parser = _Parser(
        prog="tuitimeline", description=_ABOUT, usage="tuitimeline [COMMAND] PATH…", epilog=_COMMAND_HELP
    )
    parser.add_argument("--version", action="version", version=f"tuitimeline {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", prog="tuitimeline")
    parser.set_defaults(run=lambda _: parser.error("name articles, a folder of them or a story file"))
    for name, command in COMMANDS.items():
        subparser = commands.add_parser(name, help=command.about, description=command.about)
        if name in chosen:
            module = import_module(f"tuitimeline.commands.{command.module}")
            register: Callable[[argparse.ArgumentParser], None] = getattr(module, command.register)
            register(subparser)
            subparser.set_defaults(run=module.run)
    return parser
