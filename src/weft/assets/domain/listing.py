"""What may a search say of an asset or an offer, in one flat line?

Made whole from what was told; nothing is said here that is not said there, and nothing
that its holder keeps from being seen. Words are folded as the index folds them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from weft.assets.domain.derived import Basis, derived
from weft.assets.domain.facts import OF_A_ROOM, FactField
from weft.assets.domain.kinds import (
    ASSET_WORDS,
    OFFER_WORDS,
    SOMETHING_TO_DO,
    AssetKind,
    OfferKind,
)
from weft.assets.domain.place_kinds import PlaceKind, place_kinds
from weft.assets.domain.schedules import Occurrence, is_standing
from weft.assets.domain.settling import Said, settled
from weft.assets.domain.told import ScheduleTold
from weft.commons.words import surfaces

OF_THE_PLACE = frozenset(
    {
        FactField.STEP_FREE,
        FactField.TOILETS,
        FactField.ACCESSIBLE_TOILET,
        FactField.PARKING,
        FactField.QUIET_ROOM,
        FactField.HEARING_LOOP,
        *OF_A_ROOM,
    }
)
"""What is so of a hall is so of what happens in it, unless the group says otherwise."""

SaidOf = Mapping[str, Sequence[Said]]
"""Every word on each fact, by the fact's field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When something is on, in the weeks that are listed."""

    schedules: tuple[ScheduleTold, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()

    @property
    def hours_known(self) -> bool:
        """Tell whether anybody has said when."""
        return any(s.opening_hours or s.starts is not None for s in self.schedules)

    @property
    def always_open(self) -> bool | None:
        """Tell whether one may come day and night; None where nobody has said."""
        if any(is_standing(schedule) for schedule in self.schedules):
            return True
        return False if self.hours_known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The texts by which something may be found."""

    texts: tuple[str, ...] = ()
    lists: tuple[Iterable[str], ...] = field(default=())

    def folded(self) -> str:
        """Write every word once, in the order in which it first comes."""
        several = (text for texts in self.lists for text in texts)
        words = (word for text in (*self.texts, *several) for word in _words(text))
        return " ".join(dict.fromkeys(words))


_words = lru_cache(maxsize=20_000)(surfaces)  # the words of a kind come again and again


def asset_label(kind: AssetKind, place_kind: str) -> str:
    """Say what a card calls an asset."""
    known = place_kinds().get(place_kind)
    return known.label if known else ASSET_WORDS[kind]


def offer_label(kinds: Iterable[str]) -> str:
    """Say what a card calls an offer: by the first of its kinds that we know."""
    known = (OFFER_WORDS[OfferKind(kind)] for kind in kinds if kind in set(OfferKind))
    return next(known, SOMETHING_TO_DO)


def place_kind_named(place_kind: str) -> PlaceKind | None:
    """Find the kind of a place, or None where it is not one of ours."""
    return place_kinds().get(place_kind)


def facts_of(
    said: SaidOf, basis: Basis, *, place: SaidOf | None = None
) -> dict[FactField, bool]:
    """Say yes or no to each fact that is known, in the order of the fields.

    Parameters
    ----------
    said
        What was said of the thing itself.
    basis
        What other facts follow from.
    place
        What was said of the place it happens at, if it is an offer.

    Returns
    -------
    dict
        What was told of the thing counts first, then what follows from its hours and
        price, then what is so of its place. What nobody knows is not in it.
    """
    follows = derived(basis)
    answers: dict[FactField, bool] = {}
    spoken_of = {*said, *follows, *(place or {})}
    for one in FactField:
        if one not in spoken_of:
            continue
        value = settled(said.get(one, ())).value
        if value is None and not said.get(one):
            value = follows.get(one)
            if value is None and place is not None and one in OF_THE_PLACE:
                value = settled(place.get(one, ())).value
        if value is not None:
            answers[one] = value
    return answers
