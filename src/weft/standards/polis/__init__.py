"""How does Polis write down who voted what? Its CSV exports; nothing of ours.

Three files, read by their headings and written as their server does: ``comments.csv``
(statements), ``votes.csv`` (each vote as it came) and ``participants-votes.csv`` (a row
for each voter). In all of them 1 is agree, 0 pass and -1 disagree. Newer exports have
more headings; what is not known is kept and written again. The heading ``xid`` names
people in somebody else's books: it is never read, and written empty.
"""

from weft.standards.polis.reading import (
    read_comments,
    read_participants,
    read_votes,
)
from weft.standards.polis.values import (
    Comment,
    Moderated,
    Participant,
    Read,
    Unread,
    VoteCast,
)
from weft.standards.polis.writing import (
    comments_csv,
    participants_csv,
    votes_csv,
)

__all__ = [
    "Comment",
    "Moderated",
    "Participant",
    "Read",
    "Unread",
    "VoteCast",
    "comments_csv",
    "participants_csv",
    "read_comments",
    "read_participants",
    "read_votes",
    "votes_csv",
]
