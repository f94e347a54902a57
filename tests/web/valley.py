"""A valley small enough to read: one town, two places to go, and things to do there.

Everything happens in the week after the one we are in, so that no test depends on the
hour at which it runs.
"""

import uuid
from datetime import date, time, timedelta

import shapely
from django.utils import timezone

from weft.accounts.actors import Actor
from weft.assets.models import Asset, Fact, Offer, Schedule
from weft.assets.services import listings
from weft.commons.places import Point
from weft.commons.times import Week
from weft.ground import queries as ground
from weft.ground.domain.named import folded
from weft.ground.models import Area, AreaLink, NamedPlace, Postcode, Region

SLUG = "tenterdale"
HOME = Point(53.7400, -2.0000)
POSTCODE = "ZD3 8EH"
LSOA, OTHER_LSOA, MSOA, DISTRICT = "E01999001", "E01999002", "E02999001", "E08999001"
TELEPHONE = "01632 960 114"
METRES_NORTH = 111_195.0


def this_week() -> Week:
    return Week.of(timezone.localdate())


def next_week() -> Week:
    return this_week().later(1)


def north_of_home(metres: float) -> Point:
    return Point(HOME.latitude + metres / METRES_NORTH, HOME.longitude)


def region(slug: str = SLUG) -> Region:
    """A made-up region with one district, one neighbourhood and two small areas."""
    made = Region.objects.create(
        slug=slug,
        name="Tenterdale",
        made_up=True,
        built_at=timezone.now(),
        settings={
            "telephone": TELEPHONE,
            "telephone_hours": "Monday to Friday, 9 to 5.",
            "languages": ["en", "ur"],
            "districts": [DISTRICT],
            "week": this_week().monday.isoformat(),
        },
    )
    around(made)
    return made


def around(made: Region) -> None:
    """Give a region its areas, a postcode and the names that people start from."""
    _area(made, HOME, 0.2, geography="lad", vintage=2024, code=DISTRICT, name="Vale")
    _area(
        made,
        HOME,
        0.1,
        geography="msoa",
        vintage=2021,
        code=MSOA,
        name="Tenterdale 001",
        called="Hollin Bridge",
    )
    for code, point, half in (
        (LSOA, HOME, 0.02),
        (OTHER_LSOA, north_of_home(4000), 0.01),
    ):
        _area(
            made,
            point,
            half,
            geography="lsoa",
            vintage=2021,
            code=code,
            name=f"Tenterdale {code}",
        )
    for lsoa in (LSOA, OTHER_LSOA):
        _link(made, lsoa, "msoa", 2021, MSOA)
        _link(made, lsoa, "lad", 2024, DISTRICT)
    AreaLink.objects.create(
        region=made,
        source="l",
        geography="msoa",
        vintage=2021,
        code=MSOA,
        to_geography="lad",
        to_vintage=2024,
        to_code=DISTRICT,
    )
    Postcode.objects.create(
        region=made,
        compact=POSTCODE.replace(" ", ""),
        lsoa21=LSOA,
        latitude=HOME.latitude,
        longitude=HOME.longitude,
    )
    _name(made, "town", "Aldermill", "", HOME)
    _name(made, "street", "Mill Lane", "Aldermill", HOME)
    _name(made, "street", "Mill Lane", "Rushby", north_of_home(4000))


def _area(made, point, half, **told):
    box = shapely.box(
        point.longitude - half,
        point.latitude - half,
        point.longitude + half,
        point.latitude + half,
    )
    Area.objects.create(
        region=made,
        latitude=point.latitude,
        longitude=point.longitude,
        point_is_weighted=True,
        boundary=shapely.to_wkb(box),
        people=1_500,
        **told,
    )


def _link(made, code, to_geography, to_vintage, to_code):
    AreaLink.objects.create(
        region=made,
        source="l",
        geography="lsoa",
        vintage=2021,
        code=code,
        to_geography=to_geography,
        to_vintage=to_vintage,
        to_code=to_code,
    )


def _name(made, kind, name, within, point):
    NamedPlace.objects.create(
        region=made,
        kind=kind,
        name=name,
        folded=folded(name),
        within=within,
        latitude=point.latitude,
        longitude=point.longitude,
    )


def place(made: Region, name: str = "Old Dye House", **told) -> Asset:
    """Somewhere one can go, ten minutes north of home unless told otherwise."""
    point = told.pop("point", north_of_home(500))
    return Asset.objects.create(
        **{
            "id": uuid.uuid4(),
            "region": made,
            "kind": "place",
            "place_kind": "community_centre",
            "name": name,
            "latitude": point.latitude,
            "longitude": point.longitude,
            "lsoa21": LSOA,
            "source": "own_csv",
            "reference": str(uuid.uuid4()),
            "told_by": "Hollin Bridge Clay Circle",
            "told_on": timezone.localdate() - timedelta(days=21),
            **told,
        }
    )


def group(made: Region, name: str = "Hollin Bridge Clay Circle", **told) -> Asset:
    """Somebody who does something together."""
    return place(made, name, **{"kind": "group", "place_kind": "", **told})


def offer(made: Region, name: str = "Clay at the Old Dye House", **told) -> Offer:
    """Something to do: on Tuesday from 13:15 to 14:15 unless told otherwise."""
    days, starts, ends = told.pop("on", ([1], time(13, 15), time(14, 15)))
    facts = told.pop("facts", {})
    on = told.pop("told_on", timezone.localdate() - timedelta(days=21))
    made_offer = Offer.objects.create(
        **{
            "id": uuid.uuid4(),
            "region": made,
            "name": name,
            "kinds": ["creative"],
            "summary": "An hour at a long table with clay and a kettle.",
            "price_pence_least": 0,
            "price_pence_most": 0,
            "languages": ["en", "ur"],
            "joining_rule": "turn_up",
            "telephone": "01632 960 142",
            "source": "own_csv",
            "reference": str(uuid.uuid4()),
            "told_by": "Hollin Bridge Clay Circle",
            "told_on": on,
            **told,
        }
    )
    if days is not None:
        Schedule.objects.create(
            offer=made_offer,
            days=days,
            starts=starts,
            ends=ends,
            source="own_csv",
            told_on=on,
        )
    for field, value in facts.items():
        Fact.objects.create(
            offer=made_offer,
            field=field,
            value=value,
            source="own_csv",
            told_by="Hollin Bridge Clay Circle",
            told_on=on,
        )
    return made_offer


def derive(made: Region, *, weeks: int = 2) -> None:
    """Make all that search and pages read."""
    first = this_week()
    listings.derive(
        region=made.slug,
        weeks=[first.later(n) for n in range(weeks)],
        by=Actor.command("test"),
        calendar=ground.calendar(made.slug),
    )


def day_of_next_week(number: int) -> date:
    return next_week().days[number]
