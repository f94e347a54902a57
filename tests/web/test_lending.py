"""One hour, once; what is what; and help first when life turns or it cannot wait."""

import logging
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from tests.web import valley
from weft.accounts.models import Entry
from weft.assets.domain.chances import ChanceKind
from weft.assets.domain.turns import turn_called, turns
from weft.assets.models import Asset, Chance, Listing, Offer, Proposal
from weft.ground import queries as ground
from weft.web.turning import near

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def clay(region):
    made = valley.offer(region, place=valley.place(region), group=valley.group(region))
    valley.derive(region)
    return made


def chance(clay, name="Turn the kettle on", **more):
    return Chance.objects.create(
        **{
            "region": clay.region,
            "kind": ChanceKind.VOLUNTARY,
            "name": name,
            "group": clay.group,
            "place": clay.place,
            "source": "own_chances",
            "reference": name,
            **more,
        }
    )


def text_of(answer, status=200):
    assert answer.status_code == status
    return " ".join(unescape(answer.content.decode()).split())


def main_of(answer, status=200):
    return text_of(answer, status).split("<main", 1)[1].split("</main>")[0]


def test_a_chance_says_how_long_it_takes_in_all_with_the_way(client, clay):
    chance(clay, minutes_in_all=45, once=True, with_whom="two others", expenses=True)

    page = main_of(client.post("/help-out", {"near": valley.POSTCODE}))

    assert "One thing takes an hour or less, once." in page
    assert "45 min in all, once." in page
    assert "The way there and back is about" in page
    assert "With two others" in page
    assert "Expenses paid" in page


def test_what_nobody_said_is_said_to_be_unknown(client, clay):
    chance(clay)

    page = main_of(client.get("/help-out"))

    assert "Nobody has told us how long it takes. Ask." in page
    assert "Expenses: nobody has told us" in page
    assert "With whom: nobody has told us" in page
    assert "Nobody has asked for so little yet." in page


@pytest.mark.shows("C14")
def test_kinds_and_the_whole_region_can_be_asked_for(client, clay):
    chance(clay, "Kettle")
    chance(clay, "Desk", kind=ChanceKind.PAID)
    chance(clay, "Darn", kind=ChanceKind.LEARNING, region_wide=True)

    def names(**asked):
        page = main_of(client.post("/help-out", asked))
        return {name for name in ("Kettle", "Desk", "Darn") if f">{name}<" in page}

    assert names() == {"Kettle", "Desk", "Darn"}
    assert names(kind="paid") == {"Desk"}
    assert names(kind="learning") == {"Darn"}
    assert names(reach="region") == {"Darn"}
    assert names(kind="nonsense") == {"Kettle", "Desk", "Darn"}


@pytest.mark.parametrize("visibility", ["members", "known", "hidden"])
def test_a_chance_hides_with_its_group_and_its_place_hides_by_itself(
    client, clay, visibility
):
    chance(clay)
    Asset.objects.filter(pk=clay.place_id).update(visibility=visibility)
    page = main_of(client.get("/help-out"))
    assert "Turn the kettle on" in page
    assert clay.place.name not in page

    Asset.objects.filter(pk=clay.group_id).update(visibility=visibility)
    assert "Turn the kettle on" not in main_of(client.get("/help-out"))


def test_what_is_over_is_left_out(client, clay):
    today = timezone.localdate()
    chance(clay, "Today still", last_on=today)
    chance(clay, "Long over", last_on=today - timedelta(days=1))

    page = main_of(client.get("/help-out"))

    assert "Today still" in page
    assert "Long over" not in page


def test_a_note_is_a_choice_and_a_line(client, clay):
    assert clay
    asked = {"kind": "gift", "words": "A ladder", "said_as": "a neighbour"}
    answer = client.post("/help-out/note", asked)

    assert "It is noted" in text_of(answer)
    assert not answer.cookies
    assert Proposal.objects.get().words == "A ladder"
    assert "A ladder" not in text_of(client.get("/help-out"))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"words": "A ladder"}, "Choose what you want to tell us."),
        ({"kind": "visit", "words": "A ladder"}, "Choose what you want to tell us."),
        ({"kind": "gift", "words": ""}, "Write it in a line first."),
    ],
)
def test_what_cannot_be_noted_is_given_back(client, clay, asked, says):
    assert clay
    page = text_of(client.post("/help-out/note", asked), 400)

    assert says in page
    assert asked["words"] in page
    assert not Proposal.objects.exists()


