"""What has a feed brought, thing by thing, and what of it could not be read?"""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TypeVar

from weft.assets.domain.harvests import mark_of
from weft.assets.domain.told import AssetTold, OfferTold

T = TypeVar("T", AssetTold, OfferTold)
MOST_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class MarkedAsset:
    """An asset, and a mark of all that is told of it but when."""

    told: AssetTold
    mark: str


@dataclass(frozen=True, slots=True)
class MarkedOffer:
    """An offer, and a mark of all that is told of it."""

    told: OfferTold
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What one page of a feed tells, each thing once in the whole feed."""

    assets: tuple[MarkedAsset, ...] = ()
    offers: tuple[MarkedOffer, ...] = ()


@dataclass(slots=True)
class NotRead:
    """What of a feed could not be read, or is not used, for whoever publishes it.

    Attributes
    ----------
    of, twice, lost
        How many things there were; of these told twice, and of no use at all.
    fields
        Parts that are filled in and not used, and in how many things.
    problems
        What could not be understood, and how often; the numbers of a few in ``where``.
    people
        People's own data that the feed had and nobody keeps, and how often.
    """

    of: int = 0
    twice: int = 0
    lost: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    where: dict[str, list[str]] = field(default_factory=dict)
    people: Counter[str] = field(default_factory=Counter)

    def complain(self, problem: str, where: str) -> None:
        """Count a problem, in our words alone: what stood in a field is left out."""
        plain = problem.partition(":")[0][:120]
        self.problems[plain] += 1
        some = self.where.setdefault(plain, [])
        if where and where not in some and len(some) < MOST_EXAMPLES:
            some.append(where[:120])


def marked_offer(told: OfferTold, *, dated: bool) -> MarkedOffer:
    """Mark an offer.

    Parameters
    ----------
    told
        The offer.
    dated
        Whether its date says that somebody looked then; where it only says when a
        record was written, a new date is nothing new.
    """
    return MarkedOffer(told, mark_of(told if dated else _undated(told)))


def marked_asset(told: AssetTold) -> MarkedAsset:
    """Mark an asset; several services tell of it, each with a date of its own."""
    return MarkedAsset(told, mark_of(_undated(told)))


def _undated(told: T) -> T:
    return replace(
        told,
        told_on=None,
        facts=tuple(replace(one, told_on=None) for one in told.facts),
        schedules=tuple(replace(one, told_on=None) for one in told.schedules),
    )
