"""What was said, what is made of it, and what causes what?"""

from weft.voices.models.causes import Cause, CauseWords, Thing
from weft.voices.models.coding import Act, Facet, Reading, ReadingCode, ReadingMark
from weft.voices.models.pictures import InPicture, Picture, Received
from weft.voices.models.rooms import Presence, Project, Workshop
from weft.voices.models.said import Passage, Source, Speaker
from weft.voices.models.sense import Ask, Behind, Claim, Code, Coding, Objection

__all__ = (
    "Act",
    "Ask",
    "Behind",
    "Cause",
    "CauseWords",
    "Claim",
    "Code",
    "Coding",
    "Facet",
    "InPicture",
    "Objection",
    "Passage",
    "Picture",
    "Presence",
    "Project",
    "Reading",
    "ReadingCode",
    "ReadingMark",
    "Received",
    "Source",
    "Speaker",
    "Thing",
    "Workshop",
)
