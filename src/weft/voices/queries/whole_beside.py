"""What stands beside the words of a project, as it is told: of whom, and offered?"""

from collections.abc import Container, Iterable

from weft.voices.domain.kinds import SuggestionState, Suggests
from weft.voices.domain.told import MentionedTold, SuggestionTold
from weft.voices.models import Mentioned, Project, Suggestion


def mentioned_told(project: Project, refs: Container[str]) -> Iterable[MentionedTold]:
    """Tell of whom passages speak; people of whom only words taken back spoke go too.

    Parameters
    ----------
    project
        Which.
    refs
        Of the passages that were not taken back.
    """
    rows = Mentioned.objects.filter(project=project).prefetch_related(
        "passages", "named_by"
    )
    for one in rows:
        spoken = [row.ref for row in one.passages.all()]
        left = tuple(ref for ref in spoken if ref in refs)
        if left or not spoken:
            yield MentionedTold(
                name=one.name,
                passages=left,
                named_by=tuple(row.ref for row in one.named_by.all()),
            )


def suggestions_told(
    project: Project, refs: Container[str]
) -> Iterable[SuggestionTold]:
    """Tell what was offered for passages that were not taken back."""
    rows = Suggestion.objects.filter(project=project).select_related(
        "passage", "claim", "beside", "code"
    )
    for one in rows.order_by("pk"):
        if one.passage.ref in refs and (one.beside is None or one.beside.ref in refs):
            about = one.claim or one.beside or one.code
            yield SuggestionTold(
                kind=Suggests(one.kind),
                passage=one.passage.ref,
                about=about.ref if about else "",
                method=one.method,
                version=one.version,
                score=one.score,
                state=SuggestionState(one.state),
                by=one.by,
                answered_on=one.answered_on,
            )
