"""What lies inside what is said both ways, and what is kept is named by neither."""

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import BY, an_asset, an_offer, told
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.told import TieTold
from weft.assets.models import Asset, Listing
from weft.assets.queries import asset_page
from weft.assets.queries.nested import DEEPEST, parts_of, wholes_of
from weft.assets.queries.search import Ask, find
from weft.assets.services.listings import derive_some

pytestmark = pytest.mark.django_db
GROUP = AssetKind.GROUP


def key(name):
    return key_of(A_REGION.slug, "us", name)


def row(name):
    return Asset.objects.get(pk=key(name))


def names(nested):
    return {one.brief.name: names(one.parts) for one in nested}


def found(words):
    return {hit.name for hit in find(Ask(week=MONDAY, words=words)).hits}


@pytest.fixture
def street():
    told(
        an_asset("street", kind=GROUP),
        an_asset("mosque", kind=GROUP, part_of="street"),
        an_asset("sewing", kind=GROUP, part_of="mosque"),
        an_asset("chat", kind=AssetKind.CHANNEL, part_of="street"),
    )


@pytest.mark.usefixtures("street")
def test_each_leads_to_the_whole_and_the_whole_to_all_that_is_in_it():
    assert names(parts_of(row("street"))) == {
        "Chat": {},
        "Mosque": {"Sewing": {}},
    }
    assert [one.name for one in wholes_of(row("sewing"))] == ["Mosque", "Street"]
    assert parts_of(row("sewing")) == ()
    assert wholes_of(row("street")) == ()


@pytest.mark.usefixtures("street")
def test_the_name_of_either_finds_the_other():
    assert found("mosque") == {"Mosque", "Street", "Sewing"}
    assert found("sewing") == {"Sewing", "Mosque"}


@pytest.mark.usefixtures("street")
@pytest.mark.parametrize("kept", [Visibility.HIDDEN, Visibility.MEMBERS, "known"])
def test_what_is_kept_is_named_by_neither_and_found_by_nobody(kept):
    Asset.objects.filter(pk=key("mosque")).update(visibility=kept)
    relist("mosque")

    assert names(parts_of(row("street"))) == {"Chat": {}}
    assert wholes_of(row("sewing")) == ()
    for words in Listing.objects.values_list("words", flat=True):
        assert "mosque" not in words
    assert found("mosque") == set()


def relist(name):
    derive_some(
        region=A_REGION.slug, assets=[key(name)], offers=[], weeks=[MONDAY], by=BY
    )


@pytest.mark.usefixtures("street")
def test_what_has_closed_is_no_part_any_more():
    Asset.objects.filter(pk=key("sewing")).update(closed_on=MONDAY.monday)
    relist("sewing")

    assert names(parts_of(row("mosque"))) == {}
    assert found("sewing") == set()


@trying(max_examples=60)
@given(st.lists(st.integers(0, 6), min_size=7, max_size=7))
def test_however_they_are_tangled_each_is_named_once_and_it_ends(wholes):
    told(*[an_asset(f"a{n}", kind=GROUP) for n in range(7)])
    for part, whole in enumerate(wholes):
        Asset.objects.filter(pk=key(f"a{part}")).update(part_of=key(f"a{whole}"))

    for n in range(7):
        inside = list(walked(parts_of(row(f"a{n}"))))
        around = [one.name for one in wholes_of(row(f"a{n}"))]
        assert len(inside) == len(set(inside))
        assert len(around) == len(set(around)) <= DEEPEST
        assert f"A{n}" not in {*inside, *around}
        assert set(inside) == slowly_inside(n, wholes)


def walked(nested):
    for one in nested:
        yield one.brief.name
        yield from walked(one.parts)


def slowly_inside(top, wholes):
    """Walk outwards from each, one step at a time, and see whether one comes past."""
    found = set()
    for n in range(len(wholes)):
        at, steps = n, 0
        while steps < DEEPEST and at != top:
            at, steps = wholes[at], steps + 1
        if at == top and n != top:
            found.add(f"A{n}")
    return found


@pytest.mark.shows("A17")
def test_what_several_share_is_one_entry_that_leads_to_all_and_each_to_it():
    shared = tuple(
        TieTold(kind=TieKind.WORKS_WITH, to=one) for one in ("clay", "pots", "quiet")
    )
    told(
        *[an_asset(name, kind=GROUP) for name in ("clay", "pots", "quiet", "other")],
        an_asset("potter", kind=AssetKind.PERSON, ties=shared),
        an_asset("glaze", kind=AssetKind.SKILL, ties=shared[:2]),
    )

    assert Asset.objects.filter(name="Potter").count() == 1
    assert [b.name for b in asset_page(key("potter")).shared] == [
        "Clay",
        "Pots",
        "Quiet",
    ]
    assert [b.name for b in asset_page(key("clay")).shared] == ["Glaze", "Potter"]
    assert [b.name for b in asset_page(key("quiet")).shared] == ["Potter"]
    assert asset_page(key("other")).shared == ()


def test_who_meets_in_a_room_is_said_there_and_nobody_who_is_kept():
    here = (TieTold(kind=TieKind.MEETS_AT, to="hall"),)
    told(
        an_asset("hall"),
        an_asset("clay", kind=GROUP, ties=here),
        an_asset("kept", kind=GROUP, ties=here, visibility=Visibility.KNOWN),
        an_asset("gone", kind=GROUP, ties=here, closed_on=MONDAY.monday),
        an_offer("pots", group="clay", place="hall"),
    )

    assert [brief.name for brief in asset_page(key("hall")).shared] == ["Clay"]
    assert asset_page(key("clay")).shared == ()
