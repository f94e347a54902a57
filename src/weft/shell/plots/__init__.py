"""How does a number become a picture that says what was found?

Every plot comes with a title that says the finding, the same numbers as a table, and
the line that says where they come from. The interval is drawn wherever there is one;
labels stand at what they name; nobody is ever painted red.
"""

from weft.shell.plots.against import Across, Dot, Through, against
from weft.shell.plots.agreement import SaidAndCame, agreement
from weft.shell.plots.bars import bars
from weft.shell.plots.choropleth import AreaShape, choropleth, fifths
from weft.shell.plots.distribution import distribution
from weft.shell.plots.dots import dots
from weft.shell.plots.evenly import Curve, evenly
from weft.shell.plots.laced import Joiner, laced
from weft.shell.plots.little import LittleMaps, Sheet, little_maps
from weft.shell.plots.loop import LARGE, SMALL, Stop, ring
from weft.shell.plots.multiples import Panel, small_multiples
from weft.shell.plots.plot import Caption, Key, Mark, Plot
from weft.shell.plots.trend import Series, Span, trend

__all__ = [
    "LARGE",
    "SMALL",
    "Across",
    "AreaShape",
    "Caption",
    "Curve",
    "Dot",
    "Joiner",
    "Key",
    "LittleMaps",
    "Mark",
    "Panel",
    "Plot",
    "SaidAndCame",
    "Series",
    "Sheet",
    "Span",
    "Stop",
    "Through",
    "against",
    "agreement",
    "bars",
    "choropleth",
    "distribution",
    "dots",
    "evenly",
    "fifths",
    "laced",
    "little_maps",
    "ring",
    "small_multiples",
    "trend",
]
