"""How does what stands beside words and claims come in: of whom, on what, offered?"""

from weft.voices.domain.kinds import Suggests
from weft.voices.domain.told import ProjectTold, SuggestionTold
from weft.voices.models import (
    Claim,
    Code,
    Mentioned,
    Passage,
    Project,
    Suggestion,
)
from weft.voices.services.rows import kept_row, that_fit


class TakingBeside:
    """What stands beside, of one project whose passages and claims are in."""

    def __init__(self, project: Project, told: ProjectTold) -> None:
        self.project, self.told = project, told
        self.passages = {
            one.ref: one for one in Passage.objects.filter(project=project)
        }
        self.claims = {one.ref: one for one in Claim.objects.filter(project=project)}
        self.codes = {one.ref: one for one in Code.objects.filter(project=project)}

    def take(self) -> None:
        """Write it all."""
        self.project.suggests = self.told.suggests
        self.project.save(update_fields=["suggests"])
        self._hang()
        for one in self.told.mentioned:
            row = kept_row(Mentioned(project=self.project, name=one.name))
            row.passages.set(self.passages[ref] for ref in one.passages)
            row.named_by.set(self.claims[ref] for ref in one.named_by)
        Suggestion.objects.bulk_create(
            that_fit(self._suggestion(one) for one in self.told.suggestions)
        )

    def _hang(self) -> None:
        """Tie each passage to the words that its list hangs on."""
        hung = []
        for room in self.told.workshops:
            for source in room.sources:
                for one in source.passages:
                    if one.hangs_on:
                        row = self.passages[one.ref]
                        row.hangs_on = self.passages[one.hangs_on]
                        hung.append(row)
        Passage.objects.bulk_update(hung, ["hangs_on"], batch_size=500)

    def _suggestion(self, one: SuggestionTold) -> Suggestion:
        return Suggestion(
            project=self.project,
            kind=one.kind,
            passage=self.passages[one.passage],
            claim=self.claims[one.about] if one.kind is Suggests.FORGOTTEN else None,
            beside=self.passages[one.about] if one.kind is Suggests.ALIKE else None,
            code=self.codes[one.about] if one.kind is Suggests.CODE else None,
            method=one.method,
            version=one.version,
            score=one.score,
            state=one.state,
            by=one.by,
            answered_on=one.answered_on,
        )
