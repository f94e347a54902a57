"""What becomes of the register when a feed is read, and read again?"""

from datetime import date, timedelta

import pytest

from tests.assets.harvest.publishing import (
    BY,
    NOW,
    Feed,
    a_service,
    as_json,
    listen,
    read_it,
    services,
)
from weft.accounts.actors import Actor
from weft.assets.domain.harvests import FeedKind, RunState
from weft.assets.domain.proposals import (
    ProposalKind,
    ProposalTold,
    ToldField,
    mark_of,
)
from weft.assets.domain.sureness import Event
from weft.assets.models import (
    Asset,
    Fact,
    FactEvent,
    FeedRun,
    Listing,
    NotListed,
    Offer,
    Proposal,
    Published,
    Schedule,
    Session,
)
from weft.assets.queries.harvests import feed as feed_about
from weft.assets.services.harvests import leave_run, stop_feed, take_run
from weft.assets.services.hearing import hear
from weft.assets.services.proposals import accept_change, propose_change
from weft.commons.errors import NotPossible
from weft.ground.models import Dataset

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def served(publisher, told):
    """Serve other services at the same address."""
    return Feed(told).at(publisher)


@pytest.fixture
def ten(publisher):
    """Ten services that were taken in."""
    listen(served(publisher, services(10)))
    assert read_it().state is RunState.TAKEN


@pytest.mark.usefixtures("ten")
def test_what_a_feed_tells_is_in_the_register_and_on_the_list():
    offer = Offer.objects.get(name="Clay club 3")

    assert Offer.objects.count() == 10
    assert (offer.source, offer.told_by) == ("feed-council", "Clay Circle")
    assert offer.told_on == date(2026, 10, 1)
    assert (offer.group.name, offer.place.name) == ("Clay Circle", "Nab Hall")
    assert Asset.objects.count() == 2
    assert Listing.objects.filter(offer=offer, hours_known=True).exists()
    assert Published.objects.filter(live=True).count() == 10


@pytest.mark.usefixtures("ten")
def test_what_was_mended_stands_when_its_feed_is_read_again(publisher):
    clay = Offer.objects.get(name="Clay club 3")
    told = {ToldField.NAME: "Mud club", ToldField.WHEN: "Sundays 2pm to 4pm"}
    wrong = ProposalTold(kind=ProposalKind.WRONG, thing=clay.pk, told=told)
    by, today = Actor.steward("s"), NOW.date()
    propose_change(by=by, region=clay.region_id, told=wrong, today=today)
    accept_change(by=by, proposal=Proposal.objects.get().pk, today=today)
    other = [one | {"description": "Now with tea."} for one in services(10)]
    served(publisher, other)

    assert read_it(now=NOW + WEEK).state is RunState.TAKEN

    clay.refresh_from_db()
    assert (clay.name, clay.summary) == ("Mud club", "Now with tea.")
    days = {one.starts.weekday() for one in Session.objects.filter(listing__offer=clay)}
    assert days == {6}
    assert Listing.objects.get(offer=clay).name == "Mud club"


def test_what_has_ended_without_a_date_closes_on_the_day_it_is_read(publisher):
    undated = [
        {k: v for k, v in one.items() if k not in {"assured_date", "last_modified"}}
        for one in services(2)
    ]
    undated[0]["status"] = "defunct"
    listen(served(publisher, undated))
    assert read_it().state is RunState.TAKEN
    closed = Offer.objects.exclude(closed_on=None).get()
    assert (closed.closed_on, closed.closed_why) == (NOW.date(), "closed")


@pytest.mark.usefixtures("ten")
def test_whose_data_it_is_stands_in_the_ledger():
    line = Dataset.objects.get(source="feed-council")

    assert (line.publisher, line.licence, line.used) == ("The council", "OGL v3", 10)


@pytest.mark.usefixtures("ten")
def test_what_is_told_as_before_keeps_its_date_and_counts_as_said_again(publisher):
    moved = [
        one | {"last_modified": "2026-12-24T00:00:00Z", "assured_date": "2026-10-01"}
        for one in services(10)
    ]
    served(publisher, moved)

    read_it(now=NOW + 4 * WEEK)

    run = FeedRun.objects.order_by("-number").first()
    assert (run.new, run.changed, run.same) == (0, 0, 12)
    assert set(Offer.objects.values_list("told_on", flat=True)) == {date(2026, 10, 1)}
    events = FactEvent.objects.values_list("event", "heard_on")
    assert set(events) == {(Event.SAID_AGAIN, date(2026, 12, 28))}
    assert len(events) == 12


def test_a_feed_without_dates_is_dated_by_the_day_it_first_said_so(publisher):
    plain = [
        {k: v for k, v in one.items() if k != "assured_date"} for one in services(3)
    ]
    listen(served(publisher, plain))
    read_it()

    read_it(now=NOW + 4 * WEEK)

    assert set(Offer.objects.values_list("told_on", flat=True)) == {NOW.date()}


