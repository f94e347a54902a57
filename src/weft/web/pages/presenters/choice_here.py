"""How is it said, life by life, who has three things within reach of a place?"""

from dataclasses import dataclass

from django.urls import reverse

from weft.access.queries.of_place import LifeHere, LivesHere
from weft.commons.saying import dated

ALL_HERE = "Three things or more, all over this place."
NONE_HERE = "Fewer than three that we know of, wherever one lives here."


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeLine:
    """One life: its name, where its page stands, and what it has here."""

    name: str
    address: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceHere:
    """Every life, those with three in most of the place first."""

    told: LivesHere

    @property
    def answer(self) -> str:
        """Say for how many weeks like these there are three all over the place."""
        whole = len(self.told.lives)
        all_over = sum(one.certain == one.areas for one in self.told.lives)
        return f"For {all_over} of {whole} weeks like these, all over."

    @property
    def when(self) -> str:
        """Say of which week it is, and when that was published."""
        week = self.told.week
        return (
            f"In the week of {dated(week.week.monday)}, published "
            f"{dated(week.published_at.date())}."
        )

    @property
    def lines(self) -> tuple[LifeLine, ...]:
        """Tell each life."""
        ordered = sorted(self.told.lives, key=_most_first)
        return tuple(
            LifeLine(
                name=one.life.title,
                address=reverse("access:choice_of", args=[one.life.slug]),
                words=words_of(one),
            )
            for one in ordered
        )


def words_of(one: LifeHere) -> str:
    """Say in how many parts of a place there are three."""
    if one.certain == one.areas:
        return ALL_HERE
    parts = f"{one.areas:,} parts"
    some = f"Three or more in {one.certain:,} of {parts}."
    known, more = some if one.certain else NONE_HERE, one.possible - one.certain
    if not more:
        return known
    there = f"{more:,} more" if one.certain else f"{more:,} of {parts}"
    if one.areas == 1:
        return f"{known} There may be three: ask first."
    return f"{known} In {there} there may be three: ask first."


def _most_first(one: LifeHere) -> tuple[int, int, str]:
    return -one.certain, -one.possible, one.life.slug
