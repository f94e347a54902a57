"""Is what a change would bring what reckoning the changed week anew says?

A road with a bus on every day but Sunday; two small areas, every life in each.
"""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from django.utils import timezone

from tests.access.domain.journeys.valley import (
    HALFWAY,
    HALL,
    HOME,
    SPOTS,
    WEEK,
    a_bus,
    buses,
    tuesday,
)
from tests.access.queries.test_choosing import an_offer
from tests.access.streets_to_build import Valley
from tests.need.building import an_asked
from tests.web.valley import LSOA, OTHER_LSOA, _area
from weft.access.domain.streets import streets_of
from weft.access.domain.timetable.tables import as_arrays
from weft.access.domain.whatif import (
    Add,
    Drop,
    Joining,
    Meets,
    Move,
    PlaceMeets,
    Price,
    Runs,
    Trip,
    as_text,
)
from weft.access.queries import scenarios
from weft.access.queries.everybody import reckoning, world
from weft.access.queries.lives import HeadCounted, lives
from weft.access.services.loading import load
from weft.accounts.actors import Actor
from weft.assets.models import Listing, Offer, Session
from weft.commons.errors import NotPossible
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Reading
from weft.ground.models import Region

pytestmark = pytest.mark.django_db
SLUG, SUNDAY, SATURDAY = "tenterdale", 6, 5
DAY = 24 * 60
BUT_SUNDAY = 0b0111111
HOURS, BOTH = range(8, 18), (False, True)


def sunday(start, end):
    window = tuesday(start, end)
    later = timedelta(days=5)
    return replace(window, start=window.start + later, end=window.end + later)


@pytest.fixture
def here(tmp_path, settings, monkeypatch):
    settings.DATA_DIR = tmp_path
    made, _ = Region.objects.get_or_create(slug=SLUG, defaults={"name": "Tenterdale"})
    for code, at in ((LSOA, HOME), (OTHER_LSOA, HALFWAY)):
        _area(made, at, 0.01, geography="lsoa", vintage=2021, code=code, name=code)
    people = {LSOA: 40.0, OTHER_LSOA: 20.0}
    told = tuple(
        HeadCounted(life=one, people=people, tables=(), missing=()) for one in lives()
    )
    monkeypatch.setattr(reckoning, "head_counts", lambda _region: told)
    timetable = replace(
        buses(
            *[a_bus(60 * n + 30 + 5 * back, back=back) for n in HOURS for back in BOTH]
        ),
        service_days=np.array([BUT_SUNDAY], np.uint8),
    )
    loaded = streets_of(Valley(**SPOTS).street("abcde", name="Long Lane").told)[0]
    readings = [
        Reading(asked=replace(an_asked("a"), source=key), content=one, tally=Tally())
        for key, one in (("streets", loaded), ("buses", as_arrays(timetable)))
    ]
    load(region=SLUG, readings=readings, by=Actor.command("test"), week=WEEK)
    return made


def offers(told):
    """How many are open: lives, areas, planes; and whether there are three."""
    return told.counts[..., 0], told.has_three


def same(answer, told):
    """Hold an answer against a week reckoned anew, in every area."""
    found, (count, three) = answer.difference, offers(told)
    assert found.offers[1].tolist() == count[:, found.areas].tolist()
    assert found.three[1].tolist() == three[:, found.areas].tolist()
    others = np.setdiff1d(np.arange(count.shape[1]), found.areas)
    before = offers(answer.ready.base.found)[0]
    assert before[:, others].tolist() == count[:, others].tolist()


def made_ready():
    return scenarios.made_ready(SLUG, WEEK, clock=timezone.now)


def anew():
    return made_ready().base.found


def asked(ready, *changes):
    return scenarios.ask(ready, as_text(changes))


