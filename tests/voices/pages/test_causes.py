"""What goes round is shown with its words, and no further than its room said."""

from dataclasses import replace

import pytest
from django.utils import timezone

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.standards.causal_maps import graphml
from weft.voices.domain.kinds import Basis, Layer, Sees, Sign
from weft.voices.domain.told import CauseTold, CodeTold, CodingTold, ConsentTold
from weft.voices.exchange.causes import FORMS, causes_in
from weft.voices.services import give_slip, take_in, withdraw

US = Actor.command("tests")
PAGE = "/voices/kettle-evenings/causes"


@pytest.fixture
def region(db):  # noqa: ARG001 it writes
    return valley.region().slug


def made(ref, cause, effect, sign=Sign.MORE, *words, **told):
    return CauseTold(
        ref=ref, cause=cause, effect=effect, sign=sign, words=words, **told
    )


def told_of(*causes, **told):
    return evening(causes=causes, **told)


ROUND = (
    made("c1", "fewer out", "less safe", Sign.MORE, "bus"),
    made("c2", "less safe", "fewer out", Sign.MORE, "taxi"),
    made("c3", "song", "company", Sign.MORE, "canal", takes_time=True),
    made("c4", "company", "song", Sign.MORE, basis=Basis.INFERRED),
)
WITH_JOY = {
    "codes": (CodeTold(ref="joy", name="joy", layer=Layer.HOW),),
    "codings": (CodingTold(code="joy", passage="canal"),),
}


@pytest.mark.shows("C6", "H64")
def test_what_was_told_with_joy_goes_round_first_with_its_words(region, client):
    take_in(by=US, region=region, told=told_of(*ROUND, **WITH_JOY))
    page = client.get(PAGE).content.decode()
    hope = page.index("Where does hope go round?")
    assert hope < page.index("Song, company, and round again.")
    assert page.index("song") < page.index("What else goes round?")
    for words in (
        "«I walk home along the canal.",
        "Nobody said this one.",
        "It takes time.",
        "No brake was named",
        "Each of the 2 loops feeds itself, up or down.",
        "P3, What keeps people in?",
    ):
        assert words in page, words
    assert 'href="/voices/kettle-evenings/words#p3"' in page
    assert 'id="p3"' in client.get("/voices/kettle-evenings/words").content.decode()
    assert "if cut" not in page  # each arrow of the one other loop would open it alone


def test_a_brake_and_what_nobody_knows_are_said_and_people_may_differ(region, client):
    brake = made("c2", "less safe", "fewer out", Sign.LESS, "taxi")
    take_in(by=US, region=region, told=told_of(ROUND[0], brake))
    page = client.get(PAGE).content.decode()
    assert "A brake was named" in page
    assert "What goes round?" in page
    differ = made("c9", "less safe", "fewer out", Sign.MORE, "owls")
    other = replace(told_of(ROUND[0], brake, differ), slug="other")
    take_in(by=US, region=region, told=other)
    page = client.get("/voices/other/causes").content.decode()
    assert "people differ: 1 say more, 1 say less" in page
    assert "Nobody knows whether there is a brake" in page
    assert "No brake was named" not in page


def test_which_arrow_would_open_most_loops_is_called_an_opinion(region, client):
    shared = (made("a", "x", "y"), made("b", "y", "x"), made("c", "y", "z"))
    told = told_of(*shared, made("d", "z", "x"), made("p", "part", "x"))
    parted = replace(told.causes[-1], basis=Basis.PART_OF)
    take_in(
        by=US, region=region, told=replace(told, causes=(*told.causes[:-1], parted))
    )
    page = client.get(PAGE).content.decode()
    assert "<b>«X» → «y»</b> lies on 2 of the 2 loops." in page
    assert "opinion drawn from what was said, not a forecast" in page
    assert "several loops run through" not in page  # one arrow alone does
    assert "Part is a part of x." in page


