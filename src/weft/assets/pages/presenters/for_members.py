"""In which words do those read of a thing whom its group has let in?"""

from dataclasses import dataclass, field

from markupsafe import Markup

from weft.assets.pages.presenters.asset import AssetPage
from weft.assets.queries.about import Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersPage:
    """What only those read whom a group has let in."""

    things: tuple[Brief, ...]
    here: str = field(repr=False)
    back: str = field(repr=False)

    @property
    def lines(self) -> tuple[tuple[str, str, str], ...]:
        """List them: what it is, its name, and where it is read behind the link."""
        return tuple(
            (one.kind, one.name, f"{self.here}/{one.id}") for one in self.things
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersThing(AssetPage):
    """One of them, whole."""

    @property
    def where(self) -> tuple[str | Markup, ...]:
        """Say where it is, as far as an address was told: nothing here has a pin."""
        told = self.about
        at = ", ".join(part for part in (told.address, told.postcode) if part)
        return (at,) if at else ()
