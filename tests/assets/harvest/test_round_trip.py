"""Out at our own feed and into an empty instance: is anything another thing then?

The feed is asked over HTTP, page by page, as any harvester would. What is compared is
what the second instance tells at its own feed, in every field that is covered both ways
(docs/standards/openreferral.md), each thing by the number it had at home.
"""

import json
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.assets.harvest.publishing import NOW, Feed, listen, read_it
from tests.assets.register import an_asset, an_offer, on, told
from weft.accounts.actors import Actor
from weft.assets.domain.facts import WordField
from weft.assets.domain.harvests import FeedKind, RunState
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.told import FactTold
from weft.assets.models import Asset, Offer, Published
from weft.assets.queries.harvests import feed as feed_about
from weft.assets.services.listings import derive
from weft.commons.places import Point
from weft.commons.times import Week
from weft.standards.openreferral import read_document

COVERED = (
    "name",
    "description",
    "url",
    "phone",
    "application_process",
    "minimum_age",
    "maximum_age",
    "assured_date",
    "eligibility_description",
)
HOME, AWAY = "home", "away"
NOT_THE_SERVICES_OWN = frozenset({"id", "last_modified"})


def all_told(client):
    """Take everything that the feed tells, whole."""
    answer = client.get("/openreferral/v3/services?format=ndjson&full=true")
    body = b"".join(answer.streaming_content).decode()
    return [json.loads(line) for line in body.splitlines()]


def covered(document):
    """Leave what is covered both ways, without the numbers of its parts."""
    if isinstance(document, list):
        return [covered(one) for one in document]
    if not isinstance(document, dict):
        return document
    return {
        name: covered(value)
        for name, value in document.items()
        if name not in NOT_THE_SERVICES_OWN and not name.endswith("_id")
    }


def by_home_number(documents):
    """Know each service by the number it had at home."""
    offers = Offer.objects.filter(pk__in=[UUID(one["id"]) for one in documents])
    home = {str(o.pk): o.reference.partition("/")[0] for o in offers}
    return {home[one["id"]]: covered(one) for one in documents}


def taken_away_from(region):
    """Take everything away that stood at home, so that only the copy is left."""
    Published.objects.filter(region=region).delete()
    Offer.objects.filter(region=region).delete()
    Asset.objects.filter(region=region).delete()


WORDS = st.text("abc Ééਕ&<>'\"7", min_size=1, max_size=12).filter(
    lambda told: told.strip() == told and " ".join(told.split()) == told
)
MAYBE = st.just("") | WORDS
DAYS = st.dates(date(2025, 1, 1), date(2027, 1, 1))
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None))


@st.composite
def rules(draw):
    monthly = draw(st.booleans())
    every = 1 if monthly else draw(st.integers(1, 3))
    return on(
        *sorted(draw(st.sets(st.integers(0, 6), min_size=1, max_size=3))),
        starts=draw(CLOCKS),
        ends=draw(st.none() | CLOCKS),
        every_weeks=every,
        of_month=(draw(st.sampled_from([1, 2, -1])),) if monthly else (),
        first_on=draw(DAYS if every > 1 else st.none() | DAYS),
        last_on=draw(st.none() | DAYS),
        said=draw(MAYBE),
    )


