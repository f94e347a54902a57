"""Who was not in the room, beside who lives here: what may be told, and to whom."""

from dataclasses import replace

import pytest
from django.utils import timezone

from tests.voices.projects_told import evening
from weft.accounts.actors import Actor
from weft.voices.domain.kinds import PREFER_NOT, Axis, Sees
from weft.voices.domain.reading import Reader
from weft.voices.domain.told import ConsentTold, PresenceTold
from weft.voices.queries.next_room import next_room
from weft.voices.queries.rooms import living, rooms
from weft.voices.services import take_in

US = Actor.command("tests")
PAGE = "/voices/kettle-evenings/missing"
AGES = ("under 16", "16 to 24", "25 to 64", "65 and over")


def a_room(ref, came, *told, sees=Sees.ANYBODY):
    room = evening().workshops[0]
    return replace(
        room,
        ref=ref,
        came=came,
        consent=ConsentTold(words="Yes.", sees=sees),
        presences=tuple(
            PresenceTold(axis=axis, group=group, came=count)
            for axis, group, count in told
        ),
        sources=room.sources if ref == "one" else (),
    )


def ages(*counts):
    return [(Axis.AGE, group, count) for group, count in zip(AGES, counts, strict=True)]


@pytest.fixture
def project(db, valley, settings):  # noqa: ARG001 the valley is in the data base
    def taken(*told):
        project = replace(evening(), workshops=told)
        take_in(by=US, region=valley, told=project, instead=True)

    take_in(by=US, region=valley, told=evening())
    return taken


@pytest.mark.shows("A22")
def test_beside_what_was_said_stands_who_was_not_there(project, client, valley):
    project(
        a_room(
            "one",
            60,
            *ages(0, 10, 30, 20),
            (Axis.CARING, "carers", 17),
            (Axis.WORK, "people who work nights", 0),
        ),
        a_room("two", 30, *ages(0, 5, 15, 10)),
    )
    page = client.get(PAGE).content.decode()
    assert '<p class="w-answer">Under 16.</p>' in page
    assert "Age: nobody came of under 16" in page
    assert "90 people came. Who came twice counts twice." in page
    under_16 = living(valley, Axis.AGE, AGES).living.share("under 16")
    assert f"0 came, {round(90 * under_16)} due" in page
    assert "w-dot--hollow" in page
    assert "Asked in 1 of 2 workshops." in page
    assert "Of 30 people this was not noted." in page
    assert "Nobody has counted here who lives here by this." in page  # work
    assert "Not known, because nobody asked:" in page
    assert "first language" in page
    assert f'href="{PAGE}"' in client.get("/voices/kettle-evenings").content.decode()


@pytest.mark.shows("A22")
def test_a_few_are_on_no_page_and_in_no_file(project, client):
    project(a_room("one", 60, *ages(3, 7, 30, 20)))
    for address in (PAGE, f"{PAGE}.csv"):
        told = client.get(address).content.decode()
        assert "not shown, to protect a small number" in told
        assert "under 16 and 16 to 24, together" in told
    page = client.get(PAGE).content.decode()
    assert "Age: fewer came than were due: under 16 and 16 to 24, together" in page
    row = next(line for line in told.splitlines() if line.startswith("age,under 16,"))
    assert row.split(",")[-3:] == ["", "", ""], "no share and no interval"
    assert client.get(f"{PAGE}.xlsx").status_code == 200


def test_rooms_that_are_not_open_are_told_and_not_counted(project, client, valley):
    project(
        a_room("one", 60, *ages(10, 10, 20, 20)),
        a_room("two", 30, *ages(0, 0, 15, 15), sees=Sees.ROOM),
    )
    page = client.get(PAGE).content.decode()
    assert "One workshop is not counted" in page
    assert "60 people came." in page
    today = timezone.localdate()
    told = rooms(valley, "kettle-evenings", reader=Reader.ROOM, today=today)
    assert (told.people, told.closed) == (90, 0)
    project(a_room("one", 60, *ages(10, 10, 20, 20), sees=Sees.HOSTS))
    assert client.get(PAGE).status_code == 404
    assert client.get(f"{PAGE}.csv").status_code == 404
    assert client.get("/voices/nowhere/missing").status_code == 404


def test_what_nobody_asked_is_not_known(project, client):
    project(a_room("one", None))
    page = client.get(PAGE).content.decode()
    assert "We do not know: nobody asked." in page
    assert "Nobody noted how many came." in page


