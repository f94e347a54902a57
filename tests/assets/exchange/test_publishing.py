"""Does what leaves in a feed come back as it was, into an empty register?"""

from datetime import date, time
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.facts import WordField
from weft.assets.domain.kinds import AssetKind, Manner, OfferKind
from weft.assets.domain.told import AssetTold, FactTold, OfferTold, ScheduleTold
from weft.assets.exchange.openreferral import published_from, taken_from, turned
from weft.commons.places import Point
from weft.standards.openreferral import read_document, service_document

WORDS = st.text("abéਕ7", min_size=1, max_size=6)
MAYBE = st.just("") | WORDS
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None))
KINDS = st.lists(st.sampled_from([str(k) for k in OfferKind]), min_size=1, unique=True)
MANNERS = st.lists(st.sampled_from([str(m) for m in Manner]), unique=True)
TAGS = st.lists(WORDS | st.sampled_from(["creative", "join"]), max_size=3, unique=True)
GROUP = AssetTold(
    reference="6f1c1f0a-6c6b-5d8e-9a53-2b1f9f6a1d27",
    kind=AssetKind.GROUP,
    name="Circle",
)
PLACE = AssetTold(
    reference="7f1c1f0a-6c6b-5d8e-9a53-2b1f9f6a1d27",
    kind=AssetKind.PLACE,
    name="Old Dye House",
    point=Point(53.7, -2.0),
    address="1 Mill Lane, Aldermill, Tenterdale",
    postcode="ZD3 8EH",
)


@st.composite
def offers(draw):
    told_on, pence = draw(DAYS), draw(st.none() | st.integers(0, 5_000))
    place = draw(st.booleans())
    return OfferTold(
        reference=str(draw(st.uuids(version=5))),
        name=draw(WORDS),
        summary=draw(MAYBE),
        group=GROUP.reference,
        place=PLACE.reference if place else "",
        online=None if place else draw(st.sampled_from([None, True])),
        kinds=tuple(draw(KINDS)),
        manner=tuple(draw(MANNERS)),
        tags=tuple(draw(TAGS)),
        price_pence_least=pence,
        price_pence_most=pence,
        price_note=draw(MAYBE),
        least_age=draw(st.none() | st.integers(0, 120)),
        greatest_age=draw(st.none() | st.integers(0, 120)),
        languages=tuple(draw(st.lists(st.sampled_from(["ur", "pl"]), unique=True))),
        how_to_join=draw(MAYBE),
        telephone=draw(st.sampled_from(["", "01632 960 114"])),
        website=draw(st.sampled_from(["", "https://example.org/a?b=c"])),
        told_by=GROUP.name,
        told_on=told_on,
        facts=tuple(
            FactTold(
                field=WordField.WHO_FOR, value=words, told_by="Circle", told_on=told_on
            )
            for words in draw(st.lists(WORDS, max_size=1))
        ),
        schedules=tuple(
            ScheduleTold(
                days=(draw(st.integers(0, 6)),),
                starts=draw(CLOCKS),
                ends=draw(CLOCKS),
                of_month=draw(st.sampled_from([(), (1,), (-1,)])),
                said=draw(MAYBE),
                told_on=told_on,
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
    )


@given(offer=offers())
def test_an_offer_comes_back_as_it_left(offer):
    place = PLACE if offer.place else None
    left = service_document(published_from(offer, group=GROUP, place=place))
    read = read_document(left)
    taken = taken_from(read.services[0])

    assert read.complaints == []
    assert taken.offers == (offer,)


@given(number=st.uuids(version=5))
def test_a_number_is_turned_into_another_and_back(number):
    there = turned(number)

    assert there != number
    assert turned(there) == number
    assert (there.version, there.variant) == (number.version, number.variant)
    assert isinstance(there, UUID)


def test_a_time_needs_no_second():
    told = ScheduleTold(days=(1,), starts=time(9, 5), ends=time(10))
    offer = OfferTold(
        reference=GROUP.reference, name="Clay", group="", schedules=(told,)
    )
    (schedule,) = service_document(published_from(offer, group=None, place=None))[
        "schedules"
    ]

    assert schedule["opens_at"] == "09:05"
