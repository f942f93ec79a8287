"""Source, cue and content of invented sentences, by phenomenon: `[source] {cue} <content>`, each in its place.

A sentence makes one attribution unless its table says otherwise.
"""

import re

import pytest

MARKS = re.compile(r"[\[\]{}<>]")
ROLES = {"source": r"\[(.*?)\]", "cue": r"\{(.*?)\}", "content": r"<(.*?)>"}

SOURCE_CUE_CONTENT = """
[The lawyer] also {said} <her client had left on Monday, two days earlier than the agency had reported>.
[The mayor] {said} <the bridge would stay shut>.
[Three nurses] {said} on Monday that <the ward had flooded>.
[She] {told} the inquiry that <the alarm was off>.
[He] {added} that <no one had been told>.
[They] {say} <the road is closed>.
[The firm] {insists} that <it paid on time>.
[A clerk] {testified} that <the safe was empty>.
[Residents] {complained} <they had not slept>.
[The harbour master] {warned} that <the quay could collapse>.
[The auditors] {concluded} that <nothing was missing>.
[Two drivers] {said} <they had seen the van>.
[The council] {announced} that <the pool would open in May>.
But [the minister] {insisted} <no one had been told>.
Then [the caretaker] {explained} that <the key was lost>.
[The union] {argues} that <the pay is too low>.
[The engineers] {predicted} <the dam would hold>.
[The bishop] {acknowledged} that <letters had gone unread>.
[The ministry] {revealed} that <two ships had been sold>.
[The pilot] {recalled} that <the light was red>.
[The company] {pledged} <to repay every customer>.
[The governor] {promised} <to rebuild the school>.
[The rebels] {vowed} <to fight on>.
[Officials] {urged} <residents to boil their water>.
[The coach] {described} <the defeat as a lesson>.
[The senator] {called} <the plan a disaster>.
[The mayor] {accused} <the firm of neglect>.
[The union] {blamed} <the government>.
[The opposition] {criticised} <the budget>.
[The bank] {rejected} <the offer>.
[The agency] {denied} <any role in the sale>.
[The treasurer] {pointed out} that <the books were closed>.
[The report] {found} that <the brakes had failed>.
[The survey] {shows} <a fall in trust>.
[Police] {said} <the road was clear>.
In a statement on Monday [the prosecutor's office] {accused} <the treasurer of theft>.
In the early hours of Monday [the army's radio] {said} <the bridge had fallen>.
In its report on the fire [the ministry] {said} <the brakes had failed>.
"""

CONTENT_FIRST = """
<The banker reached Cyprus without a passport>, {say} [reports].
<The bridge will stay shut>, [the mayor] {said}.
<The ward had flooded>, [three nurses] {said} on Monday.
<The strike is over>, [the union] {announced}.
<The road would open by noon>, [police] {said} in a statement.
<Nobody was hurt>, [a fire official] {told} reporters.
<The sale was agreed in March>, [the documents] {show}.
<Turnout was low>, [election officials] {reported}.
<The quay is safe>, {said} [Ilse Brandt, the harbour master].
<Two crews were lost>, {according to} [a port official].
<The ship was overloaded>, {according to} [the coastguard].
{According to} [the survey], <most of the wells are dry>.
{According to} [the Post], <the two captains, along with a pilot, have arrived in Olm>.
{According to} [Ruiz, the mayor], <the captains have arrived in Olm>.
{According to} [two people who saw the letter], <the chairman will leave>.
<The chairman>, {according to} [two directors], <is ready to leave>.
<Her husband>, [she] {said}, <is still in hospital>.
<The ferry>, [the owner] {added}, <was inspected in May>.
"""

