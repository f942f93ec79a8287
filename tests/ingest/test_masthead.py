"""Datelines, bylines and printed dates as metadata. All texts are invented."""

import re
from datetime import date

import pytest

from tuitimeline.ingest import compose, read
from tuitimeline.ingest.reading import date_by
from tuitimeline.model import Furniture

TITLE = "Ferry runs aground off Tessel"
BODY = "The ferry Astrid ran aground off Tessel on Monday, the harbour master said."


def test_a_byline_that_names_the_paper_too():
    document = headed("By Ann Vos, Tessel Gazette, Thursday, February 15, 2024")
    assert (document.author, document.outlet) == ("Ann Vos", "Tessel Gazette")


@pytest.mark.parametrize(
    ("line", "author", "agencies"),
    [
        ("By ANN VOS Associated Press", "ANN VOS", ("Associated Press",)),
        ("By The Associated Press", None, ("The Associated Press",)),
        ("- By ANN VOS", "ANN VOS", ()),
        ("By Ann Vos, Contributing Reporter", "Ann Vos", ()),
        ("By (Agencies)", None, ()),
        ("Reuters Staff", None, ("Reuters",)),
    ],
)
def test_bylines_as_papers_and_agencies_print_them(line, author, agencies):
    document = headed(line)
    assert document.paragraphs[1].boilerplate is Furniture.BYLINE
    assert (document.author, document.agencies) == (author, agencies)


@pytest.mark.parametrize("mark", ["— Reuters", "-AFP", "(AP)", "PTI"])
def test_an_agency_that_signs_the_last_paragraph(mark):
    document = compose("x", f"{TITLE}\n\n{BODY}\n\nNobody was hurt, he said, and the crew went home. {mark}")
    assert document.agencies == (re.sub(r"\W", "", mark),)


def test_a_paper_that_stands_above_its_title():
    assert compose("x", f"The Tessel Star\n\n{TITLE}\n\n{BODY}").outlet == "The Tessel Star"


def headed(*lines):
    return compose("x", "\n\n".join([TITLE, *lines, BODY]))


DAYS = [
    ("KORVA, Sunday 16 March 2025", date(2025, 3, 16)),
    ("Thursday, 20 March 2025", date(2025, 3, 20)),
    ("Friday, Oct. 11, 2024", date(2024, 10, 11)),
    ("December 10, 2013", date(2013, 12, 10)),
    ("The Tessel Times, 1 September 2023", date(2023, 9, 1)),
    ("From Norden News Agency, Aug. 22, 2023", date(2023, 8, 22)),
    ("Published Oct. 10, 2024 at 6:02 a.m.", date(2024, 10, 10)),
    ("By Ann Vos | 3 May 2024", date(2024, 5, 3)),
    ("Published: 2024-05-03T06:00:00Z", date(2024, 5, 3)),
    ("Posted on May 3rd, 2024 by Ann Vos", date(2024, 5, 3)),
    ("Publicado el 3 de mayo de 2024", date(2024, 5, 3)),
    ("3 mai 2024", date(2024, 5, 3)),
    ("3. März 2024", date(2024, 3, 3)),
    ("May 3, 2024 | Updated 3 p.m.", date(2024, 5, 3)),
    ("May 3, 2024 / 7:14 PM CST / AP", date(2024, 5, 3)),
    ("6:10PM BST 03 May 2024", date(2024, 5, 3)),
    ("Latest update : 2024-05-03", date(2024, 5, 3)),
    ("Posted at May 03 2024 05:51 PM | Updated as of May 05 2024 12:12 AM", date(2024, 5, 3)),
    ("Updated: May 5, 2024 | Published: May 3, 2024", date(2024, 5, 3)),
    ("NIGHT DISPATCH, Friday, May 3, 2024. From our man in Vell.", date(2024, 5, 3)),
    ("COAST REVIEW | Fri., May 3, 2024 | Ann Vos reporting from Vell", date(2024, 5, 3)),
    ("Norden Press // Friday, May 3, 2024", date(2024, 5, 3)),
    ("23/05/2024 - source: Norden Press", date(2024, 5, 23)),
    ("03.05.2024", date(2024, 5, 3)),
    ("The Sunday Argus, May 3rd 2024", date(2024, 5, 3)),
]


@pytest.mark.parametrize(("line", "day"), DAYS)
def test_a_line_that_gives_the_day_of_printing(line, day):
    document = headed(line)
    assert (document.published, document.published_from) == (day, "dateline")
    assert document.paragraphs[1].boilerplate is Furniture.BYLINE
    assert document.title == TITLE


DATELINES = [
    ("LORN, Aug 21, 2023 (Norden News Agency) - ", date(2023, 8, 21), ("Norden News Agency",)),
    ("MARLOW BAY, Oct. 9, 2024 — ", date(2024, 10, 9), ()),
    ("MEXICO CITY (AP) — ", None, ("AP",)),
    ("WASHINGTON, June 11 (Reuters) - ", None, ("Reuters",)),
    ("(CNN) -- ", None, ("CNN",)),
    ("PORT CALDRA, March 14 (Meridian Wire) - ", None, ("Meridian Wire",)),
    ("VELL, Monday, April 15, 2019. ", date(2019, 4, 15), ()),
]