@pytest.mark.usefixtures("ten")
def test_what_is_read_every_night_is_not_said_again_every_night():
    for night in range(1, 8):
        read_it(now=NOW + timedelta(days=night))

    assert not FactEvent.objects.exists()


@pytest.mark.usefixtures("ten")
def test_being_said_again_makes_us_a_little_surer():
    before = Listing.objects.get(offer__name="Clay club 3")
    hear(
        by=BY,
        thing=before.offer_id,
        event=Event.SAID_WRONG,
        told_on=NOW.date(),
    )
    doubted = Listing.objects.get(pk=before.pk).sureness

    read_it(now=NOW + 4 * WEEK)

    after = Listing.objects.get(pk=before.pk)
    assert doubted < after.sureness < before.sureness


@pytest.mark.usefixtures("ten")
def test_only_what_has_changed_is_told_anew(publisher):
    before = dict(Published.objects.values_list("pk", "change"))
    told = services(10)
    told[4] = a_service(5, name="Clay for beginners", assured_date="2026-11-29")
    served(publisher, told)

    read_it(now=NOW + WEEK)

    run = FeedRun.objects.order_by("-number").first()
    assert (run.new, run.changed, run.same) == (0, 1, 11)
    moved = {
        k for k, v in Published.objects.values_list("pk", "change") if v != before[k]
    }
    assert [Offer.objects.get(pk=key).name for key in moved] == ["Clay for beginners"]
    assert Listing.objects.filter(name="Clay for beginners").count() == 1
    assert Schedule.objects.filter(offer__in=moved).count() == 1


@pytest.mark.usefixtures("ten")
def test_what_is_not_told_any_more_stays_and_says_so(publisher):
    served(publisher, services(8))

    read_it(now=NOW + WEEK)

    gone = Offer.objects.filter(in_latest=False)
    assert sorted(gone.values_list("name", flat=True)) == [
        "Clay club 10",
        "Clay club 9",
    ]
    assert not Offer.objects.exclude(closed_on=None).exists()
    assert Listing.objects.filter(offer__in=gone).count() == 2
    assert FeedRun.objects.order_by("-number").first().gone == 2


@pytest.mark.usefixtures("ten")
def test_what_is_told_again_after_a_while_is_in_its_list_again(publisher):
    served(publisher, services(8))
    read_it(now=NOW + WEEK)
    served(publisher, services(10))

    read_it(now=NOW + 2 * WEEK)

    assert not Offer.objects.filter(in_latest=False).exists()


@pytest.mark.usefixtures("ten")
def test_a_mark_of_ending_is_obeyed(publisher):
    told = services(10)
    told[0] = a_service(1, status="inactive")
    told[1] = a_service(2, status="defunct", assured_date=None)
    served(publisher, told)

    read_it(now=NOW + WEEK)

    ended = Offer.objects.exclude(closed_on=None).order_by("name")
    assert [(one.closed_why, one.closed_on) for one in ended] == [
        ("not running now", date(2026, 10, 1)),
        ("closed", (NOW + WEEK).date()),
    ]
    assert not Listing.objects.filter(offer__in=ended).exists()
    assert Published.objects.filter(live=True).count() == 10


@pytest.mark.usefixtures("ten")
def test_what_others_said_of_it_stays(publisher):
    offer = Offer.objects.get(name="Clay club 5")
    mine = Fact.objects.create(
        offer=offer, field="step_free", value="yes", source="told"
    )
    served(publisher, [a_service(n, description="New") for n in range(1, 11)])

    read_it(now=NOW + WEEK)

    assert Fact.objects.filter(pk=mine.pk).exists()


def test_who_asked_not_to_be_listed_is_left_out(publisher):
    address = served(publisher, services(10))
    listen(address)
    NotListed.objects.create(
        region_id="somewhere", mark=mark_of("Clay club 7", ""), asked_on=NOW.date()
    )

    read_it()

    assert Offer.objects.count() == 9
    assert feed_about("council").good.unread.asked_not == 1


def test_what_could_not_be_used_is_counted_and_named_never_quoted(publisher):
    told = services(4)
    told[0] |= {"alert": "Ask for Ann Persona", "email": "ann@example.org"}
    told[1] |= {"alert": "Wet floor", "schedules": [{"freq": "YEARLY"}]}
    told[2] |= {"cost_options": [{"amount": "ask Ann Persona"}]}
    told[3] = {"id": "x"}
    listen(served(publisher, told))

    read_it()

    unread = feed_about("council").good.unread
    assert (unread.of, unread.lost) == (4, 1)
    assert dict(unread.fields)["alert"] == 2
    assert dict(unread.people) == {"email": 1}
    assert "Persona" not in repr(unread)
    assert {one.words for one in unread.problems} == {
        "a cost that is no amount",
        "a schedule with freq YEARLY, which is neither WEEKLY nor MONTHLY",
        "no name",
        "no organization",
    } - {"no organization"}


