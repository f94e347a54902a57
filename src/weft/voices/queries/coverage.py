"""What was lost between what was said and what was written, and what was added?"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from weft.voices.domain.coverage import Coverage, Named
from weft.voices.domain.kinds import Level
from weft.voices.domain.reading import Reader
from weft.voices.models import Mentioned, Project
from weft.voices.queries.shown import ClaimShown, PassageShown, Wall, coverage_of
from weft.voices.queries.wall import wall
from weft.voices.queries.whole import project_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Some claims, laid beside all that was said."""

    claims: tuple[ClaimShown, ...]
    found: Coverage

    @property
    def by_number(self) -> dict[str, ClaimShown]:
        """Find a claim by what ``found`` calls it."""
        return {str(one.number): one for one in self.claims}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageShown:
    """Both ways, as one reader may see it.

    Attributes
    ----------
    said
        What was said there and can be read or is of a closed room: no summary, nothing
        that was taken back, no picture that is missing.
    all
        All claims beside it.
    summary
        What organisers wrote afterwards beside it; None where nobody made claims there.
    groups
        Of whom it was spoken; their passages are numbers.
    taken_back
        How many passages are gone.
    """

    wall: Wall
    said: tuple[PassageShown, ...]
    all: Looked
    summary: Looked | None
    groups: tuple[Named, ...]
    taken_back: int


def coverage(region: str, slug: str, *, reader: Reader, today: date) -> CoverageShown:
    """Look from claims to passages, and from passages to claims.

    Parameters
    ----------
    region, slug
        Where the project is.
    reader
        Who reads; each workshop's consent is kept.
    today
        The day they read.

    Raises
    ------
    NotFound
        There is no such project.
    """
    read = wall(region, slug, reader=reader, today=today)
    project = project_row(region, slug)
    said = tuple(one for one in read.said if not one.withdrawn)
    readable = {one.number for one in said if not one.closed}
    groups = tuple(_groups(project, readable))
    written = tuple(one for one in read.claims if one.level is Level.WRITTEN)
    apart = 0 < len(written) < len(read.claims)
    return CoverageShown(
        wall=read,
        said=said,
        all=Looked(claims=read.claims, found=coverage_of(read.claims, said, groups)),
        summary=Looked(claims=written, found=coverage_of(written, said, groups))
        if apart
        else None,
        groups=groups,
        taken_back=len(read.said) - len(said),
    )


def _groups(project: Project, readable: Container[int]) -> Iterable[Named]:
    """Name people of whom somebody speaks in words that may be read."""
    rows = Mentioned.objects.filter(project=project).prefetch_related(
        "passages", "named_by"
    )
    for one in rows:
        spoken = [p.number for p in one.passages.all() if p.number in readable]
        if spoken:
            yield Named(
                name=one.name,
                passages=tuple(map(str, spoken)),
                named_by=tuple(str(claim.number) for claim in one.named_by.all()),
            )
