"""What is held of a project's claims, as it would be told?"""

from collections.abc import Iterable

from weft.voices.domain.kinds import Level, Stance
from weft.voices.domain.told import AskTold, BehindTold, ClaimTold, ObjectionTold
from weft.voices.models import Claim, Project


def claims_told(project: Project, refs: set[str]) -> Iterable[ClaimTold]:
    """Give a project's claims; of passages only those of these refs."""
    rows = Claim.objects.filter(project=project).prefetch_related(
        "behind__passage", "objections", "asks"
    )
    for one in rows:
        yield ClaimTold(
            ref=one.ref,
            words=one.words,
            short=one.short,
            level=Level(one.level),
            theme=one.theme,
            memo=one.memo,
            written_by=one.written_by,
            lived_experience_decided=one.lived_experience_decided,
            late=one.late,
            sent_on=one.sent_on,
            behind=tuple(
                BehindTold(passage=row.passage.ref, stance=Stance(row.stance))
                for row in one.behind.all()
                if row.passage.ref in refs
            ),
            objections=tuple(
                ObjectionTold(words=row.words, said_by=row.said_by, said_on=row.said_on)
                for row in one.objections.all()
            ),
            asks=tuple(
                AskTold(
                    words=row.words,
                    asked_of=row.asked_of,
                    answer_by=row.answer_by,
                    asked_on=row.asked_on,
                    reply=row.reply,
                    replied_on=row.replied_on,
                    done=row.done,
                    done_on=row.done_on,
                )
                for row in one.asks.all()
            ),
        )
