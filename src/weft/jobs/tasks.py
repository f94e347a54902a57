"""What stands in the queue of django-tasks for each piece of our work?"""

from collections.abc import Mapping

from django_tasks import task

from weft.commons.errors import NotPossible


@task()
def do(*, job: str, told: Mapping[str, str | int | bool | None]) -> None:
    """Stand in the queue; only our own worker knows how to lease it.

    Raises
    ------
    NotPossible
        Always: another worker would run it without a lease.
    """
    raise NotPossible(
        f"{job} ({len(told)} values told): done by ./weft serve or ./weft worker only"
    )
