"""What is page furniture and what is the article. All texts are invented."""

import pytest

from tuitimeline.ingest import compose
from tuitimeline.model import Furniture

BEFORE = "The ferry Astrid ran aground off Tessel on Monday, the harbour master said."
AFTER = "Nobody was hurt. The company declined to comment."


def furniture(*lines, between="\n\n"):
    """What each line is taken for, in a document of these lines."""
    document = compose("x", between.join(lines))
    return [p.boilerplate for p in document.paragraphs]


MENUS = [
    "Menu",
    "  |   Politics",
    "• Market Data",
    "Home | News | Sport | Ferries | Log in",
    "TESSEL GAZETTE  |  Front page  |  Harbour  |  Courts",
    "Local · Business · Weather · Subscribe for $1",
    "Skip to content",
    "2. Skip to main menu",
    "Current:Home > Island > Harbour",
    "SolutionsLegalTessel News AgencyRisk ManagementTides",
    "3 min read",
    "SHARE",
    "Latest . Courts . Chess . Births . Log in",
    "Island / World / Money / Football / Letters",
    "News : Tides : Births and Deaths : e-Paper",
    "Home   Harbour   Small ads   Contact us",
    "Comments (12) are closed on this story.",
    "Listen to this article: 4 minutes",
    "News, Sport, Weather, Jobs",
    "[Menu] [Search] [Log in] [Subscribe]",
    "Home News Sport Weather Subscribe",
    "Front page - Courts - Culture - Shop",
]
CAPTIONS = [
    "[Photo: The ferry in dock last June. Credit: A. Vos / Tessel Gazette]",
    "PICTURED: The harbour in March, when the ferry was launched. Photo credit: K. Lind",
    "The pier at Tessel, where a man drowned on Sept. 3. (Ann Vos/Tessel Gazette)",
    "The ferry Astrid. Source: Jan Zee from Tessel, CC BY 2.0, via Wikimedia Commons",
    "A crane lifts the wreck on Monday. REUTERS/Jo Lind",
    "Divers search the wreck off Tessel. AFP PHOTO",
    "near the pier of Olm. AFP",
    "Flags are seen in this illustration taken, May 8, 2022.",
    "In this May 3, 2022 photo, divers leave the pier of Olm.",
    "Harbour master Ole Brandt (C) greets the crew of the Astrid",
    "Rescue boats off Tessel, May 3, 2024. (AP Photo/Ann Vos)",
    "File photo of the harbour master, Ole Brandt",
    "Photograph: Ann Vos/Getty Images",
    "Above: the pier in 2019, when it was opened.",
    "The pier at dusk on May 4 (photo by A. Lind)",
    "A ferry leaves the harbour in 2019. File photo.",
    "The mayor greets dockers on Quay Street, March 3. Picture: town hall",
    "The pier from the air. In 2013 a boy fell from it and died. © Tessel Gazette archive",
]
SIGN_UPS = [
    "Sign up for our newsletter: the tides, every morning at 6.",
    "Sign up for our newsletter and never miss a ferry.",
    "Subscribe to our daily briefing",
    "Get the latest headlines in your inbox.",
    "Follow us on Facebook for more news",
    "Welcome to HarbourTimes",
    "Already a subscriber? Log in to read this story.",
    "Your island, your paper! Become a Friend of the Gazette from $3 a week.",
    "The Tide, our newsletter, comes out on Fridays: read it first.",
    "Every headline in your inbox at 6 a.m.",
    "READERS WANTED. Try the Gazette free for 30 days.",
]
ADVERTS = [
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Sponsored by Venn & Sons Chandlers",
    "Advert: Sea boots for wet decks at Venn & Sons, Quay Street",
    "Oilskins half price until Saturday, from only $20",
    "Need a plumber? Call Venn & Sons on 555-0134.",
    "Book your summer crossing with Norholm Line: kids go free!",
    "Win two tickets to the regatta! Terms apply.",
]
RELATED = [
    "READ NEXT: Bridge reopens after flood (Aug. 3) - Mill sold for $9 million (May 3)",
    "More stories: Council sues builder over roof (Oct. 4) | Teachers vote to strike on Nov. 1",
    "Read more: Harbour master quits over dredging row",
    "RELATED",
    "ALSO IN THE GAZETTE",
    "» Ferry strike ends after nine days",
    "Mayor of Tessel resigns over loan (February 20)",
    "In case you missed it: the mayor's budget in five charts",
    "Previously: Harbour master quits",
    "Most read today",
]
NOTICES = [
    "© 2024 Tessel Gazette. All rights reserved.",
    "This story has been updated with a comment from the union.",
]
SIGN_OFFS = ["(Reporting by Ann Vos; Editing by Jo Lind)", "Ole Brandt contributed to this report."]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        *((line, Furniture.MENU) for line in MENUS),
        *((line, Furniture.CAPTION) for line in CAPTIONS),
        *((line, Furniture.SIGN_UP) for line in SIGN_UPS),
        *((line, Furniture.ADVERT) for line in ADVERTS),
        *((line, Furniture.RELATED) for line in RELATED),
        *((line, Furniture.NOTICE) for line in NOTICES),
        *((line, Furniture.BYLINE) for line in SIGN_OFFS),
    ],
)
def test_furniture_within_an_article(line, kind):
    assert furniture(BEFORE, line, AFTER) == [None, kind, None]


