"""Which files are made of what is listed, and made anew when that changes?

What is withdrawn leaves pages, search and feeds at once, since they ask the tables.
What lies in files follows within a minute: these jobs wait a quarter of one, so that
ten changes in a row are one (``weft.jobs.services.tell``).
"""

from django.utils import timezone

from weft.assets.services.listings import LISTED
from weft.ground.queries import regions
from weft.jobs.registry import Daily, job
from weft.jobs.turns import Turn
from weft.web.atlas import draw_tiles
from weft.web.open_files import make_files


@job("web.tiles", after=LISTED, every=Daily(hour=4))
def tiles_of_what_is_listed(turn: Turn) -> None:
    """Draw the map's tiles of a region anew; every night those of all."""
    slugs = _asked(turn)
    for number, slug in enumerate(slugs):
        turn.progress(number, len(slugs), "drawing the map")
        draw_tiles(slug)


@job("web.open_files", after=LISTED, every=Daily(hour=4))
def files_of_what_is_listed(turn: Turn) -> None:
    """Make the open files of a region anew; every night those of all."""
    for slug in _asked(turn):
        made = make_files(slug, at=timezone.now(), progress=turn.progress)
        turn.outcome[slug] = sum(one.bytes for one in made)


def _asked(turn: Turn) -> list[str]:
    """Say of which regions: the one where something happened, or all."""
    told = turn.told.get("about")
    return [str(told)] if told else [about.slug for about in regions()]
