"""Does a group's one tap reach everything that speaks of it, and can it be undone?"""

from datetime import date, timedelta

import pytest

from tests.assets.asking import MONDAY
from tests.assets.register import an_asset, an_offer, on, told
from tests.assets.services.holding import (
    LONG_AGO,
    by,
    choir,
    days_of,
    everything,
    listing,
    load_choir,
    of,
)
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.accounts.things import Thing
from weft.assets.domain.facts import FactField
from weft.assets.domain.holding import Stopped
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.sureness import Aspect
from weft.assets.domain.told import FactTold
from weft.assets.models import Asset, Fact, Listing, Offer, Published, Session
from weft.assets.queries import asset_page, offer_page
from weft.assets.queries.feeds import services_of
from weft.assets.queries.holding import group_in_hand, groups_not_theirs
from weft.assets.services.ending import go_on_after_all, say_stopped
from weft.assets.services.holding import (
    confirm_group,
    disown_group,
    end_pause,
    keep_hidden,
    own_again,
    pause_group,
    say_room,
)
from weft.commons.errors import NotAllowed, NotFound, NotPossible

__all__ = ["by", "choir"]
pytestmark = pytest.mark.django_db
TODAY = MONDAY.monday
STEWARD = Actor.steward("s")


class TestYes:
    def test_makes_us_sure_of_the_group_and_of_each_thing_it_offers(self, choir, by):
        before = listing("choir").sureness
        confirm_group(by=by, group=choir, today=TODAY)

        for name in ("choir", "tea"):
            assert listing(name).sureness > max(0.95, before)
            assert listing(name).confirmed_on == TODAY
        assert Listing.objects.get(asset=choir).confirmed_on == TODAY
        assert listing("others").confirmed_on is None
        assert group_in_hand(choir).confirmed_on == TODAY

    def test_moves_the_sides_that_its_page_shows_and_no_other(self, choir, by):
        steps = FactTold(field=FactField.STEP_FREE, value="yes", told_on=LONG_AGO)
        told(
            an_asset("hall", name="Hall", postcode="HX7 6EZ", facts=(steps,)),
            an_asset("singers", kind=AssetKind.GROUP, told_on=LONG_AGO),
            *(
                an_offer(name, group="singers", told_on=LONG_AGO, **more)
                for name, more in (
                    ("choir", {"place": "hall", "price_pence_least": 300}),
                    ("tea", {"schedules": (on(3),)}),
                )
            ),
        )
        shown = {one.name: set(one.shown.sides) for one in group_in_hand(choir).offers}
        before = {name: sure_of_each(name) for name in ("choir", "tea")}
        confirm_group(by=by, group=choir, today=TODAY)

        at_a_place = {Aspect.ADDRESS, Aspect.POSTCODE, Aspect.DOOR}
        assert shown["Choir"] == {Aspect.EXISTS, Aspect.PRICE, *at_a_place}
        assert shown["Tea"] == {Aspect.EXISTS, Aspect.DAYS}
        for name, sides in (("choir", shown["Choir"]), ("tea", shown["Tea"])):
            now = sure_of_each(name)
            moved = {side for side in Aspect if now[side] != before[name][side]}
            also = {Aspect.HOURS} if Aspect.DAYS in sides else set()  # with the days
            assert moved == sides | also

    def test_dates_what_the_feeds_tell_for_whoever_harvests_them(self, choir, by):
        def assured():
            rows = Offer.objects.order_by("pk")
            told = zip(rows, services_of(list(rows)), strict=True)
            return {row.pk: one.assured_date for row, one in told}

        before, changes = assured(), Published.objects.latest("change").change
        confirm_group(by=by, group=choir, today=TODAY)

        theirs = {of("choir"), of("tea")}
        assert assured() == {**before, **dict.fromkeys(theirs, TODAY)}
        anew = Published.objects.filter(change__gt=changes)
        assert set(anew.values_list("pk", flat=True)) == theirs
        confirm_group(by=by, group=choir, today=TODAY - timedelta(days=9_000))
        assert assured()[of("tea")] == TODAY  # the later of what was told and confirmed

    def test_is_one_deed_that_names_nobody(self, choir, by):
        confirm_group(by=by, group=choir, today=TODAY)

        last = Entry.objects.latest("number")
        assert (last.deed, last.by) == ("assets.confirm_group", "holder:k")
        assert last.details == {"offers": 2}


