"""How does a picture read to those who hold its project?"""

from dataclasses import dataclass

from weft.commons.saying import counted, dated, listed
from weft.voices.domain.kinds import SourceKind, Use
from weft.voices.domain.told_pictures import PersonSeenTold
from weft.voices.pages.presenters.in_hand import TextPage
from weft.voices.queries.pictures_in_hand import PictureInHand

USES = {
    Use.PAGE: "shown here, to whoever may read the words",
    Use.PAPER: "printed",
    Use.FILE: "given away in a file",
}
AT = ("marked", "person", "passage", "covered")
ERRORS = {"mark": "marked", "person": "who", "cover": "cover-left", "claim": "passage"}
PARENT = (("yes", "Yes"), ("no", "No"), ("", "Not asked yet"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A part of the picture that is marked, to be drawn on it in thousandths."""

    number: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePage(TextPage):
    """A picture, by its project's link."""

    picture: PictureInHand
    file: str  # where the picture itself is

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """Say what could not be taken, at its form."""
        if not self.problem:
            return ()
        return ((ERRORS.get(self.typed.get("answer", ""), "marked"), self.problem),)

    @property
    def instead(self) -> str:
        """Say why there is no picture to look at; "" where there is."""
        if self.picture.there:
            return ""
        if self.picture.kind is SourceKind.MISSING:
            return "This picture is missing. It keeps its place."
        if self.picture.gone:
            return "This picture was taken back by somebody who was in it."
        return "The last day is past on which somebody in it let it be seen."

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """Give the parts that are marked, but for the whole."""
        return tuple(
            Outline(
                number=number,
                left=at.left,
                top=at.top,
                width=at.width,
                height=at.height,
            )
            for number, at in self.picture.places.items()
        )

    @property
    def people_said(self) -> str:
        """Say who can be known in it, and of how many nothing is written down."""
        many, told = self.picture.people, len(self.picture.seen)
        if not many:
            return "Nobody can be known in it."
        said = f"{counted(many, 'person', 'people')} can be known in it."
        if told >= many:
            return said
        return (
            f"{said} Of {many - told} nobody wrote down to what they said yes: until "
            "then only those who hold this link see it."
        )

    @property
    def seen(self) -> tuple[tuple[str, str], ...]:
        """Say of each who is in it to what they said yes."""
        return tuple((name, _yes(one)) for name, one in self.picture.seen)

    @property
    def uses(self) -> tuple[tuple[str, str], ...]:
        """Offer to what somebody can say yes."""
        return tuple((use.value, f"Yes, it may be {USES[use]}") for use in Use)

    @property
    def parent(self) -> tuple[tuple[str, str], ...]:
        """Offer what a parent said."""
        return PARENT


def _yes(one: PersonSeenTold) -> str:
    """Say to what somebody said yes."""
    uses = listed([USES[use] for use in one.uses])
    said = f"It may be {uses}" if uses else "No yes to anything"
    until = f", until {dated(one.until)}" if one.until else ""
    if not one.child:
        return f"{said}{until}."
    parent = {True: "A parent said yes too", False: "A parent said no"}
    asked = "A parent was not asked yet"
    told = asked if one.parent_yes is None else parent[one.parent_yes]
    return f"{said}{until}. A child. {told}."
