"""Files become a story, step by step."""

import os
import sys
from pathlib import Path

import pytest

from tuitimeline.model import Story, Unreadable
from tuitimeline.store import Progress, Stage, StoreError, StoryFile, alone, build, reading

TEXTS = {
    "a.txt": "Ann Avila met Bo Stahl in Caldra on March 3, 2025, two officials said.\n",
    "b.txt": "The ministry denied on Tuesday that a loan had been paid.\n",
    "c.txt": "Guards were seized at Pell in February.\n",
    "sub/d.txt": "Bo Stahl resigned on April 9, 2025.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "news"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "story.db"


def built(folder: Path, target: Path | None, **options: object) -> tuple[Story, list[Unreadable]]:
    with StoryFile(target, create=True) as story:
        unread = build([folder], story, **options)  # type: ignore[arg-type]
        return story.story(), unread


def test_every_file_of_a_folder_is_read_in_the_order_of_names(folder: Path, target: Path):
    story, unread = built(folder, target)
    assert [a.document.text for a in story.documents] == list(TEXTS.values())
    assert unread == []


def test_a_story_in_memory_is_built_alike(folder: Path, target: Path):
    assert built(folder, None) == built(folder, target)


def test_several_processes_build_alike(folder: Path, target: Path):
    for n in range(20):
        (folder / f"more{n}.txt").write_text(f"Guard {n} was seized at Pell in 20{n:02}.\n")
    assert built(folder, None, jobs=2) == built(folder, target)


def test_a_file_that_has_not_changed_is_not_read_again(
    folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch
):
    first = built(folder, target)
    monkeypatch.setattr(reading, "_reading", None)
    heard: list[Progress] = []
    assert built(folder, target, progress=heard.append) == first
    assert {p.stage for p in heard} == {Stage.READING}


def test_a_file_that_has_changed_takes_the_place_of_what_it_was(folder: Path, target: Path):
    built(folder, target)
    (folder / "b.txt").write_text("The ministry confirmed on Tuesday that a loan had been paid.\n")
    story, _ = built(folder, target)
    texts = [a.document.text for a in story.documents]
    assert len(texts) == 4
    assert TEXTS["b.txt"] not in texts
    assert any("confirmed" in text for text in texts)


def test_two_files_of_one_text_are_two_documents(folder: Path, target: Path):
    (folder / "z.txt").write_text(TEXTS["a.txt"])
    story, _ = built(folder, target)
    first, last = story.documents[0].document, story.documents[-1].document
    assert last.text == first.text
    assert last.id == f"{first.id}-2"


def test_what_cannot_be_read_is_named_each_time_and_the_rest_is_built(folder: Path, target: Path):
    (folder / "broken.txt").write_bytes(b"\0\0\0")
    for _ in range(2):
        story, unread = built(folder, target)
        assert [Path(u.path).name for u in unread] == ["broken.txt"]
        assert len(story.documents) == 4


def test_a_file_that_has_gone_leaves_what_was_read_of_it(folder: Path, target: Path):
    before, _ = built(folder, target)
    with StoryFile(target) as story:
        (folder / "a.txt").unlink()
        unread = build([folder / "a.txt"], story)
        assert [u.path for u in unread] == [str(folder / "a.txt")]
        assert story.story() == before


def test_a_large_file_is_read_as_a_stream(folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch):
    whole = built(folder, None)
    monkeypatch.setattr(reading, "_LARGE", 10)
    assert built(folder, target) == whole
    assert built(folder, target) == whole


class StopError(Exception):
    """Raised by a listener."""


@pytest.mark.parametrize("at", range(12))
def test_a_build_that_was_stopped_goes_on_where_it_was(folder: Path, target: Path, at: int):
    heard: list[Progress] = []

    def stop(progress: Progress) -> None:
        if len(heard) == at:
            raise StopError
        heard.append(progress)

    try:
        built(folder, target, progress=stop)
    except StopError:
        assert len(heard) == at
    assert built(folder, target) == built(folder, None)


def test_progress_is_told_by_stage(folder: Path, target: Path):
    heard: list[Progress] = []
    built(folder, target, progress=heard.append)
    assert heard[0] == Progress(Stage.READING, 0, 4)
    assert Progress(Stage.READING, 4, 4) in heard
    assert {p.stage for p in heard} == set(Stage)


def test_a_story_can_be_seen_while_it_is_being_built(folder: Path):
    for n in range(40):
        (folder / f"more{n}.txt").write_text(f"Guard {n} was seized at Pell in 20{n:02}.\n")
    with StoryFile(None) as story:
        seen: list[int] = []
        build([folder], story, early=True, progress=lambda _: seen.append(len(story.documents())))
        assert sorted(set(seen)) == [0, 16, 44]


def test_two_programs_cannot_build_one_story_at_once(folder: Path, target: Path):
    with (
        StoryFile(target, create=True) as story,
        alone.writing_alone(target),
        pytest.raises(StoreError, match="another program is building it"),
    ):
        build([folder], story)
    assert built(folder, target)[1] == []
    assert sorted(p.name for p in target.parent.iterdir()) == ["news", "story.db"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files that are no UTF-8")
def test_names_and_texts_that_are_no_utf_8_are_kept_as_far_as_they_can_be(tmp_path: Path):
    news = tmp_path / "news"
    news.mkdir()
    for name in (b"caf\xe9.txt", b"caf\xe8.txt"):
        with open(os.path.join(os.fsencode(news), name), "w") as file:  # noqa: PTH118, PTH123
            file.write(TEXTS["a.txt"])
    (news / "half.jsonl").write_text('{"text": "Ann \\ud800 met Bo Stahl in Caldra on March 3, 2025."}\n')
    for jobs in (1, 2):
        story, unread = built(news, tmp_path / f"{jobs}.db", jobs=jobs)
        assert unread == []
        names = [(a.document.path or "").rpartition("/")[2] for a in story.documents]
        assert names == ["caf\\udce8.txt", "caf\\udce9.txt", "half.jsonl#1"]
        assert story.documents[2].document.text.startswith("Ann \N{REPLACEMENT CHARACTER} met")
