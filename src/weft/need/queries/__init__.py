"""Every question about need; answers are frozen values."""

from weft.need.queries.indicators import (
    AreaValue,
    Class,
    IndicatorAbout,
    IndicatorValues,
    indicator,
    indicators,
)
from weft.need.queries.people import (
    GroupTold,
    PartTold,
    WhoLivesHere,
    residents,
    who_lives_here,
    who_lives_in,
)
from weft.need.queries.places import Compared, NeedFigure, figures_of, need_of_place
from weft.need.queries.profile import Profile, ProfileLine, profile
from weft.need.queries.replies import (
    ReplyAbout,
    replies_of,
    replies_to,
    replies_waiting,
)
from weft.need.queries.tables import SMALL, TableAbout, boundaries, frame, tables

__all__ = [
    "SMALL",
    "AreaValue",
    "Class",
    "Compared",
    "GroupTold",
    "IndicatorAbout",
    "IndicatorValues",
    "NeedFigure",
    "PartTold",
    "Profile",
    "ProfileLine",
    "ReplyAbout",
    "TableAbout",
    "WhoLivesHere",
    "boundaries",
    "figures_of",
    "frame",
    "indicator",
    "indicators",
    "need_of_place",
    "profile",
    "replies_of",
    "replies_to",
    "replies_waiting",
    "residents",
    "tables",
    "who_lives_here",
    "who_lives_in",
]
