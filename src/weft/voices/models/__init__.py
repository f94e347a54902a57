"""What was said, what is made of it, and what causes what?"""

from weft.voices.models.asked import Elsewhere, Priorities, Priority
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
from weft.voices.models.opened import (
    Assumption,
    Bearing,
    Question,
    Strength,
    Work,
)
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
    "Assumption",
    "Ballot",
    "Bearing",
    "Behind",
    "Cause",
    "CauseWords",
    "Claim",
    "Code",
    "Coding",
    "Elsewhere",
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
    "Priorities",
    "Priority",
    "Project",
    "Question",
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
    "Strength",
    "Suggestion",
    "Thing",
    "Vote",
    "Work",
    "Workshop",
)
