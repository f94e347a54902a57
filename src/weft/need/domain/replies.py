"""What may somebody say to a number about the place they live in?"""

import re
from dataclasses import dataclass, replace
from datetime import date

from weft.commons.errors import NotPossible
from weft.need.domain.catalogue import indicator_called

MOST_LETTERS = 600
MOST_LETTERS_OF_WHO = 80
WAITING_FOR_ONE_PLACE = 30
"""So many unread replies to one place's numbers are enough until somebody has read
them: a flood would bury the voices it pretends to be."""

_REACHABLE = re.compile(r"\S@\S+\.\S|(?:\d[\s()-]*){7,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyTold:
    """What somebody says to one number about one place, in their own words.

    Attributes
    ----------
    area_code
        The area that the number is about.
    key
        Of the indicator, as its page's address has it.
    words
        As they were said, in any language; never changed.
    said_as
        As whom, if they like: «a mother of two on Mill Lane», never a name.
    said_on
        When, where that was before it reached us.
    """

    area_code: str
    key: str
    words: str
    said_as: str = ""
    said_on: date | None = None

    def checked(self) -> "ReplyTold":
        """Give it without blanks around its words.

        Raises
        ------
        NotPossible
            When there are no words, too many of them, when they tell how somebody
            can be reached, or when there is no such number.
        """
        words, who = self.words.strip(), " ".join(self.said_as.split())
        problem = _problem_of(self.key, words, who)
        if problem:
            raise NotPossible(problem)
        return replace(self, words=words, said_as=who)


def _problem_of(key: str, words: str, who: str) -> str:
    """Say what keeps a reply from being taken; nothing if all is well."""
    if indicator_called(key) is None:
        return f"There is no number called «{key[:60]}» here."
    if not words:
        return "Write what you want to say first."
    if len(words) > MOST_LETTERS:
        return (
            f"That is {len(words):,} letters. There is room for {MOST_LETTERS:,}, so "
            "that people read it to the end."
        )
    if len(who) > MOST_LETTERS_OF_WHO:
        return f"Say who is speaking in {MOST_LETTERS_OF_WHO} letters or fewer."
    if _REACHABLE.search(words) or _REACHABLE.search(who):
        return (
            "Please leave out telephone numbers and e-mail addresses. Everybody can "
            "read what stands beside a number."
        )
    return ""