SUBJECTS = """
[The bishop] left the country last year {saying} <he feared arrest>.
[Authorities] early on Friday {said} <the bridge was open>.
[The ministry] on Tuesday {said} <there was no danger>.
[Radar data from that time] {suggests} <the plane turned back>.
[A guard] there {said} <the gate was shut>.
[A retired pilot who knew the route] {said} <the storm came early>.
[The harbour master, Ilse Brandt,] {said} <the quay was safe>.
[Ilse Brandt, the harbour master,] {said} <the quay was safe>.
[Ilse Brandt, who runs the harbour,] {said} <the quay was safe>.
[Ilse Brandt, 51, the harbour master,] {said} <the quay was safe>.
[The firm’s founder, Otto Lind,] {said} <the books were in order>.
[His lawyer, Petra Holm,] {said} <he would appeal>.
[Her counterpart in the north, Kofi Mensah,] {replied} that <talks would go on>.
[A woman who lives opposite the mill] {said} <it had burned all night>.
[Two officials familiar with the talks] {said} <a deal was near>.
[People briefed on the plan] {said} <it would cost less>.
[Residents reached by phone] {said} <the shelling had stopped>.
[One of the survivors] {said} <the door was locked>.
[Four of the twelve jurors] {said} <they had doubts>.
[At least three witnesses] {told} the court <they saw the van>.
[More than a dozen shopkeepers] {said} <they had been paid to close>.
[The mayor and the bishop] {said} <they would not meet>.
[The army, the navy and the police] {said} <the coast was quiet>.
[The White House, State Department, and key allies] {said} <the talks would go on>.
[Both ministers] {said} <the treaty was dead>.
[Another] {said} <the door was open>.
[A third, from the coast,] {said} <the boats had gone>.
[Hamid Ouali, of the dockers’ union,] {said} <the crane was old>.
[The video, filmed on Monday,] {shows} <men carrying crates>.
[The Brandt family] {said} <it would sue>.
[U.S. officials] {said} <the aircraft was lost>.
[Dr. Hal Okoye of the fever clinic] {said} <the worst was over>.
"""

DOCUMENTS = """
[The register of the clinic] {contains} <14 entries for that night>.
[Parish books] {hold} <the names of 19 drowned sailors>.
[A little-known group] {claimed} <responsibility> on its channel.
[The minister] {rejected} <that argument> in a letter to the board.
[The register] {lists} <41 vehicles at the depot>.
[The harbour register] {records} <three arrivals that night>.
[The ledger] {dates} <the payment to May 12>.
[An internal audit] {puts} <the loss at $4 million>.
[A poll by Metrica] {puts} <support at 51 percent>.
[An indictment unsealed on Monday] {alleges} that <Moran took bribes>.
[Minutes seen by the Courier] {suggest} <the board knew of the leak>.
[Court papers] {say} <the pair met in 2019>.
[The ministry’s website] {lists} <14 closed schools>.
[Phone records] {place} <Larsen at the scene>.
[Public records] {indicate} <he owns three houses>.
[Tender documents] {call} for <delivery by spring>.
[The autopsy] {gave} <the cause of death as drowning>.
[The coroner’s report] {gives} <no time of death>.
[The complaint] {names} <two officers>.
[The flight plan] {listed} <Tunis as the destination>.
[The 2019 survey] {counted} <312 pairs of terns>.
[The inquiry’s interim report] {blames} <poor maintenance>.
[A letter sent by the firm in March] {says} <the works will close>.
[Bank statements] {show} <transfers to a firm in Cyprus>.
[Police bodycam footage] {captured} <the moment the wall fell>.
[The Mercer Report] {found} that <the bridge was unsafe>.
"""

QUOTES = """
<“We are closed,”> [the owner] {said}.
<"We are closed,"> {said} [the owner].
[The owner] {said}: <“We are closed.”>
[The owner] {said}, <“We are closed.”>
[The owner] {told} customers, <“We are closed.”>
<“We are closed,”> [the owner] {told} the Courier.
<“Who pays?”> {asked} [the owner].
<“We are closed,”> [she] {said}, <“until the rain stops.”>
<“The desk,”> [he] {said}, <“is as untidy as ever.”>
[The owner] {said} <it was “closed until further notice”>.
[The owner] {called} <the visit “a farce”>.
<“We are closed,”> {said} [Ilse Brandt, who owns the shop]. <“Come back in May.”>
<‘We are closed,’> [the owner] {said}.
<''We are closed,''> [Ms. Brandt] {said}.
[She] {added}: <“It was late.”>
<“It was late. The shop was shut. Nobody came,”> [she] {said}.
<“We close at noon,”> [the owner] {wrote} in a letter to the council.
<“We are closed,”> [the owner] {said} on Monday.
[The verdict] {read}: <“Guilty.”>
[He] {shrugged}: <“Ask me in May.”>
"""

