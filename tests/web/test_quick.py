"""The last minute of a consultation: two choices, one side, one text, one card."""

import re
from datetime import time
from types import SimpleNamespace

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.web import valley
from weft.accounts.models import Entry
from weft.pathways.models import Card
from weft.web.quick import MOST_LETTERS, message, quick
from weft.web.quick.looking import different

TOUCHED = {"free": "afternoons", "for": "company"}


@pytest.fixture
def town(db):  # noqa: ARG001 it writes
    """Two groups with a thing each; the first has a second one."""
    region = valley.region()
    hall = valley.place(region)
    clay = valley.group(region)
    facts = {"company": "yes", "beginners": "yes", "room": "yes"}
    for name, hour in (("Clay at Aldermill", 13), ("Clay again", 14)):
        on = ([1], time(hour), time(hour, 45))
        valley.offer(region, name, place=hall, group=clay, facts=facts, on=on)
    shed = valley.group(region, "Men of the Shed", reference="shed")
    valley.offer(
        region,
        "Mending hour",
        place=hall,
        group=shed,
        joining_rule="ring",
        on=([3], time(12), time(13)),
    )
    valley.derive(region)
    return region


def ask(client, path="/quick", **touched):
    return client.post(path, {"near": valley.POSTCODE, **touched})


@pytest.mark.usefixtures("town")
@pytest.mark.shows("D9")
def test_two_choices_with_wait_suitability_and_what_is_known(client):
    page = ask(client, **{"in": "ur"}).content.decode()

    heads = re.findall(r"<h3><a [^>]*>([^<]*)</a>", page)
    assert {head.split()[0] for head in heads[:2]} == {"Clay", "Mending"}  # two groups
    assert "Suits: Beginners and company." in page
    assert "There is room for new faces." in page
    assert "Nobody has told us if there is room: ask first." in page
    assert "Nobody has measured this here" in page
    assert re.search(r"1[34]:00 to 1[34]:45: (in \d+ days|today|tomorrow)", page)
    assert not client.cookies


@pytest.mark.usefixtures("town")
def test_the_chips_ask_the_finder_and_nothing_exact_stands_in_an_address(client):
    asked = ask(client, **TOUCHED, **{"in": "ur", "way": "no-car"})
    page = asked.content.decode()

    coarse = re.search(r'data-coarse="([^"]*)"', page)[1]
    assert valley.POSTCODE not in page.replace(f'value="{valley.POSTCODE}"', "")
    assert coarse.startswith("/quick?near=E01")
    assert "free=afternoons" in coarse
    again = client.get(coarse.replace("&amp;", "&"))
    assert "Clay a" in again.content.decode()
    assert client.get(f"/quick?near={valley.POSTCODE}").status_code == 400


@pytest.mark.usefixtures("town")
def test_a_script_gets_the_count_alone(client):
    part = client.post(
        "/quick", {"near": valley.POSTCODE}, headers={"HX-Request": "true"}
    ).content.decode()

    assert "<html" not in part
    assert "w-quick__count" in part


def test_what_is_no_chip_is_let_go():
    assert quick(QueryDict("free=never&way=broom&for=gold&in=xx&spoken=no")) == quick(
        QueryDict("")
    )


@pytest.mark.usefixtures("town")
def test_a_sheet_is_in_the_persons_language_with_names_as_they_are(client):
    page = ask(client, "/quick/sheet", **{"in": "ur"}).content.decode()

    assert '<html lang="ur" dir="rtl">' in page
    assert '<bdi lang="en">Clay a' in page
    assert re.search("<bdi>1[34]:00</bdi> سے <bdi>1[34]:45</bdi> تک", page)
    assert "Not yet checked by a speaker" in page
    assert page.count("w-side__thing") == 2
    assert valley.TELEPHONE in page
    assert client.get("/quick/sheet").status_code == 400  # from where?


@given(
    names=st.lists(st.text(max_size=400), max_size=3),
    told=st.text(max_size=400),
    telephone=st.from_regex(r"0[0-9]{10}", fullmatch=True),
)
def test_a_text_is_short_and_always_says_whom_to_ring(names, told, telephone):
    said = message([(name, told) for name in names], f"Ring: {telephone}")

    assert len(said) <= MOST_LETTERS < 500
    assert said.endswith(telephone)


@given(st.lists(st.integers(0, 4), max_size=8))
def test_there_are_two_groups_wherever_two_exist(groups):
    fits = [
        SimpleNamespace(group=f"group {group}", holder="", offer=number)
        for number, group in enumerate(groups)
    ]
    shown = different(fits)

    assert len(shown) == min(3, len(fits))
    assert len({one.group for one in shown}) == min(3, len(set(groups)))
    assert shown[:1] == tuple(fits[:1])  # the best is the best


@pytest.mark.usefixtures("town")
def test_a_card_has_letters_once_and_we_keep_neither_them_nor_whose(client, caplog):
    page = ask(client).content.decode()
    offer = re.search(r'name="offer" value="([^"]*)"', page)[1]

    card = client.post("/quick/card", {"offer": offer, "in": "pl"}).content.decode()
    code = re.search(r'w-side__code"><bdi>([a-z2-9]{4}-[a-z2-9]{4})</bdi>', card)[1]

    kept = Card.objects.get()
    assert set(vars(kept)) - {"_state", "id"} == {"code_hash", "offer", "monday"}
    assert code not in str(vars(kept))
    entry = Entry.objects.get(deed="pathways.hand_over")
    assert offer not in f"{entry.subject} {entry.details}"
    assert code not in caplog.text
    assert "Pokaż tam tę kartkę" in card
    assert client.get("/quick/card").status_code == 405
    assert client.post("/quick/card", {"offer": "x"}).status_code == 404
    gone = "00000000-0000-4000-8000-000000000000"
    assert client.post("/quick/card", {"offer": gone}).status_code == 404
    assert Card.objects.count() == 1
