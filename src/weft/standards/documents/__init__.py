"""What do people's own files say: DOCX, ODT, PDF, plain text, WebVTT?

Told by what is in a file, not by its name. Words are read and nothing else is: what
is left out (pictures, comments, a macro) is counted by what it is. Nothing of a file is
ever run, and what unpacks to too much is refused.
"""

from weft.standards.documents.telling import read
from weft.standards.documents.values import Document, Turn

__all__ = ("Document", "Turn", "read")
