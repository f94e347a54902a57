"""How does a group answer what a visitor said of it, and take its answer back?"""

from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.proposals import MOST_LETTERS_OF_A_LINE, ProposalKind
from weft.assets.models import Answer, Proposal
from weft.assets.queries.visits import about_group
from weft.assets.services.in_hand import in_hand
from weft.commons.errors import NotFound, NotPossible
from weft.commons.standing import Standing


@transaction.atomic
def answer_visit(
    *, by: Actor, group: UUID, visit: UUID, words: str, today: date
) -> None:
    """Let a group's own words stand beside what a visitor said; the last ones count.

    Parameters
    ----------
    by
        Who answers.
    group
        The group that was visited, itself or in something it offers.
    visit
        What is answered.
    words
        In a line or two.
    today
        When.

    Raises
    ------
    NotFound
        When there is no such group, or no such line of a visitor that stands.
    NotPossible
        When there are no words, or too many.
    """
    said = " ".join(words.split())
    if not said:
        raise NotPossible("Write your answer first.")
    if len(said) > MOST_LETTERS_OF_A_LINE:
        raise NotPossible(f"Keep it to {MOST_LETTERS_OF_A_LINE} letters or fewer.")
    found = _visit(group, visit)
    Answer.objects.update_or_create(
        proposal=found, defaults={"words": said, "said_on": today}
    )
    record(by=by, deed="assets.answer_visit", subject=f"asset {group}")


@transaction.atomic
def take_answer_back(*, by: Actor, group: UUID, visit: UUID) -> None:
    """Remove a group's answer for good.

    Parameters
    ----------
    by, group, visit
        As for ``answer_visit``.

    Raises
    ------
    NotFound
        When there is none.
    """
    gone, _ = Answer.objects.filter(proposal=_visit(group, visit)).delete()
    if not gone:
        raise NotFound("There is no answer to take back.")
    record(by=by, deed="assets.take_answer_back", subject=f"asset {group}")


def _visit(group: UUID, visit: UUID) -> Proposal:
    """Find a visitor's line about a group that stands; nobody changes it meanwhile."""
    in_hand(group)
    found = (
        Proposal.objects.select_for_update(of=("self",))
        .filter(
            about_group(group),
            pk=visit,
            kind=ProposalKind.VISIT,
            standing=Standing.ACCEPTED,
        )
        .first()
    )
    if found is None:
        raise NotFound("There is no such line of a visitor.")
    return found
