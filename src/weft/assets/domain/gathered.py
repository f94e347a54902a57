"""What did people say that somebody wrote down on a round, and answers for?"""

from dataclasses import dataclass
from datetime import date

from weft.assets.domain.proposals import PUBLIC_WORDS, ProposalTold
from weft.commons.errors import NotPossible


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A visitor's line, a gift or an offer, as it was gathered on paper.

    Attributes
    ----------
    about
        The teller's own number of the thing that it is about; "" for none.
    told
        What was said; its ``thing`` is not read.
    shown_as
        As whom it may be shown: whoever gathered it answers for that.
    said_on
        When.
    answer
        What the group answered, where they did.
    """

    about: str
    told: ProposalTold
    shown_as: str = ""
    said_on: date | None = None
    answer: str = ""

    def checked(self) -> "Gathered":
        """Give it back where it may be taken at once.

        Raises
        ------
        NotPossible
            When it is of a sort that waits to be read.
        """
        if self.told.kind not in PUBLIC_WORDS:
            raise NotPossible("Only visits, gifts and offers are gathered like this.")
        return self
