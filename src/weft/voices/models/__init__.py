"""What was said, what is made of it, and what causes what?"""

from weft.voices.models.causes import Cause, CauseWords, Thing
from weft.voices.models.offered import Mentioned, Suggestion
from weft.voices.models.pictures import InPicture, Picture, Received
from weft.voices.models.rooms import Presence, Project, Workshop
from weft.voices.models.said import Passage, Source, Speaker
from weft.voices.models.sense import Ask, Behind, Claim, Code, Coding, Objection

__all__ = (
    "Ask",
    "Behind",
    "Cause",
    "CauseWords",
    "Claim",
    "Code",
    "Coding",
    "InPicture",
    "Mentioned",
    "Objection",
    "Passage",
    "Picture",
    "Presence",
    "Project",
    "Received",
    "Source",
    "Speaker",
    "Suggestion",
    "Thing",
    "Workshop",
)
