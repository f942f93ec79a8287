"""One timeline of many documents: merging, conflicts, relays, copies and order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timeline.piles import pile

from tuitimeline.model import Quarrel
from tuitimeline.timeline import weave
from tuitimeline.timeline.chance import Rarity
from tuitimeline.timeline.clusters import Cluster
from tuitimeline.timeline.merging import _reconciled

LEDGER, POST = "Harbour Ledger", "Bay Post"


def of_kind(timeline, kind):
    return [e for e in timeline.events if e.kind == kind]


def documents(event):
    return {s.document for s in event.support}


def test_a_retelling_in_other_words_joins():
    told = pile(
        (LEDGER, "2024-05-03", "Envoys from Tarsk and Ostrany met in secret in Caldra on Tuesday."),
        (POST, "2024-05-04", "The two delegations held talks in Caldra on April 30, a minister of Tarsk said."),
    )
    [meeting] = of_kind(weave(told), "Contact.Meet")
    assert documents(meeting) == {"d0", "d1"}
    assert meeting.date == "2024-04-30"


def test_another_meeting_on_another_day_does_not_join():
    told = pile(
        (LEDGER, "2024-05-03", "Envoys from Tarsk and Ostrany met in secret in Caldra on Tuesday."),
        (POST, "2024-05-10", "Envoys from Tarsk and Ostrany met again in Caldra on Wednesday."),
    )
    assert [e.date for e in of_kind(weave(told), "Contact.Meet")] == ["2024-04-30", "2024-05-08"]


def test_two_stories_in_like_words_are_two():
    told = pile(
        (LEDGER, "2024-05-03", "Tarsk extradited nine smugglers from Velm on Tuesday, Bero Stahl said."),
        (POST, "2024-05-03", "Korvia extradited nine smugglers from Lunn on Tuesday, Ada Brand said."),
    )
    assert [documents(e) for e in of_kind(weave(told), "Justice.Extradite")] == [{"d0"}, {"d1"}]


def test_a_denial_in_one_story_denies_nothing_in_another():
    told = pile(
        (LEDGER, "2024-05-03", "Prosecutor Ada Brand of Velm said the firm paid bribes. "),
        (POST, "2024-05-03", "Minister Bero Stahl of Lunn denied that the firm paid bribes."),
    )
    assert weave(told).conflicts == ()


def test_the_most_exact_date_stands():
    told = pile(
        (LEDGER, "2024-05-03", "The port bought nine cranes from Stellan in April 2023."),
        (POST, "2024-05-04", "The port bought its nine cranes from Stellan on 17 April 2023."),
    )
    [sale] = of_kind(weave(told), "Transaction.Transfer-Ownership")
    assert sale.date == "2023-04-17"


def test_two_figures_are_two_events_in_conflict():
    told = pile(
        (LEDGER, "2024-05-03", "A fire at the Lorn mill killed 12 people on Tuesday, two doctors said."),
        (POST, "2024-05-04", "The fire at the Lorn mill on April 30 killed 15 people, the union said."),
    )
    timeline = weave(told)
    one, two = of_kind(timeline, "Life.Die")
    assert [(c.over, {c.first, c.second}) for c in timeline.conflicts] == [(Quarrel.FIGURES, {one.id, two.id})]


def test_two_tolls_are_in_conflict_whatever_their_words():
    told = pile(
        (LEDGER, "2024-05-03", "At least 27 people drowned when the Nerina sank on Lake Orun on Thursday."),
        (POST, "2024-05-04", "The hospital in Orun has counted 34 dead since the Nerina went down, doctors said."),
    )
    assert [c.over for c in weave(told).conflicts] == [Quarrel.FIGURES]


def test_about_forty_and_forty_three_are_one():
    told = pile(
        (LEDGER, "2024-05-03", "A fire at the Lorn mill injured about 40 people on Tuesday."),
        (POST, "2024-05-04", "The fire at the Lorn mill on April 30 injured 43 people, a doctor said."),
    )
    assert len(of_kind(weave(told), "Life.Injure")) == 1


def test_a_denial_and_what_it_denies():
    told = pile(
        (LEDGER, "2024-05-03", "Envoys from Tarsk and Ostrany met in Caldra on Tuesday, two officials said."),
        (
            POST,
            "2024-05-05",
            "Ostrany's foreign minister, Bero Stahl, denied on Saturday that envoys had met in Caldra.",
        ),
    )
    timeline = weave(told)
    [meeting] = of_kind(timeline, "Contact.Meet")
    [denial] = of_kind(timeline, "Statement.Denial")
    assert denial.date == "2024-05-04"
    assert [(c.over, {c.first, c.second}) for c in timeline.conflicts] == [
        (Quarrel.DENIAL, {meeting.id, denial.id})
    ]


def denied(told):
    """The kinds of the events that are denied."""
    timeline = weave(told)
    kinds = {e.id: e.kind for e in timeline.events}
    pairs = [(kinds[c.first], kinds[c.second]) for c in timeline.conflicts if c.over is Quarrel.DENIAL]
    return [kind for pair in pairs for kind in pair if kind != "Statement.Denial"]


@pytest.mark.parametrize(
    ("denial", "kinds"),
    [
        ("The lawyer of Ada Holm denied on Saturday that she had taken money.", ["Transaction.Transfer-Money"]),
        ("Ada Holm denied on Saturday that she had been paid a single coin.", ["Transaction.Transfer-Money"]),
        (
            "Ada Holm rejected the account as an invention on Saturday and denied having met Ilo Brand.",
            ["Contact.Meet"],
        ),
        ("Ada Holm denied on Saturday that she had been arrested.", ["Justice.Arrest-Jail"]),
        ("Ada Holm denied on Saturday that she had sold the house of her aunt.", []),
    ],
)
def test_a_denial_is_of_what_it_names(denial, kinds):
    told = pile(
        (
            LEDGER,
            "2024-05-03",
            "Ilo Brand paid Ada Holm $40,000 in March, two clerks said. Holm met Brand on April 2.",
        ),
        (LEDGER, "2024-05-03", "Police arrested Ada Holm at the airport on Thursday, May 2."),
        (POST, "2024-05-05", denial),
    )
    assert denied(told) == kinds


def test_no_denial_is_of_what_came_after_it():
    told = pile(
        (POST, "2024-05-05", "Ada Holm denied on Saturday that she would meet Ilo Brand."),
        (LEDGER, "2024-05-13", "Ada Holm met Ilo Brand at the port on Sunday, May 12."),
    )
    assert denied(told) == []


def test_who_is_named_after_what_he_is_speaks_once():
    told = pile(
        (LEDGER, "2024-05-03", "Norholm Line had been warned about the pumps in April, two engineers said."),
        (
            POST,
            "2024-05-05",
            "Norholm's chief executive denied on Saturday that the line had been warned about its pumps. "
            '"The story is a fabrication," Ingrid Solle told reporters.',
        ),
    )
    timeline = weave(told)
    [denial] = of_kind(timeline, "Statement.Denial")
    assert denial.sources == (1, 1)
    assert [c.over for c in timeline.conflicts] == [Quarrel.DENIAL]


def test_declined_here_and_did_not_answer_there():
    told = pile(
        (LEDGER, "2024-05-03", "Stellan Cranes declined to comment on the arrest of the treasurer."),
        (POST, "2024-05-03", "Stellan Cranes did not respond to requests for comment on the arrest."),
    )
    timeline = weave(told)
    assert [c.over for c in timeline.conflicts] == [Quarrel.COMMENT]


def test_accounts_of_one_toll_are_one_though_their_words_differ():
    told = pile(
        (LEDGER, "2024-05-03", "A blast at the Lorn mill killed at least nine people on Tuesday, April 30."),
        (
            POST,
            "2024-05-04",
            "The number of people killed in the blast at the Lorn mill has reached 14, the mayor said.",
        ),
        ("Olm Star", "2024-05-05", "Rescuers at the Lorn mill put the dead at 14 on Saturday."),
    )
    assert len(of_kind(weave(told), "Life.Die")) == 2


def test_who_is_asked_again_refuses_again():
    told = pile(
        (LEDGER, "2024-05-03", "Stellan Cranes declined to comment on the arrest."),
        (POST, "2024-05-17", "Stellan Cranes had no comment on the lawsuit."),
    )
    assert len(of_kind(weave(told), "Statement.NoComment")) == 2


def test_what_was_foretold_can_be_denied_before_it_comes():
    told = pile(
        (LEDGER, "2024-05-03", "Stellan will close the Torley brewery on 12 June 2026, two managers said."),
        (POST, "2024-05-05", "Stellan denied on Saturday that it would close the Torley brewery."),
    )
    assert len(denied(told)) == 1


def test_a_statement_without_publication_date_is_undated():
    [event] = weave(pile((LEDGER, None, "The ministry declined to comment."))).events
    assert event.date is None
    assert event.earliest is None


def test_an_unknown_year_stays_unknown():
    [event] = of_kind(weave(pile((LEDGER, None, "Envoys met in Caldra on February 27."))), "Contact.Meet")
    assert event.date == "XXXX-02-27"
    assert event.earliest is None


def test_order_is_by_date_then_unknown_year_then_undated():
    told = pile(
        (LEDGER, None, "The ministry declined to comment."),
        (LEDGER, None, "Envoys of Tarsk met in Caldra on February 27."),
        (LEDGER, "2024-05-03", "The treasurer was arrested on Thursday."),
        (POST, "2024-05-03", "The port bought nine cranes in 2021."),
    )
    assert [e.date for e in weave(told).events] == ["2021", "2024-05-02", "XXXX-02-27", None]


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("Two officials told Reuters that envoys had met.", ("Reuters",)),
        ("Envoys met on Tuesday, the Norden News Agency reported, citing two officials.", ("Norden News Agency",)),
        ("The reports first appeared in a dispatch by the Norden agency.", ("Norden News Agency",)),
        ("Two officials told NNA that envoys had met.", ("Norden News Agency",)),
        ("Two officials told AFP that envoys had met.", ("AFP",)),
        ("Two officials told Agence France-Presse that envoys had met.", ("Agence France-Presse",)),
        ("Envoys had met, the Washington Post reported.", ("Washington Post",)),
        ("Ada Holm, who has written for the Washington Post, met envoys on Tuesday.", ()),
        ("Olm said on Tuesday that envoys had met.", ()),
        ("Envoys had met, the Gazette reported.", ("Olm Gazette",)),
        ("Two officials told the Bay Post that envoys had met.", ()),
        ("The mayor told his wife that envoys had met.", ()),
        ("The ministry refuted a Norden News Agency report that envoys had met.", ("Norden News Agency",)),
        ("The ministry denied the claims circulated by the so-called Norden agency.", ("Norden News Agency",)),
        ("The ministry rejected the Gazette's story.", ("Olm Gazette",)),
        ("Envoys had met before anybody noticed, if the Norden news agency is right.", ("Norden News Agency",)),
        ("OLM (Olm), May 3 - Envoys met in Olm, two officials said.", ()),
    ],
)
def test_relays(text, relays):
    others = ("Norden News Agency", "Olm Gazette")
    told = pile((POST, "2024-05-03", text), *((o, "2024-05-02", "It rained in Olm on Monday.") for o in others))
    assert weave(told).descents[0].relays == relays


BODY = """Police arrested the treasurer of the port authority, Ada Holm, at the airport of Hale on Thursday.

