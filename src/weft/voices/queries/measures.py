"""Which figures of a region measure what people speak of, and which does nobody name?

A figure is called by a key: «need/no-car» is a question of need as the region's tables
answer it, «access/wheels-and-buses» is how many have three things within reach who live
so. What people say is never added to a figure, nor a figure to what they say.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from weft.access.queries.lives import lives
from weft.access.queries.of_place import LifeHere, lives_here
from weft.ground import queries as ground
from weft.need import queries as need
from weft.need.domain.columns import Kind
from weft.need.domain.measuring import Harder
from weft.need.queries import NeedFigure
from weft.voices.domain.causes import is_a_cause
from weft.voices.models import Passage
from weft.voices.queries.causes import CausesShown
from weft.voices.queries.whole import project_row

FEWEST_FIRST = frozenset({Kind.RANK, Kind.DECILE})  # 1 is where most is missing
NEED, ACCESS = "need/", "access/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Something that is measured in a region.

    Attributes
    ----------
    lacks
        Whether it tells what people go without.
    source
        Whose, of when; empty where no number is published yet.
    """

    key: str
    words: str
    lacks: bool
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """A figure in an area where people met and spoke of it.

    Attributes
    ----------
    told
        What is known there; None where nothing is.
    """

    thing: str
    figure: Figure
    area: str
    told: NeedFigure | LifeHere | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The spoken map over the measured one.

    Attributes
    ----------
    here
        For each thing with a figure, each area in which words of it were said.
    nowhere
        Things with a figure whose workshops name no area.
    never_measured
        Things with no figure, said most first, each with its passages.
    never_said
        Figures of what people go without that no thing names.
    by_voices
        What makes anything else, by the passages that say so, most first.
    by_figures
        What makes anything else and is known to go without here: with the share (0 to
        1) of the region's areas that go less short, most first. Nothing is added up.
    """

    here: tuple[Here, ...]
    nowhere: tuple[tuple[str, Figure], ...]
    never_measured: tuple[tuple[str, int], ...]
    never_said: tuple[Figure, ...]
    by_voices: tuple[tuple[str, int], ...]
    by_figures: tuple[tuple[Here, float], ...]


def figures(region: str) -> tuple[Figure, ...]:
    """List what is measured in a region: need first, then access."""
    of_need = (
        Figure(
            key=f"{NEED}{one.indicator.key}",
            words=one.indicator.question,
            lacks=bool(one.indicator.missing)
            and one.indicator.harder is not Harder.NEITHER,
            source=one.about.source_line,
        )
        for one in need.indicators(region)
    )
    of_access = (
        Figure(
            key=f"{ACCESS}{one.slug}",
            words=f"Three things within reach: {one.title}",
            lacks=True,
        )
        for one in lives()
    )
    return (*of_need, *of_access)


def measured(region: str, shown: CausesShown) -> Measured:
    """Lay what people said over what is measured.

    Parameters
    ----------
    region
        Whose figures.
    shown
        A map, as one reader may be told it.
    """
    known = {one.key: one for one in figures(region)}
    said = _said(shown)
    areas = _areas(region, shown)
    here: list[Here] = []
    nowhere: list[tuple[str, Figure]] = []
    values = _Values(region)
    for thing, key in shown.measured.items():
        figure = known.get(key) or Figure(key=key, words=key, lacks=False)
        found = dict.fromkeys(areas[p] for p in said.get(thing, ()) if areas.get(p))
        here += [values.here(thing, figure, code) for code in found]
        nowhere += [] if found else [(thing, figure)]
    makes = _making(shown)
    short = ((one, share) for one in here if (share := _shorter(one)) is not None)
    often = sorted(said.items(), key=lambda one: (-len(one[1]), one[0]))
    return Measured(
        here=tuple(here),
        nowhere=tuple(nowhere),
        never_measured=tuple(
            (thing, len(words))
            for thing, words in often
            if words and thing not in shown.measured
        ),
        never_said=tuple(
            one
            for one in known.values()
            if one.lacks and one.key not in shown.measured.values()
        ),
        by_voices=tuple(sorted(makes.items(), key=lambda one: (-one[1], one[0]))),
        by_figures=tuple(
            sorted(
                (one for one in short if one[0].thing in makes),
                key=lambda one: (-one[1], one[0].thing, one[0].area),
            )
        ),
    )


def _making(shown: CausesShown) -> Mapping[str, int]:
    """Count the passages that say of a thing that it makes something else."""
    words: dict[str, set[str]] = {}
    for arrow in filter(is_a_cause, shown.arrows):
        words.setdefault(arrow.cause, set()).update(arrow.words)
    return {thing: len(some) for thing, some in words.items() if some}


def _shorter(one: Here) -> float | None:
    """Say how many of the region's areas go less short of it; None if not known."""
    told = one.told
    if not isinstance(told, NeedFigure) or told.lower is None:
        return None
    if told.column.kind in FEWEST_FIRST:
        return 1 - told.lower
    harder = told.indicator.harder
    return {Harder.MORE: told.lower, Harder.FEWER: 1 - told.lower}.get(harder)


def _said(shown: CausesShown) -> Mapping[str, list[str]]:
    """Give the passages in which each thing is spoken of, by label."""
    found: dict[str, list[str]] = {}
    for arrow in shown.arrows:
        for thing in (arrow.cause, arrow.effect):
            mine = found.setdefault(thing, [])
            mine += [one for one in arrow.words if one not in mine]
    return found


def _areas(region: str, shown: CausesShown) -> Mapping[str, str]:
    """Say in which area each passage that may be read was said, by label."""
    numbers = {n for n in shown.passages if not shown.passages[n].closed}
    rows: Iterable[tuple[int, str]] = Passage.objects.filter(
        project=project_row(region, shown.wall.slug)
    ).values_list("number", "source__workshop__area")
    return {f"P{n}": area for n, area in rows if f"P{n}" in numbers}


class _Values:
    """What is known of areas, each looked up once."""

    def __init__(self, region: str) -> None:
        self.region = region
        self.known: dict[str, Mapping[str, NeedFigure | LifeHere]] = {}

    def here(self, thing: str, figure: Figure, code: str) -> Here:
        area = ground.area(code)
        if area is None:
            return Here(thing=thing, figure=figure, area=code, told=None)
        if code not in self.known:
            self.known[code] = dict(self._look_up(code))
        told = self.known[code].get(figure.key)
        return Here(thing=thing, figure=figure, area=area.title, told=told)

    def _look_up(self, code: str) -> Iterable[tuple[str, NeedFigure | LifeHere]]:
        for one in need.figures_of(code):
            yield f"{NEED}{one.indicator.key}", one
        reach = lives_here(self.region, code)
        for life in reach.lives if reach else ():
            yield f"{ACCESS}{life.life.slug}", life
