"""How is a project's map of causes told, whole?"""

from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from weft.voices.domain.kinds import Basis, Scale, Sign
from weft.voices.domain.told import CauseTold, LoopTold, MapTold, ThingTold
from weft.voices.models import Cause, NamedLoop, Project, Thing


def map_told(project: Project, refs: Collection[str] | None = None) -> MapTold:
    """Give a map as it would be told.

    Parameters
    ----------
    project
        Whose it is.
    refs
        The passages that may be named; all where it is None.
    """
    return MapTold(
        things=things_told(project),
        causes=tuple(_causes(project, refs)),
        loops=loops_told(project),
    )


def things_told(project: Project) -> tuple[ThingTold, ...]:
    """Give the things of which more is known than the arrows that join them."""
    rows = Thing.objects.filter(project=project).order_by("pk")
    more = Q(effects=None, causes=None) | ~Q(measured_by="") | Q(across__isnull=False)
    return tuple(thing_told(one) for one in rows.filter(more).distinct())


def thing_told(one: Thing) -> ThingTold:
    """Give a thing as it is told."""
    placed = one.across is not None and one.down is not None
    return ThingTold(
        name=one.name,
        measured_by=one.measured_by,
        at=(one.across or 0, one.down or 0) if placed else None,
    )


def loops_told(project: Project) -> tuple[LoopTold, ...]:
    """Give the loops that people named, in the order in which they did."""
    rows = NamedLoop.objects.filter(project=project)
    return tuple(
        LoopTold(
            things=tuple(row.thing.name for row in one.through.all()),
            name=one.name,
            hopeful=one.hopeful,
        )
        for one in rows.prefetch_related("through__thing")
    )


def _causes(project: Project, refs: Collection[str] | None) -> Iterable[CauseTold]:
    for one in cause_rows(project):
        words = (row.passage.ref for row in one.words.all())
        yield cause_told(one, (ref for ref in words if refs is None or ref in refs))


def cause_rows(project: Project) -> QuerySet[Cause]:
    """Give the accounts of what causes what, with the passages that tell each."""
    return (
        Cause.objects.filter(project=project)
        .select_related("cause", "effect")
        .prefetch_related("words__passage")
        .order_by("pk")
    )


def cause_told(one: Cause, words: Iterable[str]) -> CauseTold:
    """Give an account as it is told, with what its words are called."""
    return CauseTold(
        ref=one.ref,
        cause=one.cause.name,
        effect=one.effect.name,
        sign=Sign(one.sign),
        basis=Basis(one.basis),
        takes_time=one.takes_time,
        scale=Scale(one.scale),
        words=tuple(words),
        who=one.who,
        both_ways=one.both_ways,
    )
