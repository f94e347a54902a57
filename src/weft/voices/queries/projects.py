"""Which projects are there, for somebody who reads?"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from weft.voices.domain.reading import Reader
from weft.voices.models import Project, Workshop
from weft.voices.queries.opening import is_open_to


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectAbout:
    """A project, in a list."""

    slug: str
    name: str
    purpose: str
    draft: str
    workshops: int
    passages: int
    claims: int
    first_on: date | None
    last_on: date | None


def projects(region: str, *, reader: Reader, today: date) -> tuple[ProjectAbout, ...]:
    """List the projects of which somebody may read at least one room.

    Parameters
    ----------
    region
        Its slug.
    reader
        Who reads.
    today
        The day they read.
    """
    rows = (
        Project.objects.filter(region=region)
        .annotate(
            claims_in=Count("claims", distinct=True),
            passages_in=Count("workshops__sources__passages", distinct=True),
        )
        .prefetch_related("workshops")
        .order_by("name")
    )
    return tuple(
        _about(one, one.passages_in, one.claims_in)
        for one in rows
        if any(
            is_open_to(room, reader=reader, today=today) for room in one.workshops.all()
        )
    )


def open_slugs(region: str, *, reader: Reader, today: date) -> frozenset[str]:
    """Name the projects of which somebody may read any room; nothing is counted."""
    rooms = Workshop.objects.filter(project__region=region).select_related("project")
    return frozenset(
        room.project.slug
        for room in rooms
        if is_open_to(room, reader=reader, today=today)
    )


def is_open(region: str, slug: str, *, reader: Reader, today: date) -> bool:
    """Tell whether somebody may read any room of a project."""
    rooms = Workshop.objects.filter(project__region=region, project__slug=slug)
    return any(is_open_to(room, reader=reader, today=today) for room in rooms)


def _about(one: Project, passages: int, claims: int) -> ProjectAbout:
    days = sorted(room.held_on for room in one.workshops.all() if room.held_on)
    return ProjectAbout(
        slug=one.slug,
        name=one.name,
        purpose=one.purpose,
        draft=one.draft,
        workshops=len(one.workshops.all()),
        passages=passages,
        claims=claims,
        first_on=days[0] if days else None,
        last_on=days[-1] if days else None,
    )
