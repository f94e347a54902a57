"""What follows when people do not agree in whose hands something is?

Both words stand beside each other, and both are said to be disputed: nobody decides
from a desk which is right. Of what has no address its communities are asked instead
(``disputing``).
"""

import json
from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet

from weft.accounts.actors import Actor
from weft.assets.domain.kinds import TieKind
from weft.assets.domain.proposals import ProposalKind, ToldField
from weft.assets.domain.told import TOLD
from weft.assets.models import Asset, Proposal, Tie
from weft.assets.services.listings.around import HOLDING
from weft.assets.services.proposals.asking import groups_named
from weft.assets.services.proposals.kept import Before
from weft.assets.services.proposals.thing import list_anew, thing_of
from weft.commons.errors import NotPossible
from weft.commons.standing import Standing

HELD_BY = ToldField.HELD_BY
WHOSE = (TieKind.HOLDS, TieKind.DECIDES)
"""Whom one means by «held by others»; else who runs or owns it (``HOLDING``)."""
NOT_AN_ASSET = "Open the page of the group that offers it, and tell us from there."
NOBODY_TO_DISPUTE = "Nobody is named as holding it. Write whose it is."


def dispute(
    row: Proposal, fields: Mapping[ToldField, str], *, by: Actor, today: date
) -> Before:
    """Say of whom we name that people do not agree, and whom somebody names instead.

    Raises
    ------
    NotPossible
        When it is about an offer, or nobody is named by either.
    """
    thing = thing_of(row)
    if not isinstance(thing, Asset):
        raise NotPossible(NOT_AN_ASSET)
    name = fields.get(HELD_BY, "").strip()
    current = Tie.objects.filter(asset=thing, until=None).select_related("to")
    named = current.filter(kind__in=WHOSE) or current.filter(kind__in=HOLDING)
    words = ", ".join(dict.fromkeys(_name(tie) for tie in named))
    claims = [[tie.kind, str(tie.to_id or ""), tie.to_name] for tie in named]
    if not claims and not name:
        raise NotPossible(NOBODY_TO_DISPUTE)
    before = {"ties": json.dumps(claims)}
    if name:
        group = next(iter(groups_named(row.region_id, name)), None)
        told = Tie.objects.create(
            asset=thing,
            kind=TieKind.HOLDS,
            to_id=group,
            to_name="" if group else name[:300],
            source=TOLD,
            told_by=row.said_as,
            told_on=today,
        )
        before["tie"] = str(told.pk)
    row.before = before
    _mark(row, thing)
    list_anew(thing, by=by, today=today)
    return before | {f"was {HELD_BY}": words, f"now {HELD_BY}": name}


def agree_again(row: Proposal, *, by: Actor, today: date) -> None:
    """Take that word away; what others dispute stays disputed."""
    thing = thing_of(row)
    if not isinstance(thing, Asset):
        return
    Tie.objects.filter(pk__in=_own(row)).delete()
    _claims(row, thing).update(disputed=False)
    others = Proposal.objects.filter(
        asset=thing, kind=ProposalKind.HOLDER, standing=Standing.ACCEPTED
    )
    for other in others.exclude(pk=row.pk):
        _mark(other, thing)
    list_anew(thing, by=by, today=today)


def keep_disputed(row: Proposal) -> None:
    """Let what is disputed stay so after its source has told it again.

    Whom a source names since, nobody has disputed.
    """
    if row.asset is not None:
        _mark(row, row.asset)


def _mark(row: Proposal, thing: Asset) -> None:
    """Mark the words that speak against each other."""
    against = _claims(row, thing)
    told = Tie.objects.filter(pk__in=_own(row))
    told.update(disputed=against.exists())
    against.update(disputed=True)


def _claims(row: Proposal, thing: Asset) -> QuerySet[Tie]:
    """Find the ties that somebody said are not so, by what they say."""
    disputed = {tuple(one) for one in json.loads(row.before.get("ties", "[]"))}
    found = [
        tie.pk
        for tie in Tie.objects.filter(asset=thing).exclude(pk__in=_own(row))
        if (tie.kind, str(tie.to_id or ""), tie.to_name) in disputed
    ]
    return Tie.objects.filter(pk__in=found)


def _own(row: Proposal) -> list[int]:
    """Name the tie that was written by it, if one was."""
    return [int(number) for number in row.before.get("tie", "").split()]


def _name(tie: Tie) -> str:
    return tie.to.name if tie.to else tie.to_name
