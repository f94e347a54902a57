"""How is it noted what a community puts first, and who would put it elsewhere?"""

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.finding import fresh_ref
from weft.voices.domain.told_asked import ElsewhereTold, PrioritiesTold
from weft.voices.models import Elsewhere, Priorities, Priority
from weft.voices.services.holding import project_held
from weft.voices.services.rows import kept_row
from weft.voices.services.taking_asked import take_priorities

MOST_PEOPLE = 1_000_000


@transaction.atomic
def state_priorities(*, by: Actor, project: str, told: PrioritiesTold) -> None:
    """Write down what a community put first.

    Parameters
    ----------
    by, project
        Who holds the project.
    told
        The list; its ``ref`` is given here.

    Raises
    ------
    NotPossible
        It does not say whose it is, or names nothing.
    """
    held = project_held(project)
    if not told.community.strip():
        raise NotPossible("Say whose list it is, by the name they give themselves.")
    if not told.first:
        raise NotPossible("Write at least one thing that comes first.")
    if told.people is not None and told.people > MOST_PEOPLE:
        raise NotPossible("So many did not decide. Look at the number again.")
    taken = set(held.priorities.values_list("ref", flat=True))
    take_priorities(held, told, ref=fresh_ref("r", taken))
    record(by=by, deed="voices.state_priorities", subject=f"project:{project}")


@transaction.atomic
def take_priorities_out(*, by: Actor, project: str, listed: str) -> None:
    """Take a list out again, with what stood beside it.

    Raises
    ------
    NotFound
        There is no such list.
    """
    rows = Priorities.objects.filter(project=project_held(project), ref=listed)
    if not rows.exists():
        raise NotFound("There is no such list.")
    rows.delete()
    record(by=by, deed="voices.take_priorities_out", subject=f"project:{project}")


@transaction.atomic
def put_elsewhere(
    *, by: Actor, project: str, listed: str, at: int, told: ElsewhereTold
) -> None:
    """Note that somebody else would put a thing elsewhere: both stay.

    Parameters
    ----------
    by, project
        Who holds the project.
    listed, at
        Which list, and which of its things, from one.
    told
        Who, where they would put it, and why.

    Raises
    ------
    NotFound, NotPossible
        There is no such thing on a list; or nobody is named who differs.
    """
    held = project_held(project)
    row = Priority.objects.filter(
        listed__project=held, listed__ref=listed, at=at
    ).first()
    if row is None:
        raise NotFound("There is no such thing on a list.")
    if not told.by.strip():
        raise NotPossible("Say who would put it elsewhere.")
    kept_row(
        Elsewhere(
            priority=row, by=told.by.strip(), at=told.at, words=told.words.strip()
        )
    )
    record(by=by, deed="voices.put_elsewhere", subject=f"project:{project}")
