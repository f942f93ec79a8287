"""What a sentence tells of: a table by kind, and what it does not tell of."""

import datetime
from pathlib import Path

import pytest

from tuitimeline.annotate import annotate
from tuitimeline.annotate.events.lexicon import lexicon
from tuitimeline.annotate.events.lexicon import table as rows
from tuitimeline.ingest import compose

ACE = {
    "Life": "Be-Born Marry Divorce Injure Die",
    "Movement": "Transport",
    "Transaction": "Transfer-Ownership Transfer-Money",
    "Business": "Start-Org Merge-Org Declare-Bankruptcy End-Org",
    "Conflict": "Attack Demonstrate",
    "Contact": "Meet Phone-Write",
    "Personnel": "Start-Position End-Position Nominate Elect",
    "Justice": "Arrest-Jail Release-Parole Trial-Hearing Charge-Indict Sue Convict Sentence Fine Execute Extradite"
    " Acquit Appeal Pardon",
}
SUBTYPES = {f"{kind}.{subtype}" for kind, subtypes in ACE.items() for subtype in subtypes.split()}

SENTENCES = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()


def table():
    """Each sentence of the table under its heading."""
    heading = ""
    for line in SENTENCES:
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            yield heading, line


TOLD = [(kind, line) for kind, line in table() if not kind.startswith("not ")]
NEAR_MISSES = [(kind.removeprefix("not "), line) for kind, line in table() if kind.startswith("not ")]

NOTHING = [
    "Nobody was arrested on Monday.",
    "The police did not arrest the treasurer.",
    "No talks were held on Monday.",
    "The Russell family lives near the fire station.",
    "A retired teacher feeds the ducks.",
    "The strike fund is empty.",
    "Elected officials seldom ride bicycles.",
    "People walked through Orrin Falls every spring.",
    "Strong winds topple the masts every winter.",
    "The ferries leave for the island at six.",
    "A diver found rice and cement sacks on the deck.",
    "A clerk said Monday at a meeting in Oslo that the bridge was safe.",
    "The man convicted of theft was seen near the harbour.",
    "The rebels want their men freed.",
    "Omar Vale is the spokesman of the town's ruling party.",
]

PLANNED = [
    "The ministers will meet in Geneva on Friday.",
    "A second round of talks is planned for Friday.",
    "The chairman could be arrested next week.",
]


def mentions(text):
    """The mentions of one sentence of an article of 18 June 2021."""
    return annotate(compose("d", f"The ledger of the town.\n\n{text}", datetime.date(2021, 6, 18))).mentions


def kinds(text):
    return [m.kind for m in mentions(text)]


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_what_happened(kind, text):
    assert {k for k in kinds(text) if not k.startswith("Statement.")} == {kind}


@pytest.mark.parametrize(("kind", "text"), NEAR_MISSES)
def test_what_only_looks_like_it(kind, text):
    assert kind not in kinds(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_did_not(text):
    assert [k for k in kinds(text) if not k.startswith("Statement.")] == []


@pytest.mark.parametrize("text", PLANNED)
def test_a_plan_is_a_claim(text):
    assert set(kinds(text)) <= {"Statement.Claim"}


def test_every_subtype_has_words():
    assert len(SUBTYPES) == 33
    assert set(rows("kinds.toml")) >= SUBTYPES
    assert {e.kind for word in lexicon() for e in lexicon().get(word)} >= SUBTYPES


def test_one_sentence_can_hold_two_events():
    text = "After a meeting on June 2, Mexico extradited 29 men on June 5."
    assert [(m.kind, m.date.edtf) for m in mentions(text)] == [
        ("Contact.Meet", "2021-06-02"),
        ("Justice.Extradite", "2021-06-05"),
    ]


def test_clauses_that_share_a_subject_share_a_day():
    text = "A fire that tore through a mill late on Tuesday killed 12 people and injured about 40."
    found = {m.kind: m.date.edtf for m in mentions(text) if m.kind.startswith("Life.")}
    assert found == {"Life.Die": "2021-06-15", "Life.Injure": "2021-06-15"}


def test_what_something_led_to_has_figures_of_its_own():
    text = "A wall collapsed on Tuesday, killing 11 labourers and injuring 30."
    found = {m.kind: (text[m.start - 25 : m.end - 25], m.date.edtf) for m in mentions(text)}
    assert found["Life.Die"] == ("killing 11 labourers", "2021-06-15")
    assert found["Life.Injure"] == ("injuring 30", "2021-06-15")


def test_two_verbs_in_a_row_part_the_subject_from_the_sentence():
    text = "The clerks abducted from the pass on June 2 were set free on Monday."
    assert [(m.kind, m.date.edtf) for m in mentions(text)] == [
        ("Justice.Arrest-Jail", "2021-06-02"),
        ("Justice.Release-Parole", "2021-06-14"),
    ]


def test_the_headline_is_cut_from_the_text():
    text = "Police arrested the treasurer on Monday, and the next day some 700 dockers marched to the gates."
    for mention in mentions(text):
        assert mention.start <= mention.trigger.start < mention.trigger.end <= mention.end
        assert mention.headline == (mention.start, mention.end)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Two days before the fire, stewards met the managers.", "Contact.Meet", "2021-06-10"),
        ("He quit four hours after he was charged.", "Personnel.End-Position", "2021-06-14"),
        ("A month before the sale, he dined with her.", "Contact.Meet", "2021-04"),
    ],
)
def test_days_reckoned_from_another_event(text, kind, day):
    before = (
        "A fire killed nine people on June 12. He was charged on June 14. "
        "The port bought nine cranes in May 2021. "
    )
    found = [m for m in mentions(before + text) if m.kind == kind]
    assert found[-1].date.edtf == day


