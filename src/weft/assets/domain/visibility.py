"""Who may see an asset, in which channel, and how much of it?

One rule for every door: page, search, map, calendar, feed, bulk file, search engine,
embed. A channel that does not ask here does not exist (tests plant one). What is
*known to exist* shows that it is, of which kind, who holds it and on whose terms one
may ask: no name, no story, no place. What has no address (a story, a recipe, a
tradition) leaves its own page only through the channels its holder said yes to.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from weft.assets.domain.kinds import INTANGIBLE, AssetKind, Visibility


class Channel(StrEnum):
    """Every way by which something may be seen."""

    PAGE = "page"
    SEARCH = "search"  # our own search, its suggestions, and lists made from it
    MAP = "map"
    TILES = "tiles"
    CALENDAR = "calendar"
    PRINT = "print"
    EMBED = "embed"
    FEED = "feed"
    BULK = "bulk"
    SEARCH_ENGINE = "search_engine"


class Showing(IntEnum):
    """How much is seen; more includes less."""

    NOTHING = 0  # as if it were not there
    EXISTENCE = 1  # its kind, its holder, how to ask
    WHOLE = 2


ON_ITS_OWN_PAGE = frozenset({Channel.PAGE, Channel.PRINT})
"""Where somebody goes on purpose; every other channel carries things to people."""

WITH_A_PLACE = frozenset({Channel.MAP, Channel.TILES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What decides about an asset's being seen."""

    kind: AssetKind
    visibility: Visibility
    channels_allowed: Collection[str] = ()
    hidden_from_funders: bool = False


def showing(held: Held, channel: Channel, *, member: bool = False) -> Showing:
    """Say how much of an asset a channel may show.

    Parameters
    ----------
    held
        The asset's kind and what its holder decided.
    channel
        The way by which somebody would see it.
    member
        Whether whoever looks has been let in by the holder, which opens what is for
        members and what is only known to exist, on its own page alone.

    Returns
    -------
    Showing
        Never more for an outsider than for a member, and never more in another
        channel than on the thing's own page.
    """
    own_page = channel in ON_ITS_OWN_PAGE
    match held.visibility:
        case Visibility.HIDDEN:
            return Showing.NOTHING  # its holder was told: nobody can see it
        case Visibility.MEMBERS:
            return Showing.WHOLE if member and own_page else Showing.NOTHING
        case Visibility.KNOWN:
            seen = Showing.WHOLE if member else Showing.EXISTENCE
            return seen if own_page else Showing.NOTHING
        case Visibility.PUBLIC:
            allowed = own_page or _may_leave_its_page(held, channel)
            return Showing.WHOLE if allowed else Showing.NOTHING


def _may_leave_its_page(held: Held, channel: Channel) -> bool:
    """Tell whether a public asset may be carried into a channel."""
    if channel is Channel.BULK and held.hidden_from_funders:
        return False  # tables that are taken whole are what funders read
    if held.kind not in INTANGIBLE:
        return True
    if channel in WITH_A_PLACE:
        return False
    return channel in held.channels_allowed


def offer_is_shown(offer: Visibility, *, group: Held | None) -> bool:
    """Tell whether an offer may be seen: never more than the group that gives it.

    Parameters
    ----------
    offer
        What was said of the offer itself.
    group
        The group that gives it, or None where it is nobody's here.
    """
    group_is_public = group is None or group.visibility is Visibility.PUBLIC
    return offer is Visibility.PUBLIC and group_is_public


def is_listed(held: Held) -> bool:
    """Tell whether a search may find it."""
    return showing(held, Channel.SEARCH) is Showing.WHOLE


def shown_to_funders(held: Held) -> bool:
    """Tell whether a funder's page may name it; else it is in large totals only."""
    return held.visibility is Visibility.PUBLIC and not held.hidden_from_funders
