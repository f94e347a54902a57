"""Who is asked whose something is, what did they answer, and what came of it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.disputes import Answer
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.listing import asset_label
from weft.assets.domain.proposals import Decider, ToldField
from weft.assets.models import Asking, Proposal, Tie
from weft.commons.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAbout:
    """What a community is asked, behind its own link.

    ``name`` is "" where it was known only to exist before anybody disputed it, and the
    community is not among those whom we name as holding it: then it may not read more.
    """

    proposal: UUID
    kind: str
    name: str
    asked_on: date
    answer: Answer | None
    words: str
    said_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A community that was asked, and its answer with the name of who gave it."""

    community: UUID
    name: str
    asked_on: date
    answer: Answer | None
    words: str
    said_as: str
    answered_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A dispute about whose something is, with all that came of it.

    ``thing`` is its name, "" where no more may be told than that it exists.
    """

    proposal: UUID
    thing: str
    kind: str
    said_on: date
    said_as: str
    words: str
    names: str  # whom whoever disputes it names
    standing: Standing
    decided_on: date | None
    asked: tuple[Asked, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be answered."""
        return self.standing is Standing.PROPOSED


def asked_of(group: UUID) -> tuple[AskedAbout, ...]:
    """List what a community is asked about and nobody has settled, oldest first."""
    rows = Asking.objects.filter(
        community=group, proposal__standing=Standing.PROPOSED
    ).select_related("proposal__asset")
    theirs = set(
        Tie.objects.filter(
            to=group, kind__in=(TieKind.HOLDS, TieKind.DECIDES), until=None
        ).values_list("asset_id", flat=True)
    )
    return tuple(
        AskedAbout(
            proposal=row.proposal_id,
            kind=asset_label(AssetKind(asset.kind), ""),
            name=asset.name if asset.pk in theirs or _was_seen(row.proposal) else "",
            asked_on=row.asked_on,
            answer=Answer(row.answer) if row.answer else None,
            words=row.words,
            said_as=row.said_as,
        )
        for row in rows.order_by("asked_on", "pk")
        if (asset := row.proposal.asset) is not None
    )


def disputes() -> tuple[Dispute, ...]:
    """List every dispute for those who check the list: open ones first, then the rest.

    Those whose teller took their words back are told of no more.
    """
    rows = Proposal.objects.filter(decides=Decider.COMMUNITIES)
    rows = rows.exclude(standing=Standing.TAKEN_BACK).select_related("asset")
    asked = _asked()
    found = [_dispute(row, asked.get(row.pk, ())) for row in rows.order_by("said_on")]
    return tuple(sorted(found, key=lambda one: not one.is_open))


def _asked() -> Mapping[UUID, tuple[Asked, ...]]:
    found: dict[UUID, list[Asked]] = {}
    for row in Asking.objects.select_related("community").order_by("asked_on", "pk"):
        found.setdefault(row.proposal_id, []).append(
            Asked(
                community=row.community_id,
                name=row.community.name,
                asked_on=row.asked_on,
                answer=Answer(row.answer) if row.answer else None,
                words=row.words,
                said_as=row.said_as,
                answered_on=row.answered_on,
            )
        )
    return {key: tuple(some) for key, some in found.items()}


def _dispute(row: Proposal, asked: tuple[Asked, ...]) -> Dispute:
    asset = row.asset
    seen = asset is not None and asset.visibility == Visibility.PUBLIC
    return Dispute(
        proposal=row.pk,
        thing=asset.name if asset and seen else "",
        kind=asset_label(AssetKind(asset.kind), "") if asset else "",
        said_on=row.said_on,
        said_as=row.said_as,
        words=row.words,
        names=row.told.get(ToldField.HELD_BY, ""),
        standing=Standing(row.standing),
        decided_on=row.decided_on,
        asked=asked,
    )


def _was_seen(row: Proposal) -> bool:
    """Tell whether everybody could read of it until this was said of it."""
    return bool(row.before.get("visibility") == Visibility.PUBLIC)
