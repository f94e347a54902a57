"""How are a place, a group and something to do told in schema.org's words?

Only on pages that a search engine may keep (``for_search_engines``); what nobody has
told us is left out.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal

from markupsafe import Markup

from weft.assets.domain.facts import WORDS, FactField
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.listing import OF_THE_PLACE
from weft.assets.domain.told import ScheduleTold
from weft.assets.pages.presenters.shared import GROUPS, address_of, safe_address
from weft.assets.queries.about import AssetAbout, Brief, OfferAbout
from weft.standards import schemaorg
from weft.standards.schemaorg import Document, Price, Rule, Where, filled

Absolute = Callable[[str], str]
"""Makes a whole address of a path on this site."""

PLACES = frozenset({AssetKind.PLACE, AssetKind.AREA, AssetKind.LINE})
KINDS = {
    "library": "Library",
    "museum": "Museum",
    "gallery": "ArtGallery",
    "theatre": "PerformingArtsTheater",
    "cinema": "MovieTheater",
    "park": "Park",
    "playground": "Playground",
    "place_of_worship": "PlaceOfWorship",
    "cafe": "CafeOrCoffeeShop",
    "pub": "BarOrPub",
    "restaurant": "Restaurant",
    "sports_centre": "SportsActivityLocation",
    "pharmacy": "Pharmacy",
    "cemetery": "Cemetery",
}
"""Which kinds of places schema.org has a nearer word for; all others are a Place."""

MOST_DATES = 12


def asset_for_engines(about: AssetAbout, *, path: str, absolute: Absolute) -> Markup:
    """Tell a place or a group; "" where no search engine may keep its page."""
    if not about.for_search_engines or about.closed_on is not None:
        return Markup()
    if about.kind in GROUPS:
        return _script(_group(about, absolute(path)))
    if about.kind in PLACES:
        return _script(_place(about, absolute(path)))
    return Markup()


def offer_for_engines(
    about: OfferAbout, *, path: str, absolute: Absolute, now: datetime
) -> Markup:
    """Tell something to do; "" where no search engine may keep its page."""
    if not about.for_search_engines or about.closed_on is not None:
        return Markup()
    here = absolute(path)
    free = about.fact(FactField.FREE).value
    told: Document = {
        "@type": "EventSeries",
        "@id": here,
        "name": about.name,
        "url": here,
        "description": about.summary,
        "eventAttendanceMode": _mode(about),
        "eventSchedule": [
            schemaorg.schedule(rule) for rule in _rules(about.times.rules)
        ],
        "location": _location(about, absolute, here),
        "organizer": about.group and _named(about.group, absolute),
        "offers": [schemaorg.offer_of(price) for price in _prices(about)],
        "isAccessibleForFree": True if about.price_pence_most == 0 else free,
        "inLanguage": list(about.languages),
        "typicalAgeRange": schemaorg.ages(about.least_age, about.greatest_age),
        "subEvent": list(_coming(about, now)),
        "mainEntityOfPage": schemaorg.on_terms(here, about.terms),
    }
    return _script(filled(told))


def _script(told: Document) -> Markup:
    said = schemaorg.in_a_page({"@context": schemaorg.CONTEXT, **told})
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(said))  # noqa: S704 no sign of markup is left in it


def _group(about: AssetAbout, here: str) -> Document:
    told = schemaorg.organization(
        about.name,
        url=here,
        description=about.summary,
        telephone=about.telephone,
        sameAs=safe_address(about.website),
    )
    terms = schemaorg.on_terms(here, about.terms)
    return filled({**told, "@id": here, "mainEntityOfPage": terms})


def _place(about: AssetAbout, here: str) -> Document:
    told = schemaorg.place(
        Where(
            kind=KINDS.get(about.place_kind, "Place"),
            name=about.name,
            url=here,
            address=about.address,
            postcode=about.postcode,
            latitude=about.point.latitude if about.point else None,
            longitude=about.point.longitude if about.point else None,
        )
    )
    features = [
        schemaorg.feature(WORDS[one].yes, there=known.value)
        for one, known in about.facts.items()
        if one in OF_THE_PLACE and known.value is not None
    ]
    hours = [schemaorg.opening_hours(rule) for rule in _rules(about.times.rules)]
    more: Document = {
        "@id": here,
        "description": about.summary,
        "telephone": about.telephone,
        "sameAs": safe_address(about.website),
        "isAccessibleForFree": about.fact(FactField.FREE).value,
        "amenityFeature": features,
        "openingHoursSpecification": hours,
        "mainEntityOfPage": schemaorg.on_terms(here, about.terms),
    }
    return filled({**told, **more})


def _rules(told: tuple[ScheduleTold, ...]) -> Iterator[Rule]:
    """Give the rules with weekdays and a clock; those in OSM's words have neither."""
    for one in told:
        if one.days and one.starts and not one.rough:
            yield Rule(
                days=one.days,
                starts=one.starts,
                ends=one.ends,
                every_weeks=one.every_weeks,
                of_month=one.of_month,
                first_on=one.first_on,
                last_on=one.last_on,
                except_dates=one.except_dates,
            )


def _mode(about: OfferAbout) -> str:
    if about.online is None and about.place is None:
        return ""
    mode = "Online" if about.online and about.place is None else "Offline"
    mode = "Mixed" if about.online and about.place is not None else mode
    return f"{schemaorg.CONTEXT}/{mode}EventAttendanceMode"


def _location(about: OfferAbout, absolute: Absolute, here: str) -> Document | None:
    place = about.place
    if place is None:
        return schemaorg.online(here) if about.online else None
    point = place.brief.point
    return schemaorg.place(
        Where(
            name=place.brief.name,
            url=absolute(address_of(place.brief)),
            address=place.address,
            postcode=place.postcode,
            latitude=point.latitude if point else None,
            longitude=point.longitude if point else None,
        )
    )


def _named(brief: Brief, absolute: Absolute) -> Document:
    return schemaorg.organization(brief.name, url=absolute(address_of(brief)))


def _prices(about: OfferAbout) -> Iterator[Price]:
    pence = {about.price_pence_least, about.price_pence_most} - {None}
    for one in sorted(amount for amount in pence if amount is not None):
        yield Price(amount=str(Decimal(one) / 100), words=about.price_note)


def _coming(about: OfferAbout, now: datetime) -> Iterator[Document]:
    """Tell the next dates that are sure to hold."""
    coming = (
        one for one in about.times.sessions if one.certain and one.window.end > now
    )
    for _, one in zip(range(MOST_DATES), coming, strict=False):
        yield schemaorg.event(about.name, one.window.start, one.window.end)