@pytest.mark.shows("C11", "H17")
def test_the_whole_range_is_told_by_what_is_here(client, clay):
    for spectrum, name in (
        ("everyday", "Humming"),
        ("group", "Choir"),
        ("led", "Drawing"),
        ("health", "Singing for breath"),
        ("therapy", "Music therapy"),
    ):
        valley.offer(clay.region, name, place=clay.place, spectrum=spectrum)
    Offer.objects.filter(name="Music therapy").update(safeguards="On the register.")
    valley.derive(clay.region)

    page = main_of(client.post("/what-is-this", {"near": valley.POSTCODE}))

    assert 'href="/?wish=try_once&wish=beginners"' in page
    assert 'href="/?wish=playful"' in page
    places = [
        page.index(f">{name}<")
        for name in (
            "Humming",
            "Choir",
            "Drawing",
            "Singing for breath",
            "Music therapy",
        )
    ]
    assert places == sorted(places)
    assert "On the register." in page
    assert page.count("Nobody has told us how they keep people safe.") == 1
    assert "One more thing to do here has not said where it stands." in page


def test_where_nothing_stands_on_the_range_it_says_so(client, clay):
    assert clay
    page = main_of(client.get("/what-is-this"))

    assert page.count("Nobody here has told us of one yet.") == 5


def test_hidden_things_are_no_example(client, clay):
    Offer.objects.filter(pk=clay.pk).update(spectrum="everyday")
    valley.derive(clay.region)
    assert clay.name in main_of(client.get("/what-is-this"))

    Asset.objects.filter(pk=clay.group_id).update(visibility="hidden")
    valley.derive(clay.region)

    assert clay.name not in main_of(client.get("/what-is-this"))


@pytest.mark.shows("H60")
@pytest.mark.parametrize("turn", [one.key for one in turns()])
def test_a_turn_of_life_has_help_then_company_then_something_to_do(client, clay, turn):
    assert clay
    page = main_of(client.post(f"/when/{turn}", {"near": valley.POSTCODE}))

    order = [
        page.index(words)
        for words in (
            "Whom can you ring now?",
            "What comes first?",
            "Who can help near you?",
            "Where is company?",
            "What could you do?",
        )
    ]
    assert order == sorted(order)
    assert "116 123" in page
    assert "still to be checked before this is used in service" in page


def test_where_nothing_is_near_it_is_said_and_nobody_is_blamed(client, region):
    assert region
    valley.derive(region)
    page = main_of(client.post("/when/bereaved", {"near": valley.POSTCODE}))

    assert page.count("That may be our list and not your place.") == 3


def test_before_a_place_is_told_nothing_is_said_to_be_missing(client, region):
    assert region
    page = main_of(client.get("/when/bereaved"))

    assert "That may be our list" not in page
    assert "We look for «bereaved» and «advice»." in page


def test_what_bears_the_word_in_its_name_stands_first(clay):
    by_the_water = valley.place(
        clay.region, "Canal Side Rooms", point=valley.north_of_home(50)
    )
    valley.offer(clay.region, "Painting", place=by_the_water)
    valley.offer(clay.region, "Health walk", place=clay.place)
    valley.derive(clay.region)
    start = ground.find_start(valley.POSTCODE)
    walking = replace(turn_called("bereaved"), help=(), company=(), do=("walk",))

    things = near(walking, start, now=timezone.now()).do.things

    names = [one.name for one in things]
    assert names[0] == "Health walk"
    assert "Painting" in names[1:], "what is only near the water is not lost"


def test_no_turn_of_another_name(client, region):
    assert region
    text_of(client.get("/when/nonsense"), 404)


def test_an_unknown_place_is_asked_for_again_with_help_where_it_was_written(
    client, region
):
    assert region
    asked = {"near": "I want to die"}
    for path in ("/when/bereaved", "/help-out", "/what-is-this", "/choices"):
        page = main_of(client.post(path, asked))
        assert "Where is that?" in page, path
        assert "116 123" in page, path


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/choices", {"near": valley.POSTCODE, "what": "suicidal"}),
        ("/choices", {"near": "", "what": "suicidal"}),
        ("/choices", {"near": "Xyzzyville", "what": "suicidal"}),
        ("/choices", {"near": "Mill Lane", "what": "suicidal"}),
        ("/choices", {"near": valley.POSTCODE, "hours": "blurgh", "what": "suicidal"}),
        ("/surprise", {"near": valley.POSTCODE, "what": "suicidal"}),
        ("/tell-us", {"kind": "missing", "words": "I feel suicidal"}),
        ("/help-out/note", {"kind": "worry", "words": "I feel suicidal"}),
        ("/help-out/note", {"words": "I feel suicidal"}),
    ],
)
def test_help_comes_before_everything_else(client, clay, path, fields):
    assert clay
    answer = client.post(path, fields)
    page = unescape(answer.content.decode()).split("<main", 1)[1]

    assert answer.status_code in {200, 400}
    assert page.index("116 123") < page.index("<h1")
    assert page.index("999") < page.index("116 123")


