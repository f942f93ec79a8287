"""What would act on a terminal or hide text becomes a visible symbol; everything else stays as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuitimeline.safe import HOSTILE, visible


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b]0;owned\x07", "␛]0;owned␇"),
        ("\x1b[2J", "␛[2J"),
        ("\x9b31m", "�31m"),
        ("two\nlines\r\tand a tab", "two␊lines␍␉and a tab"),
        ("exe.\u202egnp", "exe.⇤gnp"),
        ("\u2067isolated\u2069", "⇤isolated⇹"),
        ("\x7f\x00", "␡␀"),
        ("half a pair: \ud83d", "half a pair: �"),
        ("\U000e0041\U000e0042 tags", "�� tags"),
        ("line\u2028separator", "line␤separator"),
    ],
)
def test_hostile_characters_become_visible(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


@pytest.mark.parametrize(
    "plain", ["“Mexico’s” – 29 capos", "العربية", "שלום", "👩‍👩‍👧 family", "ﬁne café", "می‌خواهم"]
)
def test_other_text_is_left_alone(plain: str) -> None:
    assert visible(plain) == plain


@given(st.text(st.characters(codec=None, categories=("Cc", "Cf", "Zl", "Zp", "Cs", "L", "P"))))
def test_nothing_hostile_is_left_and_offsets_hold(text: str) -> None:
    shown = visible(text)
    assert not HOSTILE.search(shown)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") for c in shown)
    assert not any(
        unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        for c in shown
    )
