"""What do those who held a room see of their map, to draw on it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from weft.voices.domain.causes import laid
from weft.voices.domain.keys import parts_of
from weft.voices.domain.reading import Reader
from weft.voices.domain.told import CauseTold, ThingTold
from weft.voices.models import MapStep, Project, Thing
from weft.voices.queries.causes import CausesShown, causes
from weft.voices.queries.mapped import thing_told
from weft.voices.queries.measures import Figure, figures
from weft.voices.queries.projects import is_open
from weft.voices.queries.whole import project_row


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingHeld:
    """A thing of a map in hand."""

    number: int
    told: ThingTold
    joined: bool  # does an arrow lead from it or to it?


@dataclass(frozen=True, slots=True, kw_only=True)
class MapInHand:
    """A map, as those who draw it see it.

    Attributes
    ----------
    places
        Where each thing stands, by name: as a hand placed it, or as it was laid.
    last
        The step that can be undone: its number, and what was done.
    rooms
        Workshops that a question can be put to, by ref.
    published
        Whether anybody may read some of it.
    """

    shown: CausesShown
    things: tuple[ThingHeld, ...]
    places: Mapping[str, tuple[int, int]]
    figures: tuple[Figure, ...]
    last: tuple[int, str] | None
    rooms: tuple[tuple[str, str], ...]
    published: bool

    def account(self, ref: str) -> CauseTold | None:
        """Find an account that may be shown."""
        return next((one for one in self.shown.told if one.ref == ref), None)


def map_in_hand(key: str, *, today: date) -> MapInHand:
    """Give a map to those who hold its project.

    Parameters
    ----------
    key
        ``region/slug``, to which their link is bound.

    Raises
    ------
    NotFound
        There is no such project any more.
    """
    region, slug = parts_of(key)
    project = project_row(region, slug)
    shown = causes(region, slug, reader=Reader.HOST, today=today)
    things = _things(project, shown)
    last = MapStep.objects.filter(project=project).last()
    rooms = project.workshops.order_by("held_on", "pk")
    return MapInHand(
        shown=shown,
        things=things,
        places=laid(
            [one.told.name for one in things],
            shown.arrows,
            {one.told.name: one.told.at for one in things if one.told.at},
        ),
        figures=figures(region),
        last=(last.pk, last.done) if last else None,
        rooms=tuple(rooms.values_list("ref", "name")),
        published=is_open(region, slug, reader=Reader.ANYBODY, today=today),
    )


def _things(project: Project, shown: CausesShown) -> tuple[ThingHeld, ...]:
    """Give the things that arrows join which may be told, and those that none joins."""
    joined = {name for one in shown.told for name in (one.cause, one.effect)}
    rows = Thing.objects.filter(project=project).order_by("pk")
    alone = set(rows.filter(effects=None, causes=None).values_list("pk", flat=True))
    return tuple(
        ThingHeld(number=one.pk, told=thing_told(one), joined=one.name in joined)
        for one in rows
        if one.name in joined or one.pk in alone
    )
