"""Lives: circumstances that decide what is within reach (lives/README.md)."""

from weft.access.domain.lives.getting_in import MayGetIn, may_get_in
from weft.access.domain.lives.parsing import life_from, life_from_text
from weft.access.domain.lives.values import (
    Going,
    HeadCount,
    Lacks,
    Life,
    Means,
    Share,
    counted,
)
from weft.access.domain.lives.week import NEEDS, WayIn, in_week

__all__ = [
    "NEEDS",
    "Going",
    "HeadCount",
    "Lacks",
    "Life",
    "MayGetIn",
    "Means",
    "Share",
    "WayIn",
    "counted",
    "in_week",
    "life_from",
    "life_from_text",
    "may_get_in",
]
