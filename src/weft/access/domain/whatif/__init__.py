"""What if one thing were otherwise: who gains, who loses? docs/methods/what-if.md."""

from weft.access.domain.whatif.applying import Applied, Book, applied
from weft.access.domain.whatif.asking import Fact, Question, questions
from weft.access.domain.whatif.buildings import Buildings
from weft.access.domain.whatif.changes import (
    Add,
    Change,
    Drop,
    Joining,
    Meets,
    Move,
    New,
    PlaceMeets,
    Price,
    Room,
    Runs,
    Scenario,
    Trip,
    as_text,
    from_text,
)
from weft.access.domain.whatif.difference import Difference, difference
from weft.access.domain.whatif.parts import Baseline, Others
from weft.access.domain.whatif.standing import cells_of
from weft.access.domain.whatif.weighing import (
    Counts,
    Disagreement,
    Weights,
    disagreement,
    weighed,
)

__all__ = [
    "Add",
    "Applied",
    "Baseline",
    "Book",
    "Buildings",
    "Change",
    "Counts",
    "Difference",
    "Disagreement",
    "Drop",
    "Fact",
    "Joining",
    "Meets",
    "Move",
    "New",
    "Others",
    "PlaceMeets",
    "Price",
    "Question",
    "Room",
    "Runs",
    "Scenario",
    "Trip",
    "Weights",
    "applied",
    "as_text",
    "cells_of",
    "difference",
    "disagreement",
    "from_text",
    "questions",
    "weighed",
]
