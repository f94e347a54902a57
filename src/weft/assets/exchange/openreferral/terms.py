"""Which taxonomies do we tell, and which of their terms is an offer under?

Three, none of which replaces another: what kind of thing it is, how one takes part, and
the words of whoever told of it. A term's number is made of its taxonomy's and its name,
so that it is the same on every machine and after every rebuilding.
"""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, UUID, uuid5

from weft.assets.domain.kinds import OFFER_WORDS, Manner, OfferKind
from weft.assets.domain.told import AssetTold, OfferTold
from weft.standards.openreferral import (
    Attribute,
    Organization,
    Service,
    Taxonomy,
    Term,
)


def _taxonomy(name: str, description: str) -> Taxonomy:
    own = str(uuid5(NAMESPACE_URL, f"weft taxonomy {name}"))
    return Taxonomy(id=own, name=name, description=description)


KINDS = _taxonomy(
    "kinds of offers",
    "What kind of thing it is, in any mix: creative, cultural, community and others.",
)
MANNERS = _taxonomy(
    "ways of taking part", "Whether one makes, watches, joins or plays."
)
OWN_WORDS = _taxonomy(
    "words of their own", "What whoever told us calls it; nobody has tidied these."
)
TAXONOMIES = (KINDS, MANNERS, OWN_WORDS)
HOLDERS = _taxonomy(
    "what holders say",
    "What the people who hold something ask of whoever tells of it or uses it.",
)
ON_THEIR_TERMS = Term(
    id=str(uuid5(UUID(HOLDERS.id), "on their terms")),
    name="on their terms",
    taxonomy=HOLDERS,
    description="On whose terms it may be told, used or asked for, in their words.",
)
"""The standard has no field for a holder's own terms; this goes with the organisation
as an attribute, whose value is their words."""

_MANNER_WORDS: dict[Manner, str] = {
    Manner.MAKE: "One makes something.",
    Manner.WATCH: "One watches or listens.",
    Manner.JOIN: "One joins in.",
    Manner.LEARN: "One learns something.",
    Manner.PLAY: "One plays.",
}


def taxonomy_of(number: UUID) -> Taxonomy | None:
    """Find one of our taxonomies by its number."""
    known = (*TAXONOMIES, HOLDERS)
    return next((one for one in known if one.id == str(number)), None)


def term_of(taxonomy: Taxonomy, name: str) -> Term:
    """Make the term of a name; what a kind or a manner means is told with it."""
    meanings: dict[str, str] = {
        KINDS.id: OFFER_WORDS[OfferKind(name)] if name in set(OfferKind) else "",
        MANNERS.id: _MANNER_WORDS[Manner(name)] if name in set(Manner) else "",
    }
    return Term(
        id=str(uuid5(UUID(taxonomy.id), name)),
        name=name,
        taxonomy=taxonomy,
        description=meanings.get(taxonomy.id, ""),
    )


def terms_of(offer: OfferTold) -> Iterator[Term]:
    """Say under which terms an offer is, each once."""
    for taxonomy, names in (
        (KINDS, offer.kinds),
        (MANNERS, offer.manner),
        (OWN_WORDS, (*offer.tags, *offer.art_forms)),
    ):
        for name in dict.fromkeys(names):
            yield term_of(taxonomy, name)


def said_by(group: AssetTold) -> tuple[Attribute, ...]:
    """Let a group's own terms travel with it."""
    if not group.terms:
        return ()
    return (Attribute(term=ON_THEIR_TERMS, value=group.terms),)


def terms_said(one: Organization) -> str:
    """Read the terms that an organisation's holder set at another Weft."""
    said = (a.value for a in one.attributes if a.term.id == ON_THEIR_TERMS.id)
    return next(said, "")


def under(taxonomy: Taxonomy, service: Service) -> tuple[str, ...]:
    """List the terms of one of our taxonomies that a service is told under."""
    names = (one.name for one in service.classed if one.taxonomy.id == taxonomy.id)
    known = {str(one) for one in (*OfferKind, *Manner)}
    return tuple(dict.fromkeys(name for name in names if name in known))


def own_words(service: Service) -> tuple[str, ...]:
    """List the terms of a service that are no more than somebody's words.

    Another publisher's «creative» is one; ours says to which taxonomy it belongs.
    """
    ours = {*under(KINDS, service), *under(MANNERS, service)}
    said = [one.name for one in service.classed if one.taxonomy.id == OWN_WORDS.id]
    others = (name for name in service.terms if name not in ours)
    return tuple(dict.fromkeys((*said, *others)))
