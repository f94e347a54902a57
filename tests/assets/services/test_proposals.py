"""A stranger's word changes nothing until it is accepted, and all at once then."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.assets import register as register_of
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.policy import RULES
from weft.accounts.queries import latest_deeds
from weft.assets.domain.kinds import INTANGIBLE
from weft.assets.domain.proposals import (
    MAY_BE_NEW,
    MOST_LETTERS,
    WAITING_FOR_ONE_THING,
    Asked,
    ProposalKind,
    ProposalTold,
    ToldField,
)
from weft.assets.models import (
    Asset,
    Fact,
    Listing,
    NotListed,
    Offer,
    OtherName,
    Proposal,
    Published,
    Schedule,
    Session,
)
from weft.assets.queries.proposals import proposals_waiting
from weft.assets.queries.search import Ask, find
from weft.assets.services.proposals import (
    accept_change,
    decline_change,
    leave_out,
    list_again,
    propose_change,
    take_back_change,
)
from weft.commons.errors import NotAllowed, NotFound, NotPossible
from weft.commons.times import Week
from weft.web.pages.presenters.steward import TO_MEND

pytestmark = pytest.mark.django_db
SOMEBODY, STEWARD = Actor.somebody(), Actor.steward("s")
ACCEPTED = ("assets.accept_change", "proposal")
KINDS_OF_A_THING = ("wrong", "closed", "holder", "visit", "used")


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def hall(region):
    made = valley.place(region)
    valley.offer(region, place=made)
    valley.derive(region)
    return made


@pytest.fixture
def clay(hall):
    return Offer.objects.get(place=hall)


@pytest.fixture
def song(region):
    made = valley.place(
        region,
        "The Wool Song",
        kind="tradition",
        place_kind="",
        latitude=None,
        longitude=None,
        lsoa21="",
        channels_allowed=["search", "feed"],
    )
    valley.derive(region)
    return made


def propose(kind, thing=None, words="It is so.", **told):
    return propose_change(
        by=SOMEBODY,
        region=valley.SLUG,
        told=ProposalTold(
            kind=ProposalKind(kind),
            thing=thing.pk if thing else None,
            words=words,
            told={ToldField(name): value for name, value in told.items()},
        ),
        today=timezone.localdate(),
    )


def waiting():
    [one] = proposals_waiting()
    return one.proposal


def register():
    """All that anybody is shown, and all it is made of."""
    return [
        list(table.objects.order_by("pk").values())
        for table in (Asset, Offer, Listing, Published)
    ]


def is_listed(thing):
    column = "offer" if isinstance(thing, Offer) else "asset"
    return Listing.objects.filter(**{column: thing}).exists()


def is_in_feeds(offer):
    return Published.objects.filter(offer=offer, live=True).exists()


@pytest.mark.parametrize("kind", ProposalKind)
def test_a_strangers_word_changes_nothing(hall, kind):
    before = register()
    propose(kind, hall if kind in KINDS_OF_A_THING else None, name="Another name")
    assert register() == before
    assert len(proposals_waiting()) == 1


@given(kind=st.sampled_from(ProposalKind), words=st.text(max_size=MOST_LETTERS))
def test_words_are_never_changed(kind, words):
    told = ProposalTold(kind=kind, thing=UUID(int=1), words=words)
    try:
        assert told.checked().words == words.strip()
    except NotPossible:
        return


def test_what_is_accepted_as_closed_is_gone_from_list_and_feed_at_once(clay, today):
    assert is_listed(clay)
    assert is_in_feeds(clay)
    propose("closed", clay)

    accept_change(by=STEWARD, proposal=waiting(), today=today)

    clay.refresh_from_db()
    assert clay.closed_on == today
    assert "Somebody here told us" in clay.closed_why
    assert not is_listed(clay)
    assert proposals_waiting() == ()


def test_with_a_place_goes_what_is_done_in_it(hall, clay, today):
    propose("closed", hall)
    accept_change(by=STEWARD, proposal=waiting(), today=today)
    assert not is_listed(hall)
    assert not is_listed(clay)


def test_a_closing_is_undone_to_the_letter(clay, today):
    clay.closed_on, clay.closed_why = today + timedelta(days=90), "The lease ends."
    clay.save()
    valley.derive(clay.region)
    listed = Listing.objects.filter(offer=clay).values("name", "facts", "words").get()
    propose("closed", clay)
    proposal = waiting()
    accept_change(by=STEWARD, proposal=proposal, today=today)

    decline_change(by=STEWARD, proposal=proposal, why="We asked.", today=today)

    clay.refresh_from_db()
    assert clay.closed_on == today + timedelta(days=90)
    assert clay.closed_why == "The lease ends."
    again = Listing.objects.filter(offer=clay).values("name", "facts", "words").get()
    assert again == listed
    assert is_in_feeds(clay)


def test_what_others_have_said_since_is_not_undone(clay, today):
    propose("closed", clay)
    proposal = waiting()
    accept_change(by=STEWARD, proposal=proposal, today=today)
    Offer.objects.filter(pk=clay.pk).update(closed_why="Burnt down.")

    with pytest.raises(NotPossible, match="said since"):
        decline_change(by=STEWARD, proposal=proposal, why="A slip.", today=today)

    assert Offer.objects.get(pk=clay.pk).closed_why == "Burnt down."
    assert Proposal.objects.get().standing == "accepted"


def test_of_two_stewards_the_second_is_told(clay, today):
    propose("closed", clay)
    proposal = waiting()
    accept_change(by=STEWARD, proposal=proposal, today=today, seen="proposed")

    with pytest.raises(NotPossible, match="it is accepted"):
        decline_change(
            by=STEWARD, proposal=proposal, why="No.", today=today, seen="proposed"
        )
    assert not is_listed(clay)


def test_nothing_is_declined_without_a_reason(clay, today):
    propose("closed", clay)
    with pytest.raises(NotPossible, match="Say why"):
        decline_change(by=STEWARD, proposal=waiting(), why=" ", today=today)


def test_a_disputed_tradition_is_only_known_to_exist_and_no_steward_decides(
    song, today
):
    assert is_listed(song)
    propose("holder", song)
    song.refresh_from_db()
    assert song.visibility == "known"
    assert not is_listed(song)
    [one] = proposals_waiting()
    assert one.thing.name == ""

    for decide in (accept_change, decline_change):
        more = {"why": "No."} if decide is decline_change else {}
        with pytest.raises(NotPossible, match="its communities say"):
            decide(by=STEWARD, proposal=one.proposal, today=today, **more)
    assert Asset.objects.get(pk=song.pk).visibility == "known"


def test_it_is_shown_again_once_the_last_takes_their_word_back(song, today):
    codes = [propose("holder", song), propose("holder", song)]
    take_back_change(by=SOMEBODY, code=codes[0], today=today)
    assert Asset.objects.get(pk=song.pk).visibility == "known"
    take_back_change(by=SOMEBODY, code=codes[1], today=today)
    assert Asset.objects.get(pk=song.pk).visibility == "public"


@pytest.mark.parametrize("kept", ["known", "members", "hidden"])
def test_a_dispute_never_shows_more_than_before(song, today, kept):
    Asset.objects.filter(pk=song.pk).update(visibility=kept)
    try:
        code = propose("holder", song)
    except NotFound:
        assert kept in {"members", "hidden"}
        return
    take_back_change(by=SOMEBODY, code=code, today=today)
    assert Asset.objects.get(pk=song.pk).visibility == kept


def test_a_code_takes_the_words_out_of_the_data_base(clay, today):
    own = propose("wrong", clay, words="The door is green.", telephone="01632 960 000")
    take_back_change(by=SOMEBODY, code=own.upper(), today=today)

    kept = str(Proposal.objects.values().get())
    assert "green" not in kept
    assert "01632 960" not in kept
    assert own.replace("-", "") not in kept
    with pytest.raises(NotFound):
        take_back_change(by=SOMEBODY, code=own, today=today)


def test_the_record_tells_the_deed_and_not_the_words(clay, today):
    propose("closed", clay, words="Mill Lane is dark.")
    accept_change(by=STEWARD, proposal=waiting(), today=today)
    deeds = latest_deeds()
    assert deeds[0].deed == "assets.accept_change"
    assert deeds[0].by == "steward:s"
    assert "Mill Lane" not in str(deeds)


@pytest.mark.parametrize(
    ("kind", "told", "says"),
    [
        ("missing", {"words": " "}, "Write what you want"),
        ("start", {"words": "x" * (MOST_LETTERS + 1)}, "There is room for"),
        ("missing", {"words": "Write to me@there.example"}, "e-mail addresses"),
        ("new", {"words": "A choir"}, "what it is called"),
        ("closed", {}, "Open the page"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_the_reason(region, kind, told, says):
    assert region
    with pytest.raises(NotPossible, match=says):
        propose(kind, **told)
    assert not Proposal.objects.exists()


def test_a_flood_about_one_thing_is_stopped_and_others_are_heard(clay, hall):
    for _ in range(WAITING_FOR_ONE_THING):
        propose("closed", clay)
    with pytest.raises(NotPossible, match="nobody has read"):
        propose("closed", clay)
    propose("closed", hall)


def test_who_asked_not_to_be_listed_is_not_proposed_and_its_name_is_kept_nowhere(
    region, today
):
    asked = {"region": region.slug, "name": "Mill Girls", "place": "Rushby"}
    for _ in range(2):
        leave_out(by=STEWARD, today=today, **asked)
    assert "Mill" not in str(NotListed.objects.values().get())

    with pytest.raises(NotPossible, match="asked not to be on this list"):
        propose("new", name=" mill GIRLS ", place="rushby")
    propose("new", name="Mill Girls", place="Aldermill")

    list_again(by=STEWARD, **asked)
    propose("new", name="Mill Girls", place="Rushby")
    with pytest.raises(NotFound):
        list_again(by=STEWARD, **asked)


MENDING = {
    "name": "Clay for all",
    "telephone": "01632 960 999",
    "when": "Fridays 2pm to 4pm",
    "step_free": "Yes",
}


def facts_and_rules(thing):
    return [
        list(table.objects.filter(offer=thing).order_by("pk").values())
        for table in (Fact, Schedule)
    ] + [Offer.objects.values().get(pk=thing.pk)]


def test_what_was_wrong_is_mended_and_undone_to_the_letter(clay, today):
    before = facts_and_rules(clay)
    propose("wrong", clay, **MENDING)
    proposal = waiting()

    accept_change(by=STEWARD, proposal=proposal, today=today)

    clay.refresh_from_db()
    assert (clay.name, clay.telephone) == ("Clay for all", "01632 960 999")
    [rule] = Schedule.objects.filter(offer=clay, source="told")
    assert (rule.days, rule.said) == ([4], ""), "whose words they were goes nowhere"
    listed = Listing.objects.get(offer=clay)
    assert listed.name == "Clay for all"
    said = Fact.objects.get(offer=clay, source="told", field="step_free")
    assert said.value == "yes"
    days = {one.starts.weekday() for one in Session.objects.filter(listing=listed)}
    assert days == {4}, "the times that were wrong count no more"

    decline_change(by=STEWARD, proposal=proposal, why="A slip.", today=today)
    assert facts_and_rules(clay) == before
    assert Listing.objects.get(offer=clay).name == "Clay at the Old Dye House"


def test_what_a_room_is_right_for_is_mended_and_undone_to_the_letter(hall, today):
    before = dict(Listing.objects.get(asset=hall).facts)
    propose("wrong", hall, room="a sink, no carpet")
    proposal = waiting()

    accept_change(by=STEWARD, proposal=proposal, today=today)
    said = {"running_water": True, "carpet": False}
    assert Listing.objects.get(asset=hall).facts == before | said

    decline_change(by=STEWARD, proposal=proposal, why="A slip.", today=today)
    assert Listing.objects.get(asset=hall).facts == before


def test_a_steward_mends_what_was_told_before_it_stands(clay, today):
    propose("wrong", clay, name="clay 4 all!!")
    fields = {ToldField.NAME: "Clay for all", ToldField.TELEPHONE: ""}
    accept_change(by=STEWARD, proposal=waiting(), today=today, fields=fields)
    before = clay.telephone
    clay.refresh_from_db()
    assert (clay.name, clay.telephone) == ("Clay for all", before)


def test_whoever_decides_may_write_no_field_but_those_of_the_policy(clay, today):
    propose("wrong", clay, name="Clay for all")
    before = register()
    fields = {ToldField.NAME: "Clay for all", ToldField.WELCOME: "yes"}
    with pytest.raises(NotAllowed):
        accept_change(by=STEWARD, proposal=waiting(), today=today, fields=fields)
    assert register() == before
    [row] = [one for one in RULES if (one.deed, one.thing) == ACCEPTED]
    assert row.covers(one for kind in TO_MEND for one in TO_MEND[kind])


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("step_free", "One small step", "«yes» or «no»"),
        ("telephone", "9" * 41, "too long"),
        ("room", "pink walls, a sink", "pink walls"),
    ],
)
def test_what_is_not_understood_changes_nothing(clay, today, field, value, says):
    propose("wrong", clay, **{"name": "Another", field: value})
    before = register()
    with pytest.raises(NotPossible, match=says):
        accept_change(by=STEWARD, proposal=waiting(), today=today)
    assert register() == before
    assert len(proposals_waiting()) == 1


@pytest.mark.parametrize("place", ["old dye house", "The Hut", ""])
def test_something_new_is_listed_at_once_and_taken_off_without_a_trace(
    hall, today, place
):
    before = register()[:3]
    propose("new", place=place, **MENDING)
    proposal = waiting()

    accept_change(by=STEWARD, proposal=proposal, today=today)

    new = Offer.objects.get(source="told")
    assert new.name == "Clay for all"
    assert (new.place == hall) is (place == "old dye house")
    assert Listing.objects.filter(offer=new, hours_known=True).exists()
    assert is_in_feeds(new)

    decline_change(by=STEWARD, proposal=proposal, why="A slip.", today=today)
    assert register()[:3] == before
    assert not is_in_feeds(new)
    assert not Fact.objects.filter(source="told").exists()
    accept_change(by=STEWARD, proposal=proposal, today=today)
    assert Offer.objects.filter(pk=new.pk).exists()


@pytest.mark.parametrize("what", MAY_BE_NEW)
def test_anything_new_is_listed_for_what_it_is_and_taken_off_without_a_trace(
    hall, today, what
):
    before = register()[:3]
    where = {"place": hall.name, "held_by": "Those who know it"}
    propose("new", name="Rush-bearing", what=str(what), **where)
    proposal = waiting()

    accept_change(by=STEWARD, proposal=proposal, today=today)

    new = Asset.objects.get(source="told")
    assert (new.kind, new.name) == (what, "Rush-bearing")
    assert new.ties.get(kind="holds").to_name == "Those who know it"
    is_listed = Listing.objects.filter(asset=new).exists()
    assert is_listed is (what not in INTANGIBLE)
    assert (new.visibility == "known") is (what in INTANGIBLE)
    assert new.latitude is None or what not in INTANGIBLE

    decline_change(by=STEWARD, proposal=proposal, why="A slip.", today=today)
    assert register()[:3] == before


def test_nobody_lists_a_person_by_telling_us(region):
    assert region
    with pytest.raises(NotPossible, match="Choose one of the answers"):
        propose("new", name="Sam", what="person")


def test_what_somebody_calls_it_finds_it_and_is_taken_back(hall, today):
    propose("wrong", hall, also_called="رنگ ریز گھر (the dyers)")
    proposal = waiting()
    accept_change(by=STEWARD, proposal=proposal, today=today)
    [name] = OtherName.objects.filter(asset=hall)
    assert (name.name, name.language, name.used_by) == (
        "رنگ ریز گھر",
        "ur",
        "the dyers",
    )
    week = Week.of(today)
    assert [hit.asset for hit in find(Ask(week=week, words="رنگ ریز")).hits] == [
        hall.pk
    ]

    decline_change(by=STEWARD, proposal=proposal, why="A slip.", today=today)
    assert not OtherName.objects.filter(asset=hall).exists()
    assert find(Ask(week=week, words="رنگ ریز")).hits == ()


def test_what_is_declined_because_it_asked_is_not_proposed_again(region, today):
    assert region
    propose("new", name="Mill Girls", place="Rushby")
    decline_change(
        by=STEWARD,
        proposal=waiting(),
        why="They asked.",
        today=today,
        asked=Asked.NOT_LISTED,
    )
    with pytest.raises(NotPossible, match="asked not to be on this list"):
        propose("new", name="mill girls", place="Rushby")


@pytest.mark.parametrize(("looked", "closed"), [(-30, True), (0, True), (1, False)])
def test_what_closed_stays_closed_unless_its_source_has_looked_since(
    today, looked, closed
):
    def load(day):
        register_of.told(
            register_of.an_offer("choir", told_on=day),
            region=valley.SLUG,
            week=valley.this_week(),
        )

    load(today - timedelta(days=60))
    propose("closed", Offer.objects.get())
    accept_change(by=STEWARD, proposal=waiting(), today=today)

    load(today + timedelta(days=looked))

    assert (Offer.objects.get().closed_on == today) is closed
