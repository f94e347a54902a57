"""What makes what, as one reader may be told: arrows, loops, and the words behind each?

An arrow lives on its words. Where all of them were said in rooms that this reader may
not read, or were taken back, the arrow is not told either, only counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from weft.voices.domain.causes import (
    Arrow,
    Cut,
    Loop,
    Loops,
    arrows_of,
    breaks_most,
    hopeful_first,
    loops,
    on_several,
    shortest_through,
    told_with_hope,
    way_round,
)
from weft.voices.domain.kinds import Layer
from weft.voices.domain.reading import Reader
from weft.voices.domain.told import CauseTold, LoopTold, ThingTold
from weft.voices.models import Cause, Project
from weft.voices.queries.mapped import (
    cause_rows,
    cause_told,
    loops_told,
    things_told,
)
from weft.voices.queries.shown import PassageShown, Wall
from weft.voices.queries.wall import wall
from weft.voices.queries.whole import project_row

MOST_LOOPS = 200
"""As many as anybody might read; past them only shorter ones are listed."""

LONGEST = 50
HOPEFUL = frozenset({"hope", "joy"})
"""Codes of how a thing was said; a loop told so by half comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CausesShown:
    """A project's causes, as one reader may be told.

    Attributes
    ----------
    told
        Every account. Its words are the labels of passages: «P4».
    arrows
        The same, brought together.
    things
        Of which more is known than their arrows; to those who held the room also those
        that no arrow joins.
    named
        What people call a loop, by its way round (``Loop.way``).
    order
        The loops of ``found``, those first that people marked as hopeful or told so.
    hopeful
        How many of them come first for that reason.
    cut
        Which arrow opens most of the loops that are not hopeful; None without any.
    on_several
        Arrows on more than one of those loops, and on how many.
    closed, taken_back
        How many arrows are not told, and why.
    """

    wall: Wall
    told: tuple[CauseTold, ...]
    arrows: tuple[Arrow, ...]
    things: tuple[ThingTold, ...]
    named: Mapping[tuple[str, ...], LoopTold]
    found: Loops
    order: tuple[Loop, ...]
    hopeful: int
    cut: Cut | None
    on_several: tuple[tuple[Arrow, int], ...]
    closed: int
    taken_back: int

    @property
    def passages(self) -> dict[str, PassageShown]:
        """Give every passage by its label."""
        return {f"P{one.number}": one for one in self.wall.passages}

    @property
    def measured(self) -> Mapping[str, str]:
        """Say which figure measures a thing, by the thing's name."""
        return {one.name: one.measured_by for one in self.things if one.measured_by}


def causes(region: str, slug: str, *, reader: Reader, today: date) -> CausesShown:
    """Give a project's causes.

    Parameters
    ----------
    region, slug
        Where the project is.
    reader
        Who reads; each workshop's consent is kept.
    today
        The day they read.

    Raises
    ------
    NotFound
        There is no such project.
    """
    project = project_row(region, slug)
    read = wall(region, slug, reader=reader, today=today)
    shown = {one.number: one for one in read.passages}
    told, closed, taken_back = _told(project, shown)
    arrows = arrows_of(told)
    found = loops(arrows, longest=LONGEST, most=MOST_LOOPS)
    with_hope = {f"P{one.number}" for one in read.passages if _hopeful(one)}
    named = {way_round(one.things): one for one in loops_told(project)}
    marked = {way for way, one in named.items() if one.hopeful}
    order = hopeful_first(found, with_hope, marked)
    first = sum(
        one.way in marked or told_with_hope(one, with_hope) for one in found.found
    )
    rest = order[first:]
    joined = {name for one in told for name in (one.cause, one.effect)}
    return CausesShown(
        wall=read,
        told=tuple(told),
        arrows=arrows,
        things=tuple(
            one
            for one in things_told(project)
            if one.name in joined or reader is Reader.HOST
        ),
        named={way: one for way, one in named.items() if joined.issuperset(way)},
        found=found,
        order=order,
        hopeful=first,
        cut=breaks_most(rest) if rest else None,
        on_several=on_several(rest),
        closed=closed,
        taken_back=taken_back,
    )


def loop_through(shown: CausesShown, ref: str) -> Loop | None:
    """Find the shortest loop that an account's arrow is on, however long."""
    told = next((one for one in shown.told if one.ref == ref), None)
    if told is None:
        return None
    arrow = next(one for one in shown.arrows if told in one.told)
    return shortest_through(shown.arrows, arrow)


def refs_told(region: str, slug: str, *, reader: Reader, today: date) -> frozenset[str]:
    """Say by their refs which accounts a reader may be told; else as ``causes``."""
    read = wall(region, slug, reader=reader, today=today)
    shown = {one.number: one for one in read.passages}
    told, _, _ = _told(project_row(region, slug), shown)
    return frozenset(one.ref for one in told)


def _hopeful(one: PassageShown) -> bool:
    return any(code.layer is Layer.HOW and code.name in HOPEFUL for code in one.codes)


@dataclass(frozen=True, slots=True)
class _Account:
    """A cause as it is held, with its words as one reader may see them."""

    row: Cause
    words: tuple[PassageShown, ...]

    @property
    def open_to(self) -> tuple[PassageShown, ...]:
        return tuple(one for one in self.words if not (one.closed or one.withdrawn))

    @property
    def kept(self) -> bool:
        return bool(self.words) and not self.open_to

    @property
    def things(self) -> frozenset[str]:
        return frozenset((self.row.cause.name, self.row.effect.name))


def _told(
    project: Project, shown: dict[int, PassageShown]
) -> tuple[list[CauseTold], int, int]:
    """Tell what may be told; count what is closed, and what was taken back.

    An arrow without words of its own is not told where it would name a thing that only
    closed words, or words taken back, speak of.
    """
    accounts = [
        _Account(row=one, words=tuple(shown[w.passage.number] for w in one.words.all()))
        for one in cause_rows(project)
    ]
    spoken = _things(one for one in accounts if one.open_to)
    unspoken = _things(one for one in accounts if one.kept) - spoken
    kept = [
        one
        for one in accounts
        if not one.open_to and (one.kept or one.things & unspoken)
    ]
    back = sum(
        bool(one.words) and not any(word.closed for word in one.words) for one in kept
    )
    left_out = {one.row.pk for one in kept}
    told = [
        cause_told(one.row, (f"P{word.number}" for word in one.open_to))
        for one in accounts
        if one.row.pk not in left_out
    ]
    return told, len(kept) - back, back


def _things(accounts: Iterable[_Account]) -> frozenset[str]:
    return frozenset[str]().union(*(one.things for one in accounts))
