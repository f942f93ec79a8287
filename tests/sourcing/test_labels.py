"""Who a source is, how many of them there are, what stance they take and through whom it comes."""

import pytest

from tuitimeline.model import Count, Identity, Stance


def rows(table):
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().split("\n")]


# The source of "… said the road was closed."
IDENTITIES = """
named       | Ministry spokeswoman Ola Berg
named       | The 44-year-old Berg
named       | Tim Cook
institution | The WHO
institution | South Korea
institution | Scotland Yard
institution | The coast guard
institution | The social network
institution | A Beirut-based monitoring group
institution | The hotel
institution | The archdiocese
anonymous   | A man who gave his name only as Ali
anonymous   | A shopkeeper opposite the bank
anonymous   | Opponents of the law
anonymous   | Everyone interviewed
anonymous   | Those who were there
document    | A draft of the bill
document    | The charge sheet
document    | CCTV
document    | The charity’s website
document    | A text message sent at noon
outlet      | The website Politiko
outlet      | State TV
outlet      | The Economist
outlet      | The official Xinhua News Agency
named       | Ilse Brandt
named       | Mayor Ilse Brandt
named       | The mayor, Ilse Brandt,
named       | Ilse Brandt, the mayor,
named       | Ms. Brandt
named       | Defence Minister Otto Lind
named       | Hamid Ouali of the dockers’ union
named       | The firm’s founder, Otto Lind,
named       | A spokeswoman for the army, Col. Ines Duarte,
named       | Professor Yaw Mensah
named       | Sen. Dev Anand
named       | Ana Lind, a spokeswoman for the company,
named       | The bishop, the Rt Rev Paul Oakes,
named       | Mary
institution | The ministry
institution | The Interior Ministry
institution | The police
institution | Prosecutors
institution | The Kremlin
institution | Washington
institution | Lazenby Holdings
institution | The company
institution | A spokesman for the army
institution | A police spokeswoman
institution | The council
institution | The dockers’ union
institution | The army
institution | The court
institution | Plains & Western
institution | The security firm Paladin
institution | The White House
institution | The Red Cross
institution | The Ukrainian military
institution | The Enforcement Directorate
institution | Brill & Moss
institution | Ilse Brandt Holdings
anonymous   | Officials
anonymous   | Two sources
anonymous   | A senior official
anonymous   | Analysts
anonymous   | People briefed on the talks
anonymous   | A lawyer for the families
anonymous   | The boy’s mother
anonymous   | Residents
anonymous   | One of the survivors
anonymous   | Investigators
anonymous   | A baker
anonymous   | Her neighbour
anonymous   | The Chief Minister
anonymous   | A group of parents
anonymous   | Paramedics
anonymous   | Conservative MPs
document    | The report
document    | A court filing
document    | The survey of 900 adults
document    | The documents
document    | A poll for Radio Meridian
document    | Internal emails
document    | The indictment
document    | Satellite images
document    | A memo from 2021
outlet      | Reuters
outlet      | The Evening Courier
outlet      | State media
outlet      | Local media
outlet      | The newspaper Dnevnik Plus
outlet      | The Associated Press
outlet      | The BBC
outlet      | The state news agency KTA
outlet      | The Sunday Bell
outlet      | Statehouse Weekly
"""

# The count of "… said the road was closed."
COUNTS = """
1 1   | A source
1 1   | A third source
1 1   | Another
1 1   | One of the four
1 1   | Ilse Brandt
1 1   | The ministry
1 1   | A fourth
1 1   | An official
1 1   | The report
2 2   | Two sources
2 2   | Both ministers
2 2   | Two of them
2 2   | The mayor and the bishop
2 2   | Ilse Brandt and Otto Lind
2 2   | The other two
2 2   | A couple of nurses
2 2   | Two MPs
3 3   | The army, the navy and the police
3 3   | Three of the sources
3 3   | Two doctors and a nurse
4 4   | Four people familiar with the talks
6 6   | Half a dozen lawmakers
12 12 | A dozen patients
12 12 | Twelve jurors
40 40 | Forty residents
2 -   | Sources
2 -   | Officials
2 -   | Analysts
2 -   | Some residents
2 -   | The documents
2 -   | Multiple officials
2 -   | Some 40% of voters
2 -   | Half of those polled
2 -   | A group of parents
2 -   | Hospital staff
3 -   | Several residents
3 -   | A handful of shopkeepers
3 -   | A few drivers
4 -   | At least four people
6 -   | No fewer than six ministers
13 -  | More than a dozen lawmakers
24 -  | Dozens of others
2 3   | Two or three drivers
5 6   | Five or six drivers
1 -   | State media
"""