ARTICLE = [
    "The menu at the dinner listed eel, the waiter said.",
    '"Sign up or go home," the foreman told them, two dockers said.',
    "Signed copies of the treaty were handed over on 3 May.",
    "Register offices closed on Friday, the ministry said.",
    "Reuters/Ipsos polling on Monday put the mayor ahead.",
    "Advertising revenue fell by half last year, the company said.",
    "She gave the crew credit: without them, she said, nobody would have lived.",
    "The ministers of Tarn, Olm and Vell met on Monday – and quarrelled.",
    "Three people died.",
    "Related companies were fined $20,000 in 2021.",
    "More than 600 residents were moved to a sports hall.",
    "Home secretary Ida Moen resigned on Friday.",
    "Follow-up talks are planned for March.",
    "The company declined to comment.",
    "It offered tickets at half price after the strike ended in the spring of that year, a spokesman said.",
    "What happened next",
    "He took the photo from the harbour wall.",
    "Save the Children sent $20 million.",
    "He hoped to win a contract worth $20 million.",
    "He sold the family business for $2 million.",
    "The ferry company sold tickets at half price, $20, after the storm.",
    "Since 1974 it has paid $3 million in fines.",
    "Previously, the mayor had denied it.",
    "Inside the hall, the fire burned for hours.",
    "Visits were banned for $20 at a time, prisoners said!",
    "The ministers of trade, finance, justice and health resigned.",
    "Left without a captain, the ferry drifted for nine hours.",
    "Top officials knew of the crack, a memo shows.",
    "Earlier talks had failed.",
    "The latest figures show a rise of 3 percent.",
]


@pytest.mark.parametrize("line", ARTICLE)
def test_sentences_of_an_article_are_no_furniture(line):
    assert furniture(BEFORE, line, AFTER) == [None, None, None]


def test_headlines_after_the_end_of_the_article():
    lines = [
        "Court Frees Two Captains in Tessel",
        "Storm Kills Nine as Roofs Collapse in Olm",
        "Mill Sold for $9 Million",
    ]
    assert furniture(BEFORE, AFTER, *lines, between="\n") == [None, None] + [Furniture.RELATED] * 3


def test_plain_headlines_after_the_end_need_to_be_three():
    lines = ["Court frees two captains", "Storm kills nine in Olm", "Mill sold for nine million"]
    assert furniture(BEFORE, AFTER, *lines) == [None, None] + [Furniture.RELATED] * 3
    assert furniture(BEFORE, AFTER, lines[0]) == [None, None, None]


