"""The rooms stand where DESIGN puts them, and the core never imports Textual."""

import subprocess
import sys

CORE = ["model", "ingest", "annotate", "timeline", "store", "export", "cli"]


def test_the_core_never_imports_textual():
    """One core for the terminal, the library and the commands: Textual is imported by the app alone."""
    code = (
        "import importlib, sys\n"
        f"for room in {CORE}: importlib.import_module('tuitimeline.' + room)\n"
        "sys.exit(any(name.split('.')[0] in ('textual', 'rich') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