STANCES = """
asserts     | The ministry said the road was closed.
asserts     | The union warned that jobs would go.
asserts     | The mayor promised to rebuild the school.
asserts     | Tarsk accused its neighbour of moving tanks.
asserts     | The court urged both sides to settle.
asserts     | “Who pays?” asked the owner.
asserts     | Forecasters predicted snow would fall by dawn.
asserts     | The report found that the brakes had failed.
confirms    | The department confirmed the closure.
confirms    | The coastguard confirmed that two boats were lost.
denies      | The ministry denied any such request.
denies      | The palace rejected the claim.
denies      | The airline disputes their account.
denies      | A shipping agent refuted the report.
denies      | The club dismissed the story as gossip.
denies      | The army dismissed the footage as staged.
denies      | The mayor said the report was false.
denies      | “I deny it,” the mayor said.
denies      | “I never met him,” the mayor said.
denies      | The owner called the charges “baseless”.
denies      | The defendant pleaded not guilty.
denies      | Mrs Pike said that was nonsense.
declines    | The bank declined to comment.
declines    | The club would not say when he would leave.
declines    | The palace had no comment.
declines    | The general neither confirmed nor denied the raid.
declines    | The office referred questions to the police.
declines    | The minister refused to discuss the letter.
declines    | “We do not comment on leaks,” the minister said.
declines    | The agency declined to confirm the deal.
no_response | The airline did not respond to a request for comment.
no_response | The owner could not be reached.
no_response | The lawyer did not return calls.
no_response | Neither the firm nor its owner responded to requests for comment.
no_response | The school did not answer questions about the fire.
unverified  | Reuters could not confirm the report.
unverified  | The paper could not independently verify the video.
unverified  | The fire service could not say whether the alarm had rung.
unverified  | The coastguard was unable to establish when it sank.
unverified  | It was not possible to tell whether the crates were full.
"""

RELAYS = """
Sportula         | A source in the dressing room told Sportula that he would not play.
Die Neue         | The chancellor said in an interview with Die Neue that she would stay.
Brackwater Echo  | Minutes leaked to the Brackwater Echo show that the mayor was told.
-                | The envoy told Washington that the talks were dead.
-                | The envoy told Congress that the talks were dead.
Reuters          | Two sources told Reuters the deal was dead.
Associated Press | Five nurses told The Associated Press that the ward was closed.
Evening Courier  | A dozen patients told the Evening Courier that they had paid.
Tagesruf         | She told the Berlin daily Tagesruf that she would stay.
Channel Nine     | Footage obtained by Channel Nine shows men carrying crates.
Financial Ledger | Emails seen by the Financial Ledger show that the board knew.
Reuters          | Economists polled by Reuters forecast a fall.
State media      | State media said the network was under review.
Local media      | Local media reported that the bridge had fallen.
Evening Courier  | The Evening Courier reported that the mayor would leave.
KTA              | The minister was quoted by the state news agency KTA as saying that exports would resume.
-                | Reuters could not confirm the report.
-                | The mayor told reporters the road was closed.
-                | The mayor told the inquiry that the road was closed.
-                | The mayor said the road was closed.
-                | The company told its staff that the plant would close.
"""

HEDGES = """
reportedly      | The general was reportedly moved in May.
allegedly       | His deputy allegedly fled.
apparently      | He apparently slept through the session.
alleged         | The alleged ringleader was led into court.
believed to     | The painting, believed to have been stolen, turned up.
thought to be   | The comet, thought to be large, will pass in May.
said to be      | The lake, said to be bottomless, was drained.
It was alleged  | It was alleged that the cash was stolen.
                | The mayor said the road was closed.
                | “It was apparently a joke,” the mayor said.
"""


@pytest.mark.parametrize(("identity", "source"), rows(IDENTITIES))
def test_identity(find, identity, source):
    [found] = find(f"{source} said the road was closed.").attributions
    assert found.identity is Identity(identity)