def test_who_preferred_not_to_say_is_a_value(project, valley):
    project(a_room("one", 50, *ages(5, 5, 20, 10), (Axis.AGE, PREFER_NOT, 6)))
    today = timezone.localdate()
    told = rooms(valley, "kettle-evenings", reader=Reader.ANYBODY, today=today)
    ((_, room),) = told.axes
    assert (room.declined, room.unknown, room.answered) == (6, 4, 40)
    assert PREFER_NOT not in room.groups


def test_groups_are_found_in_the_tables_that_are_loaded(valley, project):  # noqa: ARG001 it is there
    age = living(valley, Axis.AGE, (*AGES, "grown-ups"))
    known = [age.living.groups[group] for group in AGES]
    assert sum(known) == age.living.people
    assert age.living.groups["grown-ups"] is None
    sex = living(valley, Axis.SEX, ("women", "men", "non-binary"))
    assert sex.living.groups["women"] + sex.living.groups["men"] == sex.living.people
    assert sex.living.groups["non-binary"] is None
    for axis, group, other in (
        (Axis.CARING, "carers", "cares for nobody"),
        (Axis.DISABILITY, "Disabled people", "not disabled"),
        (Axis.LANGUAGE, "another language", "English"),
    ):
        told = living(valley, axis, (group, other))
        assert sum(told.living.groups.values()) == told.living.people, axis
        assert "Census 2021" in told.source
    white = living(valley, Axis.ETHNICITY, ("White",)).living.share("White")
    assert 0 < white < 1
    assert living(valley, Axis.RELIGION, ("Muslim",)) is None


@pytest.mark.shows("A22")
def test_the_next_room_is_where_most_of_those_live_who_lack(project, client, valley):
    far = a_room("two", 30, *ages(0, 5, 15, 10))
    project(
        a_room(
            "one",
            60,
            *ages(0, 10, 30, 20),
            (Axis.SEX, "women", 48),
            (Axis.SEX, "men", 12),
        ),
        replace(far, questions=("What would make you stay?",), name="Another"),
    )
    told = next_room(
        valley,
        "kettle-evenings",
        reader=Reader.ANYBODY,
        today=timezone.localdate(),
        fewest=5,
    )
    first = told.found[0]
    assert first.group == "under 16"
    assert first.lacking == pytest.approx(
        90 * living(valley, Axis.AGE, AGES).living.share("under 16")
    )
    of_group = [one for one in told.found if one.group == "under 16"]
    assert sum(one.lives_there for one in of_group) == pytest.approx(1)
    assert "men" in {one.group for one in told.found}
    # the question to which least was said
    assert first.question == "What would make you stay?"
    page = client.get("/voices/kettle-evenings/next-room").content.decode()
    assert f"{first.place}, with under 16".replace("&", "&amp;") in page
    rows = client.get("/voices/kettle-evenings/next-room.csv").content.decode()
    assert rows.count("under 16") == len(of_group)
    project(a_room("one", 60, *ages(3, 7, 30, 20)))
    page = client.get("/voices/kettle-evenings/next-room").content.decode()
    assert "with under 16." not in page  # too few to tell
    project(a_room("one", None))
    page = client.get("/voices/kettle-evenings/next-room").content.decode()
    assert "We cannot tell yet." in page


@pytest.mark.shows("H18")
def test_what_others_say_for_the_young_is_marked_while_the_young_have_not_answered(
    project, client
):
    def taken(spoke):
        room = a_room("one", 60, *ages(0, 10, 30, 20))
        young = PresenceTold(axis=Axis.AGE, group="under 16", invited=8, spoke=spoke)
        source = room.sources[0]
        proxy = replace(source.passages[0], on_behalf_of="the young")
        passages = (proxy, *source.passages[1:])
        project(
            replace(
                room,
                presences=(young,),
                sources=(replace(source, passages=passages),),
            )
        )

    mark = "The young were asked, and have not answered yet"
    pages = ("", "/words", "/words.csv", "/report", "/next-room")
    for spoke, marked in ((None, True), (0, True), (2, False)):
        taken(spoke)
        for page in pages:
            shown = client.get(f"/voices/kettle-evenings{page}").content.decode()
            assert "on behalf of the young" in shown, page
            assert (mark in shown) is marked, (page, spoke)
