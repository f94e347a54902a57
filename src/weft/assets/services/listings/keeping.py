"""What stays as its holders and communities said, whatever a source tells again?

A load writes what a source tells in place of what it told before. What was hidden,
named, disputed or given terms by those whose it is must outlive that: it is put back
within the same transaction, before anything is listed.
"""

from collections.abc import Callable, Iterator, Mapping
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.disputes import Answer
from weft.assets.domain.holding import (
    HOLDER,
    NOTHING,
    HolderField,
    Stopped,
    channels_said,
)
from weft.assets.domain.kinds import TieKind, Visibility
from weft.assets.domain.like import from_kept, to_keep
from weft.assets.domain.proposals import Decider
from weft.assets.domain.told import NO, TOLD, YES
from weft.assets.models import Asking, Asset, Fact, Offer, OwnWord, Proposal, Tie
from weft.commons.batches import batched
from weft.commons.standing import Standing

Value = str | bool | list[str]
COLUMNS: Mapping[HolderField, tuple[str, Callable[[str], Value]]] = {
    HolderField.SHOWN: ("visibility", str),
    HolderField.NAMED: ("name", str),
    HolderField.TERMS: ("terms", str),
    HolderField.CHANNELS: ("channels_allowed", lambda said: [*channels_said(said)]),
    HolderField.FUNDERS: ("hidden_from_funders", lambda said: said == NO),
    HolderField.YOUNG: ("run_by_young_people", lambda said: said == YES),
    HolderField.OWNED: ("ownership_form", str),
}
"""Which column a holder's word sets, and how it is read."""

HIDES = (HolderField.NOT_OURS, HolderField.KEPT_HIDDEN, HolderField.ASKED_NOT)
"""Words by which a thing is hidden, whatever its source says."""


def keep_holders_word(region: str) -> None:
    """Put back what holders said by their links, and what is disputed or not theirs.

    The few are named first: within a build PostgreSQL knows no counts yet, and joined
    26,000 things to all their facts for minutes.
    """
    keep_answers(region)
    for key, column, value in _said():
        Asset.objects.filter(pk=key, region=region).update(**{column: value})
    keep_parts(region)
    _lower(region, _disputed(region), Visibility.KNOWN, only=(Visibility.PUBLIC,))
    _lower(region, _not_theirs(), Visibility.HIDDEN, only=tuple(Visibility))
    _keep_unlisted(region)
    _keep_stopped(region)


def keep_own_words(told: Q) -> None:
    """Put back what groups said of offers that their sources have just told again.

    What the source tells now is kept beside it: that is what comes back when a group
    takes its word away.

    Parameters
    ----------
    told
        A condition on ``OwnWord``: of those offers, and of no others.
    """
    for word in OwnWord.objects.filter(told).select_related("offer"):
        offer, column = word.offer, word.column
        word.before = to_keep(getattr(offer, column))
        word.save(update_fields=["before"])
        value = from_kept(column, word.value)
        Offer.objects.filter(pk=offer.pk).update(**{column: value})


def keep_parts(region: str) -> None:
    """Make things part again of what their holders say, where that is still there."""
    said = Fact.objects.filter(
        source=HOLDER, field=HolderField.PART_OF, asset__region=region
    )
    for key, told in said.values_list("asset_id", "value"):
        whole = None if told == NOTHING else told
        if whole is None or Asset.objects.filter(pk=whole, region=region).exists():
            Asset.objects.filter(pk=key).update(part_of=whole)


def keep_answers(region: str) -> None:
    """End the holding of those who answered that a thing is not theirs."""
    answered = Asking.objects.filter(
        proposal__region=region,
        proposal__standing=Standing.ACCEPTED,
        answer=Answer.NOT_OURS,
    ).select_related("proposal")
    for one in answered:
        ties = Tie.objects.filter(
            asset=one.proposal.asset_id,
            kind__in=(TieKind.HOLDS, TieKind.DECIDES),
            to=one.community_id,
            until=None,
        )
        ties.update(until=one.answered_on)


def _said() -> Iterator[tuple[UUID, str, Value]]:
    """Read what was said; where a steward said it too, the holder's word comes last."""
    noted = Q(source=TOLD, field=HolderField.YOUNG)
    rows = Fact.objects.filter(field__in=COLUMNS, asset__isnull=False)
    told = rows.filter(Q(source=HOLDER) | noted).order_by("-source", "pk")
    for key, field, value in told.values_list("asset_id", "field", "value"):
        column, read = COLUMNS[HolderField(field)]
        if key is not None:
            yield key, column, read(value)


def _disputed(region: str) -> set[UUID]:
    """Find what somebody says is held by others, and no answer has settled."""
    rows = Proposal.objects.filter(
        region=region,
        decides=Decider.COMMUNITIES,
        standing=Standing.PROPOSED,
        asset__isnull=False,
    )
    return {key for key in rows.values_list("asset_id", flat=True) if key}


def _not_theirs() -> set[UUID]:
    """Find what its own group says is not theirs, or asked us not to list."""
    rows = Fact.objects.filter(field__in=HIDES, asset__isnull=False)
    return {key for key in rows.values_list("asset_id", flat=True) if key}


def _keep_unlisted(region: str) -> None:
    """Keep hidden the things to do that asked not to be listed."""
    asked = Fact.objects.filter(field=HolderField.ASKED_NOT, offer__region=region)
    keys = sorted(key for key in asked.values_list("offer_id", flat=True) if key)
    for some in batched(keys):
        Offer.objects.filter(pk__in=some).update(visibility=Visibility.HIDDEN)


def _keep_stopped(region: str) -> None:
    """Keep closed what its own group says it does not do any more."""
    rows = Fact.objects.filter(source=HOLDER, field=HolderField.STOPPED)
    for asset, offer, value in rows.values_list("asset_id", "offer_id", "value"):
        said = Stopped.of(value)
        if said is None:
            continue
        closed = {"closed_on": said.on, "closed_why": said.why}
        Asset.objects.filter(pk=asset, region=region).update(**closed)
        Offer.objects.filter(pk=offer, region=region).update(**closed)


def _lower(
    region: str, keys: set[UUID], to: Visibility, *, only: tuple[Visibility, ...]
) -> None:
    for some in batched(sorted(keys)):
        Asset.objects.filter(region=region, pk__in=some, visibility__in=only).update(
            visibility=to
        )
