"""How do facets and blind readings that are told become what we hold?"""

from collections.abc import Mapping
from uuid import uuid4

from weft.voices.domain.told import ProjectTold
from weft.voices.models import (
    Code,
    Facet,
    Passage,
    Project,
    Reading,
    ReadingCode,
    ReadingMark,
    Source,
)
from weft.voices.services.rows import kept_row, that_fit


def take_facets(told: ProjectTold, passages: Mapping[str, Passage]) -> None:
    """Write how passages are seen."""
    Facet.objects.bulk_create(
        that_fit(
            Facet(passage=passages[one.passage], value=one.value, coder=one.coder)
            for one in told.facets
        )
    )


def take_readings(
    project: Project, told: ProjectTold, codes: Mapping[str, Code]
) -> None:
    """Write blind readings down; a link to one is made anew, where one is wanted."""
    sources = {
        (one.workshop.ref, one.ref): one
        for one in Source.objects.filter(workshop__project=project).select_related(
            "workshop"
        )
    }
    for one in told.readings:
        reading = kept_row(
            Reading(
                source=sources[one.workshop, one.source],
                name=one.name,
                ref=uuid4().hex,
                own=one.own,
                done_on=one.done_on,
            )
        )
        for at in one.marks:
            mark = ReadingMark.objects.create(
                reading=reading, start=at.start, end=at.end
            )
            ReadingCode.objects.bulk_create(
                ReadingCode(mark=mark, code=codes[ref]) for ref in at.codes
            )
