"""Whose Weft is this: which region's name and telephone stand on every page?

A deployment's own telephone (WEFT_TELEPHONE) comes before the region's: whoever runs
the house knows who picks up. Where a data folder holds several regions their names
stand together.
"""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from weft.commons.saying import listed
from weft.commons.tongues import Tongue
from weft.ground.queries import RegionAbout, regions
from weft.shell.site import Language, Link, Site
from weft.shell.tongues import as_language, in_tongue, offered

READ_BY_LINK = frozenset({"web:home", "assets:offer"})
"""Pages that say the closed vocabulary in any language, and are asked for by a link;
what fits somebody is asked for by a form, and its page has the languages in one."""


def whose(request: HttpRequest) -> Site:
    """Say whose Weft it is, from what has been built.

    The first page and the pages of offers have the languages in a row, each in its own
    script; the others are spared it.
    """
    built = regions()
    site = site_for(built)
    matched = request.resolver_match
    if matched is None or matched.view_name not in READ_BY_LINK:
        return site
    return site.speaking(*languages_of(built, request.path))


def tongues_here() -> tuple[Tongue, ...]:
    """List in which languages one can read here, in the regions' own order."""
    return offered(spoken_in(regions()))


def spoken_in(built: Iterable[RegionAbout]) -> tuple[str, ...]:
    """List the languages that are spoken in these regions, in their own order."""
    return tuple(dict.fromkeys(code for one in built for code in one.languages))


def languages_of(built: list[RegionAbout], here: str) -> tuple[Language, ...]:
    """List the languages of these regions, with where each can be read.

    Parameters
    ----------
    built
        The regions.
    here
        The page that is read. A language that we do not speak yet has a page of its
        own, with a telephone.
    """
    return tuple(
        language
        for code in spoken_in(built)
        for language in (
            [as_language(one, in_tongue(here, one)) for one in offered([code])]
            or [Language(code=code, address=reverse("web:language", args=[code]))]
        )
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
            Link(words="Voices", address=reverse("voices:front")),
            Link(words="My list", address=reverse("web:my_list")),
        ),
        foot=(
            Link(words="Have you got an hour?", address=reverse("web:help_out")),
            Link(words="With somebody, in a hurry?", address=reverse("web:quick")),
            Link(words="Has life turned?", address=reverse("web:turns")),
            Link(words="What is new", address=reverse("web:new")),
            Link(words="Tell us something", address=reverse("assets:tell_us")),
            Link(
                words="What we hold about you: nothing", address=reverse("web:privacy")
            ),
            Link(words="Who has a choice here?", address=reverse("access:front")),
            Link(words="Open data, and how we reckon", address=reverse("web:open")),
            Link(words="Can everybody use this?", address=reverse("web:accessibility")),
        ),
    )
