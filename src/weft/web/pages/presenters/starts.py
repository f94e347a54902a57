"""How is somebody asked again where they start, when one place was not found?"""

from collections import Counter
from dataclasses import dataclass

from weft.commons.crisis import HelpLine, heard, lines_for
from weft.commons.saying import listed
from weft.ground.queries import NotKnown, Start, StartFound, StartsFound

Field = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichStart:
    """Several places bear a name, or none does: ask again, with all else kept."""

    question: str
    words: str
    action: str
    fields: tuple[Field, ...]
    starts: tuple[Field, ...] = ()
    help_now: tuple[HelpLine, ...] = ()  # where what was written cannot wait

    @classmethod
    def of(
        cls, start: Start, *, action: str, fields: tuple[Field, ...]
    ) -> "WhichStart":
        """Ask again in the words that fit what was found."""
        kept = tuple(field for field in fields if field[0] != "near")
        now = lines_for(heard(*(value for _, value in fields)))
        match start:
            case StartsFound(options=options):
                return cls(
                    question="Which one do you mean?",
                    words="There is more than one place of that name.",
                    action=action,
                    fields=kept,
                    starts=_choosable(options),
                    help_now=now,
                )
            case NotKnown(looks_like_postcode=as_postcode, instead=instead):
                return cls(
                    question="Where is that?",
                    words=_not_known(as_postcode=as_postcode, instead=instead),
                    action=action,
                    fields=kept,
                    starts=_choosable(instead),
                    help_now=now,
                )
        raise TypeError(start)


def _not_known(*, as_postcode: bool, instead: tuple[StartFound, ...]) -> str:
    """Say kindly that a place is not known, and what may help."""
    if instead:
        near = listed([one.name for one in instead], joint="or")
        return f"We do not know that postcode. We do know {near}."
    if as_postcode:
        return (
            "We do not know that postcode. It may be new, or in another part of the "
            "country. The first half will do, or the name of a street or a town."
        )
    return (
        "We do not know a place of that name near here. Try a postcode, or a town or "
        "a bus stop nearby."
    )


def _choosable(options: tuple[StartFound, ...]) -> tuple[Field, ...]:
    """Offer places, each by words that mean it and no other."""
    names = Counter(_full(one) for one in options)
    return tuple(
        (_full(one) if names[_full(one)] == 1 else one.coarse, _full(one))
        for one in options
    )


def _full(start: StartFound) -> str:
    """Name a place with what tells it from its namesakes."""
    return f"{start.name}, {start.within}" if start.within else start.name
