"""What waits for somebody who checks the list, whoever waits longest first?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.proposals import Decider
from weft.assets.queries.holding import NotTheirs, groups_not_theirs
from weft.assets.queries.proposals import ProposalAbout, proposals_waiting
from weft.ground import queries as ground
from weft.need.domain.catalogue import indicator_called
from weft.need.queries import ReplyAbout, replies_waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyWaiting:
    """Words that somebody wants to stand beside a number."""

    reply: UUID
    place: str
    area_code: str
    question: str
    words: str
    said_as: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalWaiting:
    """What somebody told us of what is here."""

    about: ProposalAbout

    @property
    def since(self) -> date:
        """Since when it waits."""
        return self.about.said_on


Waiting = ReplyWaiting | ProposalWaiting


def waiting() -> tuple[Waiting, ...]:
    """List all that waits to be decided here, of every sort in one list.

    Whose a tradition is nobody decides here: that has a list of its own.
    """
    replies: list[Waiting] = list(_with_their_places(replies_waiting()))
    proposals = (
        ProposalWaiting(about=one)
        for one in proposals_waiting()
        if one.decides is Decider.STEWARD
    )
    return tuple(sorted([*replies, *proposals], key=lambda one: one.since))


def groups_waiting() -> tuple[NotTheirs, ...]:
    """List the groups whose link reached somebody who says they are not theirs."""
    return tuple(groups_not_theirs())


def _with_their_places(replies: tuple[ReplyAbout, ...]) -> Iterator[ReplyWaiting]:
    """Say of each where it comes from, and what it speaks to."""
    titles: dict[str, str] = {}
    for one in replies:
        if one.area_code not in titles:
            area = ground.area(one.area_code)
            titles[one.area_code] = area.title if area else one.area_code
        indicator = indicator_called(one.key)
        yield ReplyWaiting(
            reply=one.reply,
            place=titles[one.area_code],
            area_code=one.area_code,
            question=indicator.question if indicator else one.key,
            words=one.words,
            said_as=one.said_as,
            since=one.said_on,
        )
