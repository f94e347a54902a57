"""How is it drawn, how many things are within reach of each small area?"""

from collections.abc import Iterable, Mapping

from weft.access.pages.presenters.said import BREAKS
from weft.ground.queries.about import AreaAbout
from weft.shell.plots import AreaShape, Caption, Plot, choropleth


def reach_map(
    areas: Iterable[AreaAbout], counts: Mapping[str, float], source: str
) -> Plot | None:
    """Draw counts of things to do, by code; None where no area has a boundary."""
    shapes = [
        AreaShape(
            code=area.code,
            name=area.title,
            boundary=area.boundary,
            value=counts.get(area.code),
        )
        for area in areas
        if area.boundary is not None
    ]
    if not shapes:
        return None
    caption = Caption(
        title="How many things are within reach, for certain?",
        axis="things to do in the week",
        source=source,
    )
    return choropleth(shapes, caption, breaks=BREAKS)
