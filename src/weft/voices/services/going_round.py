"""What do people call what goes round, and what do they ask the next room?"""

from collections.abc import Sequence
from itertools import pairwise

from django.db import transaction
from django.db.models import Q

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.causes import MAKING, way_round
from weft.voices.domain.finding import fresh_ref
from weft.voices.models import Cause, LoopThing, NamedLoop, Project, Thing, Workshop
from weft.voices.queries.mapped import loops_told
from weft.voices.services.drawing import keep_step, thing_called
from weft.voices.services.holding import project_held
from weft.voices.services.rows import kept_row


@transaction.atomic
def name_loop(
    *, by: Actor, project: str, things: Sequence[str], name: str, hopeful: bool = False
) -> None:
    """Give a loop a name, or take it back where there is none and it is not hopeful.

    Parameters
    ----------
    things
        What it runs through, in order, wherever one begins.
    hopeful
        Whether it is one of those that come first.

    Raises
    ------
    NotFound, NotPossible
        There is no such thing; or no arrow leads on from one of them.
    """
    held = project_held(project)
    rows = [thing_called(held, one) for one in way_round(things)]
    if not rows or not all(_leads(a, b) for a, b in pairwise([*rows, rows[0]])):
        raise NotPossible("This does not go round any more. Look at the map again.")
    keep_step(held, "a loop was named" if name.strip() else "a loop was marked")
    _forget(held, tuple(one.name for one in rows))
    if name.strip() or hopeful:
        made = kept_row(NamedLoop(project=held, name=name.strip(), hopeful=hopeful))
        LoopThing.objects.bulk_create(
            LoopThing(loop=made, thing=one, place=place)
            for place, one in enumerate(rows, 1)
        )
    record(by=by, deed="voices.name_loop", subject=f"project:{project}")


@transaction.atomic
def ask_room(*, by: Actor, project: str, words: str, workshop: str = "") -> str:
    """Put a question to a workshop, or to one that is still to come.

    Parameters
    ----------
    workshop
        Its ref; where it is empty, a workshop is begun with this question.

    Returns
    -------
    str
        The ref of the workshop.

    Raises
    ------
    NotFound, NotPossible
        There is no such workshop; nothing is asked, or it is asked there already.
    """
    held = project_held(project)
    words = words.strip()
    if not words:
        raise NotPossible("Write the question.")
    if not workshop:
        ref = fresh_ref("w", set(held.workshops.values_list("ref", flat=True)))
        kept_row(Workshop(project=held, ref=ref, name=words, questions=[words]))
    else:
        ref = workshop
        _ask_too(held, ref, words)
    record(by=by, deed="voices.ask_room", subject=f"project:{project}")
    return ref


@transaction.atomic
def join_things(*, by: Actor, project: str, name: str, into: str) -> None:
    """Make one thing of two that people call by different names.

    Parameters
    ----------
    name
        Of the thing that goes; its arrows and loops run through the other then.
    into
        Of the thing that stays.

    Raises
    ------
    NotFound, NotPossible
        There is no such thing; they are one already, or an arrow joins the two.
    """
    held = project_held(project)
    gone, stays = thing_called(held, name), thing_called(held, into)
    if gone == stays:
        raise NotPossible("Choose another thing that means the same.")
    both = Q(cause=gone, effect=stays) | Q(cause=stays, effect=gone)
    if Cause.objects.filter(both).exists():
        raise NotPossible(
            "An arrow leads from the one to the other. Take it out first."
        )
    keep_step(held, "two things were made one")
    Cause.objects.filter(cause=gone).update(cause=stays)
    Cause.objects.filter(effect=gone).update(effect=stays)
    held.loops.filter(through__thing=gone).filter(through__thing=stays).delete()
    LoopThing.objects.filter(thing=gone).update(thing=stays)
    stays.measured_by = stays.measured_by or gone.measured_by
    stays.save(update_fields=["measured_by"])
    gone.delete()
    record(by=by, deed="voices.join_things", subject=f"project:{project}")


def _ask_too(held: Project, ref: str, words: str) -> None:
    room = held.workshops.filter(ref=ref).first()
    if room is None:
        raise NotFound("There is no such workshop.")
    if words in room.questions:
        raise NotPossible("That workshop asks this already.")
    room.questions = [*room.questions, words]
    room.save(update_fields=["questions"])


def _leads(cause: Thing, effect: Thing) -> bool:
    there = Q(cause=cause, effect=effect)
    back = Q(cause=effect, effect=cause, both_ways=True)
    return Cause.objects.filter(there | back, basis__in=MAKING).exists()


def _forget(held: Project, way: tuple[str, ...]) -> None:
    """Take away what a way round was called so far."""
    rows = NamedLoop.objects.filter(project=held)
    for row, told in zip(rows, loops_told(held), strict=True):
        if way_round(told.things) == way:
            row.delete()
