"""Where do people who coded the same words differ? Docs: docs/methods/agreement.md."""

from weft.voices.domain.agreement.intervals import Chance
from weft.voices.domain.agreement.kappas import YesAndNo, cohen, fleiss, yes_and_no
from weft.voices.domain.agreement.krippendorff import krippendorff
from weft.voices.domain.agreement.marking import (
    Compared,
    Mark,
    OfCode,
    Text,
    ToTalkAbout,
    compared,
)
from weft.voices.domain.agreement.ratings import Agreed, Metric

__all__ = [
    "Agreed",
    "Chance",
    "Compared",
    "Mark",
    "Metric",
    "OfCode",
    "Text",
    "ToTalkAbout",
    "YesAndNo",
    "cohen",
    "compared",
    "fleiss",
    "krippendorff",
    "yes_and_no",
]