@pytest.mark.shows("F11")
def test_where_loops_could_be_opened_it_is_said_who_says_so(region, client):
    links = (("a", "x", "y"), ("b", "y", "w"), ("c", "w", "x"), ("d", "w", "z"))
    told = [made(*one) for one in (*links, ("e", "z", "x"))]
    told[1] = replace(told[1], words=("bus",), who="the council")
    take_in(by=US, region=region, told=told_of(*told))
    page = client.get(PAGE).content.decode()
    listed = page[page.index("Other arrows that several loops run through") :]
    assert "<b>«Y» → «w»</b>, on two loops." in listed
    said = "one passage, one workshop, one table or person, one place (P1)"
    assert f"Said by: {said}. Who could act: the council." in listed
    assert "«W» → «z»" not in listed[: listed.index("</ul>")]


def test_where_nothing_goes_round_it_is_said(region, client):
    take_in(by=US, region=region, told=told_of(ROUND[0]))
    assert "Nothing goes round yet" in client.get(PAGE).content.decode()


def in_every_form(client):
    paths = [PAGE, *(f"{PAGE}.{kind}" for kind in (*FORMS, "xlsx"))]
    paths += [f"{PAGE}/{one}" for one in ("what-if", "loops.csv", "lists.csv")]
    paths += [f"{PAGE}?through={ref}" for ref in ("c1", "c2", "c5")]
    paths += ["/voices/kettle-evenings/project.json"]
    return {path: client.get(path).content for path in paths}


def test_words_that_were_taken_back_take_their_arrow_with_them(region, client):
    told = told_of(*ROUND)
    take_in(by=US, region=region, told=told)
    slip = give_slip(
        by=Actor.steward("a"), project=f"{region}/{told.slug}", speaker="noor"
    )
    assert "P2" in client.get(f"{PAGE}.csv").content.decode()
    withdraw(by=Actor.somebody(), code=slip, today=timezone.localdate())
    for path, content in in_every_form(client).items():
        if not path.endswith("xlsx"):
            assert b"Eleven pounds" not in content, path
            assert b"c2" not in content, path
    page = client.get(PAGE).content.decode()
    assert "One arrow went with words that were taken back." in page
    assert "P2" not in client.get(f"{PAGE}.csv").content.decode()


def test_an_arrow_whose_room_is_closed_is_counted_and_never_told(region, client):
    guessed = made("c5", "tea", "fewer out", basis=Basis.INFERRED)
    told = told_of(*ROUND[:2], made("open", "tea", "talk"), guessed)
    closed = replace(
        told.workshops[0], consent=ConsentTold(words="Between us.", sees=Sees.HOSTS)
    )
    open_too = replace(told.workshops[0], ref="second", sources=())
    take_in(by=US, region=region, told=replace(told, workshops=(closed, open_too)))
    page = client.get(PAGE).content.decode()
    assert "Three arrows are not shown" in page
    for path, content in in_every_form(client).items():
        assert b"less safe" not in content, path
        assert b"fewer out" not in content, path


def test_a_map_that_nobody_may_read_is_not_there(region, client):
    told = told_of(*ROUND)
    kept = replace(
        told.workshops[0], consent=ConsentTold(words="Between us.", sees=Sees.ROOM)
    )
    take_in(by=US, region=region, told=replace(told, workshops=(kept,)))
    for path in (PAGE, f"{PAGE}.graphml", f"{PAGE}.xlsx"):
        assert client.get(path).status_code == 404


def test_the_map_leaves_in_every_form_and_comes_back(region, client):
    take_in(by=US, region=region, told=told_of(*ROUND))
    for kind, form in FORMS.items():
        answer = client.get(f"{PAGE}.{kind}")
        assert form.ends in answer["Content-Disposition"]
        back = causes_in(form.read(answer.content)).causes
        assert [(one.ref, one.cause, one.sign) for one in back] == [
            (one.ref, one.cause, one.sign) for one in ROUND
        ]
        assert back[0].words == ("P1",)
    graph = graphml.read(client.get(f"{PAGE}.graphml").content).graph
    assert graph.attributes["name"] == "Kettle evenings, autumn 2026"
    assert client.get(f"{PAGE}.docx").status_code == 404