@pytest.mark.parametrize(("opening", "day", "agencies"), DATELINES)
def test_a_dateline_is_read_and_stays_in_the_article(opening, day, agencies):
    document = compose("x", f"{TITLE}\n\n{opening}{BODY}")
    assert (document.published, document.agencies) == (day, agencies)
    assert [p.boilerplate for p in document.paragraphs] == [None, None]


BYLINES = [
    ("By Ansel Rook in Port Caldra and Mira Toth in Vell", "Ansel Rook, Mira Toth", ()),
    ("By ESTHER QUAYE, Continental Press", "ESTHER QUAYE", ("Continental Press",)),
    ("By Meridian Wire | March 15", None, ("Meridian Wire",)),
    ("Reuters", None, ("Reuters",)),
    ("Tessel Star with Norden News Agency", None, ("Norden News Agency",)),
    ("Agency report (Norden News Service)", None, ("Norden News Service",)),
]


@pytest.mark.parametrize(("line", "author", "agencies"), BYLINES)
def test_a_byline_names_people_and_agencies(line, author, agencies):
    document = headed(line)
    assert (document.author, document.agencies) == (author, agencies)
    assert document.paragraphs[1].boilerplate is Furniture.BYLINE


NO_MASTHEAD = [
    "Two men were arrested on 3 May 2024, police said.",
    "By Monday the water had risen to the second floor.",
    "May 3 talks collapse in quarrel",
    "Updated rules for captains",
    "From ferry to wreck: the last days of the Astrid",
]


@pytest.mark.parametrize("line", NO_MASTHEAD)
def test_lines_that_only_look_like_a_masthead(line):
    document = headed(line)
    assert (document.published, document.author) == (None, None)
    assert document.paragraphs[1].boilerplate is None


PAPERS = [
    ("The Tessel Herald\nSaturday, May 4th, 2024", "The Tessel Herald"),
    ("TESSEL STAR\nSkip to content\nLatest . Courts . Chess . Log in", "TESSEL STAR"),
    ("The Vell Bulletin | Since 1881\nHome   Harbour   Schools   Contact us", "The Vell Bulletin"),
    ("Le Soir de Vell (English edition)\nFriday, 10 May 2024", "Le Soir de Vell"),
]


@pytest.mark.parametrize(("above", "outlet"), PAPERS)
def test_the_name_of_the_paper_above_the_title(above, outlet):
    document = compose("x", f"{above}\n\n{TITLE}\n\n{BODY}")
    assert (document.outlet, document.title) == (outlet, TITLE)
    assert [bool(p.boilerplate) for p in document.paragraphs[-2:]] == [False, False]


FRONT_MATTER = [
    '---\ntitle: "Ferry aground"\ndate: 2024-05-03\npublisher: Tessel Gazette\ntags: [ferry]\n---\n',
    "Title: Ferry aground\nSource: Tessel Gazette\nDate: 3 May 2024\nSection: Harbour\n\n",
    "Headline: Ferry aground\r\nPublication: Tessel Gazette\r\nPublication date: Friday, May 3, 2024\r\n\r\n",
]


@pytest.mark.parametrize("head", FRONT_MATTER)
def test_front_matter_is_read_and_stays_as_text(tmp_path, head):
    (tmp_path / "a.md").write_bytes(f"{head}{BODY}\n\nNobody was hurt.".encode())
    (document,) = read([tmp_path / "a.md"])
    assert (document.title, document.outlet, document.published) == (
        "Ferry aground",
        "Tessel Gazette",
        date(2024, 5, 3),
    )
    assert document.published_from == "metadata"
    assert document.text.startswith(head)
    assert [bool(p.boilerplate) for p in document.paragraphs[-2:]] == [False, False]
    assert all(p.boilerplate for p in document.paragraphs[:-2])


def test_an_article_that_begins_with_a_colon_has_no_front_matter():
    document = compose("x", f"Harbour: a ferry is lost\nTessel: nobody is hurt\n\n{BODY}")
    assert not any(p.boilerplate for p in document.paragraphs)


def test_a_day_in_figures_that_can_be_read_in_two_ways_is_not_read():
    assert headed("04/05/2024").published is None


def test_no_year_is_guessed():
    document = headed("By Meridian Wire | March 15")
    assert (document.published, document.published_from) == (None, None)


def test_a_day_without_a_year_takes_it_from_the_date_that_was_given():
    document = date_by(headed("By Meridian Wire | March 15"), date(2025, 1, 12))
    assert document.published == date(2024, 3, 15)
    assert "dateline" in document.published_from


def test_a_page_updated_later_was_published_earlier():
    document = headed("Updated May 4, 2024", "Published May 3, 2024")
    assert document.published == date(2024, 5, 3)


def test_a_date_that_no_calendar_has_is_no_date():
    assert headed("February 30, 2024").published is None
