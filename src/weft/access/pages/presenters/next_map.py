"""Where does it bring somebody to a third choice? No number of people is told."""

from collections.abc import Sequence

import numpy as np

from weft.access.domain.next_offer import Prepared, Weighed
from weft.access.domain.siting import Goal
from weft.access.domain.siting.answers import reached
from weft.ground.queries.about import AreaAbout
from weft.shell.plots import AreaShape, Caption, Plot, choropleth

BREAKS = (1, 2, 3)


def helped_map(
    weighed: Weighed, told: Prepared, areas: Sequence[AreaAbout], source: str
) -> Plot | None:
    """Draw in each area how many kinds of weeks come to a third choice.

    Returns
    -------
    Plot or None
        None where no area has a boundary.
    """
    helped = reached(weighed.asked, Goal.THIRD, weighed.answer.third.chosen)
    by_area = (helped & (weighed.asked.cells.people > 0)).reshape(-1, len(told.areas))
    lives = dict(zip(told.areas, np.sum(by_area, axis=0).tolist(), strict=True))
    shapes = [
        AreaShape(
            code=area.code,
            name=area.title,
            boundary=area.boundary,
            value=float(lives.get(area.code, 0)),
        )
        for area in areas
        if area.boundary is not None
    ]
    if not shapes:
        return None
    caption = Caption(
        title="Where do people come to a third choice?",
        axis="kinds of weeks in which somebody there comes to a third choice",
        source=source,
    )
    return choropleth(shapes, caption, breaks=BREAKS)
