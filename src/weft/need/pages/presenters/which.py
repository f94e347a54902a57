"""What is offered when a name means several places, or none?"""

from dataclasses import dataclass

from django.urls import reverse

from weft.ground.queries import Start, StartFound, StartsFound


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaChoice:
    """One place that may be meant."""

    name: str
    within: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichArea:
    """The places that may be meant; none where nothing is like it."""

    choices: tuple[AreaChoice, ...]

    @classmethod
    def of(cls, start: Start) -> "WhichArea":
        """Offer what was found; a whole postcode is never repeated on a page."""
        match start:
            case StartsFound(options=options):
                found = options
            case StartFound():
                found = ()
            case _:
                found = start.instead
        return cls(
            choices=tuple(
                AreaChoice(
                    name=one.name,
                    within=one.within,
                    address=reverse("need:profile", args=[one.area]),
                )
                for one in found
                if one.area
            )
        )
