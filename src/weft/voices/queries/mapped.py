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
        The passages that may be named; all where it is None. An arrow all of whose
        words are others is not told, nor what only such arrows name.
    """
    told: list[CauseTold] = []
    kept: set[str] = set()
    for one in cause_rows(project):
        words = [row.passage.ref for row in one.words.all()]
        may = [ref for ref in words if refs is None or ref in refs]
        if words and not may:
            kept |= {one.cause.name, one.effect.name}
        else:
            told.append(cause_told(one, may))
    kept -= {name for one in told for name in (one.cause, one.effect)}
    return MapTold(
        things=tuple(one for one in things_told(project) if one.name not in kept),
        causes=tuple(told),
        loops=tuple(one for one in loops_told(project) if kept.isdisjoint(one.things)),
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
