"""What was said, what is made of it, and what causes what?"""

from weft.voices.models.causes import (
    Cause,
    CauseWords,
    LoopThing,
    MapStep,
    NamedLoop,
    Thing,
)
from weft.voices.models.coding import Act, Facet, Reading, ReadingCode, ReadingMark
from weft.voices.models.offered import Mentioned, Suggestion
from weft.voices.models.pictures import InPicture, Picture, Received
from weft.voices.models.rooms import Presence, Project, Workshop
from weft.voices.models.said import Passage, Source, Speaker
from weft.voices.models.sense import Ask, Behind, Claim, Code, Coding, Objection
from weft.voices.models.votes import (
    Ballot,
    Round,
    Ruling,
    Statement,
    StatementWords,
    Vote,
)

__all__ = (
    "Act",
    "Ask",
    "Ballot",
    "Behind",
    "Cause",
    "CauseWords",
    "Claim",
    "Code",
    "Coding",
    "Facet",
    "InPicture",
    "LoopThing",
    "MapStep",
    "Mentioned",
    "NamedLoop",
    "Objection",
    "Passage",
    "Picture",
    "Presence",
    "Project",
    "Reading",
    "ReadingCode",
    "ReadingMark",
    "Received",
    "Round",
    "Ruling",
    "Source",
    "Speaker",
    "Statement",
    "StatementWords",
    "Suggestion",
    "Thing",
    "Vote",
    "Workshop",
)
