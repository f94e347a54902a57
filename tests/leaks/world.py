"""A valley with something that is only known to exist, and words that are its own."""

from dataclasses import dataclass
from datetime import time

from tests.web import valley
from weft.assets.models import Asset, Door, Fact, Offer, OtherName, Tie
from weft.commons.places import Point

PLACE = Point(53.7487654, -2.0098765)  # among all the others, and nowhere near a name
SHAPE = {
    "type": "Polygon",
    "coordinates": [
        [[-2.0093, 53.7483], [-2.0093, 53.7493], [-2.0103, 53.7493], [-2.0093, 53.7483]]
    ],
}
EVERY_CHANNEL = [
    "search",
    "feed",
    "bulk",
    "calendar",
    "embed",
    "search_engine",
    "map",
    "tiles",
]
WORDS = (
    "zquillemoot",  # its name, and what it is misspelt as
    "zsummary",
    "zstory",
    "zginnel",
    "zd3 9qz",
    "zd39qz",
    "960 777",
    "zweb.example",
    "zreach",
    "ztag",
    "zothername",
    "zteller",
    "zaccess",
    "zevening",  # what it gives
    "zofferword",
    "zwhofor",
    "zpart",  # what is a part of it
    "zdoor",
    "zpicture",
    "53.7487",
    "2.00987",
    "53.7493",
    "2.0103",
)
"""What must be nowhere, in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The valley, and what in it is only known to exist."""

    slug: str
    known: Asset
    holder: Asset
    group: Asset
    offer: Offer
    kept: tuple[str, ...]  # numbers that only its own page may say

    @property
    def nowhere(self) -> tuple[str, ...]:
        """List all that must be nowhere."""
        return (*WORDS, *self.kept)


def a_world(*, visibility: str = "known") -> World:
    """Make it: its holder said yes to every channel, and then that it is only known."""
    region = valley.region()
    hall = valley.place(region, address="1 Mill Lane, Aldermill", postcode="ZD3 8EH")
    park = valley.place(region, "Old Park", kind="area", point=valley.north_of_home(90))
    group = valley.group(region, "Aldermill Singers", summary="We sing.")
    holder = valley.group(region, "Hollin Bridge Elders", latitude=None, longitude=None)
    known = valley.place(
        region,
        "Zquillemoot",
        point=PLACE,
        kind="tradition",
        place_kind="",
        visibility=visibility,
        summary="Zsummary of it.",
        story="Zstory, told at night.",
        shape=SHAPE,
        gates=[[-2.0103, 53.7493]],
        address="9 Zginnel Fold, Aldermill",
        postcode="ZD3 9QZ",
        telephone="01632 960 777",
        website="https://zweb.example.org",
        reach="zreach of forty",
        tags=["ztag"],
        terms="Ask us first, over tea.",
        how_to_join="Ring the Elders.",
        channels_allowed=EVERY_CHANNEL,
        told_by="Zteller",
    )
    OtherName.objects.create(asset=known, name="Zothername", language="ur")
    Fact.objects.create(asset=known, field="access", value="Zaccess.", source="us")
    by_itself = {"source": "us", "told_by": "Zquillemoot"}  # as groups tell of theirs
    Tie.objects.create(asset=known, kind="holds", to=holder, **by_itself)
    Tie.objects.create(asset=known, kind="decides", to=known, **by_itself)
    Tie.objects.create(asset=known, kind="runs", to_name="Zquillemoot", **by_itself)
    Tie.objects.create(asset=holder, kind="works_with", to=known, source="us")
    Tie.objects.create(asset=group, kind="meets_at", to=known, source="us")
    Door.objects.create(
        place=known,
        described="Zdoor of it",
        shown=True,
        width=960,
        height=640,
        small=b"zpicture",
        large=b"zpicture",
        given_on=known.told_on,
    )
    part = valley.place(
        region, "Next to it", part_of=known, point=valley.north_of_home(200)
    )
    valley.place(
        region, "Zpart", part_of=part, visibility="hidden", point=PLACE, shape=SHAPE
    )
    given = valley.offer(
        region,
        "Zevening of it",
        group=known,
        place=hall,
        tags=["zofferword"],
        facts={"who_for": "Zwhofor"},
    )
    offer = valley.offer(region, "Singing", group=group, place=hall)
    valley.offer(
        region, "Humming", group=group, place=known, on=([3], time(14), time(15))
    )
    valley.offer(region, "Sitting", group=group, place=park)
    valley.derive(region)
    return World(
        slug=region.slug,
        known=known,
        holder=holder,
        group=group,
        offer=offer,
        kept=(str(known.pk), str(given.pk)),
    )
