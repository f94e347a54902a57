"""How do those who held a room draw what makes what?

By hand on a canvas or in a table: both send the same deeds. Before each, the map as it
was is kept, so that the last steps can be undone one by one.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.finding import fresh_ref
from weft.voices.domain.kinds import Basis, Scale, Sign
from weft.voices.exchange.own import map_as_plain, map_from_plain
from weft.voices.models import Cause, CauseWords, MapStep, Passage, Project, Thing
from weft.voices.queries.mapped import map_told
from weft.voices.services.holding import project_held
from weft.voices.services.mapping import TakingMap
from weft.voices.services.rows import kept_row, that_fit

STEPS = 50
"""How many can be undone."""
NO_SUCH_THING = "There is no such thing on the map any more."


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowTold:
    """What somebody draws from one thing to another."""

    cause: str
    effect: str
    sign: Sign = Sign.UNKNOWN
    basis: Basis = Basis.STATED
    takes_time: bool | None = None
    scale: Scale = Scale.UNKNOWN
    who: str = ""
    both_ways: bool = False
    passages: tuple[int, ...] = ()  # by number


@transaction.atomic
def draw_cause(*, by: Actor, project: str, told: ArrowTold, ref: str = "") -> str:
    """Draw an arrow, or change one; things that nobody drew yet are made with it.

    Parameters
    ----------
    ref
        Of the arrow that is changed; a new one is drawn where it is empty.

    Returns
    -------
    str
        Its ref.

    Raises
    ------
    NotFound, NotPossible
        There is no such arrow or passage; an end is not named; it is called stated and
        nobody's words say so.
    """
    held = project_held(project)
    passages = _checked(held, told)
    row = _cause(held, ref) if ref else Cause(project=held)
    keep_step(held, "an arrow was changed" if ref else "an arrow was drawn")
    row.ref = ref or fresh_ref("c", set(held.causes.values_list("ref", flat=True)))
    row.cause, row.effect = _thing_for(held, told.cause), _thing_for(held, told.effect)
    row.sign, row.basis, row.scale = told.sign, told.basis, told.scale
    row.takes_time, row.both_ways = told.takes_time, told.both_ways
    row.who = told.who.strip()
    that_fit([row])[0].save()
    _tie_words(row, passages)
    record(by=by, deed="voices.draw_cause", subject=f"project:{project}")
    return row.ref


@transaction.atomic
def take_cause_out(*, by: Actor, project: str, ref: str) -> None:
    """Take an arrow off the map; its things stay.

    Raises
    ------
    NotFound
        There is no such arrow.
    """
    held = project_held(project)
    row = _cause(held, ref)
    keep_step(held, "an arrow was taken out")
    row.delete()
    record(by=by, deed="voices.take_cause_out", subject=f"project:{project}")


@transaction.atomic
def keep_thing(
    *, by: Actor, project: str, name: str, measured_by: str = "", was: str = ""
) -> None:
    """Put a thing on the map, or give one another name or another figure.

    Parameters
    ----------
    measured_by
        The key of a figure of the region; empty where none is known.
    was
        The name of the thing that is changed; a new one is made where it is empty.

    Raises
    ------
    NotFound, NotPossible
        There is no such thing; it has no name, or another has that name.
    """
    held = project_held(project)
    name = name.strip()
    if not name:
        raise NotPossible("Say what the thing is called.")
    row = thing_called(held, was) if was else Thing(project=held)
    others = Thing.objects.filter(project=held, name__iexact=name).exclude(pk=row.pk)
    if name != was and others.exists():
        raise NotPossible(f"Something is called «{name}» already.")
    keep_step(held, "a thing was changed" if was else "a thing was put on the map")
    row.name, row.measured_by = name, measured_by
    that_fit([row])[0].save()
    record(by=by, deed="voices.keep_thing", subject=f"project:{project}")


@transaction.atomic
def place_thing(
    *, by: Actor, project: str, name: str, at: tuple[int, int] | None
) -> None:
    """Say where a thing stands on the canvas; None leaves it to us again.

    Raises
    ------
    NotFound
        There is no such thing.
    """
    held = project_held(project)
    row = thing_called(held, name)
    last = MapStep.objects.filter(project=held).last()
    if last is None or last.moved_id != row.pk:  # many small moves are one step
        keep_step(held, "a thing was moved", moved=row)
    row.across, row.down = at or (None, None)
    row.save(update_fields=["across", "down"])
    record(by=by, deed="voices.place_thing", subject=f"project:{project}")


@transaction.atomic
def take_thing_out(*, by: Actor, project: str, name: str) -> None:
    """Take a thing off the map, while no arrow leads from it or to it.

    Raises
    ------
    NotFound, NotPossible
        There is no such thing; or an arrow joins it to another.
    """
    held = project_held(project)
    row = thing_called(held, name)
    if Cause.objects.filter(Q(cause=row) | Q(effect=row)).exists():
        raise NotPossible("An arrow leads from it or to it. Take that out first.")
    keep_step(held, "a thing was taken out")
    held.loops.filter(through__thing=row).delete()
    row.delete()
    record(by=by, deed="voices.take_thing_out", subject=f"project:{project}")


@transaction.atomic
def undo_drawing(*, by: Actor, project: str, step: int) -> None:
    """Make the map as it was before its last step.

    Parameters
    ----------
    step
        Which step was the last when somebody chose to undo it.

    Raises
    ------
    NotPossible
        There is nothing to undo; or somebody else has drawn since.
    """
    held = project_held(project)
    last = MapStep.objects.filter(project=held).last()
    if last is None:
        raise NotPossible("There is nothing to undo.")
    if last.pk != step:
        raise NotPossible("Somebody has drawn since. Look at the map again.")
    held.causes.all().delete()
    held.loops.all().delete()
    held.things.all().delete()
    passages = Passage.objects.filter(project=held)
    TakingMap(held, {one.ref: one for one in passages}).take(
        map_from_plain(last.before)
    )
    last.delete()
    record(by=by, deed="voices.undo_drawing", subject=f"project:{project}")


def thing_called(held: Project, name: str) -> Thing:
    """Find a thing of a project by its name.

    Raises
    ------
    NotFound
        There is none.
    """
    row = Thing.objects.filter(project=held, name=name).first()
    if row is None:
        raise NotFound(NO_SUCH_THING)
    return row


def keep_step(held: Project, done: str, *, moved: Thing | None = None) -> None:
    """Keep the map as it is before something is done to it, by those who hold it."""
    before = map_as_plain(map_told(held))
    MapStep.objects.create(project=held, done=done, moved=moved, before=before)
    known = MapStep.objects.filter(project=held).order_by("-pk")
    old = list(known.values_list("pk", flat=True)[STEPS:])
    MapStep.objects.filter(pk__in=old).delete()


def _checked(held: Project, told: ArrowTold) -> list[Passage]:
    if not told.cause.strip() or not told.effect.strip():
        raise NotPossible("Name both: what makes, and what is made more or less.")
    numbers = dict.fromkeys(told.passages)
    found = {
        one.number: one
        for one in Passage.objects.filter(project=held, number__in=numbers)
    }
    for number in numbers:
        if number not in found:
            raise NotPossible(f"There is no passage P{number}.")
        if found[number].withdrawn_on:
            raise NotPossible(f"P{number} was taken back by who said it.")
    if told.basis is Basis.STATED and not numbers:
        raise NotPossible(
            "Say in which passage somebody states it, or say that you inferred it."
        )
    return [found[number] for number in numbers]


def _tie_words(row: Cause, passages: list[Passage]) -> None:
    """Tie an arrow to its words; what was taken back stays with it as a count."""
    row.words.filter(passage__withdrawn_on=None).delete()
    CauseWords.objects.bulk_create(
        CauseWords(cause=row, passage=one) for one in passages
    )


def _cause(held: Project, ref: str) -> Cause:
    row = held.causes.select_related("cause", "effect").filter(ref=ref).first()
    if row is None:
        raise NotFound("There is no such arrow any more.")
    return row


def _thing_for(held: Project, name: str) -> Thing:
    """Find a thing by its name, large and small letters alike; make it if need be."""
    name = name.strip()
    things = Thing.objects.filter(project=held)
    found = things.filter(name=name).first() or things.filter(name__iexact=name).first()
    return found or kept_row(Thing(project=held, name=name))
