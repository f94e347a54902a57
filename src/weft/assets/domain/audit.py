"""How often is the list wrong? Fifty entries a month, drawn by chance and looked at.

The draw is a simple random sample without replacement: each entry's key is hashed with
the month's seed, and the smallest hashes are taken. Whoever has the seed and the keys
can draw it again, in any language, in whatever order the keys come.

Who could not be reached is told apart and never counted as right: the rate is of those
who were, and beside it stands what it would be if all the others were right, or wrong.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from weft.assets.domain.sureness import Aspect
from weft.commons.shares import wilson

A_MONTH = 50
"""Entries: an error rate of 10 in 100 is then known to about 8 in 100 either way."""


class Finding(StrEnum):
    """What came of looking at an entry."""

    RIGHT = "right"
    WRONG = "wrong"
    NOT_REACHED = "not_reached"  # nobody could tell: neither right nor wrong


class Side(StrEnum):
    """In what an entry was wrong."""

    EXISTS = "exists"
    WHEN = "when"
    WHERE = "where"
    PRICE = "price"
    REACH = "reach"
    ELSE = "else"

    @property
    def aspect(self) -> Aspect:
        """Say of which side of a thing we have heard."""
        return _ASPECTS[self]


_ASPECTS = {
    Side.EXISTS: Aspect.EXISTS,
    Side.WHEN: Aspect.DAYS,
    Side.WHERE: Aspect.ADDRESS,
    Side.PRICE: Aspect.PRICE,
    Side.REACH: Aspect.EMAIL,
    Side.ELSE: Aspect.WELCOME,
}


def drawn(keys: Iterable[str], seed: str, *, most: int = A_MONTH) -> tuple[str, ...]:
    """Draw entries by chance.

    Parameters
    ----------
    keys
        All that could be drawn, each once, in any order.
    seed
        Of the month.
    most
        How many; all, where there are fewer. A larger draw only adds to a smaller one.

    Returns
    -------
    tuple
        In the order of the draw, which is by chance too.
    """
    return tuple(sorted(keys, key=lambda key: _place(seed, key))[:most])


def _place(seed: str, key: str) -> str:
    return sha256(f"{seed} {key}".encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How often the list was wrong, and how well that is known.

    Attributes
    ----------
    drawn, not_reached, right, wrong
        Entries. Those drawn and not yet looked at are in none of the others.
    share
        Wrong, of those reached: 0 to 1.
    low, high
        Wilson's interval for it, 95 in 100.
    least, greatest
        The share of all that were looked at, were all who could not be reached right,
        or wrong.
    """

    drawn: int
    right: int
    wrong: int
    not_reached: int
    share: float
    low: float
    high: float
    least: float
    greatest: float

    @property
    def reached(self) -> int:
        """Count those of whom it is known."""
        return self.right + self.wrong

    @property
    def is_whole(self) -> bool:
        """Tell whether all that were drawn have been looked at."""
        return self.drawn == self.reached + self.not_reached


def rate_of(findings: Collection[Finding], *, of: int) -> Rate | None:
    """Reckon the error rate.

    Parameters
    ----------
    findings
        One for each entry that was looked at.
    of
        How many were drawn.

    Returns
    -------
    Rate | None
        None where nobody was reached: then nothing is known. The interval is Wilson's
        (E. B. Wilson, JASA 1927), which Brown, Cai and DasGupta (Statistical Science
        2001) advise for small samples. That the list is finite is left out, which
        makes it a little too wide.
    """
    right, wrong, unknown = (
        sum(one is kind for one in findings)
        for kind in (Finding.RIGHT, Finding.WRONG, Finding.NOT_REACHED)
    )
    reached = right + wrong
    if not reached:
        return None
    share = wrong / reached
    low, high = wilson(share, reached)
    return Rate(
        drawn=of,
        right=right,
        wrong=wrong,
        not_reached=unknown,
        share=share,
        low=low,
        high=high,
        least=wrong / len(findings),
        greatest=(wrong + unknown) / len(findings),
    )


def may_be_published(rate: Rate | None, *, fewest: int) -> bool:
    """Tell whether a month's rate may stand on a page.

    Only when all that was drawn was looked at, since who looks may begin with what is
    easy, and when enough were reached.

    Parameters
    ----------
    rate
        None where nobody was reached.
    fewest
        The smallest number that is shown (WEFT_FEWEST).
    """
    return rate is not None and rate.is_whole and rate.reached >= fewest
