"""How does the first page of need put its questions?"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from weft.commons.provenance import Geography
from weft.ground.queries import RegionAbout
from weft.need.domain.measuring import Theme
from weft.need.domain.summing import How
from weft.need.pages.presenters.numbers import said_of_many
from weft.need.pages.presenters.people import WhoOnPage
from weft.need.queries import IndicatorAbout

ORDER = (
    Theme.MONEY,
    Theme.HOME,
    Theme.HEALTH,
    Theme.COMPANY,
    Theme.LANGUAGE,
    Theme.JOBS,
    Theme.PLACE,
    Theme.TOGETHER,
    Theme.PEOPLE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionOnPage:
    """One question with the region's answer in a line."""

    told: IndicatorAbout
    address: str

    @property
    def question(self) -> str:
        """Ask it."""
        return self.told.indicator.question

    @property
    def answer(self) -> str:
        """Say the region's number."""
        return region_words(self.told)

    @property
    def source(self) -> str:
        """Say whose number it is, in few words."""
        about = self.told.about
        return f"{about.publisher}, {about.year}"


def region_words(told: IndicatorAbout) -> str:
    """Say a region's one number in a sentence."""
    whole = told.whole
    if whole.value is None:
        return "It is known for single areas only."
    number = said_of_many(whole, told.column)
    partly = (
        ""
        if told.known == told.areas
        else f" Known for {told.known:,} of {told.areas:,}."
    )
    if whole.how is How.FIRST_TENTH:
        return (
            f"{number} small areas are in the tenth of England where most is "
            f"missing. In all England it is 10 in 100.{partly}"
        )
    if told.vintage.geography is Geography.DISTRICT:
        return f"It is known for whole districts only, {told.known:,} of them."
    if whole.how is How.MIDDLE:
        sentence = told.indicator.sentence.format(value=number)
        return (
            f"In the middle one of {whole.known:,} areas: {_inside(sentence)}{partly}"
        )
    return f"{told.indicator.sentence.format(value=number)}{partly}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeOnPage:
    """The questions about one side of life."""

    name: str
    questions: tuple[QuestionOnPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """Who lives in a region, and every question that can be answered about it."""

    region: RegionAbout | None
    others: tuple[RegionAbout, ...]
    who: WhoOnPage | None
    themes: tuple[ThemeOnPage, ...]

    @classmethod
    def of(
        cls,
        *,
        region: RegionAbout,
        others: Sequence[RegionAbout],
        who: WhoOnPage,
        told: Sequence[IndicatorAbout],
    ) -> "FrontPage":
        """Group the questions."""
        themes = []
        for theme in ORDER:
            some = tuple(
                QuestionOnPage(told=one, address=_address(one, others))
                for one in told
                if one.indicator.theme is theme
            )
            if some:
                themes.append(ThemeOnPage(name=theme.value, questions=some))
        return cls(region=region, others=tuple(others), who=who, themes=tuple(themes))

    @classmethod
    def empty(cls) -> "FrontPage":
        """Say that nothing is loaded."""
        return cls(region=None, others=(), who=None, themes=())


def _address(told: IndicatorAbout, others: Sequence[RegionAbout]) -> str:
    """Give the question's address; its region is named only where there are several."""
    address = reverse("need:indicator", args=[told.indicator.key])
    return f"{address}?region={told.about.region}" if others else address


def _inside(sentence: str) -> str:
    """Let a sentence follow a colon."""
    return sentence[:1].lower() + sentence[1:]
