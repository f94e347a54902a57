"""A small register that tests load: what the usual case is, stated once."""

from datetime import date, time

from tests.assets.asking import A_REGION, MONDAY, an_asked
from weft.accounts.actors import Actor
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.told import AssetTold, OfferTold, ScheduleTold, Told
from weft.assets.services.loading import load
from weft.commons.places import Point
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Reading
from weft.ground.models import Region

BY = Actor.command("test")
HERE = Point(53.73, -1.98)
TOLD_ON = date(2026, 10, 1)


def an_asset(reference="hall", **told):
    usual = {
        "kind": AssetKind.PLACE,
        "name": reference.title(),
        "point": HERE if told.get("kind", AssetKind.PLACE) is AssetKind.PLACE else None,
        "told_by": "us",
        "told_on": TOLD_ON,
    }
    return AssetTold(reference=reference, **(usual | told))


def an_offer(reference="choir", **told):
    usual = {"name": reference.title(), "told_by": "us", "told_on": TOLD_ON}
    return OfferTold(reference=reference, **(usual | told))


def on(*days, starts=time(10), ends=time(12), **told):
    return ScheduleTold(days=days, starts=starts, ends=ends, **told)


def a_reading(*things, source="us", later=()):
    return Reading(
        asked=an_asked(source=source),
        content=Told(
            assets=[one for one in things if isinstance(one, AssetTold)],
            offers=[one for one in things if isinstance(one, OfferTold)],
            later_facts=later,
        ),
        tally=Tally(),
    )


def told(*things, source="us", region=A_REGION.slug, week=MONDAY, later=()):
    """Load what one source tells."""
    readings = [a_reading(*things, source=source, later=later)]
    load_all(readings, region=region, week=week)
    return readings[0]


def load_all(readings, *, region=A_REGION.slug, week=MONDAY):
    Region.objects.get_or_create(slug=region, defaults={"name": region.title()})
    load(region=region, readings=readings, by=BY, week=week)