def test_headlines_under_a_heading_end_where_prose_resumes():
    lines = [BEFORE, "RELATED", "Ferry strike ends (March 2)", "Who pays for the pier?", AFTER]
    assert furniture(*lines) == [None, Furniture.RELATED, Furniture.RELATED, Furniture.RELATED, None]


TOP = ["Menu", "Sport", "Weather", "Jobs", "Podcasts", "Log in"]
TEASERS = [
    f"{name} council votes on harbour plan" for name in ("Olm", "Vell", "Tessel", "Brae", "Lorn", "Hale")
] * 2
TEASER = "Police say a clerk was arrested on Friday after a fire at the mill."


def test_of_a_page_copied_whole_the_article_is_what_has_the_most_prose():
    told = [BEFORE, AFTER] * 3
    page = [*TOP, *TEASERS, TEASER, *TEASERS, "Ferry runs aground off Tessel", *told, *TEASERS, TEASER]
    marks = furniture(*page, between="\n")
    title = page.index("Ferry runs aground off Tessel")
    assert marks[title : title + 7] == [None] * 7
    assert (marks[page.index(TEASER)], marks[-1]) == (Furniture.MENU, Furniture.RELATED)


def test_a_picture_and_its_caption_in_the_same_words():
    shown = "The ferry Astrid at the pier of Olm on Thursday"
    assert furniture(BEFORE, shown, f"{shown}.Photo: Norden", AFTER) == [None, *[Furniture.CAPTION] * 2, None]


def test_a_caption_broken_over_two_lines():
    broken = ["Divers battle rough seas as they look for the crew of the Astrid", "near the pier of Olm. AFP"]
    assert furniture(BEFORE, *broken, AFTER, between="\n") == [None, *[Furniture.CAPTION] * 2, None]


def test_a_caption_with_its_credit_on_the_line_below():
    shown = "People walk past the wreck of the Astrid off Olm, May 4, 2020."
    text = f"{BEFORE}\n\n{shown}\nAnn Vos/AFP via Getty Images\n\n{AFTER}"
    marks = [p.boilerplate for p in compose("x", text).paragraphs]
    assert marks == [None, *[Furniture.CAPTION] * 2, None]


def test_a_title_that_stands_twice_is_kept_once():
    title = "Ferry runs aground off Tessel"
    assert furniture(title, title, BEFORE, AFTER) == [None, Furniture.CAPTION, None, None]


def test_a_paragraph_that_its_agency_signs_is_no_caption():
    signed = f"{BEFORE} {AFTER} It was the fifth time in a year that a ferry had run aground there. — Reuters"
    assert furniture(BEFORE, signed) == [None, None]


def test_a_list_in_an_article_without_menus_is_no_end_of_it():
    listed = [f"Bay Ferry {n}, built in Olm" for n in range(12)]
    assert furniture(BEFORE, AFTER, *listed, BEFORE, between="\n") == [None] * 15


def test_a_sign_up_broken_over_two_lines():
    lines = [BEFORE, "Sign up for daily updates on the most important\nstories of the harbour."]
    assert furniture(*lines) == [None, Furniture.SIGN_UP, Furniture.SIGN_UP]


def test_what_stands_above_the_title_is_a_menu_and_the_title_is_not():
    lines = ["Menu", "Search", "Harbour", "Ferry runs aground off Tessel", BEFORE, AFTER]
    assert furniture(*lines, between="\n") == [Furniture.MENU] * 3 + [None] * 3


@pytest.mark.parametrize("text", ["Ferry Runs Aground Off Tessel", BEFORE, f"{BEFORE} {AFTER}", "Menu of the day"])
def test_a_text_of_one_line_is_all_article(text):
    assert furniture(text) == [None]
