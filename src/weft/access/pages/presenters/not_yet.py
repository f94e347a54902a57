"""What is said of a life before any week of it is published?"""

from dataclasses import dataclass

from weft.access.domain.lives import Life
from weft.access.pages.presenters.said import NOBODY_ASKED

NOT_YET = (
    "No week like this is published yet, so we cannot say who has three things within "
    "reach. It is reckoned every Monday, and soon after a region is loaded."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotYetPage:
    """One life, of which nothing is published."""

    life: Life

    @property
    def answer(self) -> str:
        """Say that there is no answer yet, and when there is one."""
        return NOT_YET

    @property
    def asked(self) -> str:
        """Say what people said of it."""
        return NOBODY_ASKED
