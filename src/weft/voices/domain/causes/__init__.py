"""What makes what, by people's accounts? Docs: docs/methods/causes.md."""

from weft.voices.domain.causes.arrows import MAKING, Arrow, arrows_of, is_a_cause
from weft.voices.domain.causes.breaking import Cut, breaks_all, breaks_most, on_several
from weft.voices.domain.causes.laid import laid, tall
from weft.voices.domain.causes.loops import (
    Loop,
    Loops,
    Turn,
    hopeful_first,
    in_no_loop,
    loops,
    no_brake_named,
    parts,
    shortest_through,
    told_with_hope,
    way_round,
)

__all__ = [
    "MAKING",
    "Arrow",
    "Cut",
    "Loop",
    "Loops",
    "Turn",
    "arrows_of",
    "breaks_all",
    "breaks_most",
    "hopeful_first",
    "in_no_loop",
    "is_a_cause",
    "laid",
    "loops",
    "no_brake_named",
    "on_several",
    "parts",
    "shortest_through",
    "tall",
    "told_with_hope",
    "way_round",
]