# --- held, taken after all, left ----------------------------------------------------


@pytest.mark.parametrize(
    ("many", "held"), [(10, False), (8, False), (7, True), (0, True), (99, False)]
)
@pytest.mark.usefixtures("ten")
def test_a_feed_that_lost_much_is_held_for_a_look(publisher, many, held):
    served(publisher, services(many))

    done = read_it(now=NOW + WEEK)

    assert (done.state is RunState.HELD) is held
    if held:
        assert Offer.objects.filter(in_latest=True).count() == 10


@pytest.mark.usefixtures("ten")
def test_a_feed_with_ten_times_as_much_is_held_for_a_look(publisher):
    served(publisher, services(100))

    done = read_it(now=NOW + WEEK)

    assert (done.state, done.why) == (
        RunState.HELD,
        "The feed has 100 rows and had 10: 10 times as many.",
    )
    assert Offer.objects.count() == 10


@pytest.mark.usefixtures("ten")
def test_what_was_held_can_be_taken_in_after_all(publisher):
    served(publisher, services(5))
    held = read_it(now=NOW + WEEK)

    take_run(run=held.run, by=BY, now=NOW + WEEK)

    assert Offer.objects.filter(in_latest=True).count() == 5
    assert Offer.objects.count() == 10
    assert feed_about("council").good.rows == 5
    assert feed_about("council").held is None


@pytest.mark.usefixtures("ten")
def test_what_was_held_can_be_left(publisher):
    served(publisher, services(5))
    held = read_it(now=NOW + WEEK)

    leave_run(run=held.run, by=BY)

    assert Offer.objects.filter(in_latest=True).count() == 10
    with pytest.raises(NotPossible):
        take_run(run=held.run, by=BY, now=NOW + WEEK)


@pytest.mark.usefixtures("ten")
def test_a_newer_reading_stands_in_place_of_what_was_held(publisher):
    served(publisher, services(5))
    held = read_it(now=NOW + WEEK)
    served(publisher, services(9))

    read_it(now=NOW + 2 * WEEK)

    assert FeedRun.objects.get(pk=held.run).state == RunState.LEFT
    assert Offer.objects.filter(in_latest=True).count() == 9


@pytest.mark.django_db(transaction=True)
def test_no_more_than_what_counts_stays_on_the_disk(publisher, folder):
    listen(served(publisher, services(10)))
    for week in range(3):
        read_it(now=NOW + week * WEEK)
    served(publisher, services(2))
    read_it(now=NOW + 3 * WEEK)
    held = read_it(now=NOW + 4 * WEEK)

    runs = sorted(p.name for p in (folder / "feeds" / "council").iterdir())

    good = feed_about("council").good.number
    assert runs == sorted(["lock", str(good), str(held.run)])


@pytest.mark.usefixtures("ten")
def test_a_feed_that_is_stopped_is_read_no_more():
    stop_feed(key="council", by=BY)

    with pytest.raises(NotPossible, match="not read any more"):
        read_it()
    assert Offer.objects.filter(in_latest=True).count() == 10


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("Council", "https://feed.example"),
        ("a b", "https://feed.example"),
        ("council", "file:///etc/passwd"),
        ("council", "https://name:secret@feed.example"),
        ("council", "feed.example"),
    ],
)
def test_a_feed_that_could_not_be_meant_is_refused(key, address):
    with pytest.raises(NotPossible):
        listen(address, key=key)


# --- the other kinds ----------------------------------------------------------------


def test_a_list_kept_as_a_file_is_read_and_known_again(publisher):
    lines = [
        "Name of group,What?,When?,Where,Post code",
        "Thistle,Sewing bee,Tues 1-3,Zion Hall,HX7 8EH",
        "Thistle,Darning,Weds 1-3,Zion Hall,HX7 8EH",
    ]

    def put_up(told):
        body = "\n".join(told).encode()
        return publisher.on("/list.csv", type(as_json(0))(body, kind="text/csv"))

    listen(put_up(lines), kind=FeedKind.CSV)
    read_it()
    keys = set(Offer.objects.values_list("pk", flat=True))
    put_up([lines[0], "Nettle,Chess,Fri 7pm,The Lock,HX7 8EJ", *lines[1:]])

    read_it(now=NOW + WEEK)

    assert keys < set(Offer.objects.values_list("pk", flat=True))
    run = FeedRun.objects.order_by("-number").first()
    assert (run.changed, run.gone) == (0, 0)
    assert Offer.objects.get(name="Chess").group.name == "Nettle"