REFUSALS = """
[The ministry] {would neither confirm nor deny} <the strike>.
[The firm] {did not wish to comment}.
[The firm] {said it had nothing to add}.
[The department] {said it was unable to comment}.
[The department] {would not be drawn} on <the date>.
[The club] {remained tight-lipped}.
[The firm] {is not commenting} on <the sale>.
[The mayor] {sidestepped questions} about <the letter>.
[The mayor] {shrugged when asked} about <the letter>.
[The ministry] {gave no reason} for <the delay>.
[The ministry] {did not say} <when the vote would be held>.
[Neither man] {would discuss} <the deal>.
No one at [the firm] {was available for comment}.
Nobody at [the firm] {could be reached}.
There has been {no word} from [the ministry].
[The mayor] {took issue with} <the figures>.
[The mayor] {poured cold water on} <the idea of a merger>.
[The guard] {protests} <his innocence>.
[The guard] {contradicted} <that account>.
[The mayor] {made clear} that <the vote would go ahead>.
[The mayor] {was adamant} that <no money had changed hands>.
[The mayor] {ruled out} <a second vote>.
[The report] {makes no mention of} <the leak>.
[The bank] {declined to comment}.
[The bank] {declined to comment} on <the sale>.
[The firm] {declined to say} <how many would lose their jobs>.
[The mayor] {declined to be interviewed}.
[The minister] {refused to discuss} <the letter>.
[The club] {would not say} <whether he had signed>.
[The embassy] {would not comment}.
[The palace] {had no comment}.
[The general] {neither confirmed nor denied} <the raid>.
[The office] {referred questions} to the police.
[The airline] {did not respond to a request for comment}.
[The ministry] {did not immediately respond to requests for comment}.
[The owner] {did not return calls}.
[The lawyer] {did not reply to a message}.
[The school] {did not answer questions} about <the fire>.
[The owner] {could not be reached}.
[The owner] {could not immediately be reached for comment}.
[Neither the firm nor its owner] {responded to requests for comment}.
[The airline] {has yet to respond to a list of questions}.
There was {no immediate comment} from [the embassy].
[Reuters] {could not confirm} <the report>.
[Reuters] {could not independently verify} <the video>.
[The paper] {was unable to confirm} <their accounts>.
[The fire service] {could not say} <whether the alarm had rung>.
[The coastguard] {has not been able to establish} <when it sank>.
[The defendant] {pleaded not guilty}.
[The firm] {said it would not comment}.
"""

NOBODY = """
There was {no independent confirmation} of <the claim>.
{It is understood} that <the board met twice>.
{It is claimed} <the officer fired first>.
<The yacht>, {allegedly} <bought with pension money>, is off Crete.
{It was alleged} that <the cash came from the fund>.
{It is claimed} that <the vase was stolen>.
{It was reported} that <the ship had turned back>.
<The general was> {reportedly} <moved to a villa>.
<The deputy> {allegedly} <fled with the cash>.
"""

NOUNS = """
[His] {claim} that <the votes were burned> drew laughter.
[The bank’s] {assurance} that <deposits were safe> came late.
[Her] {statement} that <she had left early> was read out.
"""

PASSIVES = """
<The talks> were {described} by [one diplomat] as <“frosty”>.
<The findings> were {dismissed} by [the ministry] as <speculation>.
The minister was {told} by [two aides] that <the figures were old>.
"""

