"""What did visitors say it was like to walk in, and what does the group answer?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from weft.assets.domain.proposals import Felt, ProposalKind, ToldField
from weft.assets.models import Answer, Proposal
from weft.commons.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitAbout:
    """One visitor's line, as it may be shown; ``None`` where they did not say.

    ``shown_as`` is as whom they said it, where whoever checks the list has let that be;
    ``of`` names the thing it is about, for its own group.
    """

    id: UUID
    words: str
    shown_as: str
    welcome: Felt | None
    safe: Felt | None
    said_on: date
    answer: str
    answered_on: date | None
    of: str = ""


def visits_to(key: UUID) -> tuple[VisitAbout, ...]:
    """List what visitors said of one thing, the newest first.

    Whether the thing itself may be seen is for whoever asks to have asked.
    """
    return _read(_standing().filter(Q(asset=key) | Q(offer=key)))


def visits_of_group(group: UUID) -> tuple[VisitAbout, ...]:
    """List what visitors said of a group and of all that it offers, newest first."""
    return _read(_standing().filter(about_group(group)))


def about_group(group: UUID) -> Q:
    """Write that a proposal is about a group, or about something that it offers."""
    return Q(asset=group) | Q(offer__group=group)


def _standing() -> "QuerySet[Proposal]":
    return Proposal.objects.filter(
        kind=ProposalKind.VISIT, standing=Standing.ACCEPTED
    ).select_related("asset", "offer")


def _read(rows: "QuerySet[Proposal]") -> tuple[VisitAbout, ...]:
    """Read the lines, each with its answer."""
    found = list(rows.order_by("-said_on", "pk"))
    return tuple(map(_visit, found, _answers(found)))


def _answers(found: Iterable[Proposal]) -> Iterable[Answer | None]:
    held = {one.proposal_id: one for one in Answer.objects.filter(proposal__in=found)}
    return [held.get(row.pk) for row in found]


def _visit(row: Proposal, answer: Answer | None) -> VisitAbout:
    thing = row.offer or row.asset
    return VisitAbout(
        id=row.pk,
        words=row.words,
        shown_as=row.told.get(ToldField.SHOWN_AS, ""),
        welcome=_felt(row, ToldField.WELCOME),
        safe=_felt(row, ToldField.SAFE),
        said_on=row.said_on,
        answer=answer.words if answer else "",
        answered_on=answer.said_on if answer else None,
        of=thing.name if thing else "",
    )


def _felt(row: Proposal, field: ToldField) -> Felt | None:
    said = row.told.get(field, "")
    return Felt(said) if said else None
