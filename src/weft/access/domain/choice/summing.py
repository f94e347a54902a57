"""How many people have three real choices, and what would give more of them three?

People count, and not areas. Where nobody knows how many live so in an area the people
are 0 there, and ``areas_unknown`` of the life's head-count says so beside.
"""

from dataclasses import dataclass

import numpy as np

from weft.access.domain.choice.choosing import RealChoice
from weft.access.domain.choice.values import Condition, Longs, Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ForPeople:
    """A region's numbers for each life; the second axis is the plane.

    Attributes
    ----------
    people
        Thousandths, (lives,).
    with_three
        Thousandths of people, (lives, 2).
    more_with_three
        For each condition, thousandths of people who have none and would have three if
        it alone were lifted, (lives, 2, 7).
    more_offers
        For each condition, how many more offers a person would have on average,
        (lives, 2, 7); 0 where there are no people.
    by_hour
        Thousandths of people for whom something is on in each hour, (lives, 2, 192).
    """

    people: Longs
    with_three: Longs
    more_with_three: Longs
    more_offers: Numbers
    by_hour: Longs

    def more_of(self, condition: Condition) -> Longs:
        """Give one condition's line of the ledger: (lives, 2)."""
        return np.asarray(self.more_with_three[..., condition])


def for_people(choice: RealChoice, people: Longs) -> ForPeople:
    """Add up over areas.

    Parameters
    ----------
    choice
        What is within reach.
    people
        ``Areas.people``: thousandths, (lives, areas).
    """
    heads = people[:, :, None]
    whole = people.sum(axis=1)
    weighted = np.einsum("la,lapc->lpc", people, choice.more.astype(np.int64))
    mean = np.divide(
        weighted,
        whole[:, None, None],
        out=np.zeros(weighted.shape),
        where=whole[:, None, None] > 0,
    )
    return ForPeople(
        people=whole,
        with_three=(choice.has_three * heads).sum(axis=1),
        more_with_three=(choice.would_have_three * heads[..., None]).sum(axis=1),
        more_offers=mean,
        by_hour=np.stack(
            [
                (on * some[:, None, None]).sum(axis=0)
                for on, some in zip(choice.hours_on, people, strict=True)
            ]
        )
        if len(people)
        else np.zeros((0, 2, 192), dtype=np.int64),
    )
