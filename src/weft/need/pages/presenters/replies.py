"""How do people's replies travel with numbers into tables and files?"""

from collections.abc import Iterable

from weft.need.queries import NeedFigure, ReplyAbout
from weft.shell.tables import Column

REPLIES = Column("What people there say to it")


def replies_cell(replies: Iterable[ReplyAbout]) -> str:
    """Put what people say to one number into a cell; empty where nobody said anything.

    An empty cell is not «not known»: nobody is asked to say anything.
    """
    return "; ".join(reply.line for reply in replies)


def replies_below(figures: Iterable[NeedFigure]) -> tuple[str, ...]:
    """Write every reply as a line that goes below a table, with what it speaks to."""
    return tuple(
        f"A neighbour says to «{figure.indicator.question}»: {reply.line}"
        for figure in figures
        for reply in figure.replies
    )
