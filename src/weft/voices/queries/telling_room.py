"""What is told so far of a time that people met?"""

from weft.commons.errors import NotFound
from weft.voices.domain.keys import parts_of
from weft.voices.domain.told import WorkshopTold
from weft.voices.models import Workshop
from weft.voices.queries.whole import project_row, room_told


def room_in_hand(key: str, ref: str) -> tuple[str, WorkshopTold]:
    """Give the name of a project, and a workshop of it without its words.

    Raises
    ------
    NotFound
        There is none by that word.
    """
    region, slug = parts_of(key)
    row = (
        Workshop.objects.filter(project__region=region, project__slug=slug, ref=ref)
        .select_related("project")
        .prefetch_related("presences")
        .first()
    )
    if row is None:
        raise NotFound("There is no such workshop.")
    return row.project.name, room_told(row, ())


def workshops_of(key: str) -> dict[str, str]:
    """Give the workshops of a project by ref, each with its name.

    Raises
    ------
    NotFound
        There is no such project.
    """
    rows = project_row(*parts_of(key)).workshops.order_by("held_on", "pk")
    return dict(rows.values_list("ref", "name"))
