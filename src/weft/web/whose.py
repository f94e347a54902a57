"""Whose Weft is this: which region's name and telephone stand on every page?

A deployment's own telephone (WEFT_TELEPHONE) comes before the region's: whoever runs
the house knows who picks up. Where a data folder holds several regions their names
stand together.
"""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from weft.commons.saying import listed
from weft.ground.queries import RegionAbout, regions
from weft.shell.site import Link, Site


def whose(_request: HttpRequest) -> Site:
    """Say whose Weft it is, from what has been built."""
    return site_for(regions())


def site_for(built: list[RegionAbout]) -> Site:
    """Put together what stands on every page of these regions."""
    first = built[0] if built else None
    return Site(
        name=listed([region.name for region in built]),
        made_up=any(region.made_up for region in built),
        telephone=settings.TELEPHONE or (first.telephone if first else ""),
        telephone_hours=settings.TELEPHONE_HOURS
        or (first.telephone_hours if first and not settings.TELEPHONE else ""),
        menu=(
            Link(words="Find something", address=reverse("web:home")),
            Link(words="Places", address=reverse("web:places")),
            Link(words="Map", address=reverse("web:map")),
            Link(words="My list", address=reverse("web:my_list")),
        ),
        foot=(
            Link(
                words="What we hold about you: nothing", address=reverse("web:privacy")
            ),
            Link(words="Open data, and how we reckon", address=reverse("web:open")),
            Link(words="Can everybody use this?", address=reverse("web:accessibility")),
        ),
    )
