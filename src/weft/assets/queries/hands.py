"""Of how much of what is here has anybody told us who decides about it?"""

from dataclasses import dataclass

from weft.assets.domain.kinds import TieKind, Visibility
from weft.assets.models import Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """How many things are here, and of how many we know who decides."""

    things: int
    decided: int

    @property
    def unknown(self) -> int:
        """Count those of which nobody has told us."""
        return self.things - self.decided


def in_whose_hands(region: str) -> Hands:
    """Count the things of a region that anybody may see and that have not closed.

    Parameters
    ----------
    region
        Its slug. A tie that people do not agree about counts: somebody has told us.
    """
    here = Asset.objects.filter(
        region=region, visibility=Visibility.PUBLIC, closed_on=None
    )
    decided = here.filter(ties__kind=TieKind.DECIDES).values("pk").distinct()
    return Hands(things=here.count(), decided=decided.count())
