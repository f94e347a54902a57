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
from weft.shell.site import ENGLISH, Language, Link, Site


def whose(request: HttpRequest) -> Site:
    """Say whose Weft it is, from what has been built.

    The first page has the languages in a row, each in its own script; the others are
    spared it until there is something to read behind each.
    """
    built = regions()
    site = site_for(built)
    first_page = request.path == reverse("web:home")
    return site.speaking(*languages_of(built)) if first_page else site


def languages_of(built: list[RegionAbout]) -> tuple[Language, ...]:
    """List the languages of these regions, in their own order."""
    codes = dict.fromkeys(code for one in built for code in one.languages)
    return tuple(
        Language(
            code=code,
            address=reverse("web:home")
            if code == ENGLISH.code
            else reverse("web:language", args=[code]),
        )
        for code in codes
    )


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
            Link(words="Have you got an hour?", address=reverse("web:help_out")),
            Link(words="Has life turned?", address=reverse("web:turns")),
            Link(words="What is new", address=reverse("web:new")),
            Link(words="Tell us something", address=reverse("assets:tell_us")),
            Link(
                words="What we hold about you: nothing", address=reverse("web:privacy")
            ),
            Link(words="Open data, and how we reckon", address=reverse("web:open")),
            Link(words="Can everybody use this?", address=reverse("web:accessibility")),
        ),
    )
