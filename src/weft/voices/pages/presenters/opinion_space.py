"""How is drawn who votes alike: each voter as the letter of their group?

Letters, so that groups are told apart in print, in grey and by every eye. Axes have no
names: nobody knows what they mean, they are only the two ways in which votes differ
most. The table beside says how many each group has and where its middle lies; no voter
has a line in it.
"""

import numpy as np

from weft.shell.drawing import element, line, together, words
from weft.shell.plots import Plot
from weft.shell.plots.plot import Drawn, both
from weft.shell.tables import Column, Table
from weft.voices.domain.votes.ballots import Floats, Ints

LETTERS = "ABCDE"
_AXES = (
    "The two ways in which votes differ most hold {shares} in 100 of all that differs. "
    "They have no names."
)
_EDGE, _TALL = 22.0, 0.72


def space_plot(points: Floats, groups: Ints, spread: Floats, source: str) -> Plot:
    """Draw voters, with the same as a table beside.

    Parameters
    ----------
    points
        (voters, 2).
    groups
        (voters,) from 0.
    spread
        (2,) share of all the variance on each axis.
    """
    shares = " and ".join(f"{round(100 * one)}" for one in spread)
    title = "Who stands near whom votes alike"
    return Plot(
        title=title,
        svg=both(lambda width: _draw(width, points, groups)),
        table=Table(
            title=title,
            columns=(
                Column("Group"),
                Column("Voters", numeric=True, decimals=0),
                Column("Middle, across", numeric=True, decimals=1),
                Column("Middle, up", numeric=True, decimals=1),
            ),
            rows=tuple(
                (
                    LETTERS[group],
                    int((groups == group).sum()),
                    *(float(one) for one in points[groups == group].mean(axis=0)),
                )
                for group in range(int(groups.max()) + 1)
            ),
            source=source,
            notes=(_AXES.format(shares=shares),),
        ),
        source=source,
    )


def _draw(width: float, points: Floats, groups: Ints) -> Drawn:
    """Draw at one width; both ways have one scale."""
    tall = width * _TALL
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    reach = np.maximum((points.max(axis=0) - points.min(axis=0)) / 2, 1e-9)
    room = np.array([width / 2 - _EDGE, tall / 2 - _EDGE])
    scale = float((room / reach).min())
    at = (points - middle) * scale * np.array([1, -1]) + np.array([width / 2, tall / 2])
    frame = element(
        "rect", x=1, y=1, width=width - 2, height=tall - 2, class_="w-line v-frame"
    )
    cross = line(width / 2, 1, width / 2, tall - 1, "w-hair")
    cross += line(1, tall / 2, width - 1, tall / 2, "w-hair")
    letters = together(
        words(
            float(x), float(y) + 6, LETTERS[group], anchor="middle", class_="w-strong"
        )
        for (x, y), group in zip(at, groups, strict=True)
    )
    return together([frame, cross, letters]), tall
