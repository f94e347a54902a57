"""In which words is a picture of a door given, looked at and shown?"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from weft.assets.domain.doors import LARGE, MOST_LETTERS, SMALL
from weft.assets.queries.about import DoorAbout
from weft.assets.queries.doors import DoorWaiting, PlaceInHand
from weft.commons.saying import ago, counted

DONE = {
    "given": "Thank you. Somebody looks at it before it is shown.",
    "back": "The picture is gone for good.",
    "shown": "It is shown now.",
    "hidden": "It is shown no more.",
    "refused": "It is deleted.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorOnPage:
    """A picture of a door on the page of a place or an offer."""

    about: DoorAbout

    @property
    def small(self) -> str:
        """Lead to the picture for a telephone."""
        return reverse("assets:door", args=[self.about.id, SMALL])

    @property
    def large(self) -> str:
        """Lead to the picture for a wide or fine screen."""
        return reverse("assets:door", args=[self.about.id, LARGE])

    @property
    def widths(self) -> tuple[int, int]:
        """Say how wide both are."""
        return min(SMALL, self.about.width), self.about.width


def door_on_page(door: DoorAbout | None) -> DoorOnPage | None:
    """Show a picture, where there is one."""
    return DoorOnPage(about=door) if door else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorInHandPage:
    """Room for a group to give a picture of a door, and what it gave."""

    places: tuple[PlaceInHand, ...]
    back: str
    chosen: str = ""
    described: str = ""
    done: str = ""
    problem: str = ""
    room: int = MOST_LETTERS

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return DONE.get(self.done, "")

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer the places where they are."""
        return tuple((str(one.key), one.name) for one in self.places)

    @property
    def given(self) -> tuple[tuple[DoorWaiting, str], ...]:
        """List what they gave, and how it stands."""
        return tuple(
            (one, "Everybody sees it." if one.shown else "Nobody has looked yet.")
            for place in self.places
            for one in place.given
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorsPage:
    """Every picture, for somebody who checks the list."""

    doors: tuple[DoorWaiting, ...]
    today: date
    done: str = ""
    problem: str = ""

    @property
    def news(self) -> str:
        """Say what came of the last decision."""
        return DONE.get(self.done, "")

    @property
    def answer(self) -> str:
        """Say how many wait."""
        many = sum(not one.shown for one in self.doors)
        if not many:
            return "No picture waits for you."
        number = counted(many, "picture waits", "pictures wait")
        return f"{number[0].upper()}{number[1:]} for you."

    @property
    def items(self) -> tuple[tuple[DoorWaiting, str, str], ...]:
        """List each with its own address, and who gave it when."""
        return tuple(
            (
                one,
                reverse("assets:door_looked_at", args=[one.about.id, SMALL]),
                self._given(one.about),
            )
            for one in self.doors
        )

    def _given(self, door: DoorAbout) -> str:
        """Say who gave it, and how long ago."""
        return f"{door.given_by or 'Somebody'}, {ago(door.given_on, today=self.today)}"
