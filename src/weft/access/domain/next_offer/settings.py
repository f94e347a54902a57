"""What does somebody who asks for the next offer wish, and what does each person count?

All of it stands in the link; nothing is kept.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from weft.access.domain.next_offer.prepared import Prepared
from weft.access.domain.siting.asked import Floats
from weft.assets.domain.kinds import OfferKind

MOST_DEPRIVED, TENTHS = 1, 10
MOST_OFFERS = 10
HEAVIEST = 3


class Weights(StrEnum):
    """What each person counts for."""

    ALIKE = "alike"
    NEED = "need"  # twice as much in the tenth where most go short, evenly down to once
    OWN = "own"  # by the priorities that a community stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A question to the page.

    Attributes
    ----------
    most
        How many offers at most, 1 to ``MOST_OFFERS``.
    budget_pence
        For all of them together, a week; None for no limit.
    own
        By life, 0 to ``HEAVIEST``; 1 where a life is not named. Counts with
        ``Weights.OWN``.
    own_areas
        By area, what a person there counts for; once where it is not named. Likewise.
    kinds_first
        Of what brings nearly as much, which kinds are taken before others. Likewise.
    kinds
        Of what may be put on.
    only_told
        Whether only rooms count whose holder said that they are empty then.
    unknown_is_yes
        Whether what is unknown of a room counts as yes.
    hire_pence, host_pence, tongue_pence
        An hour: of a room whose price nobody has told us; of whoever hosts; besides, of
        one who speaks another language too.
    """

    most: int = 3
    budget_pence: int | None = None
    weights: Weights = Weights.ALIKE
    own: tuple[tuple[str, int], ...] = ()
    own_areas: tuple[tuple[str, int], ...] = ()
    kinds_first: tuple[OfferKind, ...] = ()
    kinds: tuple[OfferKind, ...] = (
        OfferKind.CREATIVE,
        OfferKind.FOOD,
        OfferKind.MOVEMENT,
    )
    only_told: bool = False
    unknown_is_yes: bool = False
    hire_pence: int = 1_000
    host_pence: int = 2_000
    tongue_pence: int = 1_500


USUAL = Settings()


def by_need(settings: Settings) -> Settings:
    """Give the same question, asked by need and not by anybody's own order."""
    return replace(settings, weights=Weights.NEED, own=(), own_areas=(), kinds_first=())


def weights_of(told: Prepared, settings: Settings) -> Floats:
    """Say what each person counts for, (lives, areas)."""
    shape = told.people.shape
    if settings.weights is Weights.NEED:
        known = told.tenth > 0
        by_area = np.where(
            known, 1 + (TENTHS - told.tenth) / (TENTHS - MOST_DEPRIVED), 1.0
        )
        return np.broadcast_to(by_area, shape).astype(np.float64)
    if settings.weights is Weights.OWN:
        own, areas = dict(settings.own), dict(settings.own_areas)
        by_life = np.array([own.get(life, 1) for life in told.lives], dtype=np.float64)
        by_area = np.array([areas.get(one, 1) for one in told.areas], dtype=np.float64)
        return np.asarray(by_life[:, None] * by_area[None, :], dtype=np.float64)
    return np.ones(shape)
