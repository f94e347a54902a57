"""How are the communities of a disputed tradition asked, and what do their answers do?

Those whom we name as its holders are asked, and whom whoever disputes it names, where
we list them; a steward may name more to be asked, and decides nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.disputes import Answer, Settled, settled
from weft.assets.domain.holding import HOLDER, HolderField
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.proposals import (
    MOST_LETTERS,
    MOST_LETTERS_OF_WHO,
    Decider,
    ToldField,
)
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asking, Asset, Proposal, Tie
from weft.assets.queries.seen import is_whole
from weft.assets.services.in_hand import say_of
from weft.assets.services.listings.deriving import relist
from weft.assets.services.listings.keeping import keep_answers
from weft.assets.services.proposals.disputing import put_back
from weft.commons.errors import NotFound, NotPossible
from weft.commons.standing import Standing
from weft.ground.domain.named import folded

GROUPS = (AssetKind.GROUP, AssetKind.PARTNERSHIP)
ANSWERED = "Those whose it is have answered."
NOT_ASKED = "This is not open any more, or this group was not asked."


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTold:
    """What a community answers, in its own words if it likes, and as whom."""

    answer: Answer
    words: str = ""
    said_as: str = ""

    def checked(self) -> "AnswerTold":
        """Give it without blanks around its words.

        Raises
        ------
        NotPossible
            When it is too long.
        """
        words, said_as = self.words.strip(), " ".join(self.said_as.split())
        if len(words) > MOST_LETTERS or len(said_as) > MOST_LETTERS_OF_WHO:
            raise NotPossible("Please say it in fewer words.")
        return AnswerTold(answer=self.answer, words=words, said_as=said_as)


def ask_all_named(row: Proposal, *, by: Actor, today: date) -> None:
    """Ask everybody whom we, or whoever disputes it, name."""
    for community in sorted(set(_named(row))):
        _ask(row, community, by=by, today=today)


@transaction.atomic
def ask_community(*, by: Actor, proposal: UUID, community: UUID, today: date) -> None:
    """Ask one more community whose something is.

    Parameters
    ----------
    by
        Whoever names it; they decide nothing by it.
    proposal
        The dispute.
    community
        A group on the list.
    today
        When it is asked.

    Raises
    ------
    NotFound, NotPossible
        When there is no such dispute or group, or it was asked before.
    """
    row = _open(proposal)
    group = Asset.objects.filter(pk=community, kind__in=GROUPS, closed_on=None).first()
    if group is None or group.region_id != row.region_id:
        raise NotFound("There is no such group on the list.")
    if Asking.objects.filter(proposal=row, community=group).exists():
        raise NotPossible("They have been asked.")
    _ask(row, community, by=by, today=today)


@transaction.atomic
def answer_dispute(
    *, by: Actor, group: UUID, proposal: UUID, told: AnswerTold, today: date
) -> None:
    """Take in what a community says, and what follows once all have answered.

    Parameters
    ----------
    by
        Whoever has the community's link.
    group
        Which community.
    proposal
        What it was asked about.
    told
        What it says; the last answer counts for as long as the dispute is open.
    today
        When it is said.

    Raises
    ------
    NotFound, NotPossible
        When it was not asked, the dispute is over, or the words are too long.
    """
    told, row = told.checked(), _open(proposal)
    asking = Asking.objects.filter(proposal=row, community=group).first()
    if asking is None:
        raise NotFound(NOT_ASKED)
    asking.answer, asking.words = told.answer, told.words
    asking.said_as, asking.answered_on = told.said_as, today
    asking.save()
    record(
        by=by,
        deed="assets.answer_dispute",
        subject=f"asset {group}",
        details={"proposal": str(proposal), "answer": told.answer},
    )
    answers = {
        one.community_id: Answer(one.answer) if one.answer else None
        for one in Asking.objects.filter(proposal=row).order_by("pk")
    }
    outcome = settled(answers)
    if outcome is not None:
        _settle(row, outcome, today=today)


def _open(proposal: UUID) -> Proposal:
    """Find a dispute that no answer has settled, and let nobody else write of it."""
    row = (
        Proposal.objects.select_for_update()
        .filter(pk=proposal, decides=Decider.COMMUNITIES, standing=Standing.PROPOSED)
        .first()
    )
    if row is None:
        raise NotFound(NOT_ASKED)
    return row


def _named(row: Proposal) -> Iterator[UUID]:
    """Find whom we name as holding it or deciding about it, and whom they name."""
    ties = Tie.objects.filter(
        asset=row.asset_id,
        kind__in=(TieKind.HOLDS, TieKind.DECIDES),
        until=None,
        to__kind__in=GROUPS,
        to__closed_on=None,
    )
    for key in ties.values_list("to_id", flat=True):
        if key is not None:
            yield key
    yield from groups_named(row.region_id, row.told.get(ToldField.HELD_BY, ""))


def groups_named(region: str, name: str) -> Iterator[UUID]:
    """Find the groups of a name that a search may find."""
    wanted = folded(name)
    groups = Asset.objects.filter(region=region, kind__in=GROUPS, closed_on=None)
    for group in groups if wanted else ():
        if folded(group.name) == wanted and is_whole(group, Channel.SEARCH):
            yield group.pk


def _ask(row: Proposal, community: UUID, *, by: Actor, today: date) -> None:
    Asking.objects.create(proposal=row, community_id=community, asked_on=today)
    record(
        by=by,
        deed="assets.ask_community",
        subject=f"asset {community}",
        details={"proposal": str(row.pk)},
    )


def _settle(row: Proposal, outcome: Settled[UUID], *, today: date) -> None:
    """Write whose it is, by their own word, and show as much of it as they want."""
    asset = Asset.objects.select_for_update().get(proposals=row)
    names = dict(Asset.objects.filter(pk__in=outcome.holders).values_list("pk", "name"))
    for holder in outcome.holders:
        Tie.objects.update_or_create(
            asset=asset,
            kind=TieKind.HOLDS,
            to_id=holder,
            source=HOLDER,
            defaults={"told_by": names[holder][:200], "told_on": today},
        )
    row.standing, row.decided_on, row.why = Standing.ACCEPTED, today, ANSWERED
    row.save()
    keep_answers(row.region_id)
    if outcome.shown:
        put_back(row)
        row.save()
    else:
        say_of(asset, HolderField.SHOWN, Visibility.KNOWN, today)
    relist(asset.region_id, assets=[asset.pk], today=today)
