"""Source, cue and content of invented sentences, by phenomenon: `[source] {cue} <content>`, each in its place."""

import re

import pytest

from tuitimeline.annotate import annotate
from tuitimeline.model import Document, Paragraph

MARKS = re.compile(r"[\[\]{}<>]")


def marked(text: str) -> tuple[str, dict[str, list[str]]]:
    """The text without its marks, and what stands in each kind of brackets."""
    roles = {
        "source": re.findall(r"\[(.*?)\]", text),
        "cue": re.findall(r"\{(.*?)\}", text),
        "content": re.findall(r"<(.*?)>", text),
    }
    return MARKS.sub("", text), {role: [MARKS.sub("", part) for part in parts] for role, parts in roles.items()}


SOURCE_CUE_CONTENT = [
    "[The mayor] {said} <the bridge would stay shut>.",
    "[Three nurses] {said} on Monday that <the ward had flooded>.",
    "[A retired pilot who knew the route] {said} <the storm came early>.",
    "[The harbour master, Ilse Brandt,] {said} <the quay was safe>.",
    "But [the minister] {insisted} <no one had been told>.",
    "[She] {told} the inquiry that <the alarm was off>.",
]
CONTENT_FIRST = [
    "<The bridge will stay shut>, [the mayor] {said}.",
    '<"We are closed,"> {said} [Ilse Brandt, the harbour master].',
    "<Two crews were lost>, {according to} [a port official].",
]


def annotated(text: str):
    return annotate(Document("d", text, (Paragraph(0, len(text)),)))


@pytest.mark.parametrize("sentence", SOURCE_CUE_CONTENT + CONTENT_FIRST)
def test_spans(sentence):
    text, wanted = marked(sentence)
    [found] = annotated(text).attributions
    got = {role: [span.of(text) for span in getattr(found, role)] for role in wanted}
    assert got == wanted