ADJUNCTS = """
{In the view of} [the union], <the plan is unworkable>.
<The plan is>, as [one aide] {put it}, <“dead on arrival”>.
As [the mayor] {put it}: <“Nobody is coming.”>
{According to} [the union], <the plan is unworkable>.
{According to} [the clerk] — who was not there — <the car was parked>.
"""

ASIDES = """
[The bloc, which suspended the country in May,] {said} <the vote was unfair>.
[The landlord, reached at his home,] {said} <he had given notice>.
[The mayor], in a letter to the council, {said} <the fund was empty>.
[A pilot], speaking on condition of anonymity, {said} <the route was closed>.
[He] {said}, in a letter, that <the fund was empty>.
[The club], however, {said} <the tickets were sold>.
"""


def sentences(table):
    return [line for line in table.strip().split("\n") if line]


def read(marked):
    return {role: [MARKS.sub("", part) for part in re.findall(marks, marked)] for role, marks in ROLES.items()}


ALL = [
    SOURCE_CUE_CONTENT, CONTENT_FIRST, SUBJECTS, DOCUMENTS, QUOTES, REFUSALS, NOBODY, NOUNS,
    PASSIVES, ADJUNCTS, ASIDES,
]  # fmt: skip


@pytest.mark.parametrize("marked", [line for table in ALL for line in sentences(table)])
def test_one_attribution(find, marked):
    text = MARKS.sub("", marked)
    [found] = find(text).attributions
    assert {role: [span.of(text) for span in getattr(found, role)] for role in ROLES} == read(marked)


