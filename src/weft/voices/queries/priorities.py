"""What do communities put first, in a project or for a place?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from weft.ground import queries as ground
from weft.voices.domain.reading import Reader
from weft.voices.domain.told_asked import PrioritiesTold
from weft.voices.models import Priorities, Project
from weft.voices.queries.projects import is_open
from weft.voices.queries.whole import project_row
from weft.voices.queries.whole_asked import priorities_told


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesShown:
    """Lists of a project, with the names of the places that they name."""

    slug: str
    name: str
    draft: str
    lists: tuple[PrioritiesTold, ...]
    places: tuple[tuple[str, str], ...]  # code and name


def priorities(region: str, slug: str) -> PrioritiesShown:
    """Give what communities of a project put first.

    Raises
    ------
    NotFound
        There is no such project.
    """
    return _shown(project_row(region, slug))


def priorities_of_place(
    codes: Collection[str], region: str, *, today: date
) -> tuple[PrioritiesShown, ...]:
    """Give the lists that are about a place, of projects that anybody may read.

    Parameters
    ----------
    codes
        Of the place, and of what lies in it.
    region
        Its region's slug.
    today
        The day that is asked about.
    """
    about = Priorities.objects.filter(project__region=region).filter(
        Q(of__in=codes) | Q(first__place__in=codes)
    )
    slugs = set(about.values_list("project__slug", flat=True))
    reader = Reader.ANYBODY
    return tuple(
        _shown(project_row(region, slug), codes)
        for slug in sorted(slugs)
        if is_open(region, slug, reader=reader, today=today)
    )


def _shown(project: Project, codes: Collection[str] | None = None) -> PrioritiesShown:
    lists = tuple(
        one
        for one in priorities_told(project)
        if codes is None or _is_about(one, codes)
    )
    named = {one.of for one in lists} | {
        row.place for one in lists for row in one.first
    }
    places = ((code, ground.area(code)) for code in sorted(named) if code)
    return PrioritiesShown(
        slug=project.slug,
        name=project.name,
        draft=project.draft,
        lists=lists,
        places=tuple((code, area.title) for code, area in places if area),
    )


def _is_about(one: PrioritiesTold, codes: Collection[str]) -> bool:
    return one.of in codes or any(row.place in codes for row in one.first)
