"""How is it said whether the answer changes, if we took something else for granted?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from weft.access.domain.choice.values import CERTAIN, POSSIBLE, Flags, Longs
from weft.access.domain.choice.varying import (
    LESS_TIME,
    MORE_MARGIN,
    MORE_MONEY,
    MORE_TIME,
    Change,
)
from weft.access.domain.neighbourhoods import added_up, barest, under
from weft.access.domain.published import Published
from weft.access.domain.spans import MINUTE
from weft.access.pages.presenters.neighbourhoods import Around
from weft.access.pages.presenters.said import LICENCE, people, source_of
from weft.access.queries.weeks import PublishedAbout
from weft.commons.saying import counted, money
from weft.shell.plots import Caption, Mark, Plot, bars
from weft.shell.tables import Column, Table

CHANGES = {
    Change.LESS_TIME: f"{LESS_TIME // MINUTE} minutes less to get there",
    Change.MORE_TIME: f"{MORE_TIME // MINUTE} minutes more to get there",
    Change.NO_MONEY: "No money at all",
    Change.MORE_MONEY: f"{money(MORE_MONEY)} more for a visit",
    Change.NO_MARGIN: "No time to spare",
    Change.MORE_MARGIN: f"{MORE_MARGIN // MINUTE} minutes more to spare",
}
AS_PUBLISHED = "As published"
AS_YES = "All that nobody knows taken as yes"


class Line(NamedTuple):
    """One way to reckon: in words, how many are without three, where most of them."""

    words: str
    without: int
    same: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """One life, reckoned otherwise. What nobody knows is taken as no unless said."""

    published: Published
    week: PublishedAbout
    life: int
    around: Around

    @property
    def known(self) -> bool:
        """Tell whether the week says so, and anybody knows how many live so."""
        return bool(len(self.published.changed) and self._people.any())

    @property
    def _people(self) -> Longs:
        told: Longs = self.published.people[self.life]
        return told

    def _told(self) -> Iterator[tuple[str, Flags]]:
        has = self.published.choice.has_three[self.life]
        yield AS_PUBLISHED, has[:, CERTAIN]
        for change, words in CHANGES.items():
            yield words, under(self.published, self.life, change)
        yield AS_YES, has[:, POSSIBLE]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Reckon each way."""
        if not self.known:
            return ()
        number = len(self.around.names)
        found: list[Line] = []
        first: frozenset[int] | None = None
        for words, has in self._told():
            without = self._people * ~has
            where = barest(added_up(without, self.around.of, number))
            first = where if first is None else first
            same = _same(first, where) if found else ""
            found.append(Line(words, people(int(without.sum())), same))
        return tuple(found)

    @property
    def answer(self) -> str:
        """Say how far the number moves, and whether the places do."""
        counts = [one.without for one in self.lines]
        if not counts or min(counts) == max(counts):
            return "No. However we reckon, the number stays the same."
        return (
            f"The number does: from {min(counts):,} to {max(counts):,} people without "
            f"three, as against {counts[0]:,} as published."
        )

    @property
    def plot(self) -> Plot | None:
        """Draw each way beside the published one."""
        if not self.lines:
            return None
        marks = [
            Mark(
                name=one.words,
                value=one.without,
                note=one.same,
                here=one.words == AS_PUBLISHED,
            )
            for one in self.lines
        ]
        caption = Caption(
            title="Does the answer change?",
            axis="people with fewer than three (estimate), if we reckoned with",
            source=source_of(self.week),
            licence=LICENCE,
        )
        return bars(marks, caption, first="If we reckoned with")

    @property
    def table(self) -> Table | None:
        """Tell the same, with the places."""
        if not self.lines:
            return None
        return Table(
            title="Does the answer change?",
            columns=(
                Column("If we reckoned with"),
                Column("People with fewer than three (estimate)", numeric=True),
                Column("Neighbourhoods with most of them"),
            ),
            rows=tuple((one.words, one.without, one.same) for one in self.lines),
            source=source_of(self.week),
            licence=LICENCE,
            notes=(f"Result: {self.week.digest}",),
        )


def _same(first: frozenset[int], where: frozenset[int]) -> str:
    """Say how many of the neighbourhoods are those of the published answer."""
    if not where:
        return "in no neighbourhood"
    if not first:
        return counted(len(where), "neighbourhood", "neighbourhoods")
    same = len(first & where)
    if first == where:
        return f"most in the same {len(first)} neighbourhoods"
    if same == len(first):
        return f"in the same {same} neighbourhoods, and more"
    return f"{same} of the same {len(first)} neighbourhoods"