class TestPause:
    def test_is_so_at_once_in_finder_page_and_feed(self, choir, by):
        back_on = TODAY + timedelta(days=15)  # a Tuesday, two weeks on
        told_before = Published.objects.get(pk=of("choir")).change
        assert days_of("choir")[0] < back_on

        pause_group(by=by, group=choir, back_on=back_on, today=TODAY)

        assert days_of("choir")[0] == back_on
        assert days_of("others")[0] < back_on
        assert offer_page(of("choir")).times.back_on == back_on
        service = services_of([Offer.objects.get(pk=of("choir"))])[0]
        assert {one.valid_from for one in service.schedules} == {back_on}
        assert Published.objects.get(pk=of("choir")).change > told_before

    def test_leaves_nothing_behind_when_it_is_taken_back(self, choir, by):
        before = everything()
        pause_group(by=by, group=choir, back_on=date(2026, 12, 31), today=TODAY)
        assert everything() != before

        end_pause(by=by, group=choir, today=TODAY)
        assert everything() == before

    def test_outlives_the_next_load(self, choir, by):
        back_on = TODAY + timedelta(days=15)
        pause_group(by=by, group=choir, back_on=back_on, today=TODAY)
        load_choir(summary="We sing.")

        assert days_of("choir")[0] == back_on

    def test_never_says_whose_turn_a_fortnight_is(self, choir, by):
        pause_group(by=by, group=choir, back_on=TODAY + timedelta(9), today=TODAY)

        found = Session.objects.filter(listing__offer=of("tea"))
        assert found.exists()
        assert {one.doubt for one in found} == {"which week"}
        assert min(days_of("tea")) >= TODAY + timedelta(9)

    @pytest.mark.parametrize("days", [-1, 0, 367, 10_000])
    def test_refuses_a_day_that_is_none(self, choir, by, days):
        with pytest.raises(NotPossible):
            pause_group(
                by=by, group=choir, back_on=TODAY + timedelta(days), today=TODAY
            )
        assert not Fact.objects.exists()


class TestFull:
    def test_is_so_at_once_although_its_list_says_three_new_faces_a_week(
        self, choir, by
    ):
        assert listing("choir").facts["room"] is True
        say_room(by=by, group=choir, room=False, today=TODAY)

        assert listing("choir").facts["room"] is False
        assert listing("others").facts.get("room") is None
        known = offer_page(of("choir")).facts[FactField.ROOM]
        assert (known.value, known.told_by) == (False, "Singers")
        assert group_in_hand(choir).full

    def test_is_undone_by_the_same_page(self, choir, by):
        say_room(by=by, group=choir, room=False, today=TODAY)
        say_room(by=by, group=choir, room=True, today=TODAY)

        assert listing("choir").facts["room"] is True
        assert not group_in_hand(choir).full


class TestNotOurs:
    def test_hides_it_and_all_it_offers_everywhere(self, choir, by):
        disown_group(by=by, group=choir, today=TODAY)

        assert listing("choir") is None
        assert listing("others") is not None
        assert not Published.objects.get(pk=of("choir")).live
        for page, key in ((asset_page, choir), (offer_page, of("choir"))):
            with pytest.raises(NotFound):
                page(key)

    def test_stays_hidden_whatever_its_list_says_next(self, choir, by):
        disown_group(by=by, group=choir, today=TODAY)
        load_choir()

        assert listing("choir") is None
        assert Asset.objects.get(pk=choir).visibility == "hidden"

    def test_waits_for_a_steward_who_may_show_it_again(self, choir, by):
        before = everything()
        disown_group(by=by, group=choir, today=TODAY)
        disown_group(by=by, group=choir, today=TODAY)
        assert [one.group for one in groups_not_theirs()] == [choir]

        own_again(by=STEWARD, group=choir, today=TODAY)
        assert groups_not_theirs() == []
        assert everything() == before

    def test_is_out_of_the_holder_s_hand_once_a_steward_has_looked(self, choir, by):
        disown_group(by=by, group=choir, today=TODAY)
        keep_hidden(by=STEWARD, group=choir)

        assert groups_not_theirs() == []
        with pytest.raises(NotPossible):
            own_again(by=by, group=choir, today=TODAY)
        assert listing("choir") is None


