"""How is a claim that was told taken in, with all that stands beside it?"""

from collections.abc import Mapping

from weft.voices.domain.told import ClaimTold
from weft.voices.models import Ask, Behind, Claim, Objection, Passage, Project
from weft.voices.services.rows import kept_row, that_fit


def take_claim(
    project: Project, number: int, told: ClaimTold, passages: Mapping[str, Passage]
) -> None:
    """Write a claim down.

    Parameters
    ----------
    project, number
        Whose it is, and by which number it is called there.
    told
        The claim.
    passages
        Those of the project by their refs.
    """
    claim = kept_row(
        Claim(
            project=project,
            number=number,
            ref=told.ref,
            words=told.words,
            short=told.short,
            level=told.level,
            theme=told.theme,
            memo=told.memo,
            written_by=told.written_by,
            lived_experience_decided=told.lived_experience_decided,
            late=told.late,
            sent_on=told.sent_on,
        )
    )
    Behind.objects.bulk_create(
        that_fit(
            Behind(claim=claim, passage=passages[one.passage], stance=one.stance)
            for one in told.behind
        )
    )
    _take_answers(claim, told)


def _take_answers(claim: Claim, told: ClaimTold) -> None:
    """Write down what was said to a claim, and what it asks of whom."""
    Objection.objects.bulk_create(
        that_fit(
            Objection(
                claim=claim,
                words=one.words,
                said_by=one.said_by,
                said_on=one.said_on,
            )
            for one in told.objections
        )
    )
    Ask.objects.bulk_create(
        that_fit(
            Ask(
                claim=claim,
                words=one.words,
                asked_of=one.asked_of,
                answer_by=one.answer_by,
                asked_on=one.asked_on,
                reply=one.reply,
                replied_on=one.replied_on,
                done=one.done,
                done_on=one.done_on,
            )
            for one in told.asks
        )
    )
