"""How does somebody reply to a number, and take the words back?"""

from dataclasses import dataclass, field

from weft.commons.crisis import HelpLine, heard, lines_for
from weft.need.domain.replies import MOST_LETTERS, MOST_LETTERS_OF_WHO, ReplyTold
from weft.need.pages.presenters.profile import FigureOnPage


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPage:
    """A number about a place, and room to say something to it.

    ``told`` is what was typed; ``problem`` says why it could not be taken, and ``code``
    takes back what was.
    """

    place: str
    figure: FigureOnPage
    told: ReplyTold
    problem: str = ""
    code: str = ""
    room: int = field(default=MOST_LETTERS, init=False)
    room_for_who: int = field(default=MOST_LETTERS_OF_WHO, init=False)

    @property
    def help_now(self) -> tuple[HelpLine, ...]:
        """Say whom to ring now, where what was typed cannot wait; nothing is kept."""
        return lines_for(heard(self.told.words, self.told.said_as))

    @property
    def place_address(self) -> str:
        """Lead back to the place."""
        return f"/places/{self.told.area_code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPage:
    """Room for a code, what was wrong with one, or that the words are gone."""

    code: str = ""
    problem: str = ""
    done: bool = False
