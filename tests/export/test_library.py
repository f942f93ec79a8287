"""The program as a library: light to import, typed, and documented by examples that run."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tuitimeline.model import AnnotatedDocument, Document, Story, Unreadable

ROOT = Path(__file__).parents[2]


def test_importing_it_imports_no_room() -> None:
    code = "import sys, tuitimeline; print([m for m in sys.modules if m.startswith('tuitimeline')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['tuitimeline']"


def test_annotate_is_the_function_though_a_room_has_its_name() -> None:
    import tuitimeline.annotate.sentences
    from tuitimeline import annotate
    from tuitimeline.annotate import dates

    assert isinstance(annotate(Document("d", "")), AnnotatedDocument)
    assert tuitimeline.annotate is annotate
    assert callable(dates.find)


def test_read_build_and_what_cannot_be_read(tmp_path: Path) -> None:
    from tuitimeline import build, read

    (tmp_path / "a.txt").write_text("Two officials said the mill burned down on March 3, 2024.", encoding="utf-8")
    (found,) = read(str(tmp_path))
    assert isinstance(found, Document)
    story = build(tmp_path, tmp_path / "none.txt")
    assert isinstance(story, Story)
    assert [d.document.path for d in story.documents] == [str(tmp_path / "a.txt")]
    assert isinstance(story.unreadable[0], Unreadable)


def test_a_collection_may_call_its_fields_what_it_likes(tmp_path: Path) -> None:
    from tuitimeline import build, read

    path = tmp_path / "wire.jsonl"
    path.write_text('{"story": "Two officials said the mill burned down on March 3, 2024."}\n', encoding="utf-8")
    (found,) = read(path, fields={"text": "story"})
    assert isinstance(found, Document)
    assert [d.document.text for d in build(path, fields={"text": "story"}).documents] == [found.text]


def test_a_timeline_becomes_a_data_frame(story: Story) -> None:
    pandas = pytest.importorskip("pandas")
    frame = story.timeline.to_pandas()
    assert list(frame.index) == ["e1", "e3", "e2", "e5", "e4"]
    assert frame.loc["e1", "earliest"] == pandas.Timestamp(2024, 3, 3)
    assert pandas.isna(frame.loc["e4", "earliest"])
    assert pandas.isna(frame.loc["e4", "sources_most"])
    assert frame.loc["e1", ["sources_least", "sources_most", "documents", "anonymous"]].tolist() == [2, 4, 2, 2]
    assert Story().timeline.to_pandas().empty


def test_without_pandas_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install 'tuitimeline\[pandas\]'"):
        Story().timeline.to_pandas()


def test_the_page_of_the_library_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of docs/library.md runs, in order, from the top of the project."""
    pytest.importorskip("pandas")
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", page, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "docs/library.md", "docs/library.md", 0)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert len(test.examples) > 8
    assert doctest.DocTestRunner(optionflags=flags).run(test).failed == 0
