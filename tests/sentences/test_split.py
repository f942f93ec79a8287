"""Where sentences end in news, and where they do not: `|` marks an end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuitimeline.annotate.sentences import split
from tuitimeline.model import Furniture, Paragraph

SENTENCES = [
    "The bridge is shut.| It opens in May.",
    "Gov. Ilse Brandt spoke to Sen. Dev Anand on Monday.| Neither stayed.",
    "The Rev. Kofi Mensah prayed.| Nobody answered.",
    "U.S. officials met in Lisbon.| They left early.",
    "The men are wanted in the U.S. Secretary Moen said so.",
    "He was moved to the U.S. The family followed.".replace("U.S. The", "U.S.| The"),
    "The doors opened at 7 a.m. Tuesday and closed at noon.",
    "The doors opened at 7 a.m. The queue was long.".replace("a.m. The", "a.m.| The"),
    "It was 9 p.m. Monday.| It was dark.",
    "Velox Inc. Chairman Bo Lund resigned.| Shares fell.",
    "J. P. Moss wrote it.| L. Roth signed it.",
    "He lives at No. 10 Dock Street.| He is well.",
    "The answer was no. Ten people left.".replace("no. Ten", "no.| Ten"),
    "On Jan. 5 the dam broke.| On Feb. 6 it rained.",
    "“We are closed.”| She locked the door.",
    "“Why?”| Ms. Adeyemi asked.",
    "“Why?” asked Ms. Adeyemi.| No one spoke.",
    "(He left at noon.)| She stayed.",
    "Prices rose 3.5 percent.| Wages rose 2.1.",
    "Wait… what is that?| It is a gull.",
    "He paused...| Then he spoke.",
    "The site, example.com, was down.| It is back.",
    "Dr. Roth, Lt. Col. Bello and Prof. Ng agreed.| So did we.",
    "The firm (Velox Ltd.) is sold.| The buyer is not named.",
    "ST. PAUL, Minn. (AP) — A fire broke out.| It was small.",
    "They met in Washington, D.C. Both sides smiled.".replace("D.C. Both", "D.C.| Both"),
    "Is it safe?| “Yes,” he said.| “Very.”",
    "He holds a Ph.D. in chemistry.| He teaches.",
    "Ça va.| Élodie est là.",
    "Smith vs. Jones opens Monday.| Bring a coat.",
    "He said the U.S. “will not wait.”| Allies agreed.",
    "iPhones sold well.| eBay did not.".replace("| eBay", " eBay"),
]


def sentences(text):
    return [s.of(text) for s in split(text, (Paragraph(0, len(text)),))]


@pytest.mark.parametrize("marked", SENTENCES)
def test_ends(marked):
    assert sentences(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_no_sentence_in_boilerplate_or_over_paragraphs():
    text = "Sign up. Now!\nOne two\nThree."
    paragraphs = (Paragraph(0, 13, Furniture.SIGN_UP), Paragraph(14, 21), Paragraph(22, 28))
    assert [s.of(text) for s in split(text, paragraphs)] == ["One two", "Three."]


@given(st.text(alphabet=st.sampled_from("aZ .!?…\"'“”U.S9\u00a0"), max_size=80))
def test_sentences_are_ordered_and_lose_only_space(text):
    found = split(text, (Paragraph(0, len(text)),) if text else ())
    at = 0
    for s in found:
        assert text[at : s.start].strip() == ""
        assert s.start < s.end
        at = s.end
    assert text[at:].strip() == ""


@pytest.mark.parametrize("unit", [".", ". ", '."', "A.", "?\n", "U.S. ", "“", "a "])
def test_time_is_linear(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        spent = []
        for _ in range(3):
            start = time.process_time()
            split(text, (Paragraph(0, len(text)),))
            spent.append(time.process_time() - start)
        return min(spent)

    # ten times the text; were it quadratic, it would take a hundred times as long
    assert seconds(500_000) < 40 * max(seconds(50_000), 0.002)
