"""In which words does somebody publish what is on for a while?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.campaigns import MOST_NAME, MOST_WORDS
from weft.assets.domain.kinds import OfferKind
from weft.assets.queries.news import AHEAD, CampaignAbout
from weft.ground.queries import RegionAbout
from weft.web.pages.presenters.news import days_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The form as it was typed."""

    name: str = ""
    words: str = ""
    starts_on: str = ""
    ends_on: str = ""
    area: str = ""
    website: str = ""
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignLine:
    """One campaign, for who publishes them."""

    about: CampaignAbout
    where: str
    today: date

    @property
    def key(self) -> UUID:
        """Name it for links."""
        return self.about.key

    @property
    def words(self) -> str:
        """Say when and where it is, and how it stands."""
        return f"{days_of(self.about)}, {self.where}. {self.standing}"

    @property
    def is_over(self) -> bool:
        """Tell whether it ended by itself."""
        return self.about.ends_on < self.today

    @property
    def standing(self) -> str:
        """Say whether people see it."""
        if self.about.taken_down:
            return "Taken down."
        if self.is_over:
            return "It has ended."
        if self.about.starts_on > self.today + AHEAD:
            return "People see it four weeks before it begins."
        return "People see it now."


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignsPage:
    """All that was published, and the form for one more."""

    typed: Typed
    regions: tuple[RegionAbout, ...]
    districts: tuple[tuple[str, str], ...]
    campaigns: tuple[CampaignAbout, ...]
    today: date
    problem: str = ""

    @property
    def areas(self) -> tuple[tuple[str, str], ...]:
        """List where it may be."""
        return (("", "Everywhere"), *self.districts)

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """List of which kinds it may be."""
        return tuple((str(one), str(one).capitalize()) for one in OfferKind)

    @property
    def lines(self) -> tuple[CampaignLine, ...]:
        """List what was published, the newest first."""
        where = {"": "everywhere", **dict(self.districts)}
        return tuple(
            CampaignLine(
                about=one, where=where.get(one.area, one.area), today=self.today
            )
            for one in self.campaigns
        )

    @property
    def room(self) -> tuple[int, int]:
        """Say how many letters its name and its words may have."""
        return MOST_NAME, MOST_WORDS