They found a bag of gold coins and a ticket to Lima in her coat, two investigators said.

The authority bought nine cranes from Stellan for $48 million in June 2023. Holm had signed the contract.

Stellan Cranes declined to comment."""


def test_a_lightly_edited_reprint_is_a_copy_of_the_earlier():
    edited = BODY.replace("a bag of gold coins", "gold coins").replace("declined to", "would not")
    told = pile((POST, "2024-05-04", edited), (LEDGER, "2024-05-03", BODY))
    descents = weave(told).descents
    assert [d.copy_of for d in descents] == ["d1", None]


def test_the_same_form_of_words_about_others_is_no_copy():
    other = BODY.replace("Ada Holm", "Ivo Tarr").replace("Holm", "Tarr").replace("Hale", "Olm")
    other = other.replace("Stellan", "Corvin").replace("Lima", "Quito")
    told = pile((LEDGER, "2024-05-03", BODY), (POST, "2024-05-04", other))
    assert [d.copy_of for d in weave(told).descents] == [None, None]


@pytest.mark.parametrize(
    ("kind", "sources", "text"),
    [
        (
            "Justice.Release-Parole",
            (1, 1),
            "The two pilots were set free on Monday at a chapel. A priest, Olav Brandt, said he fed them. "
            "He said that they had slept in the bell tower.",
        ),
        (
            "Justice.Arrest-Jail",
            (1, 1),
            'Ada Holm was arrested at the airport on Thursday. "She asked for tea," Orla Fenn, a porter, said.',
        ),
        (
            "Justice.Arrest-Jail",
            (0, 0),
            "Ada Holm was arrested in Hale on Thursday. The weather will be fine, Orla Fenn, a porter, said.",
        ),
        (
            "Justice.Arrest-Jail",
            (3, 3),
            "Ada Holm was arrested at the airport on Thursday, prosecutor Milan Orr said. "
            "Two airport officials confirmed the arrest.",
        ),
        (
            "Justice.Arrest-Jail",
            (3, 3),
            "Ada Holm was arrested in Hale on Thursday, prosecutor Milan Orr said. "
            "Two porters said they saw her led to a car.",
        ),
        (
            "Life.Injure",
            (0, 0),
            "The crane that fell on Sunday, injuring nine dockers, had been declared unsafe, two engineers said.",
        ),
        (
            "Life.Die",
            (1, 1),
            "Six people died of the fever in May, according to the Hale health board. "
            "Hale health officials said six people had died of the fever in May.",
        ),
    ],
)
def test_who_goes_on_to_speak_of_an_event_is_its_source(kind, sources, text):
    timeline = weave(pile(("Bay Post", "2024-05-04", text)))
    assert [tuple(e.sources) for e in timeline.events if e.kind == kind] == [sources]


@pytest.mark.parametrize("told", ["told the Norden News Agency", "told the agency", "said to the agency"])
def test_what_an_agency_was_told_is_its_own_account(told):
    timeline = weave(
        pile(
            (
                "Norden News Agency",
                "2024-05-03",
                "Police arrested the treasurer, Ada Holm, on Thursday, two clerks told Norden News Agency.",
            ),
            (
                "Bay Post",
                "2024-05-04",
                "Norden News Agency reported a raid on the port. "
                f"The treasurer of the port, Ada Holm, was arrested on Thursday, two clerks {told}.",
            ),
        )
    )
    assert [tuple(e.sources) for e in timeline.events if e.kind == "Justice.Arrest-Jail"] == [(2, 2)]


@pytest.mark.parametrize(
    ("told", "quarrels"),
    [
        ("Officers arrested Ada Holm, the treasurer, in Hale on Tuesday, police said.", [Quarrel.DATES]),
        ("The treasurer Ada Holm was arrested in Hale on Monday, police said.", []),
        ("The cashier Olav Brandt was arrested in Hale on Tuesday, police said.", []),
        ("A second clerk was arrested in Hale on Tuesday, police said.", []),
        ("Norden Wire reported that the treasurer Ada Holm was arrested in Hale on Tuesday.", [Quarrel.DATES]),
    ],
)
def test_two_days_for_one_arrest_are_a_conflict(told, quarrels):
    timeline = weave(
        pile(
            (LEDGER, "2024-05-08", "The treasurer Ada Holm was arrested in Hale on Monday, a clerk said."),
            (POST, "2024-05-08", told),
        )
    )
    assert [c.over for c in timeline.conflicts] == quarrels


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Officers arrested a man in Hale on Monday, a clerk said.",
            "Officers arrested a man in Hale on Tuesday.",
        ),
        (
            "Police arrested a clerk of the Hale Port Authority on Monday, a lawyer said.",
            "The police arrested another clerk of the Hale Port Authority on Tuesday, the mayor said.",
        ),
        (
            "A miner died in North Hale on Monday, a lawyer said.",
            "In North Hale a miner died on Tuesday, the mayor said.",
        ),
    ],
)
def test_two_arrests_in_one_place_are_no_conflict(first, second):
    timeline = weave(pile((LEDGER, "2024-05-08", first), (POST, "2024-05-08", second)))
    assert timeline.conflicts == ()


def test_one_who_speaks_has_one_name():
    told = pile(
        (
            LEDGER,
            "2024-05-03",
            "Ostrany's minister, Bero Stahl, denied on Thursday that envoys had met in Caldra. Stahl said that "
            "the reports were false. He denied that a swap was planned.",
        )
    )
    assert {v.name for e in weave(told).events for v in e.voices} == {"Bero Stahl"}


def test_no_two_events_show_the_same_words():
    told = pile(
        (
            LEDGER,
            "2024-05-03",
            "Ada Holm, who denied any ties to the gang and highlighted her efforts against crime, said that "
            "the police had never questioned her.",
        )
    )
    headlines = [e.headline for e in weave(told).events]
    assert len(headlines) == len(set(headlines))


def test_ids_are_stable_while_the_text_is():
    one = weave(pile((LEDGER, "2024-05-03", BODY)))
    two = weave(pile((LEDGER, "2024-05-03", BODY), (POST, "2024-06-01", "The bridge at Olm collapsed on Friday.")))
    assert {e.id for e in one.events} <= {e.id for e in two.events}


def test_documents_are_read_once():
    documents = pile((LEDGER, "2024-05-03", BODY), (POST, "2024-06-01", "The bridge at Olm collapsed on Friday."))
    assert weave(iter(documents)) == weave(documents)


def test_headlines_are_cut_from_the_text():
    documents = pile((LEDGER, "2024-05-03", BODY))
    text = documents[0].document.text
    for event in weave(documents).events:
        assert text[event.headline_at.start : event.headline_at.end] == event.headline


def test_nothing_to_weave():
    assert weave([]).events == ()


TEXT = """police said killed 12 people on Monday . , " denied that Reuters met told $3 million two officials after
the fire declined to comment arrested was — May 2 in 2021 who and could not verify"""
WORDS = st.sampled_from(TEXT.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=40).map(" ".join), max_size=3), st.booleans())
def test_any_text_can_be_woven(texts, dated):
    told = pile(*[(f"Outlet {n}", "2024-05-03" if dated else None, text) for n, text in enumerate(texts)])
    timeline = weave(told)
    lengths = {a.document.id: len(a.document.text) for a in told}
    ids = [e.id for e in timeline.events]
    assert len(ids) == len(set(ids))
    for event in timeline.events:
        for support in event.support:
            assert 0 <= support.start < support.end <= lengths[support.document]
        assert event.sources.most is None or event.sources.least <= event.sources.most
    assert all({c.first, c.second} <= set(ids) for c in timeline.conflicts)


def test_accounts_that_agree_by_way_of_a_third_are_one():
    clusters = [Cluster("Life.Die") for _ in range(5)]
    woven = _reconciled(clusters, {(0, 2), (0, 3), (1, 4), (2, 4)}, set(), Rarity([]))
    assert {frozenset(pair) for pair in woven.rivals} == {frozenset((0, 1))}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("North Ostrany Governor Lena del Mar Orth", "Lena del Mar Orth"),
        ("Mayor Lena Orth", "Lena Orth"),
        ("Lena Orth, head of the Ostrany Media Association,", "Lena Orth"),
        ("Ostrany's foreign minister, Bero Stahl,", "Bero Stahl"),
    ],
)
def test_a_speaker_goes_by_the_name_in_a_description(source, name):
    told = weave(pile((LEDGER, "2024-05-03", f"{source} denied that the envoys had met in Caldra.")))
    assert [voice.name for event in told.events for voice in event.voices] == [name]
