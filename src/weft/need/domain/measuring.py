"""What number answers a question about an area, and from which columns?

A question on a page is answered in one or several ways: a published rate as it is, or
so many of so many counted in a census table. The first way whose columns are loaded
is taken, and says which table it came from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame, Numbers


class Theme(StrEnum):
    """What a question is about, as the page groups them."""

    TOGETHER = "Many things at once"
    MONEY = "Money and work"
    HOME = "Homes"
    HEALTH = "Health and care"
    COMPANY = "Company"
    LANGUAGE = "Languages and being online"
    PLACE = "The place around"
    PEOPLE = "Who lives here"
    JOBS = "Work and the way there"


class Harder(StrEnum):
    """Which way of a number means that more is missing around people."""

    MORE = "more"
    FEWER = "fewer"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of answering: some columns, as they are or as a part of another.

    ``number`` are the keys that are added up; ``of`` is the key of the whole they are
    a part of, "" for numbers taken as they are; ``but`` are keys taken away from the
    whole instead, as everybody but those who give no care.
    """

    number: tuple[str, ...] = ()
    of: str = ""
    but: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """List every column it needs."""
        return (*self.number, *self.but, *((self.of,) if self.of else ()))

    def is_in(self, frame: AreaFrame) -> bool:
        """Tell whether a table has all of them."""
        return all(key in frame for key in self.keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A question about areas, with its answer's words.

    Attributes
    ----------
    key
        Its part of the page's address.
    question
        The heading, in plain words.
    sentence
        The answer, with ``{value}`` where the number goes.
    short
        What is counted, for the head of a column.
    missing
        What people go without where this is so; "" where nothing is missing.
    official
        The publisher's own name of it.
    theme
        Under which heading it stands.
    harder
        Which way means that more is missing.
    ways
        How it is answered, the best first.
    note
        What a reader must know before using it.
    """

    key: str
    question: str
    sentence: str
    short: str
    official: str
    theme: Theme
    ways: tuple[Way, ...]
    missing: str = ""
    harder: Harder = Harder.MORE
    note: str = ""

    def way_in(self, frame: AreaFrame) -> Way | None:
        """Find the best way that a table allows, if any."""
        return next((way for way in self.ways if way.is_in(frame)), None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """The answers for many areas.

    ``values`` and ``weights`` have one number for each of ``codes``; weights are the
    people or homes behind a share, None where the table does not say them. ``column``
    says what the numbers are.
    """

    codes: tuple[str, ...]
    values: Numbers
    weights: Numbers | None
    column: Column

    def at(self, code: str) -> float | None:
        """Give one area's number; None where it is not known."""
        if code not in self.codes:
            return None
        number = float(self.values[self.codes.index(code)])
        return None if np.isnan(number) else number

    def of(self, codes: Sequence[str]) -> "Measured":
        """Keep some areas, in the order of ``self``."""
        known = set(codes)
        at = [n for n, code in enumerate(self.codes) if code in known]
        return Measured(
            codes=tuple(self.codes[n] for n in at),
            values=self.values[at],
            weights=None if self.weights is None else self.weights[at],
            column=self.column,
        )


def measured(frame: AreaFrame, way: Way) -> Measured:
    """Answer in one way for every area of a table.

    Parameters
    ----------
    frame
        A table for which ``way.is_in(frame)``.
    way
        How.

    Returns
    -------
    Measured
        Shares run from 0 to 1 and are ``nan`` where the whole is nought or a part is
        not known; other numbers are as published.
    """
    if not way.of:
        column = frame.about(way.number[0])
        weights = (
            frame.column(column.denominator)
            if column.kind is Kind.RATE and column.denominator in frame
            else None
        )
        values = np.sum([frame.column(key) for key in way.number], axis=0)
        return Measured(
            codes=frame.codes, values=values, weights=weights, column=column
        )
    whole = frame.column(way.of)
    part = (
        whole - np.sum([frame.column(key) for key in way.but], axis=0)
        if way.but
        else np.sum([frame.column(key) for key in way.number], axis=0)
    )
    share = np.divide(part, whole, out=np.full_like(whole, np.nan), where=whole > 0)
    return Measured(
        codes=frame.codes,
        values=share,
        weights=whole,
        column=_share_column(frame, way),
    )


def _share_column(frame: AreaFrame, way: Way) -> Column:
    """Say what a reckoned share is."""
    whole = frame.about(way.of)
    parts = " + ".join(frame.about(key).label for key in (*way.number, *way.but))
    label = f"{'All but ' if way.but else ''}{parts}"
    return Column(
        key="+".join((*way.number, *way.but)),
        label=label,
        unit="share",
        kind=Kind.RATE,
        denominator=way.of,
        of_whom=whole.of_whom,
    )
