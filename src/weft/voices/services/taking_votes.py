"""How do rounds that were told become rows?"""

from collections.abc import Iterable, Mapping

from weft.accounts.codes import fresh_code
from weft.voices.domain.told_votes import BallotTold, RoundTold, StatementTold
from weft.voices.domain.votes import Vote as Said
from weft.voices.models import (
    Ballot,
    Passage,
    Project,
    Round,
    Ruling,
    Statement,
    StatementWords,
    Vote,
    Workshop,
)
from weft.voices.services.reckoning import reckon_anew
from weft.voices.services.rows import kept_row, that_fit

KEY = 8  # letters of a round's address: it opens what hangs in the room anyway


def take_rounds(
    project: Project,
    told: Iterable[RoundTold],
    workshops: Mapping[str, Workshop],
    passages: Mapping[str, Passage],
) -> None:
    """Write rounds down, and find their groups anew where they are shut."""
    for one in told:
        row = kept_row(
            Round(
                project=project,
                workshop=workshops.get(one.workshop),
                ref=one.ref,
                key=fresh_code(KEY),
                name=one.name,
                question=one.question,
                opens_on=one.opens_on,
                closes_on=one.closes_on,
                shut=one.shut,
                asked=one.asked,
            )
        )
        ballots = put_ballots(row, one.ballots)
        statements = put_statements(row, one.statements, ballots, passages)
        put_votes(one.ballots, ballots, statements)
        if one.shut:
            reckon_anew(row)


def put_ballots(row: Round, told: Iterable[BallotTold]) -> dict[int, Ballot]:
    """Write ballots down without what they say, by number."""
    rows = [Ballot(round=row, number=one.number, typed=one.typed) for one in told]
    return {one.number: one for one in Ballot.objects.bulk_create(that_fit(rows))}


def put_statements(
    row: Round,
    told: Iterable[StatementTold],
    ballots: Mapping[int, Ballot],
    passages: Mapping[str, Passage],
) -> dict[int, Statement]:
    """Write statements down with all that was ruled of them, by number."""
    made = {}
    for one in told:
        made[one.number] = statement = kept_row(
            Statement(
                round=row,
                number=one.number,
                words=one.words,
                written_by=one.written_by,
                ballot=None if one.ballot is None else ballots[one.ballot],
                state=one.state,
            )
        )
        StatementWords.objects.bulk_create(
            StatementWords(statement=statement, passage=passages[ref])
            for ref in one.passages
        )
        rulings = (
            Ruling(
                statement=statement,
                state=ruling.state,
                why=ruling.why,
                by=ruling.by,
                on=ruling.on,
            )
            for ruling in one.rulings
        )
        Ruling.objects.bulk_create(that_fit(rulings))
    return made


def put_votes(
    told: Iterable[BallotTold],
    ballots: Mapping[int, Ballot],
    statements: Mapping[int, Statement],
) -> None:
    """Write down what ballots say; none of them may have said anything before."""
    Vote.objects.bulk_create(
        (
            Vote(
                ballot=ballots[one.number],
                statement=statements[number],
                vote=said,
                on_paper=number in one.on_paper,
            )
            for one in told
            for said, numbers in (
                (Said.AGREE, one.agree),
                (Said.DISAGREE, one.disagree),
                (Said.PASS, one.passed),
            )
            for number in numbers
        ),
        batch_size=1_000,
    )