def test_a_day_is_of_all_casualties_that_a_sentence_counts():
    found = mentions(
        "At least nine men were killed and over 40 injured in a fire in Olm on June 12, the city said."
    )
    assert [(m.kind, m.date.edtf) for m in found] == [("Life.Die", "2021-06-12"), ("Life.Injure", "2021-06-12")]


def test_a_question_tells_of_nothing():
    assert mentions("How many men were killed on June 12?") == ()


def test_a_clock_time_is_no_end_of_a_clause():
    told = "The ferry Astrid sank at 12:20 p.m. on June 12 off the port of Olm"
    assert [m.end - m.start for m in mentions(f"{told}.")] == [len(told)]


def test_a_day_goes_on_until_the_words_lead_away():
    text = "Rebels stormed a post on Monday. They killed three guards. A smaller raid some years ago killed one."
    found = [m.date and m.date.edtf for m in mentions(text) if m.kind == "Life.Die"]
    assert found == ["2021-06-14", None]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "On Saturday the square was full. Some 900 people walked from the church to the court.",
            "Conflict.Demonstrate",
            "2021-06-12",
        ),
        (
            "This afternoon her chair was empty. The colonel took her off the case shortly before three.",
            "Personnel.End-Position",
            "2021-06-18",
        ),
        (
            "The mill was sold on Monday. Later in the day a court, hearing a petition by a tenant, ruled.",
            "Justice.Trial-Hearing",
            "2021-06-14",
        ),
        (
            "The firm sent €2.3 million to a minister. The transfers, nine in all, ran from January to June 2020.",
            "Transaction.Transfer-Money",
            "2020-01/2020-06",
        ),
        (
            "A court has jailed a builder for three years. He bowed when the judgment was read out on Thursday.",
            "Justice.Sentence",
            "2021-06-17",
        ),
        ("It is the worst accident since 1987, when eleven men were lost with a trawler.", "Life.Die", "1987"),
    ],
)
def test_days_that_another_clause_gives(text, kind, day):
    found = [m for m in mentions(text) if m.kind == kind]
    assert found[0].date.edtf == day


DAYS = Path(__file__).with_name("days.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("row", [line for line in DAYS if not line.startswith("#") and line])
def test_when_it_was(row):
    text, told = row.split(" => ")
    kind, day = told.split()
    assert day in [m.date.edtf if m.date else "none" for m in mentions(text) if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Smith, arrested in March, was charged on Monday.", ["2021-03", "2021-06-14"]),
        ("A bridge built in 1964 collapsed on Monday.", ["1964", "2021-06-14"]),
        ("A man convicted of theft collapsed on Monday.", ["2021-06-14"]),
    ],
)
def test_a_participle_tells_where_it_has_a_date_and_else_only_says_who(text, days):
    assert [m.date.edtf for m in mentions(text)] == days


def test_the_next_one_is_another():
    [hearing, *_] = mentions("A bench was hearing a petition. The next hearing is on November 24.")
    assert hearing.date is None


def test_a_plan_has_no_date_of_what_is_planned():
    [mention] = mentions("The ministers will meet in Geneva on Friday.")
    assert (mention.kind, mention.date) == ("Statement.Claim", None)


def test_a_dateline_is_no_date_of_what_follows():
    text = "PORT CALDRA, June 17 (Sentinel News) - Envoys met in secret on Tuesday."
    [mention] = mentions(text)
    assert mention.date.edtf == "2021-06-15"
    assert mention.start == len("The ledger of the town.\n\n") + text.index("Envoys")


def test_a_beginning_is_no_date_of_something_else():
    [mention] = mentions("Odo, who has governed since 2009, was nominated in May.")
    assert (mention.kind, mention.date.edtf) == ("Personnel.Nominate", "2021-05")
