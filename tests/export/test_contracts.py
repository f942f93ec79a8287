"""What is printed keeps to the JSON Schemas that ship with the package."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tuitimeline.cli import main
from tuitimeline.export.contracts import annotation_line, schema, story_json
from tuitimeline.model import Story

Check = Callable[[str, Any], None]


@pytest.fixture(scope="module")
def check() -> Check:
    """Validate a value against a shipped schema."""

    def validate(name: str, value: Any) -> None:
        Draft202012Validator(schema(name), format_checker=FormatChecker()).validate(value)

    return validate


@pytest.mark.parametrize("name", ["annotation", "timeline"])
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_an_annotation_keeps_its_contract(story: Story, check: Check) -> None:
    for annotated in story.documents:
        check("annotation", json.loads(annotation_line(annotated)))


def test_a_timeline_keeps_its_contract(story: Story, check: Check) -> None:
    told = json.loads(story_json(story).content)
    check("timeline", told)
    assert [e["id"] for e in told["events"]] == ["e1", "e3", "e2", "e5", "e4"], "what is hidden stays away"
    assert told["conflicts"] == [["e2", "e4"]]
    assert told["events"][0]["marks"]["edited"] == ["date"]
    assert [e["what"] for e in told["edits"]] == ["date", "hide"]
    for event in told["events"]:
        for place in event["support"]:
            text = next(d["text"] for d in told["documents"] if d["id"] == place["document"])
            assert event["headline"].rstrip("”") in text[place["start"] : place["end"]]


def test_a_schema_refuses_what_breaks_the_contract(story: Story, check: Check) -> None:
    told = json.loads(story_json(story).content)
    for breaking in ({"sources": [1]}, {"date": 2024}, {"support": [{"document": "d1", "start": -1, "end": 2}]}):
        broken = {**told, "events": [{**told["events"][0], **breaking}]}
        with pytest.raises(Exception, match="Failed validating"):
            check("timeline", broken)


def test_the_seeds_keep_both_contracts(check: Check, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "seeds"]) == 0
    told = json.loads(capsysbinary.readouterr().out)
    check("timeline", told)
    assert len(told["documents"]) == 3
    assert main(["annotate", "seeds"]) == 0
    lines = capsysbinary.readouterr().out.splitlines()
    assert len(lines) == 3
    for line in lines:
        check("annotation", json.loads(line))
