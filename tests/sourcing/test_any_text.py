"""Any text is read: nothing is raised, spans stay inside it, and the roles of an attribution do not overlap."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

NEWS = """said told the mayor Ilse Brandt “ ” " ' ‘ ’ '' , . ; : — ( ) that who and but according to reportedly
citing two sources at least did not respond to
requests for comment declined would not say he she it they 14 Reuters
was is has denied any claim his As while , , . . ¶ ¶¶ U.S. Mr. a.m. On Monday called a hoax"""
WORDS = [word.replace("¶", "\n") for word in NEWS.split()]


def check(find, text):
    found = find(text)
    for a in (*found.attributions, *found.within):
        spans = [(role, span) for role in ("source", "cue", "content") for span in getattr(a, role)]
        for role, span in spans:
            assert 0 <= span.start < span.end <= len(text)
            for other, its in spans:
                assert role == other or span.end <= its.start or its.end <= span.start, (a, text)
    for span in found.hedges:
        assert 0 <= span.start < span.end <= len(text)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200))
def test_any_characters(find, text):
    check(find, text)


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_words_of_news(find, text):
    check(find, text)


# Where a source that is handed on, or content that is passed on, could run over its own cue.
TANGLED = [
    "Ilse Brandt, a pilot who worked with the firm and called him a coward, left early.",
    "A clerk who attended and described her remarks on condition of anonymity said they were short.",
    "The mayor urged residents to boil their water by citing a poll conducted by the Courier.",
    "The boy, who was wearing a hat and said his name was Otto, laughed.",
]


@pytest.mark.parametrize("text", TANGLED)
def test_tangled_sentences(find, text):
    check(find, text)


HOSTILE = ['"', "“", "“”", "said ", "he said ", "according to ", "the man who said that ", '"a," ', "‘ ", "''"]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_text(find, unit):
    def seconds(size, times):
        text = unit * (size // len(unit))
        spent = []
        for _ in range(times):
            start = time.process_time()
            find(text)
            spent.append(time.process_time() - start)
        return min(spent)

    # ten times the text; were it quadratic, it would take a hundred times as long
    assert seconds(100_000, 2) < 40 * max(seconds(10_000, 3), 0.002)
