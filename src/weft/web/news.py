"""What is new near somebody, and on for a while there?"""

from dataclasses import dataclass
from datetime import datetime

from weft.assets.domain.visibility import Channel
from weft.assets.queries.news import (
    CampaignAbout,
    Near,
    NewThings,
    campaigns,
    kinds_of_new,
    new_since,
    new_things,
)
from weft.commons.saying import day_of
from weft.ground import queries as ground

FAR = (2, 5, 10, 20)
USUAL_FAR = 5
METRES = 1_000
WIDE = frozenset(
    {
        ground.StartKind.AREA_CODE,
        ground.StartKind.OUTWARD,
        ground.StartKind.SQUARE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsAsked:
    """From where, how far and of which kind; ``near`` is "" for all there is."""

    near: str = ""
    far: int = USUAL_FAR  # km, as the crow flies
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new and what is on for a while.

    ``start`` never holds a whole postcode. ``kinds`` are those of all that is new.
    """

    asked: NewsAsked
    start: ground.StartFound | None
    new: NewThings
    campaigns: tuple[CampaignAbout, ...]
    kinds: tuple[str, ...]
    region: str

    @property
    def coarse(self) -> str:
        """Give the word for the place that may stand in an address.

        Whoever asked for a neighbourhood or the beginning of a postcode means all of
        it, and not the small area in its middle.
        """
        if self.start is None:
            return ""
        return self.asked.near if self.start.kind in WIDE else self.start.coarse


def news(
    asked: NewsAsked, *, now: datetime, channel: Channel
) -> News | ground.Start | None:
    """Gather what is new.

    Returns
    -------
    News, Start or None
        The places that may be meant, where it is not one; None where no region is
        built.
    """
    start = ground.find_start(asked.near) if asked.near else None
    if start is not None and not isinstance(start, ground.StartFound):
        return start
    slugs = [one.slug for one in ground.regions()]
    region = start.region if start and start.region else next(iter(slugs), "")
    if not region:
        return None
    after, metres = new_since(now), asked.far * METRES
    return News(
        asked=asked,
        start=ground.forgotten(start) if start else None,
        new=new_things(
            region,
            after=after,
            channel=channel,
            near=Near(point=start.point, metres=metres) if start else None,
            kind=asked.kind,
        ),
        campaigns=campaigns(
            region, today=day_of(now), area=start.area if start else ""
        ),
        kinds=kinds_of_new(region, after=after),
        region=region,
    )
