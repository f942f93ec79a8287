"""The worked examples of docs/conflicts.md come to what the page says."""

import pytest
from tests.timeline.worked import examples, story

from tuitimeline.model import Quarrel
from tuitimeline.timeline import weave

EXAMPLES = examples("conflicts")


def quarrels(timeline):
    """Each conflict as the page writes it."""
    kinds = {e.id: e.kind for e in timeline.events}
    return sorted(f"{c.over}: {', '.join(sorted((kinds[c.first], kinds[c.second])))}" for c in timeline.conflicts)


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example):
    documents, last = story(example)
    assert quarrels(weave(documents)) == ([] if last == "none" else sorted(last.splitlines()))


def test_the_page_has_an_example_of_every_quarrel():
    shown = "\n".join(EXAMPLES)
    assert all(f"\n{quarrel}: " in shown for quarrel in Quarrel)
