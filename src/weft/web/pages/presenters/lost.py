"""In which words is what was here told, and is here no more?"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from weft.assets.pages.presenters.shared import address_of
from weft.assets.queries.about import Lost
from weft.commons.saying import counted, dated, first_large


@dataclass(frozen=True, slots=True, kw_only=True)
class LostOnPage:
    """One thing that was here."""

    about: Lost

    @property
    def name(self) -> str:
        """Use its own name."""
        return self.about.brief.name

    @property
    def address(self) -> str:
        """Where its page stands, which it keeps."""
        return address_of(self.about.brief)

    @property
    def line(self) -> str:
        """Say what it was, until when, and why it ended."""
        told = self.about
        until = f"until {dated(told.closed_on)}"
        what = [told.brief.kind, told.where, until]
        why = f" {told.closed_why.rstrip('.')}." if told.closed_why else ""
        return f"{', '.join(part for part in what if part)}.{why}"

    @property
    def story(self) -> str:
        """Tell its story, or in a line what it was."""
        return self.about.story or self.about.summary

    @property
    def said(self) -> str:
        """Say who tells it."""
        return f"Told by {self.about.told_by}" if self.about.told_by else "Told to us"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOnPage:
    """What was lost in one year."""

    year: int
    things: tuple[LostOnPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LostPage:
    """All that was here and is no more, year by year, the latest first."""

    lost: Sequence[Lost]

    @property
    def answer(self) -> str:
        """Say how much we know of."""
        if not self.lost:
            return "Nobody has told us of anything yet."
        many = counted(len(self.lost), "thing", "things")
        return f"We know of {many}. There was more: nobody has told us yet."

    @property
    def years(self) -> tuple[YearOnPage, ...]:
        """List them year by year."""
        return tuple(
            YearOnPage(year=year, things=tuple(LostOnPage(about=one) for one in of))
            for year, of in groupby(self.lost, key=lambda one: one.closed_on.year)
        )


def lost_lines(lost: Sequence[Lost]) -> tuple[LostOnPage, ...]:
    """Give what was lost in one place."""
    return tuple(LostOnPage(about=one) for one in lost)


def lost_answer(lost: Sequence[Lost]) -> str:
    """Say beside the question how much was here."""
    return f"{first_large(counted(len(lost), 'thing', 'things'))} that we know of."