def test_it_comes_without_a_script_and_is_not_kept_from_paper(client, clay):
    assert clay
    asked = {"near": valley.POSTCODE, "what": "suicidal"}
    page = client.post("/choices", asked).content.decode()
    box = page.split('class="w-help-now"', 1)[1].split("</section>", 1)[0]

    assert "hidden" not in box
    assert "w-screen" not in box
    assert "data-weft" not in box


def test_nothing_of_it_is_kept_anywhere(client, clay, caplog, django_db_blocker):
    assert clay
    assert django_db_blocker
    before = (Proposal.objects.count(), Entry.objects.count(), Listing.objects.count())
    with caplog.at_level(logging.DEBUG):
        asked = {"near": valley.POSTCODE, "what": "suicidal thoughts"}
        answer = client.post("/choices", asked)

    assert "suicidal" not in caplog.text
    assert not answer.cookies
    after = (Proposal.objects.count(), Entry.objects.count(), Listing.objects.count())
    assert after == before
    assert client.get("/choices?near=ZD3&what=suicidal").status_code == 400


def test_programs_are_told_as_well(client, clay):
    assert clay
    body = {"near": valley.POSTCODE, "what": "suicidal"}
    told = client.post("/api/v1/choices", body, content_type="application/json").json()

    assert [line["number"] for line in told["help_now"]][:3] == [
        "999",
        "111",
        "116 123",
    ]
    assert all(line["checked"] is None for line in told["help_now"])
    quiet = {"near": valley.POSTCODE, "what": "singing"}
    told = client.post("/api/v1/choices", quiet, content_type="application/json").json()
    assert told["help_now"] == []


def test_a_word_that_led_to_others_says_so_and_where_that_stands(client, clay):
    Offer.objects.filter(pk=clay.pk).update(summary="Good company.")
    valley.derive(clay.region)
    page = main_of(client.post("/choices", {"near": valley.POSTCODE, "what": "lonely"}))

    assert "Because you wrote «lonely», we also looked for «company»" in page
    assert 'href="/open/words"' in page
    assert clay.name in page


def test_what_was_typed_is_found_whatever_else_is(client, clay):
    valley.offer(clay.region, "The Lonely Hearts Club Band", place=clay.place)
    valley.derive(clay.region)
    page = main_of(client.post("/choices", {"near": valley.POSTCODE, "what": "lonely"}))

    assert "The Lonely Hearts Club Band" in page


def test_a_turn_that_was_written_of_is_led_to(client, clay):
    assert clay
    page = main_of(
        client.post("/choices", {"near": valley.POSTCODE, "what": "my mum died"})
    )

    assert 'href="/when/bereaved"' in page


@pytest.mark.parametrize("name", ["wishes", "crisis", "lines", "turns"])
def test_every_table_of_words_leaves_as_csv_and_excel(client, region, name):
    assert region
    assert "Whose word" in (
        client.get("/open/words/wishes.csv").content.decode("utf-8-sig")
    )
    for kind in ("csv", "xlsx"):
        answer = client.get(f"/open/words/{name}.{kind}")
        assert answer.status_code == 200
        assert len(answer.content) > 500
    assert client.get(f"/open/words/{name}.pdf").status_code == 404
    assert client.get("/open/words/nonsense.csv").status_code == 404


def test_the_list_of_words_claims_no_review(client, region):
    assert region
    page = main_of(client.get("/open/words"))

    assert "Nobody else has reviewed any yet." in page
    assert "drafted by the Weft team, awaiting review" in page
    assert "reviewed by" not in page.replace("has been reviewed by", "")
    assert "to be checked before service" in page


def test_anybody_objects_to_a_row(client, region):
    assert region
    page = text_of(client.get("/tell-us?kind=words&name=company"))
    assert 'value="company"' in page

    asked = {"kind": "words", "name": "company", "words": "It hurts."}
    assert "We have it" in text_of(client.post("/tell-us", asked))
    row = Proposal.objects.get()
    assert (row.kind, row.told) == ("words", {"name": "company"})
