"""What became of what somebody told us, and what stood there before?"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.accounts.actors import ActorKind
from weft.accounts.codes import hash_of
from weft.assets.domain.changing import rule_read
from weft.assets.domain.proposals import (
    OUTDONE,
    Decider,
    ProposalKind,
    ToldField,
)
from weft.assets.domain.told import ScheduleTold
from weft.assets.models import Proposal
from weft.assets.queries.proposals import ThingMeant, thing_of
from weft.commons.errors import NotFound
from weft.commons.standing import Standing

AT_ONCE = 50
"""So many decisions stand on one page."""
DECIDED = (Standing.ACCEPTED, Standing.DECLINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What one field said before a decision, and says since.

    Times are rules, in the place of words: nobody's own words are kept of them.
    """

    field: ToldField
    was: str = ""
    now: str = ""
    times_were: tuple[ScheduleTold, ...] = ()
    times_are: tuple[ScheduleTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BecameOf:
    """What became of what somebody told us.

    ``outdone``: its sources have told otherwise since, and are believed.
    """

    proposal: UUID
    kind: ProposalKind
    decides: Decider
    thing: ThingMeant | None
    words: str
    said_as: str
    said_on: date
    standing: Standing
    decided_on: date | None
    by_holder: bool  # decided by those who look after it, by their own link
    why: str
    changed: tuple[Changed, ...]
    outdone: bool

    @property
    def days(self) -> int | None:
        """Say how many days it took to decide; None where nobody has."""
        return (self.decided_on - self.said_on).days if self.decided_on else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """A page of decisions, the latest first; ``more`` where there are earlier ones."""

    every: tuple[BecameOf, ...]
    more: bool


def decisions(*, page: int = 1) -> Decisions:
    """List what was decided about what people told us.

    Parameters
    ----------
    page
        From 1 on; what lies beyond the last is empty.
    """
    rows = Proposal.objects.filter(standing__in=DECIDED)
    rows = rows.select_related("asset", "offer", "offer__group", "offer__place")
    begin = (max(page, 1) - 1) * AT_ONCE
    found = list(
        rows.order_by("-decided_on", "-said_on", "pk")[begin : begin + AT_ONCE + 1]
    )
    return Decisions(
        every=tuple(map(_about, found[:AT_ONCE])), more=len(found) > AT_ONCE
    )


def became_of(code: str) -> BecameOf:
    """Say to whoever told us something what became of it.

    Parameters
    ----------
    code
        The code that they were given.

    Raises
    ------
    NotFound
        When nothing that was told has this code, or it was taken back.
    """
    rows = Proposal.objects.exclude(standing=Standing.TAKEN_BACK)
    rows = rows.select_related("asset", "offer", "offer__group", "offer__place")
    row = rows.filter(code_hash=hash_of(code)).first()
    if row is None:
        raise NotFound("Nothing that was told has this code. Look again at it.")
    return _about(row)


def _about(row: Proposal) -> BecameOf:
    return BecameOf(
        proposal=row.pk,
        kind=ProposalKind(row.kind),
        decides=Decider(row.decides),
        thing=thing_of(row),
        words=row.words,
        said_as=row.said_as,
        said_on=row.said_on,
        standing=Standing(row.standing),
        decided_on=row.decided_on,
        by_holder=row.decided_as == ActorKind.HOLDER,
        why=row.why,
        changed=tuple(_changed(row)),
        outdone=OUTDONE in row.before,
    )


def _changed(row: Proposal) -> Iterator[Changed]:
    for field in ToldField:
        was, now = row.before.get(f"was {field}"), row.before.get(f"now {field}")
        if was is None or now is None:
            continue
        if field is ToldField.WHEN:
            yield Changed(field=field, times_were=_rules(was), times_are=_rules(now))
        else:
            yield Changed(field=field, was=was, now=now)


def _rules(kept: str) -> tuple[ScheduleTold, ...]:
    return tuple(rule_read(one) for one in json.loads(kept))
