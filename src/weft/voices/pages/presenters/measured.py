"""How does the spoken map lie over the measured one?"""

from dataclasses import dataclass

from weft.access.queries.of_place import LifeHere
from weft.commons.saying import counted
from weft.need.domain.summing import How
from weft.need.pages.presenters.numbers import said, said_of_many
from weft.need.queries import Compared, NeedFigure
from weft.shell.tables import Cell, Column, Table
from weft.voices.queries.measures import Here, Measured

MOST = 8
NOT_KNOWN = "not known there"
NO_AREA = "nobody noted in which area it was said"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredOnPage:
    """What was said and what is measured, side by side."""

    measured: Measured

    @property
    def table(self) -> Table | None:
        """Give each figure where people met and spoke of its thing."""
        here = tuple(_row(one) for one in self.measured.here)
        nowhere = tuple(
            (thing, figure.words, NO_AREA, None, None, figure.source)
            for thing, figure in self.measured.nowhere
        )
        if not here and not nowhere:
            return None
        return Table(
            title="What people spoke of, and what is measured there",
            columns=tuple(
                map(
                    Column,
                    ("Thing", "Measured by", "Area", "There", "Around it", "Source"),
                )
            ),
            rows=(*here, *nowhere),
            notes=("What people say and what is measured are never added up.",),
        )

    @property
    def lines(self) -> tuple[tuple[str, str, tuple[tuple[str, str, str], ...]], ...]:
        """Give each thing, what measures it, and what is known where it was said."""
        told: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        for one in self.measured.here:
            mine = told.setdefault((one.thing, one.figure.words), [])
            mine.append((one.area, *_said(one)))
        for thing, figure in self.measured.nowhere:
            told[thing, figure.words] = [("Not known", f"{NO_AREA}.", "")]
        return tuple((*named, tuple(here)) for named, here in told.items())

    @property
    def never_measured(self) -> tuple[tuple[str, str], ...]:
        """Give what was said most and has no figure."""
        return tuple(
            (thing, counted(many, "passage", "passages"))
            for thing, many in self.measured.never_measured[:MOST]
        )

    @property
    def never_said(self) -> tuple[str, ...]:
        """Give figures that no thing of the map names."""
        return tuple(one.words for one in self.measured.never_said)

    @property
    def first_never_said(self) -> tuple[str, ...]:
        """Give some of them."""
        return self.never_said[:MOST]

    @property
    def by_voices(self) -> tuple[tuple[str, str], ...]:
        """Rank what makes anything else by how many passages say so."""
        return tuple(
            (thing, counted(many, "passage", "passages"))
            for thing, many in self.measured.by_voices[:MOST]
        )

    @property
    def by_figures(self) -> tuple[tuple[str, str], ...]:
        """Rank it by how many areas of the region go less short."""
        return tuple(
            (
                one.thing,
                f"{one.area}: {100 * share:.0f} in 100 areas go less short. "
                + one.figure.words,
            )
            for one, share in self.measured.by_figures[:MOST]
        )

    @property
    def ranked(self) -> Table:
        """Give both rankings, which are never made one."""
        voices = tuple(
            ("by voices", at, thing, "", many)
            for at, (thing, many) in enumerate(self.measured.by_voices, start=1)
        )
        figures = tuple(
            ("by figures", at, one.thing, one.area, round(100 * share))
            for at, (one, share) in enumerate(self.measured.by_figures, start=1)
        )
        return Table(
            title="What makes anything else: by voices, and by figures",
            columns=(
                Column("Ranked"),
                Column("Place", numeric=True),
                Column("Thing"),
                Column("Area"),
                Column("Passages, or areas in 100 that go less short", numeric=True),
            ),
            rows=(*voices, *figures),
            notes=("The two are never added up, and neither proves the other.",),
        )

    @property
    def lists(self) -> Table:
        """Give both lists whole."""
        return Table(
            title="Said and never measured; measured and never said",
            columns=(
                Column("What"),
                Column("Which"),
                Column("Passages", numeric=True),
                Column("Source"),
            ),
            rows=(
                *(
                    (thing, "said, never measured", many, "")
                    for thing, many in self.measured.never_measured
                ),
                *(
                    (one.words, "measured, never said", 0, one.source)
                    for one in self.measured.never_said
                ),
            ),
        )


def _row(one: Here) -> tuple[Cell, ...]:
    there, around = _said(one)
    return (
        one.thing,
        one.figure.words,
        one.area,
        there,
        around,
        one.figure.source or "Weft: the week that was published last",
    )


def _said(one: Here) -> tuple[str, str]:
    told = one.told
    if isinstance(told, LifeHere):
        areas = f"{told.certain} of {told.areas} small areas"
        return f"In {areas} for sure, in {told.possible} perhaps.", ""
    if told is None or told.here.value is None:
        return NOT_KNOWN, ""
    where = f" (all of {told.where.title})" if told.where else ""
    around = "; ".join(_around(one, told) for one in told.compared)
    sentence = told.indicator.sentence.format(value=said(told.here.value, told.column))
    return f"{sentence}{where}", around


def _around(larger: Compared, told: NeedFigure) -> str:
    many = said_of_many(larger.summary, told.column)
    first = " areas in group 1" if larger.summary.how is How.FIRST_TENTH else ""
    return f"{larger.name} {many}{first}"
