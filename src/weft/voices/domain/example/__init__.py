"""What do the makers of Weft read in the notes of the workshop it comes from?

A draft, kept beside this file in our own words with the lines it refers to
(``README.md``). Nobody who was in the room has checked it, and none of it counts as a
voice.
"""

from weft.voices.domain.example.draft import (
    Draft,
    DraftClaim,
    DraftCode,
    Group,
    Link,
    PassageNote,
    Statement,
    draft,
)

__all__ = [
    "Draft",
    "DraftClaim",
    "DraftCode",
    "Group",
    "Link",
    "PassageNote",
    "Statement",
    "draft",
]