@st.composite
def registers(draw):
    """Make up groups, places and what there is to do, some of it at none."""
    groups = [
        an_asset(
            f"g{n}",
            kind=AssetKind.GROUP,
            name=draw(WORDS),
            summary=draw(MAYBE),
            telephone=draw(MAYBE),
            website=draw(st.sampled_from(["", "https://clay.example/a?b=c"])),
            terms=draw(MAYBE),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    places = [
        an_asset(
            f"p{n}",
            name=draw(WORDS),
            summary=draw(MAYBE),
            point=draw(
                st.none() | st.builds(Point, st.floats(53, 54), st.floats(-2, -1))
            ),
            facts=tuple(
                FactTold(field=WordField.ACCESS, value=words)
                for words in draw(st.lists(WORDS, max_size=1))
            ),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    least = draw(st.none() | st.integers(0, 5_000))
    offers = [
        an_offer(
            f"o{n}",
            name=draw(WORDS),
            summary=draw(MAYBE),
            group=draw(st.sampled_from([one.reference for one in groups] or [""])),
            place=draw(st.sampled_from([one.reference for one in places] or [""])),
            tags=tuple(draw(st.lists(WORDS, unique=True, max_size=2))),
            kinds=tuple(draw(st.sets(st.sampled_from(["creative", "play"])))),
            manner=tuple(draw(st.sets(st.sampled_from(["join", "make"])))),
            price_pence_least=least,
            price_pence_most=least,
            least_age=draw(st.none() | st.integers(1, 60)),
            greatest_age=draw(st.none() | st.integers(61, 120)),
            languages=tuple(draw(st.sets(st.sampled_from(["ur", "pl"])))),
            how_to_join=draw(MAYBE),
            telephone=draw(MAYBE),
            website=draw(st.sampled_from(["", "https://clay.example/"])),
            told_on=draw(DAYS),
            facts=tuple(
                FactTold(field=WordField.WHO_FOR, value=words)
                for words in draw(st.lists(WORDS, max_size=1))
            ),
            schedules=tuple(draw(st.lists(rules(), max_size=2))),
        )
        for n in range(draw(st.integers(1, 4)))
    ]
    return [*groups, *places, *offers]


@pytest.mark.shows("C12")
@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(things=registers())
def test_a_made_up_register_comes_back_as_it_was(things, publisher, client, folder):
    """0 records and 0 covered fields changed, whatever it holds."""
    with transaction.atomic():
        told(*things, region=HOME)
        documents = all_told(client)
        before = {one["id"]: covered(one) for one in documents}
        key = f"home-{len(list(folder.rglob('lock')))}"
        listen(Feed(documents).at(publisher), key=key, region=AWAY)

        done = read_it(key)

        taken_away_from(HOME)
        assert (done.state, done.rows) == (RunState.TAKEN, len(before))
        assert by_home_number(all_told(client)) == before
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_the_whole_of_our_feed_comes_back_over_http(live_server, client):
    """Our own server and our own harvester: every page, all that it tries."""
    told(*a_full_register(), region=HOME)
    before = {one["id"]: covered(one) for one in all_told(client)}
    listen(f"{live_server.url}/openreferral/v3/", key="home", region=AWAY)

    done = read_it("home")

    honours = feed_about("home").good.honours
    taken_away_from(HOME)
    assert (done.state, done.rows) == (RunState.TAKEN, 250)
    assert honours["lists"] == "full=true"
    assert {honours[one] for one in ("page", "per_page", "modified_after")} == {"yes"}
    assert by_home_number(all_told(client)) == before


def a_full_register():
    """Two hundred and fifty things to do, in halls and online: three pages."""
    return [
        *(
            an_asset(
                f"hall-{n}",
                name=f"Hall {n}",
                point=Point(53.7 + n / 1000, -1.9),
                address="1 Mill Lane, Aldermill, Tenterdale",
                postcode="ZD3 8EH",
            )
            for n in range(20)
        ),
        *(
            an_asset(f"group-{n}", kind=AssetKind.GROUP, name=f"Group {n}")
            for n in range(30)
        ),
        *(
            an_offer(
                f"offer-{n}",
                name=f"Making {n}",
                group=f"group-{n % 30}",
                place=f"hall-{n % 20}" if n % 7 else "",
                online=None if n % 7 else True,
                kinds=("creative",),
                manner=("make",),
                tags=(f"word {n % 11}",),
                told_on=date(2026, 1, 1) + timedelta(days=n),
                schedules=(on(n % 7, starts=time(9 + n % 9), ends=time(19)),),
            )
            for n in range(250)
        ),
    ]


@pytest.mark.django_db
def test_the_other_instance_tells_a_third_the_same(publisher, client):
    """A copy of a copy is no worse."""
    told(*a_full_register(), region=HOME)
    before = {one["id"]: covered(one) for one in all_told(client)}
    listen(Feed(all_told(client)).at(publisher), key="first", region=AWAY)
    read_it("first")
    taken_away_from(HOME)
    home = {str(o.pk): o.reference for o in Offer.objects.filter(region=AWAY)}
    copied = all_told(client)
    listen(Feed(copied).at(publisher, "/copy"), key="second", region="third")

    read_it("second")

    taken_away_from(AWAY)
    after = by_home_number(all_told(client))
    assert {home[number]: one for number, one in after.items()} == before


EXAMPLES = (
    "oruk-published-specifications/3.0/examples",
    "oruk-3.0-profile/examples",
    "oruk-validator-fixtures/V3.0-UK-Default",
    "oruk-validator-fixtures/V3.0-UK-Test",
    "hsds-3.0/examples",
    "hsds-3.1-dev/examples",
    "hsds-3.2.3-examples",
)


@pytest.mark.django_db
@pytest.mark.parametrize("where", EXAMPLES)
def test_a_published_example_is_told_on_as_it_was(shared, publisher, client, where):
    """What it says and is covered comes out again, and again from a copy."""
    file = shared / "standards" / where / "service_full.json"
    if not file.exists():
        pytest.skip(f"not run: no example in {where}")
    document = json.loads(file.read_text())
    [was] = read_document(document).services
    listen(Feed([document]).at(publisher), key="home", region=AWAY)

    read_it("home")

    once = all_told(client)
    assert len(once) == max(len(was.at_locations), 1)
    for one in once:
        again = read_document(one).services[0]
        for name in COVERED:
            assert getattr(again, name) == getattr(was, name), name
        assert again.organization.name == was.organization.name
        assert set(was.terms) <= set(again.terms)
    before = {one["id"]: covered(one) for one in once}
    listen(Feed(once).at(publisher, "/copy"), key="copy", region="third")
    read_it("copy")
    taken_away_from(AWAY)
    assert by_home_number(all_told(client)) == before


@pytest.mark.django_db
def test_what_nobody_dated_at_home_is_dated_by_its_last_change(publisher, client):
    """The one field that is read one way: it is said so in the standard's page."""
    told(an_offer("choir", told_on=None), region=HOME)
    [document] = all_told(client)
    listen(Feed([document]).at(publisher), key="home", region=AWAY)

    read_it("home")

    taken_away_from(HOME)
    [after] = all_told(client)
    assert "assured_date" not in document
    assert after["assured_date"] == document["last_modified"][:10]


def by_home_key(documents):
    """Know each service by the number in the number of its item at home."""
    offers = Offer.objects.filter(pk__in=[UUID(one["id"]) for one in documents])
    home = {str(o.pk): o.reference.rpartition(":")[2] for o in offers}
    return {home[one["id"]]: covered(one) for one in documents}


@pytest.mark.shows("C12")
@pytest.mark.django_db(transaction=True)
def test_a_second_weft_hears_of_a_withdrawal_by_our_feed_of_changes(
    live_server, client
):
    """In OpenActive's paging the whole service comes, and what is gone closes."""
    told(*a_full_register(), region=HOME)
    Asset.objects.filter(region=HOME, name="Group 1").update(terms="Ask us first.")
    derive(region=HOME, weeks=[Week.of(NOW.date())], by=Actor.command("test"))
    before = {one["id"]: covered(one) for one in all_told(client)}
    feed = f"{live_server.url}/openactive/services"
    listen(feed, key="home", kind=FeedKind.OPENACTIVE, region=AWAY)

    done = read_it("home")

    theirs = Offer.objects.filter(region=AWAY)
    away = [one for one in all_told(client) if theirs.filter(pk=one["id"]).exists()]
    assert (done.state, done.rows) == (RunState.TAKEN, 250)
    assert by_home_key(away) == before
    withdrawn = Offer.objects.filter(region=HOME, group__name="Group 1")
    gone = {f"OpenReferralService:{one.pk}" for one in withdrawn}
    withdrawn.update(visibility="hidden")
    derive(region=HOME, weeks=[Week.of(NOW.date())], by=Actor.command("test"))

    read_it("home", now=NOW + timedelta(days=7))

    closed = theirs.exclude(closed_on=None)
    assert len(gone) == 9
    assert set(closed.values_list("reference", flat=True)) == gone
    assert not theirs.filter(in_latest=False).exclude(reference__in=gone).exists()


@pytest.mark.django_db(transaction=True)
def test_our_sessions_come_back_by_openactives_own_words(live_server):
    """Name, group, place, price, ages, hours and terms: all that both sides hold."""
    told(
        an_asset(
            "hall",
            name="Nab Hall",
            point=Point(53.7, -1.9),
            address="1 Mill Lane, Aldermill, Tenterdale",
            postcode="ZD3 8EH",
        ),
        an_asset("club", kind=AssetKind.GROUP, name="Stretchers", terms="Ask first."),
        *(
            an_offer(
                f"yoga-{pence}",
                name=f"Chair yoga {pence}",
                group="club",
                place="hall",
                tags=("yoga",),
                price_pence_least=pence,
                price_pence_most=pence,
                least_age=18,
                schedules=(on(1, 3, starts=time(10), ends=time(11), every_weeks=1),),
            )
            for pence in (0, 250)
        ),
        region=HOME,
    )
    feed = f"{live_server.url}/openactive/session-series"
    listen(feed, key="home", kind=FeedKind.OPENACTIVE, region=AWAY)

    read_it("home")

    assert not feed_about("home").good.unread.problems
    for name in ("Chair yoga 0", "Chair yoga 250"):
        one, other = (
            said_of(Offer.objects.get(name=name, region=r)) for r in (HOME, AWAY)
        )
        assert one == other


def said_of(offer):
    """Say what stands in both: a page's address takes the place of a website."""
    group, place = offer.group, offer.place
    return {
        "group": (group.name, group.terms),
        "place": (place.name, place.latitude, place.longitude, place.postcode),
        "price": (offer.price_pence_least, offer.price_pence_most),
        "ages": (offer.least_age, offer.greatest_age),
        "hours": list(offer.schedules.values("days", "starts", "ends", "every_weeks")),
    }
