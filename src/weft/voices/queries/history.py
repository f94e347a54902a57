"""What was done to codes and marks, in which order, by whose link?"""

from django.db.models import Max

from weft.voices.domain.history import ActTold
from weft.voices.domain.keys import parts_of
from weft.voices.domain.kinds import Deed
from weft.voices.models import Act, Project
from weft.voices.queries.whole import project_row


def history(key: str, *, most: int | None = None) -> tuple[ActTold, ...]:
    """Give the history of a project, what was done last first.

    Parameters
    ----------
    key
        ``region/slug``.
    most
        As many of the last acts; None: all.

    Raises
    ------
    NotFound
        There is no such project.
    """
    acts = Act.objects.filter(project=project_row(*parts_of(key)))
    undone = set(acts.exclude(undoes=None).values_list("undoes", flat=True))
    rows = acts.order_by("-number")[:most]
    return tuple(act_told(one, undone=one.number in undone) for one in rows)


def project_name(key: str) -> str:
    """Say how a project is called.

    Raises
    ------
    NotFound
        There is no such project.
    """
    return project_row(*parts_of(key)).name


def last_number(project: Project) -> int:
    """Give the number of the last thing that was done to codes and marks."""
    acts = Act.objects.filter(project=project)
    return acts.aggregate(most=Max("number"))["most"] or 0


def act_told(one: Act, *, undone: bool = False) -> ActTold:
    """Give one act as it reads."""
    return ActTold(
        number=one.number,
        at=one.at,
        by=one.by,
        deed=Deed(one.deed),
        said=one.said,
        passage=one.passage,
        code=one.code,
        other=one.other,
        undoes=one.undoes,
        undone=undone,
    )