@pytest.mark.parametrize(("count", "source"), rows(COUNTS))
def test_count(find, count, source):
    [found] = find(f"{source} said the road was closed.").attributions
    least, most = count.split()
    assert found.count == Count(int(least), None if most == "-" else int(most))


@pytest.mark.parametrize(("stance", "text"), rows(STANCES))
def test_stance(find, stance, text):
    [found] = find(text).attributions
    assert found.stance is Stance(stance)


@pytest.mark.parametrize(("relay", "text"), rows(RELAYS))
def test_relay(find, relay, text):
    [found] = find(text).attributions
    assert (found.relay or "-") == relay


@pytest.mark.parametrize(("hedge", "text"), rows(HEDGES))
def test_hedges(find, hedge, text):
    assert [span.of(text) for span in find(text).hedges] == ([hedge] if hedge else [])


def test_no_one_is_a_denial_where_it_answers_another(find):
    answer = "A clerk said no juror had wept."
    stances = [a.stance for a in find(f"Two women said that a juror had wept. {answer}").attributions]
    assert stances == [Stance.ASSERTS, Stance.DENIES]
    assert [a.stance for a in find(answer).attributions] == [Stance.ASSERTS]


def test_nobody_is_no_source(find):
    [found] = find("The general was reportedly moved in May.").attributions
    assert (found.source, found.identity, found.count) == ((), Identity.NONE, Count(0, 0))


# What the last source points back to.
SPEAKERS = """
Golan Pruss             | The guild met the minister, Golan Pruss. The minister said the road was closed.
Two officials           | Two officials said the deal was dead. The officials said it had failed in May.
A spokeswoman for Karrow | A spokeswoman for Karrow said the road was closed. She said it would open in May.
Ilse Brandt, the mayor, | Ilse Brandt, the mayor, said the road was closed. She said it would open in May.
The ministry            | The ministry said the road was closed. It said it would open in May.
Two sources             | Two sources said the deal was dead. They said it had failed in May.
Ilse Brandt             | Ilse Brandt said the road was closed. Brandt said it would open in May.
Captain Sato            | Captain Sato sailed on Monday. The captain said the sea was calm.
The farm’s owner        | The farm’s owner walked away. He said the road was closed.
"""


@pytest.mark.parametrize(("speaker", "text"), rows(SPEAKERS))
def test_speaker(find, speaker, text):
    found = find(text).attributions[-1]
    assert found.speaker is not None
    assert found.speaker.of(text) == speaker


def test_the_two_are_what_the_last_two_are(find):
    text = "Velox Group said it was sorry. Dorring Holdings said it was sorry. Neither would discuss the jobs."
    last = find(text).attributions[-1]
    assert (last.identity, last.count) == (Identity.INSTITUTION, Count(2, 2))


def test_those_cited_speak_through_the_outlet_that_follows(find):
    for text in (
        "The website Dagsnytt, citing two officials, said the road was closed.",
        "Citing two officials, the website Dagsnytt said the road was closed.",
    ):
        assert [a.relay for a in find(text).attributions] == ["Dagsnytt", "Dagsnytt"]
    assert len(find("Citing two officials, the mayor said the road was closed.").attributions) == 1


def test_a_pronoun_takes_identity_and_count_from_its_speaker(find):
    first, second = find("Two sources said the deal was dead. They said it had failed in May.").attributions
    assert (second.identity, second.count) == (first.identity, first.count)


# Why a source is not named.
REASONS = [
    "A senior official, who asked not to be named because the visit is secret, said he would come.",
    "Two pilots, speaking on condition of anonymity to protect their jobs, said the route was closed.",
]


@pytest.mark.parametrize("text", REASONS)
def test_reason_for_anonymity(find, text):
    [found] = find(text).attributions
    assert found.reason is not None
    assert found.reason.of(text) in text
    assert "because" in found.reason.of(text) or "to protect" in found.reason.of(text)


def test_an_outlet_of_its_own_does_not_relay_itself_where_it_could_not_verify(find):
    reported, checked = find(
        "The Evening Courier reported that the dam had burst. Reuters could not verify the report."
    ).attributions
    assert (reported.relay, checked.relay) == ("Evening Courier", None)
    assert reported.identity is checked.identity is Identity.OUTLET
