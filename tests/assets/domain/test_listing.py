"""What may a search say of an asset or an offer, in one flat line?"""

from datetime import date, time

from weft.assets.domain.derived import Basis
from weft.assets.domain.facts import FactField
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.listing import (
    Times,
    Wording,
    asset_label,
    facts_of,
    offer_label,
)
from weft.assets.domain.settling import Said
from weft.assets.domain.told import ScheduleTold
from weft.commons.times import window_on

YES, NO = Said(value="yes"), Said(value="no")


def test_what_was_told_of_the_offer_counts_before_its_place():
    facts = facts_of(
        {FactField.STEP_FREE: [NO]}, Basis(), place={FactField.STEP_FREE: [YES]}
    )

    assert facts[FactField.STEP_FREE] is False


def test_what_is_so_of_the_hall_is_so_of_what_happens_in_it():
    facts = facts_of(
        {}, Basis(), place={FactField.TOILETS: [YES], FactField.TEA: [YES]}
    )

    assert facts == {FactField.TOILETS: True}  # its café's tea is not the choir's


def test_a_dispute_is_not_settled_by_what_follows():
    said = {FactField.FREE: [Said(value="yes", disputed=True)]}

    assert FactField.FREE not in facts_of(said, Basis(price_pence_least=0))


def test_hours_are_known_when_somebody_has_told_any():
    told = Times(schedules=(ScheduleTold(days=(1,), starts=time(10)),))
    always = Times(schedules=(ScheduleTold(opening_hours="24/7"),))

    assert (Times().hours_known, Times().always_open) == (False, None)
    assert (told.hours_known, told.always_open) == (True, False)
    assert (always.hours_known, always.always_open) == (True, True)


def test_words_are_folded_and_stand_once():
    wording = Wording(texts=("The Café", "cafe TEA"), lists=(("Tea", "ਚਾਹ"),))

    assert wording.folded() == "the cafe tea ਚਾਹ"


def test_a_card_says_the_nearest_kind():
    assert asset_label(AssetKind.PLACE, "pub") == "Pub"
    assert asset_label(AssetKind.CHANNEL, "") == "Where news goes round"
    assert offer_label(["wibble", "creative"]) == "Making, music and art"
    assert offer_label([]) == "Something to do"


def test_a_thing_keeps_its_key_and_no_two_share_one():
    one = key_of("tenterdale", "osm_pbf", "node/1")

    assert one == key_of("tenterdale", "osm_pbf", "node/1")
    assert one != key_of("tenterdale", "osm_pbf", "node/2")
    assert one != key_of("tenterdale", "osm_pbf", "node/1", what="offer")


def test_evening_follows_from_the_times():
    windows = (window_on(date(2026, 11, 24), time(19), time(21)),)

    assert facts_of({}, Basis(windows=windows))[FactField.EVENING]
