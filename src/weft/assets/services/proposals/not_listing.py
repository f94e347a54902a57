"""Who asked not to be listed, and how is that kept to?"""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.not_listing import is_marked
from weft.assets.domain.proposals import mark_of
from weft.assets.models import NotListed
from weft.assets.queries.proposals import marks_of
from weft.commons.errors import NotFound, NotPossible

ASKED_NOT_TO_BE_LISTED = (
    "They have asked not to be on this list, and we keep to that. Thank you for "
    "thinking of them."
)


@transaction.atomic
def leave_out(*, by: Actor, region: str, name: str, place: str, today: date) -> None:
    """Keep to it that a name at a place asked not to be listed.

    Asking twice is the same as asking once.

    Raises
    ------
    NotPossible
        When no name is told.
    """
    if not name.strip():
        raise NotPossible("Say which name is not to be listed.")
    NotListed.objects.get_or_create(
        region_id=region, mark=mark_of(name, place), defaults={"asked_on": today}
    )
    record(by=by, deed="assets.leave_out", subject=f"region {region}")


@transaction.atomic
def list_again(*, by: Actor, region: str, name: str, place: str) -> None:
    """Forget that a name at a place asked not to be listed.

    Raises
    ------
    NotFound
        When it had not asked.
    """
    gone, _ = _marked(region, name, place).delete()
    if not gone:
        raise NotFound("Nobody of this name and place has asked not to be listed.")
    record(by=by, deed="assets.list_again", subject=f"region {region}")


def refuse_who_asked(region: str, *, name: str, place: str) -> None:
    """Refuse a name at a place that asked not to be listed.

    Raises
    ------
    NotPossible
        When it did.
    """
    if is_marked({name}, {place}, marks_of(region)):
        raise NotPossible(ASKED_NOT_TO_BE_LISTED)


def _marked(region: str, name: str, place: str) -> QuerySet[NotListed]:
    return NotListed.objects.filter(region=region, mark=mark_of(name, place))
