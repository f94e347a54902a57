"""What follows when people say: we use this as a community place?"""

from datetime import date

from weft.accounts.actors import Actor
from weft.assets.domain.facts import FactField
from weft.assets.domain.told import TOLD, YES
from weft.assets.models import Asset, Fact, Proposal
from weft.assets.services.proposals.thing import list_anew, thing_of
from weft.commons.errors import NotPossible

NO_PLACE = "This is no place that people could use."


def note_use(row: Proposal, *, by: Actor, today: date) -> dict[str, str]:
    """Keep somebody's word beside those of others; say which it is."""
    thing = thing_of(row)
    if not isinstance(thing, Asset):
        raise NotPossible(NO_PLACE)
    fact = Fact.objects.create(
        asset=thing,
        field=FactField.COMMUNITY_USE,
        value=YES,
        source=TOLD,
        told_by=row.said_as,
        told_on=row.said_on,
    )
    list_anew(thing, by=by, today=today)
    return {"fact": str(fact.pk)}


def forget_use(row: Proposal, *, by: Actor, today: date) -> None:
    """Take that one word away, and nobody else's."""
    thing = thing_of(row)
    Fact.objects.filter(pk=row.before["fact"]).delete()
    list_anew(thing, by=by, today=today)