class TestStopped:
    WHY = Stopped(TODAY - timedelta(days=3), "Ann moved away; we had nine good years.")

    def test_leaves_every_list_and_its_page_says_since_when_and_why(self, choir, by):
        before = everything()
        told_before = Published.objects.get(pk=of("choir")).change
        say_stopped(by=by, group=choir, said=self.WHY, today=TODAY)

        assert listing("choir") is None
        assert listing("tea") is None
        assert listing("others") is not None
        assert Published.objects.get(pk=of("choir")).change > told_before
        assert services_of([Offer.objects.get(pk=of("choir"))])[0].status == "defunct"
        page = offer_page(of("choir"))
        assert (page.closed_on, page.closed_why) == (self.WHY.on, self.WHY.why)
        assert asset_page(choir).closed_on == self.WHY.on
        assert group_in_hand(choir).stopped == self.WHY

        go_on_after_all(by=by, group=choir, today=TODAY)
        assert everything()[:3] == before[:3]
        assert offer_page(of("choir")).closed_on is None

    def test_outlives_the_next_load_one_thing_of_several(self, choir, by):
        key = of("tea")
        say_stopped(by=by, group=choir, said=self.WHY, today=TODAY, offer=key)
        load_choir(summary="We sing.")

        assert listing("tea") is None
        assert listing("choir") is not None
        seen = group_in_hand(choir)
        assert (seen.stopped, [one.key for one in seen.ended]) == (None, [key])
        go_on_after_all(by=by, group=choir, today=TODAY, offer=key)
        assert listing("tea") is not None

    def test_today_is_a_day_on_which_one_may_stop_and_tomorrow_is_none(self, choir, by):
        wednesday = TODAY + timedelta(days=2)
        for day in (wednesday + timedelta(1), date(1900, 1, 1)):
            with pytest.raises(NotPossible):
                say_stopped(by=by, group=choir, said=Stopped(day), today=wednesday)
        say_stopped(by=by, group=choir, said=Stopped(wednesday), today=wednesday)
        assert listing("choir") is None

    def test_what_another_closed_is_not_theirs_to_open(self, choir, by):
        Asset.objects.filter(pk=choir).update(closed_on=TODAY)
        with pytest.raises(NotFound):
            go_on_after_all(by=by, group=choir, today=TODAY)
        with pytest.raises(NotFound):
            group_in_hand(choir)


def sure_of_each(name):
    row = Offer.objects.get(pk=of(name))
    tracks = offer_page(row.pk).tracks
    return {side: tracks.of(side, row.told_on).sureness(TODAY) for side in Aspect}


DEEDS = (
    lambda **who: say_stopped(said=Stopped(TODAY), today=TODAY, **who),
    lambda **who: confirm_group(today=TODAY, **who),
    lambda **who: pause_group(today=TODAY, back_on=date(2026, 12, 31), **who),
    lambda **who: end_pause(today=TODAY, **who),
    lambda **who: say_room(today=TODAY, room=False, **who),
    lambda **who: disown_group(today=TODAY, **who),
)


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize(
    "whoever", [Actor.somebody(), Actor.holder("x", of=Thing("asset", "another"))]
)
def test_a_stranger_and_another_s_holder_change_nothing(choir, deed, whoever):
    before = everything()
    with pytest.raises(NotAllowed):
        deed(by=whoever, group=choir)
    assert everything() == before


def test_a_member_may_not_say_that_it_is_not_theirs(choir):
    member = Actor.member("m", of=Thing("asset", str(choir)))
    with pytest.raises(NotAllowed):
        disown_group(by=member, group=choir, today=TODAY)
    with pytest.raises(NotAllowed):
        say_stopped(by=member, group=choir, said=Stopped(TODAY), today=TODAY)
    say_room(by=member, group=choir, room=False, today=TODAY)


def test_a_person_s_name_is_nobody_s_word(choir):
    Asset.objects.filter(pk=choir).update(kind="person")
    by = Actor.holder("k", of=Thing("asset", str(choir)))
    say_room(by=by, group=choir, room=False, today=TODAY)

    assert set(Fact.objects.values_list("told_by", flat=True)) == {""}


def test_a_word_of_the_same_day_by_the_list_leaves_it_unknown(choir, by):
    yes = FactTold(field=FactField.ROOM, value="yes", told_by="us", told_on=TODAY)
    told(
        an_asset("singers", kind=AssetKind.GROUP),
        an_offer("choir", group="singers", facts=(yes,), schedules=(on(1),)),
    )
    say_room(by=by, group=choir, room=False, today=TODAY)

    assert "room" not in listing("choir").facts
