"""What a group has to spare, looks for, and when it ends stands at once at /at-risk."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.assets.asking import A_REGION
from tests.assets.register import HERE, an_asset, told
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.domain.ending import Ends
from weft.assets.domain.facts import WordField
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, TieKind
from weft.assets.domain.spare import Wanted
from weft.assets.domain.told import FactTold, TieTold
from weft.assets.queries.at_risk import at_risk
from weft.assets.queries.spare import to_spare
from weft.assets.services import spare_in_hand as saying
from weft.commons.errors import NotAllowed, NotFound, NotPossible

TYPED = st.text("abc é7pm", max_size=20).map(lambda words: " ".join(words.split()))


def load():
    hall = FactTold(field=WordField.UNTIL, value="2031-01-01", told_by="a list")
    told(
        an_asset("choir", kind=AssetKind.GROUP, point=HERE),
        an_asset("band", kind=AssetKind.GROUP, point=HERE),
        an_asset("ned", kind=AssetKind.PERSON),
        an_asset("hall", facts=(hall,), ties=(TieTold(kind=TieKind.RUNS, to="choir"),)),
        an_asset("other", name="Not theirs"),
    )


def key(name):
    return key_of(A_REGION.slug, "us", name)


@pytest.fixture
def by_link(client, db):
    """Post to a page by a link to one of them, and give what it leads to."""
    assert db is None
    load()

    def post(name, **fields):
        of = Thing("asset", str(key(name)))
        made = make_link(thing=of, by=Actor.steward("s"))
        return client.post(f"/g/{made.secret}/to-spare", fields, follow=True)

    return post


def ending(today):
    found = at_risk(A_REGION.slug, today=today).items
    return {(one.thing.name, one.ends, one.on) for one in found}


@pytest.mark.shows("H3", "H38")
def test_what_it_says_by_its_link_stands_at_risk_and_to_spare_at_once(client, by_link):
    today = timezone.localdate()
    soon, hall, choir = today + timedelta(days=30), key("hall"), key("choir")
    by_link("choir", answer="spare", thing=hall, words="Tuesdays 2pm to 9pm")
    wanted = {"what": "a room", "when": "Tuesdays 7pm to 9pm", "needs": "tea / a sink"}
    by_link("band", answer="looking", **wanted)
    for ends, thing in (("lease", hall), ("funding", choir), ("people", choir)):
        by_link("choir", answer="ends", ends=ends, thing=thing, on=soon)

    for _ in range(2):
        found = to_spare(A_REGION.slug, today=today)
        (match,) = [one for one in found.matches if one.looking == str(key("band"))]
        assert match.spare == str(hall)
        assert match.hours
        assert ending(today) == {
            ("Hall", Ends.LEASE, soon),
            ("Choir", Ends.FUNDING, soon),
            ("Choir", Ends.PEOPLE, soon),
        }
        load()
    page = client.get("/at-risk").content.decode()
    assert "tea or a sink" in page
    assert "told by Choir today" in page

    by_link("band", answer="looking")
    by_link("choir", answer="spare", thing=hall, words="")
    taken = {"answer": "ends-back", "thing": choir}
    for ends in ("funding", "people"):
        by_link("choir", **taken, ends=ends)
    back = by_link("choir", answer="ends-back", thing=hall, ends="lease")
    assert "a list says so" in back.content.decode()  # what others told is there again
    assert to_spare(A_REGION.slug, today=today).matches == ()
    assert ending(today) == set()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"answer": "ends", "ends": "lease", "on": "2001-01-01"}, 400),
        ({"answer": "ends", "ends": "lease", "on": "soon"}, 400),
        ({"answer": "ends", "ends": "tie", "on": "2031-01-01"}, 400),
        ({"answer": "looking", "when": "Tuesdays"}, 400),
        ({"answer": "spare", "words": "x" * 201}, 400),
        ({"answer": "spare", "words": "Mondays", "thing": "other"}, 404),
        ({"answer": "else"}, 400),
    ],
)
def test_what_cannot_be_taken_changes_nothing(by_link, fields, status):
    thing = key(fields.get("thing", "choir"))
    assert by_link("choir", **(fields | {"thing": thing})).status_code == status
    found = to_spare(A_REGION.slug, today=timezone.localdate())
    assert (dict(found.spares), dict(found.lookings)) == ({}, {})


@pytest.mark.django_db
def test_nobody_says_it_for_them_and_nobody_is_put_on_that_page(by_link):
    today, wanted = timezone.localdate(), Wanted(what="a room")
    stranger = Actor.holder("h", of=Thing("asset", str(key("band"))))
    for whoever in (stranger, Actor.somebody()):
        about = {"by": whoever, "group": key("choir"), "today": today}
        with pytest.raises(NotAllowed):
            saying.say_looking(**about, wanted=wanted)
        with pytest.raises(NotAllowed):
            saying.say_spare(**about, thing=key("choir"), words="Mondays")
        with pytest.raises(NotAllowed):
            saying.say_ends(**about, thing=key("choir"), ends=Ends.LEASE, on=today)
    assert by_link("ned", answer="looking", what="a room").status_code == 404
    with pytest.raises(NotFound):
        saying.say_looking(
            by=Actor.steward("s"), group=key("ned"), wanted=wanted, today=today
        )
    with pytest.raises(NotPossible):
        saying.say_ends(
            by=Actor.steward("s"),
            group=key("choir"),
            thing=key("hall"),
            ends=Ends.PEOPLE,
            on=today,
            today=today,
        )


@given(TYPED.filter(bool), TYPED, st.lists(TYPED.filter(bool), max_size=3))
def test_what_is_looked_for_is_read_back_as_it_was_written(what, when, needs):
    wanted = Wanted(what=what, when=when, needs=tuple(needs))
    assert Wanted.of(str(wanted)) == wanted
