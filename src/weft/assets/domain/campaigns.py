"""What may be said of something that is on for a while?"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from weft.assets.domain.kinds import OfferKind
from weft.commons.errors import NotPossible

LONGEST = timedelta(days=366)
MOST_NAME, MOST_WORDS, MOST_WEBSITE = 100, 600, 300
"""Letters."""

NO_NAME = "Give it a name."
NO_WORDS = "Say in a few words what it is."
ENDS_FIRST = "It ends before it starts."
TOO_LONG = "Choose days within one year. What goes on for longer is no campaign."
OVER = "It is over already."
NO_WEBSITE = "A website begins with https://"


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignTold:
    """A campaign in the words of whoever publishes it.

    ``area`` is the code of a district, "" for the whole region.
    """

    name: str
    words: str
    starts_on: date
    ends_on: date
    area: str = ""
    website: str = ""
    kinds: tuple[OfferKind, ...] = ()

    def checked(self, today: date) -> "CampaignTold":
        """Give it without blanks around its words.

        Raises
        ------
        NotPossible
            Naming what is missing or too long, or that it is over.
        """
        plain = replace(
            self,
            name=" ".join(self.name.split()),
            words=self.words.strip(),
            website=self.website.strip(),
        )
        for wrong, problem in (
            (not plain.name, NO_NAME),
            (not plain.words, NO_WORDS),
            (len(plain.name) > MOST_NAME, f"Name it in {MOST_NAME} letters or fewer."),
            (
                len(plain.words) > MOST_WORDS,
                f"Say it in {MOST_WORDS} letters or fewer.",
            ),
            (not _is_website(plain.website), NO_WEBSITE),
            (plain.ends_on < plain.starts_on, ENDS_FIRST),
            (plain.ends_on - plain.starts_on > LONGEST, TOO_LONG),
            (plain.ends_on < today, OVER),
        ):
            if wrong:
                raise NotPossible(problem)
        return plain


def _is_website(said: str) -> bool:
    whole = said.startswith(("https://", "http://")) and len(said) <= MOST_WEBSITE
    return not said or (whole and not set(said) & set(" \n\t\"<>'"))
