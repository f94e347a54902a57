"""What does a REFI-QDA project hold, and how is it read and written?

REFI-QDA 1.0 (schemas of 18 March 2019; specification 1.5, qdasoftware.org): a zip with
``project.qde`` (XML) and its sources. Read and written are users, codes, texts and
pictures with their selections, cases, notes and sets of codes; what else a file holds
is counted and named, never dropped in silence.
"""

from weft.standards.qdpx.dialects import Dialect, Fit
from weft.standards.qdpx.reading import Read, read, read_codebook
from weft.standards.qdpx.values import (
    Case,
    Code,
    CodeSet,
    Coding,
    Note,
    PictureSelection,
    PictureSource,
    Project,
    Selection,
    TextSource,
    User,
)
from weft.standards.qdpx.writing import write, write_codebook

__all__ = (
    "Case",
    "Code",
    "CodeSet",
    "Coding",
    "Dialect",
    "Fit",
    "Note",
    "PictureSelection",
    "PictureSource",
    "Project",
    "Read",
    "Selection",
    "TextSource",
    "User",
    "read",
    "read_codebook",
    "write",
    "write_codebook",
)
