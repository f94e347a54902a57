"""Where are the few things of a list, each by its number?

Unlike the map of everything nothing is gathered here: a number on the list has its
number on the map. Numbers that would lie on each other are pushed apart, each with a
line to where it truly is.
"""

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from weft.shell.drawing import element, line, together, words
from weft.shell.plots.plot import Drawn, both
from weft.shell.tiles.drawn import MapShown, Sheet, base, rows, sheet_of
from weft.shell.tiles.scene import Numbers, Scene, mercator, widened

ROOM = 25.0  # px between the middles of two numbers
STEPS = 60  # of pushing; ten things on one spot are apart after some forty
EDGE = 13.0
LETTER_DROP = 5.6


def draw_numbered(scene: Scene, *, title: str) -> MapShown:
    """Draw each knot of a scene by its mark."""
    box = widened(scene.bounds, 0.12)
    return MapShown(
        title=title,
        picture=both(lambda width: _draw(scene, sheet_of(box, width))),
        bounds=box,
    )


def _draw(scene: Scene, sheet: Sheet) -> Drawn:
    truly = sheet.points(
        mercator(rows([(k.point.longitude, k.point.latitude) for k in scene.knots]))
    )
    shown = pushed_apart(truly, width=sheet.width, height=sheet.height)
    body = base(scene, sheet) + together(
        _number(knot.mark, tuple(true), tuple(seen))
        for knot, true, seen in zip(scene.knots, truly, shown, strict=True)
    )
    return body, sheet.height


def pushed_apart(points: Numbers, *, width: float, height: float) -> Numbers:
    """Move points apart until no two are nearer than ``ROOM``, and keep them on paper.

    Parameters
    ----------
    points
        x and y in px, a row each.
    width, height
        The paper, in px.
    """
    # A spiral breaks the tie between things on one spot, always in the same way.
    turn = np.arange(len(points)) * 2.4
    moved = points + np.column_stack((np.cos(turn), np.sin(turn)))
    for _ in range(STEPS):
        gaps = moved[:, None, :] - moved[None, :, :]
        far = np.hypot(gaps[..., 0], gaps[..., 1])
        np.fill_diagonal(far, np.inf)
        close = np.clip(ROOM - far, 0, None)
        if not close.any():
            break
        moved += ((close / 2 / np.maximum(far, 0.01))[..., None] * gaps).sum(axis=1)
        moved = np.clip(moved, EDGE, (width - EDGE, height - EDGE))
    return np.asarray(moved, dtype=np.float64)


def _number(said: str, true: Sequence[float], seen: Sequence[float]) -> Markup:
    """Draw a number, and a line to its place when it had to move."""
    (x, y), (at_x, at_y) = seen, true
    drawn = line(at_x, at_y, x, y, "w-thin") + element(
        "circle", cx=at_x, cy=at_y, r=3.2, class_="w-thread"
    )
    return (
        drawn
        + element("circle", cx=x, cy=y, r=11.5, class_="w-knot")
        + words(x, y + LETTER_DROP, said, anchor="middle", class_="w-strong")
    )