# Sentences that make several attributions: source | cue | content of each, in the order of their cues.
SEVERAL = [
    (
        "Ostrany denied it had moved troops and said the trucks were empty.",
        ["Ostrany | denied | it had moved troops", "Ostrany | said | the trucks were empty"],
    ),
    (
        "The mayor confirmed the closure but declined to say when it would end.",
        ["The mayor | confirmed | the closure", "The mayor | declined to say | when it would end"],
    ),
    (
        "The ministry says nine died; a doctor says twelve were buried.",
        ["The ministry | says | nine died", "a doctor | says | twelve were buried"],
    ),
    (
        "The firm rejected the claim, saying the pump was new.",
        ["The firm | rejected | the claim", "The firm | saying | the pump was new"],
    ),
    (
        "Police are investigating, a spokeswoman said, adding that it was too early to tell.",
        [
            "a spokeswoman | said | Police are investigating",
            "a spokeswoman | adding | it was too early to tell",
        ],
    ),
    (
        "The minister said the tax would fall, while the union said it would rise.",
        ["The minister | said | the tax would fall", "the union | said | it would rise"],
    ),
    (
        "The Courier reported that the chairman would leave, citing two directors.",
        [
            "The Courier | reported | the chairman would leave",
            "two directors | citing | the chairman would leave",
        ],
    ),
    (
        "Avila, who denied any wrongdoing, said she would appeal.",
        ["Avila | denied | any wrongdoing", "Avila, who denied any wrongdoing, | said | she would appeal"],
    ),
    (
        "The navy said it was checking the report and could not yet confirm it.",
        ["The navy | said | it was checking the report", "The navy | could not yet confirm | it"],
    ),
    (
        "The bank said it was sorry; its chairman, Otto Lind, did not return calls.",
        ["The bank | said | it was sorry", "its chairman, Otto Lind, | did not return calls | "],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_several_attributions(find, text, wanted):
    found = find(text).attributions
    rows = [" | ".join(" … ".join(span.of(text) for span in getattr(a, role)) for role in ROLES) for a in found]
    assert rows == wanted


# What looks like an attribution and is none.
NOTHING = """
It is worth noting that the court sat on Wednesday.
The flood claimed 12 lives.
The dead and the rescued would suggest a fuller bus.
The pension plan would give families a year’s pay.
The indictment was not immediately available on Wednesday.
The new director reports to the board and starts in May.
Shares in the group declined 3.1% on Wednesday.
The index added 0.4%, led by miners.
Everything went according to plan until the fourth lap.
The so-called "green corridor" opened to lorries on Monday.
Its "express" lane was closed by lunchtime.
The tower bears the words “Never again” in letters two metres high.
The river has two sources, both of them in the hills.
The cathedral clock tells the time on three faces.
The flood claimed 12 lives.
The statement of accounts must be filed by April 30.
Late filers face a penalty of 5%, rising to 10% after a month.
She was denied a visa twice.
Her brother’s application was rejected in March.
Voters want lower rents.
Many fear a hard winter.
Economists expect growth to slow.
That said, the season is young.
The patient did not respond to the first round of antibiotics.
The upper valley could not be reached by road.
The software is open source.
Turnout was 58%, the lowest since independence.
The court found itself without heating.
The team has called a meeting for Friday.
The calls to prayer began before dawn.
The lake, said to be bottomless, was drained in eleven days.
The notes were found in a drawer.
The band played “Quiet Harbour” twice.
A play called “The Witness” opens in June.
The committee has 22 members.
The report was published on Tuesday, six months late.
He showed her the door.
The contract states a price of £40.
Three crews responded to the fire.
An anonymous donor left £50,000 in a tin.
"""


@pytest.mark.parametrize("text", sentences(NOTHING))
def test_no_attribution(find, text):
    assert find(text).attributions == ()


def test_an_attribution_within_anothers_content_is_kept_apart(find):
    text = "Two sources said the minister had told the board that he would leave."
    found = find(text)
    assert [a.source[0].of(text) for a in found.attributions] == ["Two sources"]
    assert [a.source[0].of(text) for a in found.within] == ["the minister"]


def test_a_quote_over_paragraphs_is_a_span_a_paragraph(find):
    text = (
        "“I was twelve,” said Idris Kone. “We hid.\n\n“We stayed four days.\n\n“That was all.”\n\nThe army left."
    )
    [found] = find(text).attributions
    assert [span.of(text) for span in found.content] == [
        "“I was twelve,”",
        "“We hid.",
        "“We stayed four days.",
        "“That was all.”",
    ]


def test_a_quote_in_the_sentence_before_its_cue(find):
    text = "“Who will pay for it?” Ilse Brandt asked. Nobody knew."
    [found] = find(text).attributions
    assert [span.of(text) for span in found.content] == ["“Who will pay for it?”"]


ODD = [
    "“We are closed, the owner said. The street was empty.",
    "We are closed,” the owner said. The street was empty.",
    '"We are closed," the owner said. "Come back. The mayor said the street was empty.',
]


@pytest.mark.parametrize("text", ODD)
def test_an_odd_number_of_marks_loses_no_other_attribution(find, text):
    after = " The harbour master said the quay was safe."
    sources = [span.of(text + "\n" + after) for a in find(text + "\n" + after).attributions for span in a.source]
    assert "The harbour master" in sources


# Speakers without a verb.
SCRIPTS = [
    ("Fey: “I have.”", ["Fey | : | “I have.”"]),
    ("“Count the boats.” — Elif Tan", ["Elif Tan | — | “Count the boats.”"]),
    (
        "SEN. DULLEA: When did you learn of it?\nMR. TROWER: In January. From a reporter.",
        ["SEN. DULLEA | : | When did you learn of it?", "MR. TROWER | : | In January. From a reporter."],
    ),
    ("UPDATE: The bridge is shut.", []),
    ("Police: Suspect in ferry fire held in Ostend", ["Police | : | Suspect in ferry fire held in Ostend"]),
    ("Airline knew of faulty doors: report", ["report | : | Airline knew of faulty doors"]),
    ("Weather: rain later", []),
    ("Hale to resign, sources say", ["sources | say | Hale to resign"]),
    ("Governor Says Bridge Will Stay Shut", ["Governor | Says | Bridge Will Stay Shut"]),
]


@pytest.mark.parametrize(("text", "wanted"), SCRIPTS)
def test_scripts_and_headlines(find, text, wanted):
    rows = [
        " | ".join(" … ".join(span.of(text) for span in getattr(a, role)) for role in ROLES)
        for a in find(text).attributions
    ]
    assert rows == wanted
