"""What do all accounts say together of two things?

Several people may tell of the same two things, and not alike. All that is told from one
thing to another is one arrow, which keeps every account. Where one says «more» and
another «less», nobody here decides between them: the arrow's sign is not known, and
neither is which way a loop turns that runs through it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from weft.voices.domain.kinds import Basis, Scale, Sign
from weft.voices.domain.told import CauseTold

MAKING = frozenset({Basis.STATED, Basis.INFERRED})
"""What makes something else more or less; the others are kept and shown."""

_FIRMEST = (Basis.STATED, Basis.INFERRED, Basis.OPEN, Basis.PART_OF, Basis.TONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """All that is told from one thing to another.

    Attributes
    ----------
    sign
        UNKNOWN where accounts differ, or none says.
    basis
        The firmest: an arrow that one stated and another inferred is stated.
    takes_time
        True where anybody says so; None where nobody said either.
    scale
        UNKNOWN where accounts differ, or none says.
    told
        Every account, in the order in which they came; never empty.
    """

    cause: str
    effect: str
    sign: Sign
    basis: Basis
    takes_time: bool | None
    scale: Scale
    told: tuple[CauseTold, ...]

    @property
    def disputed(self) -> bool:
        """Say whether some say «more» and others «less»."""
        return {Sign.MORE, Sign.LESS} <= {one.sign for one in self.told}

    @property
    def words(self) -> tuple[str, ...]:
        """List the passages that tell of it, by ref, each once."""
        return tuple(dict.fromkeys(ref for one in self.told for ref in one.words))

    def said(self, sign: Sign) -> tuple[str, ...]:
        """List the passages by which it goes one way."""
        told = (one.words for one in self.told if one.sign is sign)
        return tuple(dict.fromkeys(ref for words in told for ref in words))


def arrows_of(told: Iterable[CauseTold]) -> tuple[Arrow, ...]:
    """Bring all accounts of the same two things together, in the order told.

    What runs both ways by one account is two arrows, and that account stands at both.
    """
    together: dict[tuple[str, str], list[CauseTold]] = {}
    for one in told:
        together.setdefault((one.cause, one.effect), []).append(one)
        if one.both_ways and one.cause != one.effect:
            back = replace(one, cause=one.effect, effect=one.cause)
            together.setdefault((back.cause, back.effect), []).append(back)
    return tuple(_arrow(accounts) for accounts in together.values())


def is_a_cause(arrow: Arrow) -> bool:
    """Tell a cause from «is a part of», an open question and a tone of voice."""
    return arrow.basis in MAKING


def _arrow(accounts: list[CauseTold]) -> Arrow:
    first = accounts[0]
    causes = [one for one in accounts if one.basis in MAKING] or accounts
    signs = {one.sign for one in causes} - {Sign.UNKNOWN}
    scales = {one.scale for one in causes} - {Scale.UNKNOWN}
    times = {one.takes_time for one in causes} - {None}
    return Arrow(
        cause=first.cause,
        effect=first.effect,
        sign=signs.pop() if len(signs) == 1 else Sign.UNKNOWN,
        basis=min((one.basis for one in accounts), key=_FIRMEST.index),
        takes_time=any(times) if times else None,
        scale=scales.pop() if len(scales) == 1 else Scale.UNKNOWN,
        told=tuple(accounts),
    )
