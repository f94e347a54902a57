"""What was asked of whom, and what became of it?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from weft.commons.errors import NotFound
from weft.voices.domain.asks import AskState, rank, state_of_ask
from weft.voices.domain.kinds import Stance
from weft.voices.domain.reading import Reader
from weft.voices.models import Ask
from weft.voices.queries.projects import open_slugs
from weft.voices.queries.shown import AskShown, ClaimShown, Wall
from weft.voices.queries.wall import ask_shown, wall


@dataclass(frozen=True, slots=True, kw_only=True)
class AskListed:
    """An ask, with the claim that it stands on.

    Attributes
    ----------
    asked_by
        Who wrote the claim; empty where nobody noted it.
    passages
        How many stand for the claim and were not taken back.
    """

    slug: str
    project: str
    claim: int
    claim_words: str
    asked_by: str
    passages: int
    state: AskState
    ask: AskShown


def asks(
    region: str, *, reader: Reader, today: date, slug: str = ""
) -> tuple[AskListed, ...]:
    """List asks: those past their day first, oldest first.

    Parameters
    ----------
    region
        Its slug.
    reader
        Who reads; only projects of which they may read a room are listed.
    today
        The day they read.
    slug
        Of one project; all where it is empty.
    """
    open_to = open_slugs(region, reader=reader, today=today)
    rows = (
        Ask.objects.filter(claim__project__region=region)
        .filter(claim__project__slug__in=open_to & {slug} if slug else open_to)
        .select_related("claim__project")
        .annotate(
            passages=Count(
                "claim__behind",
                filter=Q(
                    claim__behind__stance=Stance.FOR,
                    claim__behind__passage__withdrawn_on=None,
                ),
            )
        )
        .order_by("pk")
    )
    return tuple(sorted((_listed(one, one.passages, today) for one in rows), key=_rank))


def _listed(one: Ask, passages: int, today: date) -> AskListed:
    claim = one.claim
    return AskListed(
        slug=claim.project.slug,
        project=claim.project.name,
        claim=claim.number,
        claim_words=claim.words,
        asked_by=claim.written_by,
        passages=passages,
        state=state_of_ask(
            replied=bool(one.reply), answer_by=one.answer_by, today=today
        ),
        ask=ask_shown(one, today),
    )


def _rank(one: AskListed) -> tuple[int, int, int]:
    ask = one.ask
    return rank(
        one.state,
        answer_by=ask.answer_by,
        asked_on=ask.asked_on,
        replied_on=ask.replied_on,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AskToAnswer:
    """An ask, as whoever must answer it sees it."""

    project: str
    claim: ClaimShown
    ask: AskShown


def ask_to_answer(key: str, *, today: date) -> AskToAnswer:
    """Give an ask to whoever must answer it, with the words that anybody may read.

    Raises
    ------
    NotFound
        There is no such ask any more.
    """
    row = Ask.objects.filter(key=UUID(key)).select_related("claim__project").first()
    if row is None:
        raise NotFound("There is no such ask any more.")
    project = row.claim.project
    read = wall(project.region_id, project.slug, reader=Reader.ANYBODY, today=today)
    claim = next(one for one in read.claims if one.number == row.claim.number)
    return AskToAnswer(project=project.name, claim=claim, ask=ask_shown(row, today))


def asks_in(read: Wall, *, today: date) -> tuple[AskListed, ...]:
    """List the asks of a project for those who hold it, in the same order."""
    listed = (
        AskListed(
            slug=read.slug,
            project=read.name,
            claim=claim.number,
            claim_words=claim.words,
            asked_by=claim.written_by,
            passages=claim.count(Stance.FOR),
            state=state_of_ask(
                replied=bool(ask.reply), answer_by=ask.answer_by, today=today
            ),
            ask=ask,
        )
        for claim in read.claims
        for ask in claim.asks
    )
    return tuple(sorted(listed, key=_rank))