@pytest.mark.usefixtures("here")
def test_a_sunday_bus_is_reckoned_as_if_the_timetable_had_it(monkeypatch):
    an_offer("Sunday tea", at=HALL, times=[sunday(11, 12.5), sunday(9, 17)])
    ready = made_ready()
    (line,) = ready.buses.lines
    assert (line.runs[SATURDAY], line.runs[SUNDAY]) == (20, 0)

    out, home = (Trip(line.directions[0].name, SUNDAY * DAY + n) for n in (630, 755))
    for changes in (
        (Runs(line.name, SUNDAY, SATURDAY),),
        (out,),  # nobody comes home
        (out, home),  # of one direction: both leave from the first stop
    ):
        more, _ = ready.buses.with_more(changes)
        with monkeypatch.context() as patch:
            patch.setattr(world, "surroundings", lambda _region, m=more: m.around)
            same(asked(ready, *changes), anew())

    found = asked(ready, Runs(line.name, SUNDAY, SATURDAY)).difference
    gained = (found.offers[1] > found.offers[0]).any(axis=(1, 2))
    gain = {one.slug for one, more in zip(lives(), gained, strict=True) if more}
    assert "newly-alone-hill-village-car" not in gain
    assert "retired-bus-pass" in gain
    assert not found.loss.any()


@pytest.mark.usefixtures("here")
def test_every_change_is_what_the_changed_register_says():
    choir = an_offer("Choir", at=HALL, times=[tuesday(11, 12.5)], price_pence=2_000)
    an_offer("Open door", at=HALL, times=[tuesday(9.5, 14)], facts={"just_come": True})
    ready = made_ready()
    door = next(one for one in ready.named.offers if one.title == "Open door")
    name = next(one.name for one in ready.named.offers if one.title == "Choir")
    eleven, nine, noon = DAY + 660, DAY + 570, DAY + 720
    listing = Listing.objects.filter(offer=choir)
    sessions = Session.objects.filter(listing__offer=choir)

    def cheaper():
        listing.update(price_pence=0)

    def later():
        sessions.update(starts=tuesday(12), ends=tuesday(13.5))

    def step_free():
        for one in Listing.objects.all():
            one.facts = {**one.facts, "toilets": True, "step_free": True}
            one.save()

    def turn_up():
        Offer.objects.filter(pk=choir.pk).update(joining_rule="turn_up")

    def gone():
        sessions.delete()
        Session.objects.exclude(listing__offer=choir).delete()

    changes, before = (), offers(ready.base.found)[0]
    for change, really in (
        ((Price(name, 0),), cheaper),
        ((Move(name, eleven, noon),), later),
        ((Joining(name, "turn_up"),), turn_up),
        (
            (
                PlaceMeets(door.place, "step_free", yes=True),
                PlaceMeets(door.place, "toilets", yes=True),
            ),
            step_free,
        ),
        ((Drop(name, noon), Drop(door.name, nine)), gone),
    ):
        changes = (*changes, *change)
        really()
        told = anew()
        assert (offers(told)[0] != before).any(), change
        before = offers(told)[0]
        same(asked(ready, *changes), told)


@pytest.mark.usefixtures("here")
def test_a_link_about_what_is_not_there_says_so_and_nothing_changes_is_an_answer():
    an_offer("Choir", at=HALL, times=[tuesday(10, 12)])
    ready = made_ready()
    (choir,) = ready.named.offers
    for change, said in (
        (Runs("77", SUNDAY, SATURDAY), "No line «77»"),
        (Trip("594-to-nowhere", 600), "No bus"),
        (Price("gone", 0), "no offer «gone»"),
        (Move(choir.name, 5, 6), "no session then"),
        (Move(choir.name, DAY + 600, 8 * DAY), "seven days"),
        (Add(choir.name, choir.place, 600, 2 * DAY), "a day"),
    ):
        with pytest.raises(NotPossible, match=said):
            asked(ready, change)
    found = asked(ready, Meets(choir.name, "quiet", yes=True)).difference
    assert (found.offers[0] == found.offers[1]).all()


@pytest.mark.usefixtures("here")
def test_a_small_week_is_made_once_and_anew_when_something_is_listed():
    an_offer("Choir", at=HALL, times=[tuesday(10, 12)])
    first = scenarios.ready(SLUG, WEEK, clock=timezone.now)
    assert scenarios.ready(SLUG, WEEK, clock=timezone.now) is first
    an_offer("Tea", at=HALL, times=[tuesday(10, 12)])
    second = scenarios.ready(SLUG, WEEK, clock=timezone.now)
    assert [one.title for one in first.named.offers] == ["Choir"]
    assert {one.title for one in second.named.offers} == {"Choir", "Tea"}
