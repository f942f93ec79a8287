"""What a sentence tells of: a table by kind, and what it does not tell of."""

import datetime

import pytest

from tuitimeline.annotate import annotate
from tuitimeline.annotate.events.lexicon import lexicon, table
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

HAPPENED = [
    ("The heir was born on Tuesday.", "Life.Be-Born"),
    ("The two pilots married in Oslo on Saturday.", "Life.Marry"),
    ("She divorced the duke in 2019.", "Life.Divorce"),
    ("The blast wounded six shoppers on Friday.", "Life.Injure"),
    ("Nine passengers were treated for burns on Friday.", "Life.Injure"),
    ("The avalanche left three skiers dead on Monday.", "Life.Die"),
    ("An elderly couple drowned in the flood on Sunday.", "Life.Die"),
    ("Soldiers evacuated the islanders on Monday.", "Movement.Transport"),
    ("The envoys flew to Rome on Thursday.", "Movement.Transport"),
    ("The bank sold its tower to a fund in 2018.", "Transaction.Transfer-Ownership"),
    ("The firm paid $6 million for the ship in 2019.", "Transaction.Transfer-Ownership"),
    ("Customers withdrew $3 million on Monday.", "Transaction.Transfer-Money"),
    ("The brothers founded the company in 1998.", "Business.Start-Org"),
    ("The two breweries merged in 2004.", "Business.Merge-Org"),
    ("The airline filed for bankruptcy on Friday.", "Business.Declare-Bankruptcy"),
    ("Regulators closed the lender on Wednesday.", "Business.End-Org"),
    ("Rebels shelled the airport on Monday.", "Conflict.Attack"),
    ("Rockets struck the harbour on Monday.", "Conflict.Attack"),
    ("Thousands of nurses marched to parliament on Sunday.", "Conflict.Demonstrate"),
    ("Some 400 people gathered outside the bank on Friday.", "Conflict.Demonstrate"),
    ("The ministers met in Geneva on Tuesday.", "Contact.Meet"),
    ("A meeting took place on Tuesday in Geneva.", "Contact.Meet"),
    ("The presidents spoke by telephone on Friday.", "Contact.Phone-Write"),
    ("The club appointed a new coach on Monday.", "Personnel.Start-Position"),
    ("He was sworn in on Monday as governor.", "Personnel.Start-Position"),
    ("The chairman stepped down on Wednesday.", "Personnel.End-Position"),
    ("She handed in her resignation on Wednesday.", "Personnel.End-Position"),
    ("The party nominated Ada Holm in June.", "Personnel.Nominate"),
    ("Ada Holm was re-elected on Sunday.", "Personnel.Elect"),
    ("Police arrested the treasurer on Monday.", "Justice.Arrest-Jail"),
    ("The treasurer was taken into custody on Monday.", "Justice.Arrest-Jail"),
    ("The hostages were set free on Monday.", "Justice.Release-Parole"),
    ("The nurse stood trial in May.", "Justice.Trial-Hearing"),
    ("He was charged with fraud on Tuesday.", "Justice.Charge-Indict"),
    ("The tenants sued the landlord on Friday.", "Justice.Sue"),
    ("The surgeon was found guilty on Friday.", "Justice.Convict"),
    ("A court sentenced him to six years on Friday.", "Justice.Sentence"),
    ("The dairy was fined $20,000 in 2020.", "Justice.Fine"),
    ("The spy was hanged in 1953.", "Justice.Execute"),
    ("Peru extradited the banker on Thursday.", "Justice.Extradite"),
    ("The mayor was acquitted on Monday.", "Justice.Acquit"),
    ("The prisoner lodged an appeal on Monday.", "Justice.Appeal"),
    ("The king pardoned the poacher on Monday.", "Justice.Pardon"),
    ("The bridge collapsed on Monday.", "Event"),
    ("The ferry ran aground on Monday.", "Event"),
    ("Parliament approved the budget on Monday.", "Event"),
    ("The death toll rose to 19 on Monday.", "Life.Die"),
    ("The engineer was relieved of his charge on Friday.", "Personnel.End-Position"),
    ("The trust paid Rs 2 crore to the builder in May.", "Transaction.Transfer-Money"),
    ("Some 500 weavers squatted on the highway on Friday.", "Conflict.Demonstrate"),
    ("Protesters pelted police with stones on Friday.", "Conflict.Attack"),
    ("A bench directed the state to reply on Friday.", "Justice.Trial-Hearing"),
    ("Police registered a case against the builder on Friday.", "Justice.Charge-Indict"),
    ("The council declared the bridge unsafe on Friday.", "Event"),
]

NOTHING = [
    "Nobody was arrested on Monday.",
    "The police did not arrest the treasurer.",
    "No talks were held on Monday.",
    "The Russell family lives near the fire station.",
    "A retired teacher feeds the ducks.",
    "The strike fund is empty.",
    "Elected officials seldom ride bicycles.",
    "People walked through Orrin Falls every spring.",
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


@pytest.mark.parametrize(("text", "kind"), HAPPENED)
def test_what_happened(text, kind):
    assert kind in kinds(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_did_not(text):
    assert [k for k in kinds(text) if not k.startswith("Statement.")] == []


@pytest.mark.parametrize("text", PLANNED)
def test_a_plan_is_a_claim(text):
    assert set(kinds(text)) <= {"Statement.Claim"}


def test_every_subtype_has_words():
    assert len(SUBTYPES) == 33
    assert set(table("kinds.toml")) >= SUBTYPES
    assert {e.kind for entries in lexicon().values() for e in entries} >= SUBTYPES


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


def test_a_day_goes_on_until_the_words_lead_away():
    text = "Rebels stormed a post on Monday. They killed three guards. A smaller raid some years ago killed one."
    found = [m.date and m.date.edtf for m in mentions(text) if m.kind == "Life.Die"]
    assert found == ["2021-06-14", None]


def test_a_dateline_is_no_date_of_what_follows():
    text = "PORT CALDRA, June 17 (Sentinel News) - Envoys met in secret on Tuesday."
    [mention] = mentions(text)
    assert mention.date.edtf == "2021-06-15"
    assert mention.start == len("The ledger of the town.\n\n") + text.index("Envoys")


def test_a_beginning_is_no_date_of_something_else():
    [mention] = mentions("Odo, who has governed since 2009, was nominated in May.")
    assert (mention.kind, mention.date.edtf) == ("Personnel.Nominate", "2021-05")
