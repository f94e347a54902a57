"""Who gains, who loses, where, of which life: in words, pictures and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from weft.access.domain.choice.values import CERTAIN, POSSIBLE, Flags, Longs
from weft.access.domain.whatif import Difference
from weft.access.pages.presenters.said import BASES, people, sourced, week_of
from weft.access.queries.scenarios import Answer
from weft.commons.saying import clock, counted, dated, day_of, listed
from weft.ground.queries.about import AreaAbout
from weft.shell.plots import AreaShape, Caption, Plot, choropleth
from weft.shell.tables import Cell, Column, Table

BREAKS = (1, 2, 4, 7)
YES_NO = {True: "yes", False: "no"}
NOTHING = "Nothing changes for anybody."
LICENCE = "CC BY 4.0; the inputs have their own licences"
NOT_TOLD = (
    "For a change we do not tell the hours of the week, what gets in the way, or how "
    "places are shared."
)


@dataclass(frozen=True, kw_only=True)
class AnswerSaid:
    """What one scenario changes, as it is said."""

    answer: Answer
    areas_here: Sequence[AreaAbout]
    changes: tuple[str, ...] = ()

    @property
    def told(self) -> Difference:
        """Give what was reckoned."""
        return self.answer.difference

    @property
    def nothing(self) -> bool:
        """Tell whether nothing changes for anybody."""
        return self.told.changes_nothing

    @property
    def lines(self) -> tuple[str, ...]:
        """Say the answer, a sentence for each thing that changes."""
        if self.nothing:
            return (NOTHING,)
        told = self.told
        found = (
            _sentence(told.gain, "come to three things or more"),
            _sentence(told.loss, "fall below three"),
            _sentence(told.more, "have more to choose from"),
            _sentence(told.less, "have less to choose from"),
        )
        return tuple(one for one in found if one) or (self._only_unknown,)

    @property
    def _only_unknown(self) -> str:
        """Say that it changes where nobody is counted."""
        return (
            "It changes what is within reach, but only for lives or areas in which we "
            "count nobody. See the tables."
        )

    @property
    def left_out(self) -> tuple[str, ...]:
        """Say what is not in the answer."""
        ready = self.answer.ready
        unknown = [one.life.title for one in ready.reckoned.heads if one.known is None]
        buses = self.told.not_reckoned
        hours = ready.reckoned.around.laid.hours_unknown
        on = counted(hours, "thing to do is", "things to do are")
        names = listed(unknown)
        told = {
            f"Nobody knows how many live so: {names}. See the areas.": unknown,
            f"How one comes by bus to {counted(buses, 'time', 'times')} that would be "
            "new is not reckoned: no timetable is here.": buses,
            f"We do not know when {on} on: not counted, before or after.": hours,
            NOT_TOLD: True,
        }
        return tuple(words for words, so in told.items() if so)

    @property
    def source(self) -> str:
        """Say whose numbers they are, and as of when."""
        ready = self.answer.ready
        at = f"{dated(day_of(ready.made_at))} at {clock(ready.made_at)}"
        whose = f"Weft, what if, {week_of(ready.week)}, as it stood on {at}"
        return sourced(whose, BASES.get(ready.reckoned.around.basis.value, ""))

    @property
    def notes(self) -> tuple[str, ...]:
        """Say what a file should say below its rows."""
        ready = self.answer.ready
        link = f"Scenario: {self.answer.text} (week of {ready.week.monday})"
        people_are = "Numbers of people are estimates, to the nearest five."
        return (link, *self.changes, people_are, *self.left_out)

    @property
    def lives(self) -> Table:
        """Tell every life: who gains, who loses, on both planes."""
        return Table(
            title="Who gains and who loses",
            columns=(
                Column("A week like this"),
                _column("People who live so"),
                *_both("Come to three"),
                *_both("Fall below three"),
                *_both("More to choose from"),
                *_both("Less to choose from"),
                _column("Areas with more"),
                _column("Areas with less"),
            ),
            rows=tuple(self._lives()),
            source=self.source,
            licence=LICENCE,
            notes=self.notes,
        )

    @property
    def changed(self) -> Table:
        """Tell the same for a page: the lives and the columns in which anything is."""
        whole = self.lives
        rows = [row for row in whole.rows if any(row[2:])]
        some = [
            at for at in range(2, len(whole.columns)) if any(row[at] for row in rows)
        ]
        kept = (0, 1, *some)
        return replace(
            whole,
            columns=tuple(whole.columns[at] for at in kept),
            rows=tuple(tuple(row[at] for at in kept) for row in rows),
            notes=("For every other week nothing changes.",)
            if len(rows) < len(whole.rows)
            else (),
        )

    def _lives(self) -> Iterator[tuple[Cell, ...]]:
        told, reckoned = self.told, self.answer.ready.reckoned
        sums = [one.sum(axis=1) for one in (told.gain, told.loss, told.more, told.less)]
        for n, head in enumerate(reckoned.heads):
            known = head.known is not None
            yield (
                head.life.title,
                people(int(reckoned.people[n].sum())) if known else None,
                *(
                    people(int(one[n, plane])) if known else None
                    for one in sums
                    for plane in (CERTAIN, POSSIBLE)
                ),
                int(self._areas_with(1)[n].sum()),
                int(self._areas_with(-1)[n].sum()),
            )

    def _areas_with(self, sign: int) -> Flags:
        """Say where there is more (1) or less (-1) on either plane, (lives, areas)."""
        by = np.sign(self.told.offers[1] - self.told.offers[0])
        return np.asarray((by == sign).any(axis=-1))

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        areas = self.answer.ready.reckoned.around.areas
        return tuple(areas[at].code for at in self.told.areas.tolist())

    @property
    def areas(self) -> Table:
        """Tell each area and life that anything changes for; no number of people."""
        return Table(
            title="Where it changes, and for which lives",
            columns=(
                Column("Area"),
                Column("Code"),
                Column("A week like this"),
                *_both("Things to do before"),
                *_both("Things to do after"),
                Column("Three before, certain"),
                Column("Three after, certain"),
                Column("Three before, possible"),
                Column("Three after, possible"),
            ),
            rows=tuple(self._areas()),
            source=self.source,
            licence=LICENCE,
            notes=self.notes,
        )

    def _areas(self) -> Iterator[tuple[Cell, ...]]:
        told, names = self.told, {one.code: one.title for one in self.areas_here}
        changed = (told.offers[0] != told.offers[1]) | (told.three[0] != told.three[1])
        lives = self.answer.ready.reckoned.lives
        for at, life in np.argwhere(changed.any(axis=-1).T).tolist():
            code = self._codes[at]
            before, after = told.offers[:, life, at].tolist()
            three = told.three[:, life, at]
            yield (
                names.get(code, ""),
                code,
                lives[life].title,
                *before,
                *after,
                *(
                    YES_NO[bool(three[moment, plane])]
                    for plane in (CERTAIN, POSSIBLE)
                    for moment in (0, 1)
                ),
            )

    @property
    def where(self) -> Table:
        """Tell each area that anything changes in: of how many lives."""
        names = {one.code: one.title for one in self.areas_here}
        more, less = (self._areas_with(sign).sum(axis=0) for sign in (1, -1))
        three = [
            (self.told.three[to] & ~self.told.three[1 - to]).any(axis=-1).sum(axis=0)
            for to in (1, 0)
        ]
        told = np.column_stack((more, less, *three)).tolist()
        rows = sorted(
            (-sum(counts), names.get(code, code), counts)
            for code, counts in zip(self._codes, told, strict=True)
        )
        return Table(
            title="Of how many of the weeks, in each area",
            columns=(
                Column("Area"),
                _column("More to choose from"),
                _column("Less to choose from"),
                _column("Come to three"),
                _column("Fall below three"),
            ),
            rows=tuple((name, *counts) for some, name, counts in rows if some),
            source=self.source,
            licence=LICENCE,
        )

    @property
    def maps(self) -> tuple[Plot, ...]:
        """Draw where there is more, and where there is less, if there is anywhere."""
        found = []
        for sign, title in (
            (1, "Where is there more to choose from?"),
            (-1, "Where is there less?"),
        ):
            counts = self._areas_with(sign).sum(axis=0)
            if counts.any():
                found.append(self._map(title, counts))
        return tuple(one for one in found if one)

    def _map(self, title: str, counts: Longs) -> Plot | None:
        values = dict(zip(self._codes, map(int, counts), strict=True))
        shapes = [
            AreaShape(
                code=area.code,
                name=area.title,
                boundary=area.boundary,
                value=values.get(area.code, 0),
            )
            for area in self.areas_here
            if area.boundary is not None
        ]
        many = len(self.answer.ready.reckoned.lives)
        caption = Caption(
            title=title,
            axis=f"of the {many} weeks, for how many",
            source=self.source,
        )
        return choropleth(shapes, caption, breaks=BREAKS) if shapes else None


def _sentence(of: Longs, words: str) -> str:
    """Say how many people, for certain and possibly; "" where it is nobody."""
    certain, possible = (people(int(of[..., plane].sum())) for plane in (0, 1))
    if not certain and not possible:
        return ""
    if certain == possible:
        return f"About {certain:,} people {words}, for certain."
    if not certain:
        return f"About {possible:,} people {words}, possibly: we would have to ask."
    return f"About {certain:,} people {words} for certain; {possible:,} possibly."


def _column(words: str) -> Column:
    return Column(words, numeric=True, decimals=0)


def _both(words: str) -> tuple[Column, Column]:
    return _column(f"{words}, certain"), _column(f"{words}, possible")
