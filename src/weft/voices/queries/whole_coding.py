"""How are facets and blind readings told, as a project leaves whole?"""

from collections.abc import Iterable

from django.db.models import QuerySet

from weft.voices.domain.kinds import FacetKind
from weft.voices.domain.told import FacetTold, MarkTold, ReadingTold
from weft.voices.models import Facet, Passage, Project, Reading


def facets_told(held: QuerySet[Passage]) -> Iterable[FacetTold]:
    """Give how passages are seen."""
    rows = Facet.objects.filter(passage__in=held).select_related("passage")
    for one in rows.order_by("pk"):
        yield FacetTold(
            passage=one.passage.ref, value=FacetKind(one.value), coder=one.coder
        )


def readings_told(project: Project) -> Iterable[ReadingTold]:
    """Give blind readings, each with its places and codes."""
    rows = Reading.objects.filter(source__workshop__project=project)
    for one in rows.select_related("source__workshop").prefetch_related(
        "marks__codes__code"
    ):
        yield ReadingTold(
            workshop=one.source.workshop.ref,
            source=one.source.ref,
            name=one.name,
            own=one.own,
            done_on=one.done_on,
            marks=tuple(
                MarkTold(
                    start=mark.start,
                    end=mark.end,
                    codes=tuple(sorted(row.code.ref for row in mark.codes.all())),
                )
                for mark in one.marks.all()
            ),
        )
